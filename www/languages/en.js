// Generated from src/core/i18n/languages/en.rs by: cargo run --no-default-features --features generate --example generate
export default {
  tag: 'en',
  locale: 'en-CA',
  singular: 'one',
  groupFrom: '4',
  group: ',',
  decimal: '.',
  byte: 'byte',
  bytes: 'bytes',
  kilobyte: 'kB',
  megabyte: 'MB',
<<<<<<< HEAD
  messages: {
    'load-failed': 'This part of the page could not be loaded. Please check your connection.',
    'connect-frame': 'Link your bank account',
    'upload-frame': 'Upload your documents',
    'opening': 'Opening…',
    'cannot-open': 'Nothing you did is lost.',
    'if-empty': 'If this window stays empty, please try again.',
    'try-again': 'Try again',
    'token-failed': 'The secure window could not be opened just now. Please try again.',
    'too-many-picked': 'That was more than {limit} files at once; only the first {limit} were added. You can add the others now.',
    'not-set-up': 'This part of the page is not set up correctly yet. Please come back later.',
    'offer-title': 'You can send statements instead',
    'offer-error-title': 'Linking didn’t work this time',
    'offer-inactivity-title': 'Need another way?',
    'offer-primary': 'If you’d rather not log in, send PDF statements from {institution}.',
    'offer-forced': 'Send PDF statements from {institution}. It takes a few minutes.',
    'offer-not-listed': 'Send PDF statements from your institution, whichever it is.',
    'offer-inactivity': 'If the login is taking long, you can send PDF statements from {institution}.',
    'offer-error': '{reason} You can send PDF statements from {institution} instead.',
    'institution-known': '{institution}',
    'institution-unknown': 'your institution',
    'invalid-username': 'The username was not recognized.',
    'invalid-password': 'The password was not accepted.',
    'disabled-login': 'Online access to this account is switched off at the bank.',
    'retry-later': 'The bank can’t be reached at the moment.',
    'session-expired': 'The login took too long and was closed for your safety.',
    'invalid-security-response': 'The security answer was not accepted.',
    'aggregation-error': 'Something went wrong while reading the accounts.',
    'login-refused': 'The bank did not accept the login.',
    'use-upload': 'Upload statements instead',
    'still-log-in': 'You can also go on with the login; it stays open.',
    'support-code': 'For support: {code}',
    'not-listed': 'My institution is not in the list',
    'collect-title': 'Choose your statements',
    'collect-from': 'From {institution}',
    'collect-for-staff': 'Collect a customer’s documents for the Flinks Dashboard, where fraud signals are looked at',
    'one-upload': 'All files go as one upload, for one person and one institution.',
    'private': 'The files are looked at on this device only. Nothing is sent yet.',
    'drop-pdf': 'Drop PDF files or a folder here, paste them, or',
    'drop-images': 'Drop PDF files, images or a folder here, paste them, or',
    'browse': 'Choose files',
    'browse-folder': 'Choose a folder',
    'limits': 'Up to {files} {files|file|files}, {size} together',
    'file-list': 'Files you chose',
    'remove': 'Remove {name}',
    'status-checking': 'Checking…',
    'status-ready': 'Ready',
    'status-warning': 'Ready, please note',
    'status-rejected': 'Can’t be used',
    'pages': '{pages}\u00a0{pages|page|pages}',
    'checking': 'Checking {files} {files|file|files}…',
    'summary': '{ready} of {files} {files|file|files} ready',
    'summary-attention': '{ready} of {files} {files|file|files} ready, {attention} {attention|needs|need} attention',
    'back-to-login': 'Back to bank login',
    'continue': 'Continue',
    'continue-files': 'Continue with {files} {files|file|files}',
    'continue-unchecked': 'Continue without checking',
    'open-dashboard': 'Open the Dashboard',
    'open-dashboard-files': 'Open the Dashboard with {files} {files|file|files} ready',
    'going': 'One moment…',
    'choose-first': 'Choose at least one file that can be used.',
    'checklist-title': 'Choose these files once more',
    'checklist': 'For your safety, this page can’t put files into the secure upload window for you. Add {files|this file|these files} there, in one go: {files|it counts|together they count} as one upload.',
    'change-files': 'Change files',
    'receipt': 'Make a receipt of these files',
    'handed-over-title': 'Your files are checked',
    'handed-over': 'Go on with the upload on this page.',
    'on-its-way': 'Taking you to the secure upload page…',
    'in-dashboard': 'The Dashboard opened in a new window. Add the files there, all together.',
    'received-title': 'Your documents were received',
    'processing-title': 'Your documents are being read',
    'ready-title': 'Your documents have been read',
    'needs-attention-title': 'Your documents need another look',
    'failed-title': 'Your documents couldn’t be read',
    'received': 'Thank you. They are being read now, which can take a while. You can leave this page.',
    'processing': 'This page says when that is done. You don’t need to wait for it.',
    'ready': 'Thank you. There is nothing more to do here.',
    'needs-attention': 'Someone is looking at them. There is nothing to do here for now.',
    'failed': 'You can choose files again. The original PDFs from your bank are read best.',
    'slow': 'Still working. This can take a while, and you don’t need to wait: you can close this page.',
    'linked-title': 'Your bank account is linked',
    'linked': 'Thank you. You don’t need to send any documents.',
    'empty': 'This file is empty.\nNothing in it could be read.\nDownload it again, then add the new copy.',
    'not-a-pdf': 'This is {kind}, not a PDF.\nOnly statements that are real PDF files can be read.\n{remedy}',
    'unsupported-type': 'This is {kind}.\nOnly PDF files are taken here.\n{remedy}',
    'damaged': 'This PDF is damaged.\nNo page in it can be opened.\nDownload it again from your bank, then add the new copy.',
    'password-required': 'This PDF needs a password to open.\nNobody can read it without.\nOpen it with your password, save or print it as a new PDF without one, and add that copy.',
    'unsupported-encryption': 'This PDF is locked in a way that can’t be opened here.\nIt may not be possible to read it.\nDownload an unlocked copy from your bank.',
    'unreadable': 'This file can’t be read any more.\nIt may have been moved, changed, or not be on this device yet.\nRemove it and choose it again.',
    'over-file-size': 'At {size} this file is too large.\nOne file may have up to {limit}.\nAsk your bank for shorter statements, or save it in parts.',
    'near-file-size': 'At {size} this file may be too large.\nUp to {limit} is recommended for one file.\nYou can try it. If it is not accepted, save it in parts.',
    'too-many-files': 'One upload holds {files} {files|file|files}.\nMore are left out.\nRemove a file to let another in.',
    'over-total-size': 'One upload holds {limit}.\nWhat is over that is left out.\nRemove a file to let another in.',
    'near-total-size': 'Together the files have {size}.\nThat is close to what one upload holds: {limit}.\nYou can try it. If it is not accepted, remove a large file.',
    'duplicate': 'You chose this file already.\nOne copy is enough.\nThere is nothing to do: only the first one goes.',
    'incomplete': 'Part of this PDF may be missing.\nSome pages, often the last ones, might not be in it.\nOpen it to check, or download it again from your bank.',
    'rebuilt': 'This PDF has a small defect.\nIts pages were found all the same.\nYou can send it. If you can, download it again from your bank.',
    'scanned': 'This looks like a scan.\nScans take longer and are read less exactly.\nYou can send it. If you have the original PDF from your bank, add that instead.',
    'no-text': 'The text in this PDF is drawn, not written.\nIt is read like a picture.\nThere is nothing to do.',
    'portfolio': 'This PDF is a folder of other files.\nWhat is inside of it may not be seen.\nOpen it, save each statement by itself, and add those.',
    'printed-copy': 'This looks like a printed copy of a statement.\nCopies are sometimes questioned.\nIf you can, add the original PDF from your bank.',
    'unchecked': 'This file could not be checked completely.\nIt may be fine all the same.\nYou can send it.',
    'restricted': 'This PDF restricts editing.\nThat is usual for bank statements.\nThere is nothing to do.',
    'kind-image': 'a {format} image',
    'kind-zip': 'a ZIP or office file',
    'kind-html': 'a web page',
    'kind-ole': 'an office file',
    'kind-photo': 'a {format} photo',
    'kind-avif': 'an AVIF image',
    'kind-email': 'an e-mail',
    'kind-csv': 'a spreadsheet in text form',
    'kind-rtf': 'a text document',
    'kind-postscript': 'a file for a printer',
    'kind-other': 'another kind of file',
    'remedy-download': 'Download the statement from your bank as a PDF and add that.',
    'remedy-photo': 'Download the statement from your bank as a PDF and add that instead of a picture.',
    'remedy-email': 'If the statement is attached to the e-mail, save the attached PDF and add that. Otherwise, download it from your bank.',
    'remedy-csv': 'Download the statement from your bank again, choose PDF instead of CSV, and add that.',
    'remedy-postscript': 'Download the statement from your bank as a PDF, without printing it, and add that.',
    'receipt-reading': 'Reading the files: {done} of {files}',
    'receipt-made': 'The receipt is ready. It is made on this device and goes nowhere.',
    'receipt-made-without': 'The receipt is ready. Without a SHA-256 are files that can’t be read any more: {files}. It is made on this device and goes nowhere.',
    'receipt-failed': 'The receipt could not be made this time. Your files are still here; please try again.',
    'receipt-csv': 'Save for spreadsheets (CSV)',
    'receipt-json': 'Save for programs (JSON)',
  },
=======
  texts: [
    'This part of the page could not be loaded. Please check your connection.', // load-failed
    'Link your bank account', // connect-frame
    'Upload your documents', // upload-frame
    'Opening…', // opening
    'Nothing you did is lost.', // cannot-open
    'If this window stays empty, please try again.', // if-empty
    'Try again', // try-again
    'The secure window could not be opened just now. Please try again.', // token-failed
    'That was more than {limit} files at once; only the first {limit} were added. You can add the others now.', // too-many-picked
    'This part of the page is not set up correctly yet. Please come back later.', // not-set-up
    'You can send statements instead', // offer-title
    'Linking didn’t work this time', // offer-error-title
    'Need another way?', // offer-inactivity-title
    'If you’d rather not log in, send PDF statements from {institution}.', // offer-primary
    'Send PDF statements from {institution}. It takes a few minutes.', // offer-forced
    'Send PDF statements from your institution, whichever it is.', // offer-not-listed
    'If the login is taking long, you can send PDF statements from {institution}.', // offer-inactivity
    '{reason} You can send PDF statements from {institution} instead.', // offer-error
    '{institution}', // institution-known
    'your institution', // institution-unknown
    'The username was not recognized.', // invalid-username
    'The password was not accepted.', // invalid-password
    'Online access to this account is switched off at the bank.', // disabled-login
    'The bank can’t be reached at the moment.', // retry-later
    'The login took too long and was closed for your safety.', // session-expired
    'The security answer was not accepted.', // invalid-security-response
    'Something went wrong while reading the accounts.', // aggregation-error
    'The bank did not accept the login.', // login-refused
    'Upload statements instead', // use-upload
    'You can also go on with the login; it stays open.', // still-log-in
    'For support: {code}', // support-code
    'My institution is not in the list', // not-listed
    'Choose your statements', // collect-title
    'From {institution}', // collect-from
    'Collect a customer’s documents for the Flinks Dashboard, where fraud signals are looked at', // collect-for-staff
    'All files go as one upload, for one person and one institution.', // one-upload
    'The files are looked at on this device only. Nothing is sent yet.', // private
    'Drop PDF files or a folder here, paste them, or', // drop-pdf
    'Drop PDF files, images or a folder here, paste them, or', // drop-images
    'Choose files', // browse
    'Choose a folder', // browse-folder
    'Up to {files} {files|file|files}, {size} together', // limits
    'Files you chose', // file-list
    'Remove {name}', // remove
    'Checking…', // status-checking
    'Ready', // status-ready
    'Ready, please note', // status-warning
    'Can’t be used', // status-rejected
    '{pages}\u00a0{pages|page|pages}', // pages
    'Checking {files} {files|file|files}…', // checking
    '{ready} of {files} {files|file|files} ready', // summary
    '{ready} of {files} {files|file|files} ready, {attention} {attention|needs|need} attention', // summary-attention
    'Back to bank login', // back-to-login
    'Continue', // continue
    'Continue with {files} {files|file|files}', // continue-files
    'Continue without checking', // continue-unchecked
    'Open the Dashboard', // open-dashboard
    'Open the Dashboard with {files} {files|file|files} ready', // open-dashboard-files
    'One moment…', // going
    'Choose at least one file that can be used.', // choose-first
    'Choose these files once more', // checklist-title
    'For your safety, this page can’t put files into the secure upload window for you. Add {files|this file|these files} there, in one go: {files|it counts|together they count} as one upload.', // checklist
    'Change files', // change-files
    'Make a receipt of these files', // receipt
    'Your files are checked', // handed-over-title
    'Go on with the upload on this page.', // handed-over
    'Taking you to the secure upload page…', // on-its-way
    'The Dashboard opened in a new window. Add the files there, all together.', // in-dashboard
    'Your documents were received', // received-title
    'Your documents are being read', // processing-title
    'Your documents have been read', // ready-title
    'Your documents need another look', // needs-attention-title
    'Your documents couldn’t be read', // failed-title
    'Thank you. They are being read now, which can take a while. You can leave this page.', // received
    'This page says when that is done. You don’t need to wait for it.', // processing
    'Thank you. There is nothing more to do here.', // ready
    'Someone is looking at them. There is nothing to do here for now.', // needs-attention
    'You can choose files again. The original PDFs from your bank are read best.', // failed
    'Still working. This can take a while, and you don’t need to wait: you can close this page.', // slow
    'Your bank account is linked', // linked-title
    'Thank you. You don’t need to send any documents.', // linked
    'This file is empty.\nNothing in it could be read.\nDownload it again, then add the new copy.', // empty
    'This is {kind}, not a PDF.\nOnly statements that are real PDF files can be read.\nDownload the statement from your bank as a PDF and add that.', // not-a-pdf
    'This is {kind}.\nOnly PDF files are taken here.\nDownload the statement from your bank as a PDF and add that.', // unsupported-type
    'This PDF is damaged.\nNo page in it can be opened.\nDownload it again from your bank, then add the new copy.', // damaged
    'This PDF needs a password to open.\nNobody can read it without.\nOpen it with your password, save or print it as a new PDF without one, and add that copy.', // password-required
    'This file can’t be read any more.\nIt may have been moved, changed, or not be on this device yet.\nRemove it and choose it again.', // unreadable
    'At {size} this file is too large.\nOne file may have up to {limit}.\nAsk your bank for shorter statements, or save it in parts.', // over-file-size
    'At {size} this file may be too large.\nUp to {limit} is recommended for one file.\nYou can try it. If it is not accepted, save it in parts.', // near-file-size
    'One upload holds {files} {files|file|files}.\nMore are left out.\nRemove a file to let another in.', // too-many-files
    'One upload holds {limit}.\nWhat is over that is left out.\nRemove a file to let another in.', // over-total-size
    'Together the files have {size}.\nThat is close to what one upload holds: {limit}.\nYou can try it. If it is not accepted, remove a large file.', // near-total-size
    'You chose this file already.\nOne copy is enough.\nThere is nothing to do: only the first one goes.', // duplicate
    'This PDF is not complete.\nPages at the end may be missing.\nIf you can, download it again from your bank.', // repaired
    'This looks like a scan.\nScans take longer and are read less exactly.\nYou can send it. If you have the original PDF from your bank, add that instead.', // scanned
    'The text in this PDF is drawn, not written.\nIt is read like a picture.\nThere is nothing to do.', // no-text
    'This PDF is a folder of other files.\nWhat is inside of it may not be seen.\nOpen it, save each statement by itself, and add those.', // portfolio
    'This looks like a printed copy of a statement.\nCopies are sometimes questioned.\nIf you can, add the original PDF from your bank.', // printed-copy
    'This file could not be checked completely.\nIt may be fine all the same.\nYou can send it.', // unchecked
    'This PDF restricts editing.\nThat is usual for bank statements.\nThere is nothing to do.', // restricted
    'a {format} image', // kind-image
    'a ZIP or office file', // kind-zip
    'a web page', // kind-html
    'an office file', // kind-ole
    'another kind of file', // kind-other
    'Reading the files: {done} of {files}', // receipt-reading
    'The receipt is ready. It is made on this device and goes nowhere.', // receipt-made
    'The receipt is ready. Without a SHA-256 are files that can’t be read any more: {files}. It is made on this device and goes nowhere.', // receipt-made-without
    'The receipt could not be made this time. Your files are still here; please try again.', // receipt-failed
    'Save for spreadsheets (CSV)', // receipt-csv
    'Save for programs (JSON)', // receipt-json
  ],
>>>>>>> e3d365a (wip)
};
