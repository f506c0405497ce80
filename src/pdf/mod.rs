//! What a PDF file is, from a few slices of it: its number of pages, its encryption, whether it is intact, and whether it
//! holds text or scans.
//!
//! Sans-IO: nothing here reads a file. The [`Inspector`] asks for byte ranges and the caller supplies them, from
//! `Blob.slice` in a browser or from a slice of bytes natively, so both come to the same result.
//!
//! Parsing code is written as if the whole file were in memory. It stops where data is missing and runs again once the
//! data is there; what was loaded is kept, so running again is cheap. A [`Budget`] limits all work. Defects of the file
//! are part of the [`PdfReport`]: they are never an error and never a panic. Nothing is rendered, and image data is never
//! read.
//!
//! The modules, each of which uses only those below it:
//!
//! - `inspector` runs the stages in order and decides what is read next;
//! - `extract` reads the text of pages, with `layout` (lines from places), `font`, `cmap` and `encoding` (what codes stand
//!   for);
//! - `unlock` writes a copy of an encrypted file that opens without its password;
//! - `text_layer` tells text from scans on a sample of pages, `page_content` and `content` interpret what a page shows,
//!   `page_tree` counts the pages, `catalog` and `document_flags` read the catalog and the document information,
//!   `revised_content` compares pages with what they were before an update of the file;
//! - `encryption_dict` opens what the empty password opens, `xref_loader` loads the cross-reference, `trailer`
//!   parses both ends of the file, `recovery` reconstructs a damaged cross-reference;
//! - `document` loads objects by number, from `xref` (where they are), `source` (the bytes read so far), `lex`, `filter`
//!   and `crypt`;
//! - `report`, `wire`, `kind`, `encryption`, `budget` and `range` are the public values.

mod budget;
mod catalog;
mod chars;
mod cmap;
mod content;
mod crypt;
mod document;
mod document_flags;
mod encoding;
mod encryption;
mod encryption_dict;
mod error;
mod extract;
mod filter;
mod font;
mod hex;
mod inspector;
mod kind;
mod layout;
mod lex;
mod matrix;
mod object;
mod page_content;
mod page_tree;
mod range;
mod recovery;
mod report;
mod revised_content;
pub(crate) mod search;
mod sort;
mod source;
mod text_layer;
mod trailer;
mod unlock;
mod wire;
mod xref;
mod xref_loader;

pub use budget::{Budget, LimitExceeded};
pub use encryption::Encryption;
pub use extract::{DocumentText, PageText, TextBudget, TextExtractor, TextStep};
pub use inspector::{Inspector, Step, extract_text, inspect};
pub use kind::FileKind;
pub use layout::{Cell, Line};
pub use range::Range;
pub use report::{PdfReport, State, TextLayer};
pub use unlock::{UnlockError, UnlockStep, Unlocker};
