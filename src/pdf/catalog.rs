//! Finds the catalog (ISO 32000-1, 7.7.2).

use super::{
    document::{Document, IndirectObject},
    error::{ParseError, ParseResult},
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
        let catalog = document.resolve_or_null(Some(root))?;
        if let Some(dict) = catalog.dict()
            && document.get_or_null(dict, b"Pages")?.dict().is_some()
        {
            // The newest revision is damaged if only an older one has a catalog.
            document.defects.is_index_damaged |= index > 0;
            return Ok(catalog);
        }
    }
    Err(ParseError::Malformed)
}
