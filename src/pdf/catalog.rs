//! Finds the catalog (ISO 32000-1, 7.7.2).

use super::{
    document::{Document, IndirectObject},
    error::{ParseError, ParseResult, ok_unless_io},
    object::Object,
};
use std::rc::Rc;

/// The most trailers whose `/Root` is tried.
const MAX_ROOTS: usize = 64;

/// The first catalog, from the newest trailer on, that has a page tree.
pub(super) fn find_catalog(document: &mut Document) -> ParseResult<Rc<IndirectObject>> {
    let roots = document.xref.trailers().iter().filter_map(|trailer| trailer.get(b"Root"));
    let roots: Vec<Object> = roots.take(MAX_ROOTS).cloned().collect();
    for (index, root) in roots.iter().enumerate() {
        if let Some(catalog) = ok_unless_io(document.resolve(Some(root)))?
            && let Some(dict) = catalog.dict()
            && ok_unless_io(document.get(dict, b"Pages"))?.is_some_and(|pages| pages.dict().is_some())
        {
            // The newest revision is damaged if only an older one has a catalog.
            document.defects.is_index_damaged |= index > 0;
            return Ok(catalog);
        }
    }
    Err(ParseError::Malformed)
}
