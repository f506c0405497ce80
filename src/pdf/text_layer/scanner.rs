//! Counts what tells text from scans while the content of a page is interpreted: how much text is shown, whether it is
//! visible, and how much of the page images cover. Never decodes text.

use crate::pdf::{
    chars::is_space,
    content::{FontId, GraphicsState, HIDING_COVERAGE, Sink},
    document::Document,
    error::ParseResult,
    matrix::{Matrix, Rectangle, coverage, enclose},
    object::Object,
};

/// The most fonts of a page that are told apart.
const MAX_FONTS: usize = 64;

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
    fonts: Vec<Object>,
    /// Strings of nothing but the codes of white space, by font: how many bytes.
    blank: Vec<(FontId, u32)>,
    /// A string was a single code of two bytes, of which one is white space: in a composite font the first glyphs, which are
    /// the space in general.
    has_low_code: bool,
}

impl PageScanner {
    /// A scanner for a page that shows `page_box`.
    pub(super) fn new(page_box: Rectangle) -> Self {
        let content = PageContent::default();
        Self { page_box, content, fonts: Vec::new(), blank: Vec::new(), has_low_code: false }
    }

    /// Looks again at a page that shows next to nothing. A single glyph may be a space. Codes of white space may be letters,
    /// if the font is one of Type 3.
    pub(super) fn count_blank(&mut self, document: &mut Document) -> ParseResult<()> {
        if self.content.visible_text == 1 && self.has_low_code {
            self.content.visible_text = 0;
        }
        if self.content.visible_text > 0 {
            return Ok(());
        }
        let mut count = 0u32;
        for (font, len) in &self.blank {
            let font = document.resolve(self.fonts.get(font.0))?;
            if font.dict().and_then(|dict| dict.get(b"Subtype")).is_some_and(|kind| kind.is_name(b"Type3")) {
                count = count.saturating_add(*len);
            }
        }
        self.content.visible_text = count;
        Ok(())
    }

    /// Whether a string may be seen, if each of its bytes is a glyph as wide as high.
    fn is_on_page(&self, state: &GraphicsState, text: &Matrix, string: &[u8]) -> bool {
        let size = state.font_size;
        #[expect(clippy::cast_precision_loss, reason = "an estimate")]
        let width = size * string.len() as f32 * state.scale;
        let corners = [[0.0, -size], [width, -size], [0.0, size], [width, size]];
        let [left, bottom, right, top] = enclose(&corners, &text.then(&state.matrix));
        let [page_left, page_bottom, page_right, page_top] = self.page_box;
        !(right < page_left || left > page_right || top < page_bottom || bottom > page_top)
    }
}

impl Sink for PageScanner {
    fn has_visible_text(&self) -> bool {
        self.content.visible_text > 0
    }

    /// Fonts are not loaded: nearly always, all that counts is that there is one.
    fn load_font(&mut self, _document: &mut Document, font: &Object) -> ParseResult<FontId> {
        let is_same = |other: &Object| matches!((font, other), (Object::Reference(a), Object::Reference(b)) if a == b);
        let index = self.fonts.iter().position(is_same).unwrap_or_else(|| {
            self.fonts.truncate(MAX_FONTS - 1);
            self.fonts.push(font.clone());
            self.fonts.len() - 1
        });
        Ok(FontId(index))
    }

    fn show(&mut self, state: &GraphicsState, text: &Matrix, string: &[u8]) -> f32 {
        let Some(font) = state.font.filter(|_| self.is_on_page(state, text, string)) else { return 0.0 };
        let count =
            |keep: fn(u8) -> bool| u32::try_from(string.iter().filter(|&&byte| keep(byte)).count()).unwrap_or(u32::MAX);
        let letters = count(|byte| !is_space(byte));
        if letters == 0 && !state.is_text_invisible {
            match self.blank.iter_mut().find(|blank| blank.0 == font) {
                Some(blank) => blank.1 = blank.1.saturating_add(count(is_space)),
                None => self.blank.push((font, count(is_space))),
            }
        }
        self.has_low_code |= letters == 1 && string.len() == 2;
        let content = &mut self.content;
        let sum = if state.is_text_invisible { &mut content.hidden_text } else { &mut content.visible_text };
        *sum = sum.saturating_add(letters);
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
