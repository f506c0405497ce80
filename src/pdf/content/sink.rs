//! What reads along while a content stream is interpreted.

use super::state::{FontId, GraphicsState};
use crate::pdf::{
    document::Document,
    error::ParseResult,
    matrix::{Matrix, Rectangle},
    object::Object,
};

/// An image that covers this fraction of the page hides the text under it.
pub(in crate::pdf) const HIDING_COVERAGE: f32 = 0.9;

/// Takes what the content of a page shows, in the order in which it is painted.
pub(in crate::pdf) trait Sink {
    /// Whether the sink takes filled paths and marked content. To follow them costs time, and reads more of the file.
    fn needs_details(&self) -> bool {
        false
    }

    /// Whether visible text was shown so far.
    fn has_visible_text(&self) -> bool;

    /// Selects a font resource, which may be a reference.
    fn load_font(&mut self, document: &mut Document, font: &Object) -> ParseResult<FontId>;

    /// A string is shown where `text` places it. Returns how far it moves the text position, in text space.
    fn show(&mut self, state: &GraphicsState, text: &Matrix, string: &[u8]) -> f32;

    /// An image is painted into the unit square of `matrix`.
    fn paint_image(&mut self, matrix: &Matrix, is_opaque: bool);

    /// A path inside `area` is filled with a color other than white.
    fn fill(&mut self, _area: Rectangle) {}

    /// Marked content begins; if it states the text that it stands for, with that text string.
    fn begin_marked_content(&mut self, _actual_text: Option<&[u8]>) {}

    /// The marked content that began last ends.
    fn end_marked_content(&mut self) {}
}
