//! The result of an inspection: what kind of file it is, whether it is intact, and what its pages hold.
//!
//! Never an error: a defect of the file is part of the result.

use super::{budget::LimitExceeded, encryption::Encryption, kind::FileKind};
use serde::Serialize;

/// What was found out about one file. A value that could not be determined is `None`, and `state` gives the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PdfReport {
    /// The kind of file, by its content.
    pub kind: FileKind,
    /// Whether the file is intact. Always [`State::Intact`] for files other than PDFs, which are not inspected further.
    pub state: State,
    /// The number of pages.
    pub pages: Option<u32>,
    /// Whether the file is encrypted, and whether it opens without a password.
    pub encryption: Option<Encryption>,
    /// Whether the pages hold text or images of text.
    pub text: Option<TextLayer>,
    /// Whether it is a PDF portfolio, which is a container for attached files.
    pub portfolio: bool,
    /// Whether a print-to-PDF driver made the file.
    pub printed: bool,
    /// Whether a PDF editor or a scanner app made the file, or a later revision of it changed what a page shows.
    pub edited: bool,
}

impl PdfReport {
    /// A report that says nothing but the kind and the state.
    pub fn of_kind(kind: FileKind, state: State) -> Self {
        Self { kind, state, pages: None, encryption: None, text: None, portfolio: false, printed: false, edited: false }
    }
}

/// Whether a file is intact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// No defect was found in the parts that were read.
    Intact,
    /// Pages were found, but the end of the file is missing, or a page or its content that the file names.
    Incomplete,
    /// The end is there and so are the pages, but the cross-reference or the page tree is damaged.
    Rebuilt,
    /// A PDF in which no page was found.
    Damaged,
    /// A limit ended the inspection. The report holds what was found until then.
    Unchecked(LimitExceeded),
}

/// Whether pages hold text or images of text.
///
/// Serialized in kebab case: `text`, `scan`, `scan-with-text`, `none`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextLayer {
    /// Text.
    Text,
    /// Page-sized images without text.
    Scan,
    /// Page-sized images with a text layer, as OCR software adds it.
    ScanWithText,
    /// Neither: empty pages, or vector outlines, as in the web statements of some banks.
    None,
}

impl TextLayer {
    /// In the order of the wire format.
    pub(super) const ALL: [Self; 4] = [Self::Text, Self::Scan, Self::ScanWithText, Self::None];
}
