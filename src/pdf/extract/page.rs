//! Reads one page: its content, and what its annotations show, such as filled-in form fields.

use super::{PageText, fonts::Fonts, reader::TextReader};
use crate::pdf::{
    content::Interpreter,
    document::{Document, IndirectObject},
    error::ParseResult,
    matrix::{Matrix, Point, Rectangle},
    object::Object,
    page_content::{MAX_ANNOTATIONS, PageParts, normal_appearance, page_contents, quarter_turns, rectangle},
    page_tree::Page,
};
use std::rc::Rc;

/// Reads a page, of which at most `max_codes` codes.
pub(super) fn read_page(
    document: &mut Document,
    fonts: &mut Fonts,
    page: &Page,
    max_codes: u32,
) -> ParseResult<PageText> {
    let parts = PageParts::of(document, page)?;
    let turns = quarter_turns(document, page)?;
    let (matrix, size) = display_matrix(parts.page_box, turns);
    let mut reader = TextReader::new(size, fonts, max_codes);
    let mut interpreter = Interpreter::new(&mut reader);
    // Checked after the content was requested, so that both are read in one round.
    let resources = document.resolve(parts.resources);
    let annotations = document.get(parts.dict, b"Annots");
    let bytes = page_contents(document, parts.dict.get(b"Contents"))?;
    interpreter.run(document, &resources?, &bytes, matrix, 0)?;
    if let Some(annotations) = interpreter.defer(annotations)? {
        for annotation in annotations.object.as_array().unwrap_or(&[]).iter().take(MAX_ANNOTATIONS) {
            let appearance = appearance_of(document, annotation);
            if let Some(Some((appearance, place))) = interpreter.defer(appearance)? {
                let no_resources = IndirectObject::null();
                interpreter.run_form(document, &appearance, &no_resources, place.then(&matrix), 1)?;
            }
        }
    }
    interpreter.finish()?;
    Ok(reader.finish())
}

/// The appearance of an annotation, and the matrix that fits its box into that of the annotation (12.5.5).
fn appearance_of(document: &mut Document, annotation: &Object) -> ParseResult<Option<(Rc<IndirectObject>, Matrix)>> {
    let Some(appearance) = normal_appearance(document, annotation)? else { return Ok(None) };
    let annotation = document.resolve(Some(annotation))?;
    let target = rectangle(document, annotation.dict().and_then(|dict| dict.get(b"Rect")))?;
    let own = rectangle(document, appearance.dict().and_then(|dict| dict.get(b"BBox")))?;
    let place = match (own, target) {
        (Some(own), Some(target)) => Matrix::fit(own, target),
        _ => Matrix::IDENTITY,
    };
    Ok(Some((appearance, place)))
}

/// The matrix from user space to the page as it is shown, whose lower left corner is the origin; and its size.
fn display_matrix([left, bottom, right, top]: Rectangle, quarter_turns: u8) -> (Matrix, Point) {
    let (width, height) = (right - left, top - bottom);
    match quarter_turns {
        1 => (Matrix::new([0.0, -1.0, 1.0, 0.0, -bottom, right]), [height, width]),
        2 => (Matrix::new([-1.0, 0.0, 0.0, -1.0, right, top]), [width, height]),
        3 => (Matrix::new([0.0, 1.0, -1.0, 0.0, top, -left]), [height, width]),
        _ => (Matrix::translation(-left, -bottom), [width, height]),
    }
}
