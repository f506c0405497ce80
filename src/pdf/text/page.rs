//! Decides what one page holds, from its content stream and, if that shows nothing, from its form fields.

use crate::pdf::{
    content::{ContentScanner, MAX_STREAM_LEN, PageContent},
    document::{Document, IndirectObject},
    error::{ParseError, ParseResult, ok_unless_io},
    matrix::{Matrix, Rectangle},
    object::Object,
    page_tree::{Inherited, Page},
    report::TextLayer,
};
use std::rc::Rc;

/// A page of which images cover at least this fraction may be a scan.
const PAGE_SIZED_COVERAGE: f32 = 0.5;
/// Fewer bytes of visible text than this on a scan are a stamp, or the name of the app that made it.
const MIN_TEXT_LEN: u32 = 60;
/// The most streams that the content of one page is joined from.
const MAX_CONTENT_STREAMS: usize = 1000;
/// How much content of one page is scanned, in bytes.
const MAX_CONTENT_LEN: u64 = MAX_STREAM_LEN * 4;
/// The most annotations that are scanned.
const MAX_ANNOTATIONS: usize = 100;
/// The annotation flags Hidden and `NoView` (ISO 32000-1, Table 165).
const HIDDEN_OR_NO_VIEW: i64 = 0b10_0010;
/// The page size if the page states none: US Letter, in points.
const DEFAULT_PAGE_BOX: Rectangle = [0.0, 0.0, 612.0, 792.0];

/// What a page holds.
pub(super) fn classify_page(document: &mut Document, page: &Page) -> ParseResult<TextLayer> {
    let Some(dict) = page.object.dict() else { return Err(ParseError::Malformed) };
    let Inherited { resources, media_box, crop_box } = &*page.inherited;
    let resources = dict.get(b"Resources").or(resources.as_ref());
    let media_box = page_box(document, dict.get(b"MediaBox").or(media_box.as_ref()))?;
    let crop_box = page_box(document, dict.get(b"CropBox").or(crop_box.as_ref()))?;
    let mut scanner = ContentScanner::new(crop_box.or(media_box).unwrap_or(DEFAULT_PAGE_BOX));
    // Checked after the content was requested, so that both are read in one round.
    let resources = document.resolve(resources);
    let bytes = page_contents(document, dict.get(b"Contents"))?;
    scanner.scan(document, &resources?, &bytes, Matrix::IDENTITY, 0)?;
    // Most annotations are links. Filled-in form fields matter only on a page that shows no other text.
    if scanner.shows_no_text() {
        let annotations = document.get(dict, b"Annots");
        if let Some(annotations) = scanner.defer(annotations)? {
            for annotation in annotations.object.as_array().unwrap_or(&[]).iter().take(MAX_ANNOTATIONS) {
                let appearance = normal_appearance(document, annotation);
                if let Some(Some(appearance)) = scanner.defer(appearance)? {
                    let no_resources = Rc::new(IndirectObject::direct(Object::Null));
                    scanner.scan_form(document, &appearance, &no_resources, Matrix::IDENTITY, 1)?;
                }
            }
        }
    }
    scanner.finish().map(|content| text_layer(&content))
}

fn text_layer(content: &PageContent) -> TextLayer {
    let is_covered = content.image_coverage >= PAGE_SIZED_COVERAGE;
    match (content.visible_text, content.hidden_text) {
        (0, 0) if is_covered => TextLayer::Scan,
        (0, 0) => TextLayer::None,
        (visible, _) if is_covered && visible < MIN_TEXT_LEN => TextLayer::ScanWithText,
        _ => TextLayer::Text,
    }
}

/// A rectangle of the page (14.11.2), normalized; `None` if it is invalid or empty.
fn page_box(document: &mut Document, object: Option<&Object>) -> ParseResult<Option<Rectangle>> {
    let Some(array) = ok_unless_io(document.resolve(object))? else { return Ok(None) };
    let Some([a, b, c, d]) = array.object.as_array().and_then(<[Object]>::first_chunk::<4>) else { return Ok(None) };
    let mut corners = [0.0; 4];
    for (corner, object) in corners.iter_mut().zip([a, b, c, d]) {
        let Some(value) = document.resolve(Some(object))?.object.as_number() else { return Ok(None) };
        *corner = value;
    }
    let [a, b, c, d] = corners;
    let normalized = [a.min(c), b.min(d), a.max(c), b.max(d)];
    Ok(Some(normalized).filter(|[left, bottom, right, top]| right - left >= 1.0 && top - bottom >= 1.0))
}

/// The content of a page: one stream, or the concatenation of several (7.7.3.3, `/Contents`).
fn page_contents(document: &mut Document, object: Option<&Object>) -> ParseResult<Vec<u8>> {
    let contents = document.resolve(object)?;
    let streams: &[Object] = match (&contents.object, object) {
        (Object::Array(streams), _) => streams,
        (Object::Null, _) | (_, None) => return Ok(Vec::new()),
        (_, Some(object)) => std::slice::from_ref(object),
    };
    let mut all = Vec::new();
    let mut needs_data = false;
    for stream in streams.iter().take(MAX_CONTENT_STREAMS) {
        if all.len() as u64 >= MAX_CONTENT_LEN {
            break;
        }
        let bytes = document.resolve(Some(stream)).and_then(|stream| document.decode_cached(&stream, MAX_STREAM_LEN));
        match ok_unless_io(bytes) {
            Ok(Some(bytes)) => {
                all.extend_from_slice(&bytes);
                all.push(b'\n');
            }
            Ok(None) => {}
            Err(ParseError::NeedData) => needs_data = true,
            Err(error) => return Err(error),
        }
    }
    if needs_data { Err(ParseError::NeedData) } else { Ok(all) }
}

/// The normal appearance of an annotation (12.5.5), such as a form field that was filled in.
fn normal_appearance(document: &mut Document, annotation: &Object) -> ParseResult<Option<Rc<IndirectObject>>> {
    let annotation = document.resolve(Some(annotation))?;
    let Some(dict) = annotation.dict() else { return Ok(None) };
    if document.get_int(dict, b"F")?.unwrap_or(0) & HIDDEN_OR_NO_VIEW != 0 {
        return Ok(None);
    }
    let appearances = document.get(dict, b"AP")?;
    let Some(appearances) = appearances.dict() else { return Ok(None) };
    let normal = document.get(appearances, b"N")?;
    Ok(normal.is_stream().then_some(normal))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coverage_and_text_decide_what_a_page_holds() {
        let table = [
            ((500, 0, 0.0), TextLayer::Text),
            ((500, 0, 1.0), TextLayer::Text),
            ((5, 0, 0.1), TextLayer::Text),
            ((5, 0, 1.0), TextLayer::ScanWithText),
            ((0, 500, 1.0), TextLayer::ScanWithText),
            ((0, 500, 0.0), TextLayer::Text),
            ((0, 0, 1.0), TextLayer::Scan),
            ((0, 0, 0.1), TextLayer::None),
        ];
        for ((visible_text, hidden_text, image_coverage), layer) in table {
            let content = PageContent { visible_text, hidden_text, image_coverage };
            assert_eq!(text_layer(&content), layer, "{content:?}");
        }
    }
}
