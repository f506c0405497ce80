//! What is inside a picked file, told from a few slices of it.
//!
//! Sans-IO: nothing in here reads a file. The reader asks for `{offset, len}` and the caller answers, from `Blob.slice`
//! in a browser or from a byte slice natively, so both give the same verdict.

mod content;
mod crypt;
mod document;
mod encrypt;
mod filter;
mod flags;
mod inspect;
mod kind;
mod lex;
mod matrix;
mod object;
mod pages;
mod report;
mod source;
mod tail;
mod text;
mod xref;

pub use inspect::{Inspector, Range, Step, inspect};
pub use kind::FileKind;
pub use report::{Budget, Encryption, Exhausted, PdfReport, State, TextLayer};
