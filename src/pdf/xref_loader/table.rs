//! Loads a cross-reference table (ISO 32000-1, 7.5.4): its subsections and the trailer, but not its entries where their
//! places can be computed.

use crate::pdf::{
    chars::is_space,
    document::Document,
    error::{ParseError, ParseResult},
    object::{Dict, Object},
    xref::{ENTRY_LEN, Entries, Section, Subsection, entry, parse_entry},
};

/// What follows a subsection.
enum Next {
    /// The header of another one: first object number, number of entries, and where the entries start, counted from the
    /// header.
    Subsection(i64, i64, u64),
    /// The keyword `trailer` and this object.
    Trailer(Object),
}

/// Reads the table at `at`, up to its trailer.
pub(super) fn read(document: &mut Document, at: u64) -> ParseResult<(Section, Dict)> {
    let mut at = document.parse_at(at, |lexer| {
        lexer.keyword(b"xref")?;
        Ok(at.saturating_add(lexer.position() as u64))
    })?;
    let mut subsections = Vec::new();
    loop {
        let start = at;
        let next = document.parse_at(start, |lexer| match lexer.keyword(b"trailer") {
            Ok(()) => lexer.object().map(Next::Trailer),
            Err(ParseError::Malformed) => {
                let (first, count) = (lexer.int()?, lexer.int()?);
                lexer.skip_space();
                lexer.rest().first().ok_or(ParseError::Incomplete)?;
                Ok(Next::Subsection(first, count, lexer.position() as u64))
            }
            Err(error) => Err(error),
        })?;
        match next {
            Next::Subsection(first, count, skip) => {
                let first = u32::try_from(first).map_err(|_| ParseError::Malformed)?;
                let count = u32::try_from(count).map_err(|_| ParseError::Malformed)?;
                document.meter.charge_object()?;
                let (subsection, end) = read_subsection(document, first, count, start.saturating_add(skip))?;
                subsections.push(subsection);
                at = end;
            }
            Next::Trailer(Object::Dict(trailer)) => {
                return Ok((Section::Table { subsections, is_hybrid: trailer.has(b"XRefStm") }, trailer));
            }
            Next::Trailer(_) => return Err(ParseError::Malformed),
        }
    }
}

/// Reads the subsection whose entries start at `at`. Returns where it ends.
fn read_subsection(document: &mut Document, mut first: u32, count: u32, at: u64) -> ParseResult<(Subsection, u64)> {
    if count == 0 {
        return Ok((Subsection { first, count, entries: Entries::Parsed(Vec::new()) }, at));
    }
    // Entry 0 heads the list of free objects. If it is numbered 1, all numbers are off by one.
    let head = document.source.read(at, ENTRY_LEN)?;
    if first == 1 && head.starts_with(b"0000000000 65535 f") {
        first = 0;
        document.defects.is_index_damaged = true;
    }
    if let Some(width) = uniform_width(document, count, at)? {
        let end = at.saturating_add(width.saturating_mul(u64::from(count)));
        return Ok((Subsection { first, count, entries: Entries::Uniform { start: at, width } }, end));
    }
    let (entries, skip) = document.parse_at(at, |lexer| {
        let mut entries = Vec::new();
        for _ in 0..count {
            let (offset, _) = (lexer.int()?, lexer.int()?);
            let in_use = match lexer.token()? {
                Some(keyword) if keyword.is_keyword(b"n") => true,
                Some(keyword) if keyword.is_keyword(b"f") => false,
                _ => return Err(ParseError::Malformed),
            };
            entries.push(entry(u64::try_from(offset).unwrap_or(0), in_use));
        }
        Ok((entries, lexer.position() as u64))
    })?;
    Ok((Subsection { first, count, entries: Entries::Parsed(entries) }, at.saturating_add(skip)))
}

/// The width of each entry, line break included, if the first and the last entry are where it predicts them.
fn uniform_width(document: &mut Document, count: u32, at: u64) -> ParseResult<Option<u64>> {
    let bytes = document.source.read(at, ENTRY_LEN + 4)?;
    if parse_entry(bytes).is_none() {
        return Ok(None);
    }
    let line_break = bytes.iter().skip(18).take_while(|byte| is_space(**byte)).count() as u64;
    let width = ENTRY_LEN + line_break;
    if count == 1 {
        return Ok(Some(width));
    }
    if !(19..=21).contains(&width) {
        return Ok(None);
    }
    let last = at.saturating_add(width.saturating_mul(u64::from(count - 1)));
    if last.saturating_add(ENTRY_LEN) > document.source.size() {
        return Ok(None);
    }
    let is_uniform = parse_entry(document.source.read(last, ENTRY_LEN)?).is_some();
    Ok(is_uniform.then_some(width))
}
