//! Reconstructs a cross-reference that cannot be read, from a scan of the whole file.
//!
//! Of several objects with one number the last in the file counts, as in all readers that reconstruct. Deliberately
//! simple: a file in which this finds no page is left to the fallback parser.

mod scan;

use super::{
    document::Document,
    error::{ParseError, ParseResult, ok_unless_io},
    lex::Lexer,
    object::{Dict, Object},
    search::find,
    sort::sort_by_number,
    xref::{Xref, XrefEntry},
};
pub(super) use scan::has_object_header;
use scan::{TYPE_WINDOW, scan};
use std::rc::Rc;

/// The most trailers that are parsed, from the end of the file.
const MAX_TRAILERS: usize = 64;
/// The most objects that are created while one trailer is parsed.
const MAX_TRAILER_NODES: u32 = 1 << 16;

/// Object streams that a scan found: their numbers and offsets.
pub(super) type FoundStreams = Vec<(u32, u64)>;

/// Replaces the document's cross-reference by one made of the objects in the file. Objects in object streams are missing
/// from it: those may be encrypted, so [`add_object_streams`] reads them once the key is known.
pub(super) fn reconstruct(document: &mut Document) -> ParseResult<FoundStreams> {
    let size = document.source.size();
    let depth = document.meter.depth();
    let bytes = document.source.read(0, size)?;
    let scan = scan(bytes)?;
    let mut trailers = Vec::new();
    for &at in scan.trailers.iter().rev().take(MAX_TRAILERS) {
        let mut lexer = Lexer::new(bytes.get(at..).unwrap_or(&[]), true, depth, MAX_TRAILER_NODES);
        if let Ok(Object::Dict(dict)) = lexer.object() {
            trailers.push(dict);
        }
    }
    trailers.extend(scan.catalogs.iter().rev().map(|&id| trailer_with_root(id)));
    if scan.objects.is_empty() {
        return Err(ParseError::Malformed);
    }
    let mut objects: Vec<(u32, u64)> = scan.objects;
    // The last object of a number is sorted to the front, and the others are dropped.
    sort_by_number(&mut objects, &|object| u64::MAX - object.1);
    sort_by_number(&mut objects, &|object| object.0.into());
    objects.dedup_by_key(|object| object.0);
    let entries = objects.into_iter().map(|object| (object.0, XrefEntry::Offset(object.1))).collect();
    document.xref = Xref::recovered(entries, trailers);
    document.clear_objects();
    Ok(scan.object_streams)
}

/// A trailer for a catalog that none of the trailers in the file may name.
fn trailer_with_root(id: u32) -> Dict {
    Dict(Rc::new(vec![(b"Root".to_vec(), Object::Reference(id))]))
}

/// Adds the objects in object streams to a cross-reference that [`reconstruct`] made.
pub(super) fn add_object_streams(document: &mut Document, streams: &FoundStreams) -> ParseResult<()> {
    let mut all: Vec<(u32, u64, XrefEntry)> = Vec::new();
    let mut catalogs = Vec::new();
    for &(id, offset) in streams {
        let Some(stream) = ok_unless_io(document.object_stream(id))? else { continue };
        for (index, &(number, at)) in stream.index.iter().enumerate() {
            if number != id {
                all.push((number, offset, XrefEntry::InStream { stream: id, index }));
            }
            let rest = stream.bytes.get(at..).unwrap_or(&[]);
            let len = stream.index.get(index + 1).and_then(|next| next.1.checked_sub(at)).unwrap_or(TYPE_WINDOW);
            if find(rest.get(..len.min(TYPE_WINDOW)).unwrap_or(rest), b"/Catalog").is_some() {
                catalogs.push(trailer_with_root(number));
            }
        }
    }
    document.xref.append_trailers(catalogs);
    let entries = document.xref.recovered_entries().ok_or(ParseError::Malformed)?;
    for (id, entry) in entries.drain(..) {
        all.push((id, if let XrefEntry::Offset(offset) = entry { offset } else { 0 }, entry));
    }
    sort_by_number(&mut all, &|object| u64::MAX - object.1);
    sort_by_number(&mut all, &|object| object.0.into());
    all.dedup_by_key(|object| object.0);
    entries.extend(all.into_iter().map(|object| (object.0, object.2)));
    Ok(())
}
