//! Tells the nodes of the page tree from its leaves, which are the pages (ISO 32000-1, 7.7.3.2).

use crate::pdf::{
    document::Document,
    error::ParseResult,
    object::{Dict, Object},
};

/// What an entry of `/Kids` is.
pub(super) enum Kid {
    /// A page, or a node that states its number of pages.
    Pages(u32),
    /// A node without a valid `/Count`.
    Uncounted,
    /// No such object, or neither a page nor a node.
    Missing,
}

/// Whether a dictionary is a node rather than a page.
pub(super) fn is_node(dict: &Dict) -> bool {
    dict.has(b"Kids") || dict.get(b"Type").is_some_and(|kind| kind.is_name(b"Pages"))
}

/// Loads an entry of `/Kids`.
pub(super) fn load_kid(document: &mut Document, kid: &Object) -> ParseResult<Kid> {
    let kid = document.resolve(Some(kid))?;
    let Some(dict) = kid.dict() else { return Ok(Kid::Missing) };
    if !is_node(dict) {
        return Ok(Kid::Pages(1));
    }
    let count = document.get_int(dict, b"Count")?.and_then(|count| u32::try_from(count).ok());
    Ok(count.map_or(Kid::Uncounted, Kid::Pages))
}
