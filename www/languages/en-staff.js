// Generated from src/core/i18n/languages/en.rs by: cargo run --no-default-features --features generate --example generate
import pack from './en.js';

// By their places among the texts.
export default {
  ...pack,
  texts: Object.assign([...pack.texts], {
    35: 'Choose the customer’s statements', // collect-title
    39: 'The files are checked on this device before anything is sent.', // private
    67: 'This is the PDF’s own password. The customer may know it; never ask for an online banking password. What you enter stays on this device and is also tried on the other locked files.', // password-hint
    69: 'This file couldn’t be unlocked here. Try again, or ask the customer for a copy without a password.', // cannot-unlock
    95: 'The customer’s account', // account-unknown
    97: 'Upload the customer’s statements', // upload-title
    102: 'The files have been checked', // handed-over-title
    124: 'This file is empty.\nThere’s nothing in it to read.\nAsk the customer for a new copy.', // empty
    127: 'This PDF is damaged.\nNone of its pages can be opened.\nAsk the customer for a new copy, downloaded from the bank.', // damaged
    128: 'This PDF is password-protected.\nIt can’t be read while it’s locked.\nAsk the customer for a copy without a password.', // password-required
    129: 'This PDF is password-protected.\nIt can’t be read while it’s locked.\nUnlock it here with its password, or ask the customer for a copy without one.', // unlock-here
    131: 'This PDF is locked in a way that can’t be opened here.\nIt may not be possible to read it.\nAsk the customer for an unlocked copy from the bank.', // unsupported-encryption
    133: 'This file is too large.\nThe limit is {limit} per file.\nAsk the customer for statements of a shorter period, for example one month per file.', // over-file-size
    134: 'This is a large file.\nFiles over {limit} are sometimes refused.\nYou can send it. If it’s refused, ask the customer for statements of a shorter period.', // near-file-size
    137: 'The files total {size}, just over the limit of {limit}.\nThey may still be accepted.\nYou can try. If they’re refused, remove the largest.', // near-total-size
    139: 'Part of this PDF may be missing.\nSome pages, often the last ones, might not be in it.\nOpen it to check, or ask the customer for a new copy.', // incomplete
    140: 'This PDF has a small defect.\nIts pages could still be found.\nYou can send it. If you can, ask the customer for a new copy.', // rebuilt
    141: 'This looks like a scan.\nScans take longer and are read less accurately.\nYou can send it. If you can, ask the customer for the original PDF from the bank.', // scanned
    143: 'This looks like a saved or printed copy.\nCopies can take longer to review.\nYou can send it. If you can, ask the customer for the original PDF from the bank.', // printed-copy
    145: 'This looks like it was saved with another app.\nSuch copies can take longer to review.\nYou can send it. If you can, ask the customer for the original PDF from the bank.', // edited
    146: 'This statement says it has {pages} {pages|page|pages}; missing from this file: {missing}.\nA statement is read as a whole.\nAsk the customer for the complete statement from the bank.', // missing-pages
    147: 'This looks like a pay stub.\nOnly bank account and credit card statements can be read.\nAsk the customer for the bank statement.', // pay-stub
    148: 'This looks like a tax form.\nOnly bank account and credit card statements can be read.\nAsk the customer for the bank statement.', // tax-form
    149: 'This looks like a printed list of transactions.\nIt can’t replace a statement.\nAsk the customer for the statement as a PDF from the bank.', // transaction-list
    152: '{account}: no statement covers {period}.\nThese days would be missing from the upload.\nAsk the customer for the statement that covers them.', // missing-period
    153: '{account}: the newest statement ends on {date}.\nA more recent one is needed.\nAsk the customer for the latest statement.', // outdated
    155: 'These statements are from {accounts} {accounts|account|accounts}.\nThat’s fine if you asked for all of them.\nYou don’t need to do anything.', // several-accounts
    167: 'Ask the customer for the statement as a PDF from the bank.', // remedy-download
    168: 'Ask the customer for the statement as a PDF from the bank, instead of a picture.', // remedy-photo
    169: 'If the statement is attached to the email, save the attached PDF and add that. Otherwise, ask the customer for it as a PDF from the bank.', // remedy-email
    170: 'Ask the customer for the statement as a PDF from the bank, instead of CSV.', // remedy-csv
    171: 'Ask the customer for the statement as a PDF from the bank, not printed.', // remedy-postscript
  }),
};
