//! Cross-reference tables: rows of 20 bytes (ISO 32000-1, 7.5.4), or of 19 or 21, as some writers end their lines.

use super::{Place, Section};
use crate::pdf::{
    document::Document,
    lex::is_space,
    object::{Dict, Object},
    source::{Parsed, Source, Stop},
};

/// Of a row: ten digits, a space, five digits, a space, a letter.
const ROW: u64 = 18;
/// What is read around a row that is not known yet.
const BLOCK: u64 = 4 << 10;

/// Rows for consecutive numbers.
pub(super) struct Part {
    first: u32,
    count: u32,
    rows: Rows,
}

enum Rows {
    /// All of one width, from this place on.
    Even { at: u64, width: u64 },
    /// Read one by one, since their widths differ.
    Listed(Vec<Place>),
}

/// Reads the table at `at`, up to its trailer.
pub(super) fn read(document: &mut Document, at: u64) -> Parsed<(Section, Dict)> {
    let mut at = document.parse_at(at, |lexer| {
        lexer.word(b"xref")?;
        Ok(at.saturating_add(lexer.at() as u64))
    })?;
    let mut parts = Vec::new();
    loop {
        let start = at;
        let header = document.parse_at(start, |lexer| match lexer.word(b"trailer") {
            Ok(()) => lexer.object().map(Err),
            Err(Stop::Broken) => {
                let (first, count) = (lexer.int()?, lexer.int()?);
                lexer.skip_space();
                lexer.rest().first().ok_or(Stop::Cut)?;
                Ok(Ok((first, count, lexer.at() as u64)))
            }
            Err(stop) => Err(stop),
        })?;
        match header {
            Ok((first, count, skip)) => {
                let first = u32::try_from(first).map_err(|_| Stop::Broken)?;
                let count = u32::try_from(count).map_err(|_| Stop::Broken)?;
                document.spend_object()?;
                let (part, end) = part(document, first, count, start.saturating_add(skip))?;
                parts.push(part);
                at = end;
            }
            Err(Object::Dict(trailer)) => {
                return Ok((Section::Table { parts, hybrid: trailer.has(b"XRefStm") }, trailer));
            }
            Err(_) => return Err(Stop::Broken),
        }
    }
}

fn part(document: &mut Document, mut first: u32, count: u32, at: u64) -> Parsed<(Part, u64)> {
    if count == 0 {
        return Ok((Part { first, count, rows: Rows::Listed(Vec::new()) }, at));
    }
    // Row 0 heads the list of free objects; where it is called 1, every number is off by one.
    let head = document.source.read(at, ROW)?;
    if first == 1 && head.starts_with(b"0000000000 65535 f") {
        first = 0;
        document.suspect = true;
    }
    if let Some(width) = width(document, count, at)? {
        let end = at.saturating_add(width.saturating_mul(u64::from(count)));
        return Ok((Part { first, count, rows: Rows::Even { at, width } }, end));
    }
    let (places, skip) = document.parse_at(at, |lexer| {
        let mut places = Vec::new();
        for _ in 0..count {
            let (offset, _) = (lexer.int()?, lexer.int()?);
            let used = match lexer.token()? {
                Some(word) if word.is_word(b"n") => true,
                Some(word) if word.is_word(b"f") => false,
                _ => return Err(Stop::Broken),
            };
            places.push(place(u64::try_from(offset).unwrap_or(0), used));
        }
        Ok((places, lexer.at() as u64))
    })?;
    Ok((Part { first, count, rows: Rows::Listed(places) }, at.saturating_add(skip)))
}

/// How wide each row is, if the first and the last agree.
fn width(document: &mut Document, count: u32, at: u64) -> Parsed<Option<u64>> {
    let bytes = document.source.read(at, ROW + 4)?;
    if row(bytes).is_none() {
        return Ok(None);
    }
    let spaces = bytes.iter().skip(18).take_while(|byte| is_space(**byte)).count() as u64;
    let width = ROW + spaces;
    if count == 1 {
        return Ok(Some(width));
    }
    if !(19..=21).contains(&width) {
        return Ok(None);
    }
    let last = at.saturating_add(width.saturating_mul(u64::from(count - 1)));
    if last.saturating_add(ROW) > document.source.size() {
        return Ok(None);
    }
    let even = row(document.source.read(last, ROW)?).is_some();
    Ok(even.then_some(width))
}

/// The offset in a row, and whether the object is in use.
fn row(bytes: &[u8]) -> Option<(u64, bool)> {
    let digits = |range: std::ops::Range<usize>| {
        bytes.get(range)?.iter().try_fold(0u64, |value, byte| {
            byte.is_ascii_digit().then(|| value.saturating_mul(10).saturating_add(u64::from(byte - b'0')))
        })
    };
    let (offset, _) = (digits(0..10)?, digits(11..16)?);
    match (bytes.get(10)?, bytes.get(16)?, bytes.get(17)?) {
        (b' ', b' ', b'n') => Some((offset, true)),
        (b' ', b' ', b'f') => Some((offset, false)),
        _ => None,
    }
}

fn place(offset: u64, used: bool) -> Place {
    // No object stands at 0: a writer that says so means that it is free.
    if used && offset > 0 { Place::At(offset) } else { Place::Free }
}

/// Where the object stands, if one of the parts is about it.
pub(super) fn find(parts: &[Part], source: &mut Source, id: u32) -> Parsed<Option<Place>> {
    for part in parts {
        let Some(index) = id.checked_sub(part.first).filter(|&index| index < part.count) else { continue };
        let (at, width) = match &part.rows {
            Rows::Listed(places) => return Ok(places.get(index as usize).copied()),
            Rows::Even { at, width } => (at, width),
        };
        let at = at.saturating_add(width.saturating_mul(u64::from(index)));
        if source.known_from(at).len() < 18 {
            return Err(source.want(at.saturating_sub(at % BLOCK), 2 * BLOCK));
        }
        let (offset, used) = row(source.known_from(at)).ok_or(Stop::Broken)?;
        return Ok(Some(place(offset, used)));
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_told_from_what_looks_like_one() {
        assert_eq!(row(b"0000000015 00000 n \n"), Some((15, true)));
        assert_eq!(row(b"0000000003 65535 f"), Some((3, false)));
        for other in [&b"0000000015 00000 x"[..], b"000000015 00000 n ", b"0000000015 00000", b"trailer << /Size 3"] {
            assert_eq!(row(other), None, "{}", other.escape_ascii());
        }
    }

    #[test]
    fn an_object_at_the_first_byte_is_none() {
        assert_eq!(place(0, true), Place::Free);
        assert_eq!(place(9, false), Place::Free);
        assert_eq!(place(9, true), Place::At(9));
    }
}
