//! The verdict on one file's bytes, and the limits of the work that goes into it.

use super::FileKind;
use serde::Serialize;

/// What the bytes of one file say.
///
/// A verdict, never an error: what could not be found out is `None`, and `state` says why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PdfReport {
    /// What the file is.
    pub kind: FileKind,
    /// Whether it is whole.
    pub state: State,
    /// How many pages it has.
    pub pages: Option<u32>,
    /// Whether it is encrypted, and whether that keeps anyone out.
    pub encryption: Option<Encryption>,
    /// Whether its pages hold text or pictures of text.
    pub text: Option<TextLayer>,
    /// A collection of files in a PDF's clothes.
    pub portfolio: bool,
    /// Made by a print-to-PDF producer.
    pub printed: bool,
}

impl PdfReport {
    /// The report on a file that is not a PDF, or of which only the first bytes were looked at.
    pub fn of_kind(kind: FileKind, state: State) -> Self {
        Self { kind, state, pages: None, encryption: None, text: None, portfolio: false, printed: false }
    }
}

/// Whether a file is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing is missing that a reader looks at.
    Whole,
    /// Truncated, or a broken cross-reference, yet pages were found.
    Repaired,
    /// A PDF in which no page can be found.
    Damaged,
    /// A budget ran out before the verdict.
    Unchecked(Exhausted),
}

/// Which budget ran out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Exhausted {
    /// Bytes read from the file.
    Bytes,
    /// Objects looked at, or the depth of their nesting.
    Objects,
    /// Bytes that came out of decompression.
    Inflated,
    /// Time. The reader has no clock: its caller says so.
    Time,
    /// The checker stopped working, or could not be loaded.
    Checker,
}

/// Whether a file is encrypted, and whether that keeps anyone out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encryption {
    /// Not encrypted.
    None,
    /// Encrypted, and opens with the empty password: only some uses are restricted.
    Opens,
    /// Does not open with the empty password.
    NeedsPassword,
    /// Encrypted in a way that is not known here.
    Unknown,
}

/// Whether pages hold text or pictures of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextLayer {
    /// Text.
    Text,
    /// Page-sized images without text.
    Scan,
    /// Page-sized images with a layer of text over them.
    ScanWithText,
    /// Neither: vector outlines, as in some banks' web statements, or empty pages.
    None,
}

/// The most work that goes into one file. Running out is a verdict ([`State::Unchecked`]), never a hang.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budget {
    /// Bytes read from the file.
    pub bytes: u64,
    /// Objects looked at.
    pub objects: u32,
    /// Levels of nesting: arrays, dictionaries, the page tree, form `XObjects`.
    pub depth: u32,
    /// Bytes that come out of decompression, over all streams.
    pub inflated: u64,
}

impl Default for Budget {
    /// 32 MiB read, 50,000 objects, 64 levels, 64 MiB inflated.
    fn default() -> Self {
        Self { bytes: 32 << 20, objects: 50_000, depth: 64, inflated: 64 << 20 }
    }
}
