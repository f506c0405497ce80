//! Interprets content streams (ISO 32000-1, 7.8.2, and clauses 8 and 9), as far as text and images go.
//!
//! A [`Sink`] takes what is shown. Nothing is rendered: images are known only by the area that they cover, and their data
//! is not read. Form `XObjects` are interpreted in place, under a limit. Never decides what a string says: the sink knows
//! its fonts.

mod inline_image;
mod path;
mod sink;
mod state;

use super::{
    chars::as_text,
    document::{Document, IndirectObject},
    error::{ParseError, ParseResult, ok_unless_io},
    lex::Lexer,
    matrix::Matrix,
    object::{Dict, Object},
};
use inline_image::skip_inline_image;
use path::Path;
use state::TextPosition;
use std::rc::Rc;
pub(super) use {
    sink::{HIDING_COVERAGE, Sink},
    state::{FontId, GraphicsState},
};

/// The most form `XObjects` that are interpreted on one page.
const MAX_FORMS: u32 = 200;
/// The most levels of forms within forms.
const MAX_FORM_LEVELS: u32 = 12;
/// The cost of interpreting one byte of page content, in bytes of the work budget. It takes longer than inflating, and
/// is repeated when data was missing.
const CONTENT_COST: usize = 2;
/// The cost of interpreting one byte of a form, which may be shown again and again.
const FORM_COST: usize = 6;
/// The most operands that are kept. Only color operators can have more, and they do not matter here.
const MAX_OPERANDS: usize = 40;
/// The most graphics state parameters that are kept until text is shown.
const MAX_PARAMETERS: usize = 40;
/// The most saved graphics states.
const MAX_SAVED_STATES: usize = 512;
/// How much of one content stream is read, in bytes.
pub(super) const MAX_STREAM_LEN: u64 = 512 << 10;

/// Interprets the content of one page.
pub(super) struct Interpreter<'a> {
    sink: &'a mut dyn Sink,
    forms_left: u32,
    /// Data is missing. The rest is interpreted all the same, so that everything missing is requested in one round.
    needs_data: bool,
}

/// The resources of one content stream.
struct Resources {
    fonts: Rc<IndirectObject>,
    xobjects: Rc<IndirectObject>,
    /// The whole dictionary, for forms that have none of their own.
    all: Rc<IndirectObject>,
}

/// One content stream, and how far it was interpreted.
struct Frame {
    resources: Resources,
    state: GraphicsState,
    saved: Vec<GraphicsState>,
    position: TextPosition,
    path: Path,
    /// Graphics state parameters that were selected and may name a font. They are loaded if text is shown without one.
    parameters: Vec<Vec<u8>>,
    /// 0 for the content of a page, more for forms.
    level: u32,
}

impl<'a> Interpreter<'a> {
    /// An interpreter that tells `sink` what the page shows.
    pub(super) fn new(sink: &'a mut dyn Sink) -> Self {
        Self { sink, forms_left: MAX_FORMS, needs_data: false }
    }

    /// Fails with [`ParseError::NeedData`] if some of the page could not be interpreted yet.
    pub(super) fn finish(&self) -> ParseResult<()> {
        if self.needs_data { Err(ParseError::NeedData) } else { Ok(()) }
    }

    /// Whether everything was interpreted and shows no visible text.
    pub(super) fn shows_no_text(&self) -> bool {
        !self.needs_data && !self.sink.has_visible_text()
    }

    /// Notes that data is missing, so that interpreting continues without it. Defects of the file are skipped, too.
    pub(super) fn defer<T>(&mut self, result: ParseResult<T>) -> ParseResult<Option<T>> {
        match result {
            Err(ParseError::NeedData) => {
                self.needs_data = true;
                Ok(None)
            }
            result => ok_unless_io(result),
        }
    }

    /// Interprets a content stream. `level` is 0 for that of a page.
    pub(super) fn run(
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
        let mut frame = Frame {
            resources,
            state: GraphicsState::new(matrix),
            saved: Vec::new(),
            position: TextPosition::new(Matrix::IDENTITY),
            path: Path::default(),
            parameters: Vec::new(),
            level,
        };
        let mut lexer = Lexer::new(bytes, true, document.meter.depth(), u32::MAX);
        let mut operands: Vec<Object> = Vec::new();
        while let Ok(Some(token)) = lexer.token() {
            let Object::Keyword(operator) = token else {
                if operands.len() >= MAX_OPERANDS {
                    operands.remove(0);
                }
                operands.push(token);
                continue;
            };
            if operator == b"BI" {
                if skip_inline_image(&mut lexer) {
                    self.sink.paint_image(&frame.state.matrix, false);
                }
            } else {
                self.execute(document, &mut frame, &operator, &operands)?;
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
        let category = document.resolve(resources.dict().and_then(|dict| dict.get(key)));
        Ok(self.defer(category)?.unwrap_or_else(IndirectObject::null))
    }

    /// Executes one operator.
    fn execute(
        &mut self,
        document: &mut Document,
        frame: &mut Frame,
        operator: &[u8],
        operands: &[Object],
    ) -> ParseResult<()> {
        let number = |from_last: usize| operands.iter().nth_back(from_last).and_then(Object::as_number);
        let state = &mut frame.state;
        match operator {
            b"q" if frame.saved.len() < MAX_SAVED_STATES => frame.saved.push(*state),
            b"Q" => *state = frame.saved.pop().unwrap_or(*state),
            b"cm" => {
                if let Some(matrix) = Matrix::from_operands(operands) {
                    state.matrix = matrix.then(&state.matrix);
                }
            }
            b"BT" => frame.position = TextPosition::new(Matrix::IDENTITY),
            b"Tm" => {
                if let Some(matrix) = Matrix::from_operands(operands) {
                    frame.position = TextPosition::new(matrix);
                }
            }
            b"Td" | b"TD" => {
                let (across, up) = (number(1).unwrap_or(0.0), number(0).unwrap_or(0.0));
                if operator == b"TD" {
                    state.leading = -up;
                }
                frame.position.next_line(across, up);
            }
            b"T*" => frame.position.next_line(0.0, -state.leading),
            b"Tf" => self.select_font(document, frame, operands)?,
            b"Tr" => state.is_text_invisible = matches!(operands.last().and_then(Object::as_int), Some(3 | 7)),
            b"\"" | b"'" => {
                if let (b"\"", Some(word), Some(char)) = (operator, number(2), number(1)) {
                    (state.word_spacing, state.char_spacing) = (word, char);
                }
                frame.position.next_line(0.0, -state.leading);
                self.show(document, frame, operands.last())?;
            }
            b"Tj" | b"TJ" => self.show(document, frame, operands.last())?,
            b"gs" => {
                if let Some(name) = operands.last().and_then(Object::as_name) {
                    self.select_parameters(document, frame, name)?;
                }
            }
            b"Do" => {
                if let Some(name) = operands.last().and_then(Object::as_name) {
                    self.paint_xobject(document, frame, name)?;
                }
            }
            _ if state.set_number(operator, number(0).unwrap_or(0.0)) => {}
            _ if self.sink.needs_details() => self.execute_detail(document, frame, operator, operands)?,
            _ => {}
        }
        Ok(())
    }

    /// Executes an operator that matters only to a sink that needs details.
    fn execute_detail(
        &mut self,
        document: &mut Document,
        frame: &mut Frame,
        operator: &[u8],
        operands: &[Object],
    ) -> ParseResult<()> {
        match operator {
            b"g" | b"rg" | b"k" | b"sc" | b"scn" => frame.state.set_color(operator, operands),
            b"cs" => frame.state.is_white = false,
            b"re" | b"m" | b"l" | b"c" | b"v" | b"y" => frame.path.construct(operator, operands, &frame.state.matrix),
            b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" => {
                let areas = frame.path.take();
                if !frame.state.is_white {
                    for area in areas {
                        self.sink.fill(area);
                    }
                }
            }
            b"n" | b"S" | b"s" => frame.path.clear(),
            b"BMC" => self.sink.begin_marked_content(None),
            b"BDC" => self.begin_marked_content(document, frame, operands.last())?,
            b"EMC" => self.sink.end_marked_content(),
            _ => {}
        }
        Ok(())
    }

    /// The operator `Tf`.
    fn select_font(&mut self, document: &mut Document, frame: &mut Frame, operands: &[Object]) -> ParseResult<()> {
        frame.state.font = None;
        frame.state.font_size = operands.last().and_then(Object::as_number).unwrap_or(0.0);
        let name = operands.iter().rev().find_map(Object::as_name);
        if let (Some(name), Some(fonts)) = (name, frame.resources.fonts.dict()) {
            document.meter.charge_work(fonts.len())?;
            if let Some(font) = fonts.get(name) {
                let font = self.sink.load_font(document, font);
                frame.state.font = self.defer(font)?;
            }
        }
        Ok(())
    }

    /// The operators that show text. Numbers between the strings of an array move the text position (9.4.3).
    fn show(&mut self, document: &mut Document, frame: &mut Frame, operand: Option<&Object>) -> ParseResult<()> {
        for name in std::mem::take(&mut frame.parameters) {
            if frame.state.font.is_none() {
                self.apply_parameters(document, frame, &name)?;
            }
        }
        let elements = match operand {
            Some(Object::Array(elements)) => elements.as_slice(),
            Some(string) => std::slice::from_ref(string),
            None => &[],
        };
        let state = &frame.state;
        for element in elements {
            let advance = match element {
                Object::String(string) => self.sink.show(state, &frame.position.text, string),
                other => other.as_number().map_or(0.0, |number| number * -0.001 * state.font_size * state.scale),
            };
            frame.position.advance(advance);
        }
        Ok(())
    }

    /// The operator `BDC` (14.6), whose properties are a dictionary or the name of a resource.
    fn begin_marked_content(
        &mut self,
        document: &mut Document,
        frame: &Frame,
        properties: Option<&Object>,
    ) -> ParseResult<()> {
        let named = match properties {
            Some(Object::Name(name)) => self.resource(document, frame, b"Properties", name)?,
            _ => None,
        };
        let dict = named.as_ref().map_or_else(|| properties.and_then(Object::as_dict), |named| named.dict());
        let text = dict.map(|dict| document.get(dict, b"ActualText"));
        let text = text.map_or(Ok(None), |text| self.defer(text))?;
        self.sink.begin_marked_content(text.as_ref().and_then(|text| text.object.as_string()));
        Ok(())
    }

    /// The operator `gs` (8.4.5), which may select a font. Few do, so the parameters are only loaded if that matters.
    fn select_parameters(&mut self, document: &mut Document, frame: &mut Frame, name: &[u8]) -> ParseResult<()> {
        if self.sink.needs_details() {
            return self.apply_parameters(document, frame, name);
        }
        if frame.state.font.is_none() && frame.parameters.len() < MAX_PARAMETERS {
            frame.parameters.push(name.to_vec());
        }
        Ok(())
    }

    /// Selects the font that graphics state parameters name, if they name one.
    fn apply_parameters(&mut self, document: &mut Document, frame: &mut Frame, name: &[u8]) -> ParseResult<()> {
        let Some(parameters) = self.resource(document, frame, b"ExtGState", name)? else { return Ok(()) };
        let font = parameters.dict().and_then(|dict: &Dict| dict.get(b"Font")).and_then(Object::as_array);
        if let Some([font, size]) = font {
            frame.state.font_size = size.as_number().unwrap_or(0.0);
            let font = self.sink.load_font(document, font);
            frame.state.font = self.defer(font)?;
        }
        Ok(())
    }

    /// A named resource of a category that is looked up only when needed.
    fn resource(
        &mut self,
        document: &mut Document,
        frame: &Frame,
        category: &[u8],
        name: &[u8],
    ) -> ParseResult<Option<Rc<IndirectObject>>> {
        let all = Rc::clone(&frame.resources.all);
        let category = self.resource_category(document, &all, category)?;
        let Some(dict) = category.dict() else { return Ok(None) };
        document.meter.charge_work(dict.len())?;
        let resource = document.get(dict, name);
        self.defer(resource)
    }

    /// The operator `Do`, for an image or a form.
    fn paint_xobject(&mut self, document: &mut Document, frame: &Frame, name: &[u8]) -> ParseResult<()> {
        let Some(xobjects) = frame.resources.xobjects.dict() else { return Ok(()) };
        document.meter.charge_work(xobjects.len())?;
        let Some(xobject) = xobjects.get(name) else { return Ok(()) };
        let loaded = document.resolve(Some(xobject));
        let Some(xobject) = self.defer(loaded)? else { return Ok(()) };
        let Some(dict) = xobject.dict() else { return Ok(()) };
        match dict.get(b"Subtype").and_then(Object::as_name).map_or("", as_text) {
            "Image" => {
                let is_transparent = dict.has(b"SMask")
                    || dict.has(b"Mask")
                    || dict.get(b"ImageMask").is_some_and(|mask| matches!(mask, Object::Bool(true)));
                self.sink.paint_image(&frame.state.matrix, !is_transparent);
                Ok(())
            }
            "Form" => self.run_form(document, &xobject, &frame.resources.all, frame.state.matrix, frame.level),
            _ => Ok(()),
        }
    }

    /// Interprets a form (8.10) in place. A form without resources uses those of the content that shows it.
    pub(super) fn run_form(
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
        self.run(document, &resources, &bytes, form_matrix.then(&matrix), level.saturating_add(1))
    }
}
