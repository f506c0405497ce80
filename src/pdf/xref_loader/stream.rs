//! Loads a cross-reference stream (ISO 32000-1, 7.5.8).

use crate::pdf::{
    document::{Document, IndirectObject},
    error::{ParseError, ParseResult},
    object::{Dict, Object},
    xref::{Section, StreamEntries},
};

/// The widest field of an entry that is accepted, in bytes: its value fits in 64 bits.
const MAX_FIELD_WIDTH: usize = 8;

/// Reads the stream at `at`, counted from the base. Its dictionary is the trailer.
pub(super) fn read(document: &mut Document, at: u64) -> ParseResult<(Section, Dict)> {
    let object = document.read_at(at, None)?;
    let dict = object.dict().filter(|_| object.is_stream()).ok_or(ParseError::Malformed)?;
    if !dict.get(b"Type").is_some_and(|kind| kind.is_name(b"XRef")) {
        return Err(ParseError::Malformed);
    }
    let entries = read_entries(document, &object, dict)?;
    Ok((Section::Stream(entries), dict.clone()))
}

fn read_entries(document: &mut Document, object: &IndirectObject, dict: &Dict) -> ParseResult<StreamEntries> {
    let width = |field: usize| {
        let width = dict.get(b"W").and_then(Object::as_array)?.get(field)?.as_int()?;
        usize::try_from(width).ok().filter(|&width| width <= MAX_FIELD_WIDTH)
    };
    let (Some(kind), Some(second), Some(third)) = (width(0), width(1), width(2)) else {
        return Err(ParseError::Malformed);
    };
    if second == 0 {
        return Err(ParseError::Malformed);
    }
    let number = |object: Option<&Object>| object.and_then(Object::as_int).and_then(|value| u32::try_from(value).ok());
    let subsections = match dict.get(b"Index").and_then(Object::as_array) {
        Some(pairs) => pairs.chunks(2).filter_map(|pair| Some((number(pair.first())?, number(pair.get(1))?))).collect(),
        None => vec![(0, number(dict.get(b"Size")).ok_or(ParseError::Malformed)?)],
    };
    let bytes = document.decode(object, u64::MAX)?;
    Ok(StreamEntries { bytes, widths: [kind, second, third], subsections })
}
