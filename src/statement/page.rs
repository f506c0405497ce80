//! The lines of a document as its reader hands them over: text with its place, and which program made the file.

/// The text of a document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// The pages in the order of the file. Pages that were not read are left out by their reader, from the end.
    pub pages: Vec<Page>,
    /// The Producer entry of the document information dictionary; empty without one.
    pub producer: String,
    /// The Creator entry of the document information dictionary; empty without one.
    pub creator: String,
    /// Whether the text is a layer of recognized characters behind a picture. Its facts are never sure.
    pub is_recognized: bool,
}

/// One page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// The height, in the unit of the lines.
    pub height: f32,
    /// The lines from top to bottom.
    pub lines: Vec<Line>,
}

/// One line of a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// The distance from the top edge of the page, as it is seen.
    pub y: f32,
    /// The cells from left to right: pieces of text with more than a word space between them.
    pub cells: Vec<Cell>,
}

/// A piece of text within a line.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    /// Where it begins, from the left edge of the page.
    pub x0: f32,
    /// Where it ends.
    pub x1: f32,
    /// The text. A code whose character is not known is U+FFFD, never left out: digits would vanish unseen.
    pub text: String,
}
