//! Runs through a page's content stream (ISO 32000-1, 7.8 and 8 to 9) as far as it takes to know what kind of page it is:
//! is text shown, is it visible, and how much of the page do pictures cover.
//!
//! Nothing is drawn and no text is read. Pictures are only known by the place they take; their bytes are never asked
//! for. Form `XObjects` are run through in their place, under a cap.

use super::{
    document::{Document, Entry},
    lex::{Lexer, is_space},
    matrix::{Box4, Matrix, share_of},
    object::Object,
    source::{Parsed, Stop, optional},
};
use std::rc::Rc;

/// Form `XObjects` run through on one page.
const FORMS: u32 = 200;
/// Forms in forms.
const LEVELS: u32 = 12;
/// Content takes longer to run through than to inflate, and is run through again when bytes were missing; what one byte of
/// it costs, in bytes of the budget.
const CONTENT_WEIGHT: usize = 2;
/// The same in a form, which may be shown again and again.
const FORM_WEIGHT: usize = 6;
/// Operands that are kept: no operator has more, but for colours, which don't matter.
const OPERANDS: usize = 40;
/// Levels of saved graphics states.
const SAVED: usize = 512;
/// What is read of one content stream.
pub(super) const MOST: u64 = 512 << 10;
/// A picture that takes so much of the page hides what is under it.
const HIDING: f32 = 0.9;

/// What was seen on a page.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Bytes of text that can be seen.
    pub(super) visible: u32,
    /// Bytes of text that can't: not painted, or under a picture.
    pub(super) hidden: u32,
    /// How much of the page pictures cover; over 1 where they overlap.
    pub(super) covered: f32,
}

/// The graphics state, as far as it matters.
#[derive(Debug, Clone, Copy)]
struct State {
    matrix: Matrix,
    font: bool,
    unpainted: bool,
}

/// One page under way.
pub(super) struct Painter {
    page: Box4,
    forms: u32,
    /// Bytes are missing; the rest was run through all the same, so that they are asked for together.
    missing: bool,
    seen: Seen,
}

/// What names stand for in one stream.
struct Names {
    fonts: Rc<Entry>,
    objects: Rc<Entry>,
    /// What to ask where a form has no resources of its own.
    resources: Rc<Entry>,
}

impl Painter {
    /// For a page of that box: left, bottom, right, top.
    pub(super) fn new(page: Box4) -> Self {
        Self { page, forms: FORMS, missing: false, seen: Seen::default() }
    }

    /// What was seen.
    pub(super) fn done(self) -> Parsed<Seen> {
        if self.missing { Err(Stop::Missing) } else { Ok(self.seen) }
    }

    /// All of the page was run through, and no text was seen.
    pub(super) fn shows_nothing(&self) -> bool {
        !self.missing && self.seen.visible == 0
    }

    /// Notes that bytes are missing and lets the rest go on.
    pub(super) fn later<T>(&mut self, parsed: Parsed<T>) -> Parsed<Option<T>> {
        match parsed {
            Err(Stop::Missing) => {
                self.missing = true;
                Ok(None)
            }
            parsed => optional(parsed),
        }
    }

    /// Runs through a content stream.
    pub(super) fn run(
        &mut self,
        document: &mut Document,
        resources: &Rc<Entry>,
        bytes: &[u8],
        matrix: Matrix,
        level: u32,
    ) -> Parsed<()> {
        let weight = if level == 0 { CONTENT_WEIGHT } else { FORM_WEIGHT };
        document.spend_inflated(bytes.len().saturating_mul(weight))?;
        let null = || Rc::new(Entry::direct(Object::Null));
        let part = |painter: &mut Self, document: &mut Document, key: &[u8]| {
            let part = resources.dict().map_or_else(|| Ok(null()), |dict| document.get(dict, key));
            Ok(painter.later(part)?.unwrap_or_else(null))
        };
        let names = Names {
            fonts: part(self, document, b"Font")?,
            objects: part(self, document, b"XObject")?,
            resources: Rc::clone(resources),
        };
        let mut lexer = Lexer::new(bytes, true, document.depth, u32::MAX);
        let mut operands: Vec<Object> = Vec::new();
        let mut state = State { matrix, font: false, unpainted: false };
        let mut saved: Vec<State> = Vec::new();
        while let Ok(Some(token)) = lexer.token() {
            let Object::Word(word) = token else {
                if operands.len() >= OPERANDS {
                    operands.remove(0);
                }
                operands.push(token);
                continue;
            };
            match word.as_slice() {
                b"q" if saved.len() < SAVED => saved.push(state),
                b"Q" => state = saved.pop().unwrap_or(state),
                b"cm" => {
                    if let Some(matrix) = Matrix::from(&operands) {
                        state.matrix = matrix.then(&state.matrix);
                    }
                }
                b"Tf" => {
                    let name = operands.iter().rev().find_map(Object::name);
                    state.font = match (name, names.fonts.dict()) {
                        (Some(name), Some(fonts)) => {
                            document.spend_inflated(fonts.len())?;
                            fonts.has(name)
                        }
                        _ => false,
                    };
                }
                b"Tr" => state.unpainted = matches!(operands.last().and_then(Object::int), Some(3 | 7)),
                b"Tj" | b"TJ" | b"'" | b"\"" => self.show(state, operands.last()),
                b"Do" => {
                    if let Some(name) = operands.last().and_then(Object::name) {
                        self.paint(document, &names, name, state.matrix, level)?;
                    }
                }
                b"BI" if inline_image(&mut lexer) => self.picture(state.matrix, false),
                _ => {}
            }
            operands.clear();
        }
        Ok(())
    }

    fn show(&mut self, state: State, text: Option<&Object>) {
        let some = |text: &Object| text.text().map_or(0, |text| text.iter().filter(|&&byte| !is_space(byte)).count());
        let count = match text {
            Some(Object::Array(parts)) => parts.iter().map(some).sum(),
            Some(text) => some(text),
            None => 0,
        };
        if !state.font {
            return;
        }
        let sum = if state.unpainted { &mut self.seen.hidden } else { &mut self.seen.visible };
        *sum = sum.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
    }

    /// `Do`: a picture or a form.
    fn paint(&mut self, document: &mut Document, names: &Names, name: &[u8], matrix: Matrix, level: u32) -> Parsed<()> {
        let Some(objects) = names.objects.dict() else { return Ok(()) };
        document.spend_inflated(objects.len())?;
        let Some(object) = objects.get(name) else { return Ok(()) };
        let loaded = document.follow(Some(object));
        let Some(entry) = self.later(loaded)? else { return Ok(()) };
        let Some(dict) = entry.dict() else { return Ok(()) };
        match dict.get(b"Subtype").and_then(Object::name) {
            Some(b"Image") => {
                let see_through = dict.has(b"SMask")
                    || dict.has(b"Mask")
                    || dict.get(b"ImageMask").is_some_and(|mask| matches!(mask, Object::Bool(true)));
                self.picture(matrix, !see_through);
                Ok(())
            }
            Some(b"Form") => self.form(document, &entry, &names.resources, matrix, level),
            _ => Ok(()),
        }
    }

    /// Runs through a form in its place.
    pub(super) fn form(
        &mut self,
        document: &mut Document,
        entry: &Entry,
        above: &Rc<Entry>,
        matrix: Matrix,
        level: u32,
    ) -> Parsed<()> {
        let Some(dict) = entry.dict() else { return Ok(()) };
        if level >= LEVELS || self.forms == 0 {
            return Ok(());
        }
        self.forms -= 1;
        let own = document.get(dict, b"Matrix");
        let own = self.later(own)?.and_then(|own| Matrix::from(own.object.array()?)).unwrap_or(Matrix::UNIT);
        let resources = document.get(dict, b"Resources");
        let resources = self.later(resources)?.filter(|own| own.dict().is_some()).unwrap_or_else(|| Rc::clone(above));
        let bytes = document.decode_kept(entry, MOST);
        let Some(bytes) = self.later(bytes)? else { return Ok(()) };
        self.run(document, &resources, &bytes, own.then(&matrix), level.saturating_add(1))
    }

    /// A picture fills the unit square.
    fn picture(&mut self, matrix: Matrix, hides: bool) {
        let share = share_of(self.page, matrix.unit_box());
        self.seen.covered += share;
        if hides && share >= HIDING {
            self.seen.hidden = self.seen.hidden.saturating_add(self.seen.visible);
            self.seen.visible = 0;
        }
    }
}

/// Goes behind an inline image. Its end is a matter of guessing: `EI` between white space, with text behind it.
fn inline_image(lexer: &mut Lexer) -> bool {
    if lexer.inline_entries().is_err() {
        return false;
    }
    let start = lexer.at().saturating_add(1);
    let rest = lexer.rest();
    let end = rest.windows(3).enumerate().find(|(at, window)| {
        let [before, b'E', b'I'] = window else { return false };
        let behind = rest.get(at.saturating_add(3)..).unwrap_or(&[]);
        let plain = |byte: &u8| is_space(*byte) && *byte != 0 || matches!(byte, 0x20..=0x7E);
        is_space(*before) && behind.first().is_none_or(|byte| is_space(*byte)) && behind.iter().take(12).all(plain)
    });
    match end {
        Some((at, _)) => lexer.go_to(start.saturating_sub(1).saturating_add(at).saturating_add(3)),
        None => lexer.go_to(start.saturating_add(rest.len())),
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::{Budget, object::Dict};

    fn dict(key: &[u8], value: Object) -> Object {
        Object::Dict(Dict(Rc::new(vec![(key.to_vec(), value)])))
    }

    fn seen(content: &[u8]) -> Seen {
        let mut document = Document::new(0, &Budget::default());
        let fonts = dict(b"F", Object::Int(1));
        let image = dict(b"Subtype", Object::Name(b"Image".to_vec()));
        let objects = dict(b"I", image);
        let resources = Dict(Rc::new(vec![(b"Font".to_vec(), fonts), (b"XObject".to_vec(), objects)]));
        let resources = Rc::new(Entry::direct(Object::Dict(resources)));
        let mut painter = Painter::new([0.0, 0.0, 100.0, 200.0]);
        painter.run(&mut document, &resources, content, Matrix::UNIT, 0).unwrap();
        painter.done().unwrap()
    }

    #[test]
    fn text_counts_where_it_can_be_seen() {
        assert_eq!(seen(b"BT /F 9 Tf (abc) Tj [(d) -3 (e)] TJ (f) ' 1 2 (g) \" ET").visible, 7);
        assert_eq!(seen(b"BT /F 9 Tf (  ) Tj () Tj ET").visible, 0);
        assert_eq!(seen(b"BT (no font) Tj /G 9 Tf (nor this) Tj ET").visible, 0);
        assert_eq!(seen(b"BT /F 9 Tf 3 Tr (abc) Tj ET").hidden, 3);
    }

    #[test]
    fn a_picture_covers_what_the_matrix_says() {
        assert!((seen(b"q 100 0 0 100 0 0 cm /I Do Q").covered - 0.5).abs() < 1e-6);
        assert!((seen(b"q 0 400 -400 0 100 0 cm /I Do Q").covered - 1.0).abs() < 1e-6);
        assert!((seen(b"q 10 0 0 10 0 0 cm q 2 0 0 2 0 0 cm Q /I Do Q").covered - 0.005).abs() < 1e-6);
        assert!((seen(b"q 50 0 0 200 0 0 cm BI /W 1 /H 1 ID \x01 EIx EI Q").covered - 0.5).abs() < 1e-6);
    }

    #[test]
    fn a_picture_over_text_hides_it_and_one_under_it_does_not() {
        let over = seen(b"BT /F 9 Tf (abc) Tj ET q 100 0 0 200 0 0 cm /I Do Q");
        assert_eq!((over.visible, over.hidden), (0, 3));
        let under = seen(b"q 100 0 0 200 0 0 cm /I Do Q BT /F 9 Tf (abc) Tj ET");
        assert_eq!((under.visible, under.hidden), (3, 0));
    }

    #[test]
    fn what_follows_an_inline_image_is_seen() {
        assert_eq!(seen(b"BI /W 1 /H 1 ID \xFF\x00 EI BT /F 9 Tf (abc) Tj ET").visible, 3);
    }
}
