//! Counts what tells text from scans while the content of a page is interpreted: how much text is shown, whether it is
//! visible, and how much of the page images cover. Never decodes text.

use crate::pdf::{
    chars::is_space,
    content::{FontId, GraphicsState, HIDING_COVERAGE, Sink},
    document::Document,
    error::ParseResult,
    matrix::{Matrix, Rectangle, coverage},
    object::Object,
};

/// What the content of a page shows.
#[derive(Debug, Default)]
pub(super) struct PageContent {
    /// Bytes of visible text.
    pub(super) visible_text: u32,
    /// Bytes of text that is not painted or is under an image.
    pub(super) hidden_text: u32,
    /// The fraction of the page that images cover; above 1 where they overlap.
    pub(super) image_coverage: f32,
}

/// Scans one page.
pub(super) struct PageScanner {
    page_box: Rectangle,
    pub(super) content: PageContent,
}

impl PageScanner {
    /// A scanner for a page that shows `page_box`.
    pub(super) fn new(page_box: Rectangle) -> Self {
        Self { page_box, content: PageContent::default() }
    }
}

impl Sink for PageScanner {
    fn has_visible_text(&self) -> bool {
        self.content.visible_text > 0
    }

    /// Fonts are not loaded: all that counts is that there is one.
    fn load_font(&mut self, _document: &mut Document, _font: &Object) -> ParseResult<FontId> {
        Ok(FontId(0))
    }

    fn show(&mut self, state: &GraphicsState, _text: &Matrix, string: &[u8]) -> f32 {
        if state.font.is_some() {
            let content = &mut self.content;
            let sum = if state.is_text_invisible { &mut content.hidden_text } else { &mut content.visible_text };
            let count = string.iter().filter(|&&byte| !is_space(byte)).count();
            *sum = sum.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
        }
        0.0
    }

    fn paint_image(&mut self, matrix: &Matrix, is_opaque: bool) {
        let covered = coverage(self.page_box, matrix.image_box());
        self.content.image_coverage += covered;
        if is_opaque && covered >= HIDING_COVERAGE {
            self.content.hidden_text = self.content.hidden_text.saturating_add(self.content.visible_text);
            self.content.visible_text = 0;
        }
    }
}
