//! What is inside a picked file, told from a few slices of it.
//!
//! Sans-IO: nothing in here reads a file. The reader asks for `{offset, len}` and the caller answers, from `Blob.slice`
//! in a browser or from a byte slice natively, so both give the same verdict.
//!
//! - [`Inspector`] (`inspect`) runs the stages: `tail` looks at both ends, `xref` finds the objects, `encrypt` and
//!   `crypt` open what the empty password opens, `pages` counts, `flags` and `text` say what kind of document it is.
//! - `document` gives the stages objects by number, out of `source` (the bytes known so far), through `lex` and `filter`.
//! - `content` runs through a page's content stream; nothing in here draws, and pictures are never read.
//!
//! The code of the stages is written as if the file were at hand. Where bytes are missing it stops, and once they are
//! there it is run again; what was read is kept, so that costs little. Everything is bounded by a [`Budget`], and what
//! is wrong in a file is part of the verdict, never an error and never a panic.

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
