//! Scans the bytes of a whole file for objects and trailers, by their keywords alone.

use crate::pdf::{
    budget::LimitExceeded,
    chars::is_space,
    error::{ParseError, ParseResult},
    search::find,
};

/// The most objects that are found; honest files have fewer.
const MAX_OBJECTS: usize = 1 << 20;
/// How far behind `obj` the type of an object is searched for, in bytes.
pub(super) const TYPE_WINDOW: usize = 400;
/// The most white space on either side of a generation number that is skipped, in bytes.
const MAX_SPACE: usize = 8;
/// The most digits of a generation number.
const MAX_GENERATION_DIGITS: usize = 6;
/// The most digits of an object number.
const MAX_NUMBER_DIGITS: usize = 10;

/// What a scan finds.
#[derive(Default)]
pub(super) struct Scan {
    /// Object numbers and offsets, in file order.
    pub(super) objects: Vec<(u32, u64)>,
    /// Those among them that are object streams.
    pub(super) object_streams: Vec<(u32, u64)>,
    /// The object numbers of catalogs.
    pub(super) catalogs: Vec<u32>,
    /// Where trailer dictionaries and the dictionaries of cross-reference streams start, in file order.
    pub(super) trailers: Vec<usize>,
}

/// Scans the bytes of a file.
pub(super) fn scan(bytes: &[u8]) -> ParseResult<Scan> {
    let mut found = Scan::default();
    let mut from = 0usize;
    while let Some(at) = find(bytes.get(from..).unwrap_or(&[]), b"obj") {
        let at = from.saturating_add(at);
        from = at.saturating_add(3);
        let Some((id, start)) = object_header(bytes, at) else { continue };
        found.objects.push((id, start as u64));
        if found.objects.len() > MAX_OBJECTS {
            return Err(ParseError::LimitExceeded(LimitExceeded::Objects));
        }
        let window = bytes.get(from..).unwrap_or(&[]);
        let window = window.get(..TYPE_WINDOW).unwrap_or(window);
        let window = find(window, b"endobj").and_then(|end| window.get(..end)).unwrap_or(window);
        if find(window, b"/ObjStm").is_some() {
            found.object_streams.push((id, start as u64));
        } else if find(window, b"/XRef").is_some() {
            found.trailers.push(from);
        } else if find(window, b"/Catalog").is_some() {
            found.catalogs.push(id);
        }
    }
    let mut from = 0usize;
    while let Some(at) = find(bytes.get(from..).unwrap_or(&[]), b"trailer") {
        from = from.saturating_add(at).saturating_add(7);
        found.trailers.push(from);
    }
    found.trailers.sort_unstable();
    Ok(found)
}

/// Whether an indirect object begins somewhere in the bytes.
pub(in crate::pdf) fn has_object_header(bytes: &[u8]) -> bool {
    let mut from = 0usize;
    while let Some(at) = find(bytes.get(from..).unwrap_or(&[]), b"obj") {
        let at = from.saturating_add(at);
        if object_header(bytes, at).is_some() {
            return true;
        }
        from = at.saturating_add(3);
    }
    false
}

/// The object number in front of `obj`, and where it starts.
fn object_header(bytes: &[u8], obj: usize) -> Option<(u32, usize)> {
    // Moves `at` to the start of a run of bytes that ends there, and returns the length of the run.
    let skip_back = |at: &mut usize, keep: fn(u8) -> bool, max: usize| {
        let before = bytes.get(..*at).unwrap_or(&[]);
        let count = before.iter().rev().take(max).take_while(|byte| keep(**byte)).count();
        *at = at.saturating_sub(count);
        count
    };
    let is_digit: fn(u8) -> bool = |byte| byte.is_ascii_digit();
    let mut at = obj;
    skip_back(&mut at, is_space, MAX_SPACE);
    if skip_back(&mut at, is_digit, MAX_GENERATION_DIGITS) == 0 || skip_back(&mut at, is_space, MAX_SPACE) == 0 {
        return None;
    }
    let end = at;
    if skip_back(&mut at, is_digit, MAX_NUMBER_DIGITS) == 0 || bytes.get(..at)?.last().is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let digits = bytes.get(at..end)?.iter();
    let id = digits.fold(0u64, |value, byte| value * 10 + u64::from(byte.wrapping_sub(b'0')));
    Some((u32::try_from(id).ok()?, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_complete_object_headers_are_found() {
        let found = scan(b"1 0 obj<</Type/Catalog>>endobj 12\n0\nobj<<>>endobj x obj 3 obj 70000000000 0 obj").unwrap();
        assert_eq!(found.objects, [(1, 0), (12, 31)]);
        assert_eq!(found.catalogs, [1]);
    }

    #[test]
    fn trailers_and_object_streams_are_found() {
        let found = scan(b"4 0 obj<</Type/ObjStm>>endobj 5 0 obj<</Type /XRef>> trailer<</Root 1 0 R>>").unwrap();
        assert_eq!(found.object_streams, [(4, 0)]);
        assert_eq!(found.trailers.len(), 2);
    }
}
