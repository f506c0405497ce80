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
  texts: [
    'This part of the page couldn’t be loaded. Please check your connection.', // load-failed
    'Link your bank account', // connect-frame
    'Upload your documents', // upload-frame
    'Opening…', // opening
    'Nothing has been lost.', // cannot-open
    'If this window stays empty, please try again.', // if-empty
    'Try again', // try-again
    'The secure window couldn’t be opened just now. Please try again.', // token-failed
    'You chose more than {limit} files at once, so only the first {limit} were added.', // too-many-picked
    'Some files couldn’t be added. Please check the list, and add what is missing.', // files-left-out
    'This part of the page isn’t available right now. Please try again later.', // not-set-up
    'You can send statements instead', // offer-title
    'Your account couldn’t be linked', // offer-error-title
    'Having trouble logging in?', // offer-inactivity-title
    'If you’d rather not log in, send PDF statements from {institution}.', // offer-primary
    'Send PDF statements from {institution}. It takes a few minutes.', // offer-forced
    'Can’t find your bank? Send PDF statements from it instead.', // offer-not-listed
    'You can send PDF statements from {institution} instead.', // offer-inactivity
    '{reason} You can send PDF statements from {institution} instead.', // offer-error
    '{reason} Try logging in again, or send PDF statements from {institution} instead.', // offer-error-retry
    '{reason} You can send PDF statements from {institution} instead, or try again later.', // offer-error-later
    '{institution}', // institution-known
    'your institution', // institution-unknown
    'Your bank didn’t recognize that username.', // invalid-username
    'Your bank didn’t accept that password.', // invalid-password
    'Your bank has turned off online access to this account.', // disabled-login
    'Your bank can’t be reached right now.', // retry-later
    'Your login timed out, for your security.', // session-expired
    'Your bank didn’t accept the answer to the security question.', // invalid-security-response
    'Something went wrong while reading your accounts.', // aggregation-error
    'Your bank didn’t accept those login details.', // login-refused
    'Upload statements instead', // use-upload
    'Not now', // dismiss
    'Error code: {code}', // support-code
    'My bank isn’t listed', // not-listed
    'Choose your statements', // collect-title
    'From {institution}', // collect-from
    'Prepare a customer’s documents for review in the Flinks Dashboard', // collect-for-staff
    'Send statements for one person, from one bank, all at once.', // one-upload
    'Your files are checked on this device before anything is sent.', // private
    'Drag PDF files or a folder here, or', // drop-pdf
    'Drag PDF files, images or a folder here, or', // drop-images
    'Choose files', // browse
    'Add more files', // browse-more
    'Choose a folder', // browse-folder
    'Up to {files} {files|PDF file|PDF files}, {size} in total', // limits
    'Up to {files} {files|PDF file or image|PDF files or images}, {size} in total', // limits-images
    'Files you chose', // file-list
    'Remove {name}', // remove
    '{name} was removed.', // removed
    'Undo', // undo
    'Checking…', // status-checking
    'Ready', // status-ready
    'Ready, with a note', // status-warning
    'Can’t be used', // status-rejected
    'Left out', // status-left-out
    'Skipped', // status-skipped
    'Locked', // status-locked
    '{pages}\u00a0{pages|page|pages}', // pages
    'Checking {files} {files|file|files}…', // checking
    '{ready} of {files} {files|file|files} ready', // summary
    '{ready} of {files} {files|file|files} ready, {attention} can’t be used', // summary-attention
    '{summary}, {locked} locked', // summary-locked
    '{files} {files|file|files} ready', // ready-files
    'Applies to {files} {files|file|files}:', // shared-by
    'and {files} more {files|file|files}', // more-files
    'Password for this file', // password
    'This is the PDF’s own password, usually not your online banking password. It stays on this device and is also tried on your other locked files.', // password-hint
    'That password doesn’t open this file. Please check it and try again.', // password-refused
    'This file couldn’t be unlocked here. Try again, or add a copy without a password if your bank offers one.', // cannot-unlock
    'Unlock', // unlock
    'Unlocking…', // unlocking
    'Save the unlocked copy', // save-unlocked
    'unlocked', // unlocked-suffix
    'Back to bank login', // back-to-login
    'Continue', // continue
    'Continue with {files} {files|file|files}', // continue-files
    'Continue without checking', // continue-unchecked
    'Open the Dashboard', // open-dashboard
    'Open the Dashboard with {files} {files|file|files} ready', // open-dashboard-files
    'One moment…', // going
    'Add at least one usable file to continue.', // choose-first
    'Unlock a file or add another one to continue.', // unlock-first
    'Next, you’ll choose the same files again in a secure window. Your browser doesn’t let this page pass them on.', // choose-again
    'For unlocked files, choose the unlocked copies you saved.', // choose-unlocked
    'Add the statements for the missing days to continue.', // cover-first
    'Statements for the last {days} days: {period}', // required-period
    'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec', // month-names
    '1', // first-day
    '{date} at {hour12}:{minute}\u00a0{half|a.m.|p.m.}', // date-time
    'Months covered: {account}', // months-covered
    'covered', // month-covered
    'partly covered', // month-partly
    'missing', // month-missing
    'unknown', // month-unknown
    'Your account', // account-unknown
    'Last step: choose the same files again', // checklist-title
    'Upload your statements', // upload-title
    'In the window below, choose {files|the same file|the same files, all at once}.\nThen send {files|it|them}.', // checklist
    '{files} {files|file|files} to choose', // files-to-choose
    'Change files', // change-files
    'Download a record of these files', // receipt
    'Your files have been checked', // handed-over-title
    'Continue the upload on this page.', // handed-over
    'Taking you to the secure upload page…', // on-its-way
    'The Dashboard opened in a new window. Add the files there, all at once.', // in-dashboard
    'Your documents were received', // received-title
    'Received on', // received-date
    'Files checked here', // received-files
    'Reference number', // reference
    'Print this page', // print
    'Your documents are being read', // processing-title
    'Your documents have been read', // ready-title
    'Your documents are being reviewed', // needs-attention-title
    'Your documents couldn’t be read', // failed-title
    'Thank you. Reading them can take a while. You can close this page.', // received
    'You’ll see it here when it’s done. No need to wait.', // processing
    'Thank you. You don’t need to do anything else here.', // ready
    'This may take a little longer. You don’t need to do anything for now.', // needs-attention
    'Please choose other files. Original PDFs from your bank work best.', // failed
    'Choose other files', // choose-other
    'Still working. This can take a while. There’s no need to wait: you can close this page.', // slow
    'Your bank account is linked', // linked-title
    'Thank you. You don’t need to send any documents.', // linked
    'This file is empty.\nThere’s nothing in it to read.\nDownload it again and add the new copy.', // empty
    'This is {kind}, not a PDF.\nOnly PDF statements can be read.\n{remedy}', // not-a-pdf
    'This is {kind}.\nOnly PDF files are accepted here.\n{remedy}', // unsupported-type
    'This PDF is damaged.\nNone of its pages can be opened.\nDownload it again from your bank and add the new copy.', // damaged
    'This PDF is password-protected.\nIt can’t be read while it’s locked.\nIf your bank offers a copy without a password, download and add that.', // password-required
    'This PDF is password-protected.\nIt can’t be read while it’s locked.\nUnlock it here with its password, or add a copy without one.', // unlock-here
    'An unlocked copy is ready.\nThe file on your device is still locked.\nSave the unlocked copy, and choose it in the next step instead of the original.', // unlocked
    'This PDF is locked in a way that can’t be opened here.\nIt may not be possible to read it.\nDownload an unlocked copy from your bank.', // unsupported-encryption
    'This file can’t be opened.\nIt may have been moved or changed, or still be in the cloud.\nRemove it and choose it again.', // unreadable
    'This file is too large.\nThe limit is {limit} per file.\nDownload a shorter period from your bank, for example one month per file.', // over-file-size
    'This is a large file.\nFiles over {limit} are sometimes refused.\nYou can send it. If it’s refused, download a shorter period from your bank.', // near-file-size
    'You can send up to {files} {files|file|files} at a time.\nAny others are left out.\nTo make room, remove a file.', // too-many-files
    'Together, files can be up to {limit}.\nWhat doesn’t fit is left out.\nTo make room, remove a file.', // over-total-size
    'Your files total {size}, just over the limit of {limit}.\nThey may still be accepted.\nYou can try. If they’re refused, remove the largest.', // near-total-size
    'This is the same file as {other}.', // duplicate
    'Part of this PDF may be missing.\nSome pages, often the last ones, might not be in it.\nOpen it to check, or download it again from your bank.', // incomplete
    'This PDF has a small defect.\nIts pages could still be found.\nYou can send it. If you can, download it again from your bank.', // rebuilt
    'This looks like a scan.\nScans take longer and are read less accurately.\nYou can send it. If you have it, the original PDF from your bank is better.', // scanned
    'This PDF contains other files.\nThey may not be read.\nOpen it, save each statement separately, and add those.', // portfolio
    'This looks like a saved or printed copy.\nCopies can take longer to review.\nYou can send it. If you have it, the original PDF from your bank is better.', // printed-copy
    'This file couldn’t be fully checked.\nIt may still be fine.\nYou can send it.', // unchecked
    'This looks like it was saved with another app.\nSuch copies can take longer to review.\nYou can send it. If you have it, the original PDF from your bank is better.', // edited
    'This statement says it has {pages} {pages|page|pages}; missing from this file: {missing}.\nA statement is read as a whole.\nDownload the complete statement from your bank and add that.', // missing-pages
    'This looks like a pay stub.\nOnly bank account and credit card statements can be read.\nAdd your bank statement instead.', // pay-stub
    'This looks like a tax form.\nOnly bank account and credit card statements can be read.\nAdd your bank statement instead.', // tax-form
    'This looks like a printed list of transactions.\nIt can’t replace a statement.\nDownload the statement from your bank as a PDF and add that.', // transaction-list
    'This doesn’t look like a bank statement.\nOnly bank account and credit card statements can be read.\nIf you meant to add another file, choose that one instead.', // other-document
    'This looks like a statement from {found}, not from {institution}.\nOne upload is for one institution.\nIf it doesn’t belong here, remove it.', // other-institution
    '{account}: no statement covers {period}.\nThese days would be missing from your upload.\nAdd the statement that covers them.', // missing-period
    '{account}: the newest statement ends on {date}.\nA more recent one is needed.\nAdd your latest statement.', // outdated
    'These statements are from more than one institution: {institutions}.\nOne upload is for one institution.\nSend the others in a separate upload.', // several-institutions
    'Your statements are from {accounts} {accounts|account|accounts}.\nThat’s fine if you were asked for all of them.\nYou don’t need to do anything.', // several-accounts
    'a {format} image', // kind-image
    'a ZIP, Word or Excel file', // kind-zip
    'a web page', // kind-html
    'an older Word or Excel file', // kind-ole
    'a {format} photo', // kind-photo
    'an AVIF image', // kind-avif
    'an email', // kind-email
    'a spreadsheet (CSV)', // kind-csv
    'a text document', // kind-rtf
    'a printer file', // kind-postscript
    'another kind of file', // kind-other
    'Download the statement from your bank as a PDF and add that.', // remedy-download
    'Download the statement from your bank as a PDF and add that instead of a picture.', // remedy-photo
    'If the statement is attached to the email, save the attached PDF and add that. Otherwise, download it from your bank.', // remedy-email
    'Download the statement from your bank again, choose PDF instead of CSV, and add that.', // remedy-csv
    'Download the statement from your bank as a PDF, without printing it, and add that.', // remedy-postscript
    'Reading the files: {done} of {files}', // receipt-reading
    'The record is ready. It was made on this device and isn’t sent anywhere.', // receipt-made
    'The record is ready. {files} {files|file|files} can no longer be read and {files|has|have} no SHA-256 in it. It was made on this device and isn’t sent anywhere.', // receipt-made-without
    'The record couldn’t be made this time. The files are still here; please try again.', // receipt-failed
    'Save for spreadsheets (CSV)', // receipt-csv
    'Save for programs (JSON)', // receipt-json
  ],
};
