//! Scans the content stream of a page (ISO 32000-1, 7.8.2, and clauses 8 and 9) for what tells text from scans: how much
//! text is shown, whether it is visible, and how much of the page images cover.
//!
//! Never renders anything and never decodes text. Images are known only by the area that they cover: their data is not
//! read. Form `XObjects` are scanned in place, under a limit.

mod inline_image;
#[cfg(test)]
mod tests;

use super::{
    chars::is_space,
    document::{Document, IndirectObject},
    error::{ParseError, ParseResult, ok_unless_io},
    lex::Lexer,
    matrix::{Matrix, Rectangle, coverage},
    object::Object,
};
use inline_image::skip_inline_image;
use std::rc::Rc;

/// The most form `XObjects` that are scanned on one page.
const MAX_FORMS: u32 = 200;
/// The most levels of forms within forms.
const MAX_FORM_LEVELS: u32 = 12;
/// The cost of scanning one byte of page content, in bytes of the work budget. Scanning takes longer than inflating, and
/// is repeated when data was missing.
const CONTENT_COST: usize = 2;
/// The cost of scanning one byte of a form, which may be shown again and again.
const FORM_COST: usize = 6;
/// The most operands that are kept. Only color operators can have more, and they do not matter here.
const MAX_OPERANDS: usize = 40;
/// The most saved graphics states.
const MAX_SAVED_STATES: usize = 512;
/// How much of one content stream is read, in bytes.
pub(super) const MAX_STREAM_LEN: u64 = 512 << 10;
/// An image that covers this fraction of the page hides the text under it.
const HIDING_COVERAGE: f32 = 0.9;

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

/// The parts of the graphics state that matter.
#[derive(Debug, Clone, Copy)]
struct GraphicsState {
    matrix: Matrix,
    has_font: bool,
    /// The text rendering mode paints nothing (9.3.6).
    is_text_invisible: bool,
}

/// Scans one page.
pub(super) struct ContentScanner {
    page_box: Rectangle,
    forms_left: u32,
    /// Data is missing. The rest is scanned all the same, so that everything missing is requested in one round.
    needs_data: bool,
    content: PageContent,
}

/// The resources of one content stream.
struct Resources {
    fonts: Rc<IndirectObject>,
    xobjects: Rc<IndirectObject>,
    /// The whole dictionary, for forms that have none of their own.
    all: Rc<IndirectObject>,
}

impl ContentScanner {
    /// A scanner for a page that shows `page_box`.
    pub(super) fn new(page_box: Rectangle) -> Self {
        Self { page_box, forms_left: MAX_FORMS, needs_data: false, content: PageContent::default() }
    }

    /// What the page shows, or [`ParseError::NeedData`] if some of it could not be scanned yet.
    pub(super) fn finish(self) -> ParseResult<PageContent> {
        if self.needs_data { Err(ParseError::NeedData) } else { Ok(self.content) }
    }

    /// Whether everything was scanned and shows no text.
    pub(super) fn shows_no_text(&self) -> bool {
        !self.needs_data && self.content.visible_text == 0
    }

    /// Notes that data is missing, so that scanning continues without it. Defects of the file are skipped, too.
    pub(super) fn defer<T>(&mut self, result: ParseResult<T>) -> ParseResult<Option<T>> {
        match result {
            Err(ParseError::NeedData) => {
                self.needs_data = true;
                Ok(None)
            }
            result => ok_unless_io(result),
        }
    }

    /// Scans a content stream. `level` is 0 for that of a page.
    pub(super) fn scan(
        &mut self,
        document: &mut Document,
        resources: &Rc<IndirectObject>,
        bytes: &[u8],
        matrix: Matrix,
        level: u32,
    ) -> ParseResult<()> {
        let cost = if level == 0 { CONTENT_COST } else { FORM_COST };
        document.meter.charge_work(bytes.len().saturating_mul(cost))?;
        let resources = Resources {
            fonts: self.resource_category(document, resources, b"Font")?,
            xobjects: self.resource_category(document, resources, b"XObject")?,
            all: Rc::clone(resources),
        };
        let mut lexer = Lexer::new(bytes, true, document.meter.depth(), u32::MAX);
        let mut operands: Vec<Object> = Vec::new();
        let mut state = GraphicsState { matrix, has_font: false, is_text_invisible: false };
        let mut saved: Vec<GraphicsState> = Vec::new();
        while let Ok(Some(token)) = lexer.token() {
            let Object::Keyword(operator) = token else {
                if operands.len() >= MAX_OPERANDS {
                    operands.remove(0);
                }
                operands.push(token);
                continue;
            };
            match operator.as_slice() {
                b"q" if saved.len() < MAX_SAVED_STATES => saved.push(state),
                b"Q" => state = saved.pop().unwrap_or(state),
                b"cm" => {
                    if let Some(matrix) = Matrix::from_operands(&operands) {
                        state.matrix = matrix.then(&state.matrix);
                    }
                }
                b"Tf" => {
                    let name = operands.iter().rev().find_map(Object::as_name);
                    state.has_font = match (name, resources.fonts.dict()) {
                        (Some(name), Some(fonts)) => {
                            document.meter.charge_work(fonts.len())?;
                            fonts.has(name)
                        }
                        _ => false,
                    };
                }
                b"Tr" => state.is_text_invisible = matches!(operands.last().and_then(Object::as_int), Some(3 | 7)),
                b"Tj" | b"TJ" | b"'" | b"\"" => self.show_text(state, operands.last()),
                b"Do" => {
                    if let Some(name) = operands.last().and_then(Object::as_name) {
                        self.paint_xobject(document, &resources, name, state.matrix, level)?;
                    }
                }
                b"BI" if skip_inline_image(&mut lexer) => self.paint_image(state.matrix, false),
                _ => {}
            }
            operands.clear();
        }
        Ok(())
    }

    /// A category of a resource dictionary (7.8.3); null if it is missing.
    fn resource_category(
        &mut self,
        document: &mut Document,
        resources: &IndirectObject,
        key: &[u8],
    ) -> ParseResult<Rc<IndirectObject>> {
        let null = || Rc::new(IndirectObject::direct(Object::Null));
        let category = resources.dict().map_or_else(|| Ok(null()), |dict| document.get(dict, key));
        Ok(self.defer(category)?.unwrap_or_else(null))
    }

    fn show_text(&mut self, state: GraphicsState, operand: Option<&Object>) {
        let count_bytes = |object: &Object| {
            object.as_string().map_or(0, |string| string.iter().filter(|&&byte| !is_space(byte)).count())
        };
        let count = match operand {
            Some(Object::Array(elements)) => elements.iter().map(count_bytes).sum(),
            Some(string) => count_bytes(string),
            None => 0,
        };
        if !state.has_font {
            return;
        }
        let content = &mut self.content;
        let sum = if state.is_text_invisible { &mut content.hidden_text } else { &mut content.visible_text };
        *sum = sum.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
    }

    /// The operator `Do`, for an image or a form.
    fn paint_xobject(
        &mut self,
        document: &mut Document,
        resources: &Resources,
        name: &[u8],
        matrix: Matrix,
        level: u32,
    ) -> ParseResult<()> {
        let Some(xobjects) = resources.xobjects.dict() else { return Ok(()) };
        document.meter.charge_work(xobjects.len())?;
        let Some(xobject) = xobjects.get(name) else { return Ok(()) };
        let loaded = document.resolve(Some(xobject));
        let Some(xobject) = self.defer(loaded)? else { return Ok(()) };
        let Some(dict) = xobject.dict() else { return Ok(()) };
        match dict.get(b"Subtype").and_then(Object::as_name) {
            Some(b"Image") => {
                let is_transparent = dict.has(b"SMask")
                    || dict.has(b"Mask")
                    || dict.get(b"ImageMask").is_some_and(|mask| matches!(mask, Object::Bool(true)));
                self.paint_image(matrix, !is_transparent);
                Ok(())
            }
            Some(b"Form") => self.scan_form(document, &xobject, &resources.all, matrix, level),
            _ => Ok(()),
        }
    }

    /// Scans a form (8.10) in place. A form without resources uses those of the content that shows it.
    pub(super) fn scan_form(
        &mut self,
        document: &mut Document,
        form: &IndirectObject,
        parent_resources: &Rc<IndirectObject>,
        matrix: Matrix,
        level: u32,
    ) -> ParseResult<()> {
        let Some(dict) = form.dict() else { return Ok(()) };
        if level >= MAX_FORM_LEVELS || self.forms_left == 0 {
            return Ok(());
        }
        self.forms_left -= 1;
        let form_matrix = document.get(dict, b"Matrix");
        let form_matrix = self
            .defer(form_matrix)?
            .and_then(|matrix| Matrix::from_operands(matrix.object.as_array()?))
            .unwrap_or(Matrix::IDENTITY);
        let resources = document.get(dict, b"Resources");
        let resources = self
            .defer(resources)?
            .filter(|resources| resources.dict().is_some())
            .unwrap_or_else(|| Rc::clone(parent_resources));
        let bytes = document.decode_cached(form, MAX_STREAM_LEN);
        let Some(bytes) = self.defer(bytes)? else { return Ok(()) };
        self.scan(document, &resources, &bytes, form_matrix.then(&matrix), level.saturating_add(1))
    }

    /// Adds an image, which fills the unit square of the user space.
    fn paint_image(&mut self, matrix: Matrix, is_opaque: bool) {
        let covered = coverage(self.page_box, matrix.image_box());
        self.content.image_coverage += covered;
        if is_opaque && covered >= HIDING_COVERAGE {
            self.content.hidden_text = self.content.hidden_text.saturating_add(self.content.visible_text);
            self.content.visible_text = 0;
        }
    }
}
