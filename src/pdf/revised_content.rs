//! Whether a later revision of the file changed what a page shows.
//!
//! An incremental update (ISO 32000-1, 7.5.6) leaves in the file what it replaces. Signatures, comments and filled-in
//! forms leave the content of a page as it was. An editor that changes an amount doesn't.

use super::{
    content::MAX_STREAM_LEN,
    document::{Document, IndirectObject},
    error::{ParseError, ParseResult, ok_unless_io},
    object::Object,
    page_content::MAX_CONTENT_STREAMS,
    page_tree::{Page, PageTree},
};

/// The most pages that are compared.
const MAX_PAGES: u32 = 24;

/// Whether a later revision changed the content of one of the first pages of a document of `pages` pages. What cannot be
/// read counts as unchanged.
pub(super) fn has_revised_content(document: &mut Document, tree: &mut PageTree, pages: u32) -> ParseResult<bool> {
    let mut needs_data = false;
    for index in 0..pages.min(MAX_PAGES) {
        let is_revised = tree.page(document, index).and_then(|page| is_page_revised(document, &page));
        match ok_unless_io(is_revised) {
            Ok(Some(true)) => return Ok(true),
            Ok(_) => {}
            Err(ParseError::NeedData) => needs_data = true,
            Err(error) => return Err(error),
        }
    }
    if needs_data { Err(ParseError::NeedData) } else { Ok(false) }
}

fn is_page_revised(document: &mut Document, page: &Page) -> ParseResult<bool> {
    let Some(contents) = page.object.dict().and_then(|dict| dict.get(b"Contents")) else { return Ok(false) };
    if let Some(id) = page.id
        && let Some(first) = document.load_replaced(id)?
        && let Some(dict) = first.dict()
        && dict.get(b"Type").is_some_and(|kind| kind.is_name(b"Page"))
        && dict.get(b"Contents").map_or_else(Vec::new, references) != references(contents)
    {
        return Ok(true);
    }
    let mut ids = references(contents);
    let mut position = 0;
    while let Some(&id) = ids.get(position).filter(|_| position < MAX_CONTENT_STREAMS) {
        position += 1;
        let (object, first) = (document.load(id)?, document.load_replaced(id)?);
        if let Object::Array(_) = object.object {
            let streams = references(&object.object);
            if first.is_some_and(|first| references(&first.object) != streams) {
                return Ok(true);
            }
            ids.extend(streams);
        } else if is_other_stream(document, first.as_ref(), &object)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The numbers of the objects that a value refers to: itself, or as an array.
fn references(value: &Object) -> Vec<u32> {
    match value {
        Object::Array(items) => items.iter().take(MAX_CONTENT_STREAMS).filter_map(Object::as_reference).collect(),
        value => value.as_reference().into_iter().collect(),
    }
}

/// Whether both are streams, with different content.
fn is_other_stream(
    document: &mut Document,
    first: Option<&IndirectObject>,
    stream: &IndirectObject,
) -> ParseResult<bool> {
    let Some(first) = first.filter(|first| first.is_stream() && stream.is_stream()) else { return Ok(false) };
    Ok(document.decode(first, MAX_STREAM_LEN)? != document.decode(stream, MAX_STREAM_LEN)?)
}
