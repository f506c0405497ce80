//! Cross-reference tables (ISO 32000-1, 7.5.4): looks up single entries in the file.
//!
//! An entry has 20 bytes by the standard. Some writers end the line with one byte less or more.

use super::entry::XrefEntry;
use crate::pdf::{
    error::{ParseError, ParseResult},
    source::Source,
};

/// The length of an entry without its line break: ten digits, a space, five digits, a space, a letter.
pub(in crate::pdf) const ENTRY_LEN: u64 = 18;
/// Entries are read in aligned blocks of this many bytes, since neighbors are often needed next.
const BLOCK_LEN: u64 = 4 << 10;

/// A subsection: entries for consecutive object numbers.
pub(in crate::pdf) struct Subsection {
    /// The first object number.
    pub(in crate::pdf) first: u32,
    /// The number of entries.
    pub(in crate::pdf) count: u32,
    pub(in crate::pdf) entries: Entries,
}

/// The entries of a subsection.
pub(in crate::pdf) enum Entries {
    /// Entries of equal width in bytes, line break included, from this offset on. They are read when looked up.
    Uniform { start: u64, width: u64 },
    /// Entries of different widths, which were parsed one after another.
    Parsed(Vec<XrefEntry>),
}

/// The entry of an object, if one of the subsections covers its number.
pub(super) fn find(subsections: &[Subsection], source: &mut Source, id: u32) -> ParseResult<Option<XrefEntry>> {
    for subsection in subsections {
        let Some(index) = id.checked_sub(subsection.first).filter(|&index| index < subsection.count) else { continue };
        let (start, width) = match &subsection.entries {
            Entries::Parsed(entries) => return Ok(entries.get(index as usize).copied()),
            Entries::Uniform { start, width } => (start, width),
        };
        let at = start.saturating_add(width.saturating_mul(u64::from(index)));
        if (source.available(at).len() as u64) < ENTRY_LEN {
            return Err(source.request(at.saturating_sub(at % BLOCK_LEN), 2 * BLOCK_LEN));
        }
        let (offset, in_use) = parse_entry(source.available(at)).ok_or(ParseError::Malformed)?;
        return Ok(Some(entry(offset, in_use)));
    }
    Ok(None)
}

/// The offset in an entry, and whether the object is in use.
pub(in crate::pdf) fn parse_entry(bytes: &[u8]) -> Option<(u64, bool)> {
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

/// The entry of an object with that offset.
pub(in crate::pdf) fn entry(offset: u64, in_use: bool) -> XrefEntry {
    // The header is at offset 0, so an object said to be there is free.
    if in_use && offset > 0 { XrefEntry::Offset(offset) } else { XrefEntry::Free }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_complete_entries_are_parsed() {
        assert_eq!(parse_entry(b"0000000015 00000 n \n"), Some((15, true)));
        assert_eq!(parse_entry(b"0000000003 65535 f"), Some((3, false)));
        for other in [&b"0000000015 00000 x"[..], b"000000015 00000 n ", b"0000000015 00000", b"trailer << /Size 3"] {
            assert_eq!(parse_entry(other), None, "{}", other.escape_ascii());
        }
    }

    #[test]
    fn an_object_at_offset_0_is_free() {
        assert_eq!(entry(0, true), XrefEntry::Free);
        assert_eq!(entry(9, false), XrefEntry::Free);
        assert_eq!(entry(9, true), XrefEntry::Offset(9));
    }
}
