//! The parts of a page (ISO 32000-1, 7.7.3.3) from which its content is interpreted: boxes, resources, content streams,
//! and what its annotations show.

use super::{
    content::MAX_STREAM_LEN,
    document::{Document, IndirectObject},
    error::{ParseError, ParseResult, ok_unless_io},
    matrix::Rectangle,
    object::{Dict, Object},
    page_tree::{Inherited, Page},
};
use std::rc::Rc;

/// The most streams that the content of one page is joined from.
pub(super) const MAX_CONTENT_STREAMS: usize = 1000;
/// How much content of one page is interpreted, in bytes.
const MAX_CONTENT_LEN: u64 = MAX_STREAM_LEN * 4;
/// The most annotations of a page that are interpreted.
pub(super) const MAX_ANNOTATIONS: usize = 100;
/// The most levels of form fields within form fields.
const MAX_FIELD_LEVELS: u32 = 8;
/// The annotation flags Hidden and `NoView` (ISO 32000-1, Table 165).
const HIDDEN_OR_NO_VIEW: i64 = 0b10_0010;
/// The page size if the page states none: US Letter, in points.
const DEFAULT_PAGE_BOX: Rectangle = [0.0, 0.0, 612.0, 792.0];

/// A page dictionary, and what it states or inherits.
pub(super) struct PageParts<'a> {
    pub(super) dict: &'a Dict,
    pub(super) resources: Option<&'a Object>,
    /// What the page shows of its content: the crop box or else the media box.
    pub(super) page_box: Rectangle,
}

impl<'a> PageParts<'a> {
    pub(super) fn of(document: &mut Document, page: &'a Page) -> ParseResult<Self> {
        let Some(dict) = page.object.dict() else { return Err(ParseError::Malformed) };
        let Inherited { resources, media_box, crop_box, .. } = &*page.inherited;
        let resources = dict.get(b"Resources").or(resources.as_ref());
        let media_box = rectangle(document, dict.get(b"MediaBox").or(media_box.as_ref()))?;
        let crop_box = rectangle(document, dict.get(b"CropBox").or(crop_box.as_ref()))?;
        Ok(Self { dict, resources, page_box: crop_box.or(media_box).unwrap_or(DEFAULT_PAGE_BOX) })
    }
}

/// By how many quarter turns, clockwise, the page is shown: 0 to 3.
pub(super) fn quarter_turns(document: &mut Document, page: &Page) -> ParseResult<u8> {
    let rotate = page.object.dict().and_then(|dict| dict.get(b"Rotate")).or(page.inherited.rotate.as_ref());
    let degrees = document.resolve_or_null(rotate)?.object.as_int().unwrap_or(0);
    Ok(match degrees.rem_euclid(360) {
        90 => 1,
        180 => 2,
        270 => 3,
        _ => 0,
    })
}

/// A rectangle (7.9.5), normalized; `None` if it is invalid or empty.
pub(super) fn rectangle(document: &mut Document, object: Option<&Object>) -> ParseResult<Option<Rectangle>> {
    let array = document.resolve_or_null(object)?;
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
pub(super) fn page_contents(document: &mut Document, object: Option<&Object>) -> ParseResult<Vec<u8>> {
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
        let stream = document.resolve(Some(stream));
        let is_there = stream.as_ref().is_ok_and(|stream| stream.is_stream());
        let bytes = stream.and_then(|stream| document.decode_cached(&stream, MAX_STREAM_LEN));
        match ok_unless_io(bytes) {
            Ok(Some(bytes)) => {
                all.extend_from_slice(&bytes);
                all.push(b'\n');
            }
            Ok(None) => document.defects.is_incomplete |= is_there,
            Err(ParseError::NeedData) => needs_data = true,
            Err(error) => return Err(error),
        }
    }
    if needs_data { Err(ParseError::NeedData) } else { Ok(all) }
}

/// The normal appearance of an annotation (12.5.5), such as a form field that was filled in.
pub(super) fn normal_appearance(
    document: &mut Document,
    annotation: &Object,
) -> ParseResult<Option<Rc<IndirectObject>>> {
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

/// The length of the value of a text field (12.7.4.3) that has no appearance, in bytes: readers make one of the value.
/// The type and the value may be inherited (12.7.3).
pub(super) fn field_value_len(document: &mut Document, annotation: &Object) -> ParseResult<u32> {
    let mut field = document.resolve(Some(annotation))?;
    let Some(dict) = field.dict() else { return Ok(0) };
    if document.get_int(dict, b"F")?.unwrap_or(0) & HIDDEN_OR_NO_VIEW != 0 || dict.has(b"AP") {
        return Ok(0);
    }
    let (mut is_text, mut len) = (false, None);
    for _ in 0..MAX_FIELD_LEVELS {
        let Some(dict) = field.dict() else { break };
        is_text |= document.get(dict, b"FT")?.object.as_name().is_some_and(|kind| kind == b"Tx" || kind == b"Ch");
        if len.is_none() {
            len = document.get(dict, b"V")?.object.as_string().map(<[u8]>::len);
        }
        field = document.get(dict, b"Parent")?;
    }
    Ok(len.filter(|_| is_text).and_then(|len| u32::try_from(len).ok()).unwrap_or(0))
}
