//! Where the cross-reference can't be read: looks through the whole file for objects.
//!
//! The newest object of a number counts, as in every reader that repairs. Cheap on purpose: what this does not find is
//! left to a second look by a reader that is made for broken files.

use super::{Place, Section, Xref};
use crate::pdf::{
    Exhausted,
    document::{Document, find},
    lex::{Lexer, is_space},
    object::{Dict, Object},
    source::{Parsed, Stop, optional},
};
use std::rc::Rc;

/// Trailers that are looked at, from the end.
const TRAILERS: usize = 64;
/// More objects than any honest file has.
const OBJECTS: usize = 1 << 20;
/// Behind `obj`: what is searched for the type of the object.
const GLANCE: usize = 400;

#[derive(Default)]
struct Scan {
    /// In the order of the file.
    places: Vec<(u32, u64)>,
    containers: Vec<(u32, u64)>,
    catalogs: Vec<u32>,
    /// Where trailer dictionaries and cross-reference streams begin.
    trailers: Vec<usize>,
}

/// Puts a cross-reference together from the objects of the whole file.
pub(in crate::pdf) fn recover(document: &mut Document) -> Parsed<()> {
    let size = document.source.size();
    let (depth, nodes) = (document.depth, 1 << 16);
    let bytes = document.source.read(0, size)?;
    let scan = scan(bytes)?;
    let mut trailers = Vec::new();
    for &at in scan.trailers.iter().rev().take(TRAILERS) {
        let mut lexer = Lexer::new(bytes.get(at..).unwrap_or(&[]), true, depth, nodes);
        if let Ok(Object::Dict(dict)) = lexer.object() {
            trailers.push(dict);
        }
    }
    trailers.extend(scan.catalogs.iter().rev().map(|&id| naming_root(id)));
    if scan.places.is_empty() {
        return Err(Stop::Broken);
    }
    let mut places: Vec<(u32, u64)> = scan.places;
    // Of several with one number the last counts: it comes first, and the others go.
    places.sort_unstable_by_key(|place| (place.0, u64::MAX - place.1));
    places.dedup_by_key(|place| place.0);
    let places = places.into_iter().map(|place| (place.0, Place::At(place.1))).collect();
    document.xref =
        Xref { sections: vec![Section::Scanned(places)], trailers, containers: scan.containers, ..Xref::default() };
    document.forget();
    Ok(())
}

fn naming_root(id: u32) -> Dict {
    Dict(Rc::new(vec![(b"Root".to_vec(), Object::Ref(id))]))
}

fn scan(bytes: &[u8]) -> Parsed<Scan> {
    let mut found = Scan::default();
    let mut from = 0usize;
    while let Some(at) = find(bytes.get(from..).unwrap_or(&[]), b"obj") {
        let at = from.saturating_add(at);
        from = at.saturating_add(3);
        let Some((id, start)) = header(bytes, at) else { continue };
        found.places.push((id, start as u64));
        if found.places.len() > OBJECTS {
            return Err(Stop::Out(Exhausted::Objects));
        }
        let glance = bytes.get(from..).unwrap_or(&[]);
        let glance = glance.get(..GLANCE).unwrap_or(glance);
        let glance = find(glance, b"endobj").and_then(|end| glance.get(..end)).unwrap_or(glance);
        if find(glance, b"/ObjStm").is_some() {
            found.containers.push((id, start as u64));
        } else if find(glance, b"/XRef").is_some() {
            found.trailers.push(from);
        } else if find(glance, b"/Catalog").is_some() {
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

/// The number in front of `obj`, and where it begins.
fn header(bytes: &[u8], obj: usize) -> Option<(u32, usize)> {
    let before = bytes.get(..obj)?;
    let back = |before: &[u8], keep: fn(u8) -> bool, most: usize| {
        before.iter().rev().take(most).take_while(|byte| keep(**byte)).count()
    };
    let strip = |before: &mut usize, keep: fn(u8) -> bool, most: usize| {
        let count = back(bytes.get(..*before).unwrap_or(&[]), keep, most);
        *before = before.saturating_sub(count);
        count
    };
    let digit: fn(u8) -> bool = |byte| byte.is_ascii_digit();
    let mut at = before.len();
    strip(&mut at, is_space, 8);
    if strip(&mut at, digit, 6) == 0 || strip(&mut at, is_space, 8) == 0 {
        return None;
    }
    let end = at;
    if strip(&mut at, digit, 10) == 0 || bytes.get(..at)?.last().is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let digits = bytes.get(at..end)?.iter();
    let id = digits.fold(0u64, |value, byte| value * 10 + u64::from(byte.wrapping_sub(b'0')));
    Some((u32::try_from(id).ok()?, at))
}

/// Adds the objects of the object streams that were found; possible once the key is known.
pub(in crate::pdf) fn adopt_containers(document: &mut Document) -> Parsed<()> {
    let containers = document.xref.containers.clone();
    let mut inside = Vec::new();
    let mut catalogs = Vec::new();
    for (id, place) in containers {
        let Some(container) = optional(document.container(id))? else { continue };
        for (index, &(number, at)) in container.index.iter().enumerate() {
            if number != id {
                inside.push((number, place, Place::In(id, index)));
            }
            let rest = container.bytes.get(at..).unwrap_or(&[]);
            let end = container.index.get(index + 1).and_then(|next| next.1.checked_sub(at)).unwrap_or(GLANCE);
            if find(rest.get(..end.min(GLANCE)).unwrap_or(rest), b"/Catalog").is_some() {
                catalogs.push(naming_root(number));
            }
        }
    }
    document.xref.containers.clear();
    document.xref.trailers.append(&mut catalogs);
    let Some(Section::Scanned(places)) = document.xref.sections.first_mut() else { return Err(Stop::Broken) };
    let mut all: Vec<(u32, u64, Place)> = inside;
    for (id, place) in places.drain(..) {
        all.push((id, if let Place::At(at) = place { at } else { 0 }, place));
    }
    all.sort_by_key(|place| (place.0, u64::MAX - place.1));
    all.dedup_by_key(|place| place.0);
    places.extend(all.into_iter().map(|place| (place.0, place.2)));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_told_from_what_only_looks_like_them() {
        let found = scan(b"1 0 obj<</Type/Catalog>>endobj 12\n0\nobj<<>>endobj x obj 3 obj 70000000000 0 obj").unwrap();
        assert_eq!(found.places, [(1, 0), (12, 31)]);
        assert_eq!(found.catalogs, [1]);
    }

    #[test]
    fn trailers_and_object_streams_are_noted() {
        let found = scan(b"4 0 obj<</Type/ObjStm>>endobj 5 0 obj<</Type /XRef>> trailer<</Root 1 0 R>>").unwrap();
        assert_eq!(found.containers, [(4, 0)]);
        assert_eq!(found.trailers.len(), 2);
    }
}
