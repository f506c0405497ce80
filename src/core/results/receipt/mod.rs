//! A receipt of a batch, for the records of staff who upload documents to the Dashboard by hand: which files, how large,
//! how many pages, their SHA-256, the verdicts, and when.
//!
//! - [`contents`] decides what is in a receipt.
//! - `export` decides how it is written: CSV for spreadsheets, JSON for programs.
//!
//! Neither reads a clock or a file: the time and the digests are given. `www/receipt/` does the same for pages, because a
//! page loads it only when staff ask for it; `tests/receipts.json` holds both to the same results.
//!
//! Source: this project's own format.

pub mod contents;
mod export;

pub use contents::{Receipt, ReceiptFile};

#[cfg(test)]
mod tests;
