//! Decodes the strings that a page shows, and places their glyphs.

use super::{PageText, fonts::Fonts};
use crate::pdf::{
    content::{FontId, GraphicsState, HIDING_COVERAGE, Sink},
    document::Document,
    encoding::decode_text_string,
    error::ParseResult,
    layout::{Direction, Glyph, Runs},
    matrix::{Matrix, Point, Rectangle, coverage},
    object::Object,
};

/// The most fills and images that are remembered.
const MAX_FILLS: usize = 512;
/// The longest text that marked content may state, in bytes.
const MAX_ACTUAL_TEXT_LEN: usize = 2000;
/// The smallest height of a font, in points.
const MIN_SIZE: f32 = 0.1;

/// The text that marked content states for what it shows (ISO 32000-1, 14.9.4).
struct ActualText {
    text: String,
    /// It was added to the page, at the place of the first glyph.
    is_used: bool,
    /// The level of marked content that states it.
    level: u32,
}

/// Reads the text of one page.
pub(super) struct TextReader<'a> {
    fonts: &'a mut Fonts,
    runs: Runs,
    page: PageText,
    max_codes: u32,
    /// Where white text can be seen.
    fills: Vec<Rectangle>,
    actual_text: Option<ActualText>,
    /// Levels of marked content.
    level: u32,
}

impl<'a> TextReader<'a> {
    /// A reader for a page that is shown in that size.
    pub(super) fn new([width, height]: Point, fonts: &'a mut Fonts, max_codes: u32) -> Self {
        let page = PageText { width, height, ..PageText::default() };
        Self { fonts, runs: Runs::default(), page, max_codes, fills: Vec::new(), actual_text: None, level: 0 }
    }

    /// The text of the page.
    pub(super) fn finish(self) -> PageText {
        PageText { lines: self.runs.into_lines(), ..self.page }
    }

    fn add_fill(&mut self, area: Rectangle) {
        if self.fills.len() < MAX_FILLS {
            self.fills.push(area);
        }
    }

    /// Whether a glyph of that height cannot be seen at that place.
    fn is_hidden(&self, state: &GraphicsState, [x, y]: Point, size: f32) -> bool {
        let is_on_page =
            (-size..=self.page.width + size).contains(&x) && (-size..=self.page.height + size).contains(&y);
        let is_inside =
            |&[left, bottom, right, top]: &Rectangle| (left..=right).contains(&x) && (bottom..=top).contains(&y);
        state.is_text_invisible || !is_on_page || (state.is_white && !self.fills.iter().any(is_inside))
    }
}

impl Sink for TextReader<'_> {
    fn needs_details(&self) -> bool {
        true
    }

    fn has_visible_text(&self) -> bool {
        self.runs.has_visible()
    }

    fn load_font(&mut self, document: &mut Document, font: &Object) -> ParseResult<FontId> {
        self.fonts.load(document, font)
    }

    fn show(&mut self, state: &GraphicsState, text: &Matrix, string: &[u8]) -> f32 {
        let Some(font) = state.font.and_then(|id| self.fonts.get(id)) else { return 0.0 };
        let matrix = text.then(&state.matrix);
        let along = matrix.transform_vector([1.0, 0.0]);
        let upright = matrix.transform_vector([0.0, 1.0]);
        let direction = Direction::of(along);
        let stretch = length(along);
        let size = (length(upright) * state.font_size * font.em()).abs().max(MIN_SIZE);
        // Text that is raised a little, such as an ordinal, belongs to the line that it is raised from.
        let rise = if state.rise.abs() < state.font_size.abs() { 0.0 } else { state.rise };
        let mut advance = 0.0;
        let mut rest = string;
        let mut decoded = String::new();
        while let Some((code, len)) = font.next_code(rest) {
            rest = rest.get(len..).unwrap_or(&[]);
            if self.page.codes >= self.max_codes {
                self.page.is_truncated = true;
                break;
            }
            self.page.codes = self.page.codes.saturating_add(1);
            let width = font.width(code) * state.font_size * state.scale;
            let word_spacing = if len == 1 && code == 32 { state.word_spacing } else { 0.0 };
            let spacing = (state.char_spacing + word_spacing) * state.scale;
            let place = matrix.transform([advance, rise]);
            // Inside of the glyph rather than at its corner.
            let inside = matrix.transform([advance + 0.5 * width, state.rise + 0.2 * state.font_size]);
            advance += width + spacing;
            let [start, down] = direction.place(place, [self.page.width, self.page.height]);
            let mut glyph = Glyph {
                direction,
                start,
                end: start + width * stretch,
                next: start + (width + spacing.max(0.0)) * stretch,
                down,
                size,
                is_hidden: self.is_hidden(state, inside, size),
                text: "",
            };
            if let Some(actual_text) = &mut self.actual_text {
                if actual_text.is_used {
                    self.runs.widen(&glyph);
                } else {
                    actual_text.is_used = true;
                    glyph.text = &actual_text.text;
                    self.runs.push(&glyph);
                }
                continue;
            }
            decoded.clear();
            if !font.push_text(code, &mut decoded) {
                self.page.unknown_codes = self.page.unknown_codes.saturating_add(1);
                decoded.push(char::REPLACEMENT_CHARACTER);
            }
            glyph.text = &decoded;
            self.runs.push(&glyph);
        }
        advance
    }

    fn paint_image(&mut self, matrix: &Matrix, is_opaque: bool) {
        let area = matrix.image_box();
        self.add_fill(area);
        if is_opaque && coverage([0.0, 0.0, self.page.width, self.page.height], area) >= HIDING_COVERAGE {
            self.runs.hide_all();
        }
    }

    fn fill(&mut self, area: Rectangle) {
        self.add_fill(area);
    }

    fn begin_marked_content(&mut self, actual_text: Option<&[u8]>) {
        self.level = self.level.saturating_add(1);
        if let (None, Some(text)) = (&self.actual_text, actual_text) {
            let text = decode_text_string(text, MAX_ACTUAL_TEXT_LEN);
            self.actual_text = Some(ActualText { text, is_used: false, level: self.level });
        }
    }

    fn end_marked_content(&mut self) {
        if self.actual_text.as_ref().is_some_and(|actual_text| actual_text.level >= self.level) {
            self.actual_text = None;
        }
        self.level = self.level.saturating_sub(1);
    }
}

fn length([across, up]: Point) -> f32 {
    (across * across + up * up).sqrt()
}
