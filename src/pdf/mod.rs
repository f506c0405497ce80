//! What is inside a picked file, told from a few slices of it.
//!
//! Sans-IO: nothing in here reads a file. The reader asks for `{offset, len}` and the caller answers, from `Blob.slice`
//! in a browser or from a byte slice natively, so both give the same verdict.

mod kind;
mod report;

pub use kind::FileKind;
pub use report::{Budget, Encryption, Exhausted, PdfReport, State, TextLayer};
