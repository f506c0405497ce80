//! Character maps (ISO 32000-1, 9.7.5 and 9.10.3): which codes a string consists of, which glyphs they select, and which
//! text they stand for.

use super::{chars::as_text, lex::Lexer, object::Object, sort::sort_by_number};

/// The most mappings of one map. A mapping may be a range, so endless ranges cost nothing.
const MAX_MAPPINGS: usize = 70_000;
/// The most objects that are read from one map.
const MAX_NODES: u32 = 400_000;
/// The most ranges of valid codes.
const MAX_CODE_SPACES: usize = 100;
/// The longest text of one code, in UTF-16 units.
const MAX_TEXT_LEN: usize = 16;
/// How many overlapping mappings are tried for one code.
const MAX_OVERLAPS: usize = 4;

/// Valid codes of one length.
#[derive(Debug, Clone, Copy)]
struct CodeSpace {
    len: usize,
    first: u32,
    last: u32,
}

/// What a range of codes maps to; `to` is the value of the first.
#[derive(Debug)]
struct Mapping<T> {
    first: u32,
    last: u32,
    to: T,
}

/// A character map.
#[derive(Debug, Default)]
pub(super) struct CMap {
    code_spaces: Vec<CodeSpace>,
    /// UTF-16, in the order of the codes.
    texts: Vec<Mapping<Box<[u16]>>>,
    /// Glyph numbers, in the order of the codes.
    cids: Vec<Mapping<u32>>,
}

impl CMap {
    /// Parses a map, as far as it can be parsed.
    pub(super) fn parse(bytes: &[u8], depth: u32) -> Self {
        let mut lexer = Lexer::new(bytes, true, depth, MAX_NODES);
        let mut map = Self::default();
        let mut operands: Vec<Object> = Vec::new();
        while let Ok(Some(token)) = lexer.token() {
            let Object::Keyword(operator) = token else {
                operands.push(token);
                continue;
            };
            map.add(&operator, &operands);
            operands.clear();
            if map.texts.len().max(map.cids.len()) >= MAX_MAPPINGS {
                break;
            }
        }
        // A stable sort, so that of two mappings of one code the later is found first.
        sort_by_number(&mut map.texts, &|mapping| mapping.first.into());
        sort_by_number(&mut map.cids, &|mapping| mapping.first.into());
        map
    }

    /// Adds the entries of a section, which its closing operator follows.
    fn add(&mut self, operator: &[u8], operands: &[Object]) {
        let code = |object: &Object| object.as_string().map(code_of);
        let cid = |object: &Object| object.as_int().and_then(|cid| u32::try_from(cid).ok());
        match as_text(operator) {
            "endcodespacerange" => {
                for [first, last] in operands.as_chunks::<2>().0 {
                    let len = first.as_string().map_or(0, <[u8]>::len);
                    if let (1..=4, Some(first), Some(last)) = (len, code(first), code(last))
                        && self.code_spaces.len() < MAX_CODE_SPACES
                    {
                        self.code_spaces.push(CodeSpace { len, first, last });
                    }
                }
            }
            "endbfchar" => {
                for [from, to] in operands.as_chunks::<2>().0 {
                    if let (Some(from), Some(to)) = (code(from), to.as_string()) {
                        self.texts.push(Mapping { first: from, last: from, to: utf16_of(to) });
                    }
                }
            }
            "endbfrange" => {
                for [first, last, to] in operands.as_chunks::<3>().0 {
                    if let (Some(first), Some(last)) = (code(first), code(last)) {
                        self.add_text_range(first, last, to);
                    }
                }
            }
            "endcidchar" => {
                for [from, to] in operands.as_chunks::<2>().0 {
                    if let (Some(from), Some(to)) = (code(from), cid(to)) {
                        self.cids.push(Mapping { first: from, last: from, to });
                    }
                }
            }
            "endcidrange" => {
                for [first, last, to] in operands.as_chunks::<3>().0 {
                    if let (Some(first), Some(last), Some(to)) = (code(first), code(last), cid(to)) {
                        self.cids.push(Mapping { first, last, to });
                    }
                }
            }
            _ => {}
        }
    }

    fn add_text_range(&mut self, first: u32, last: u32, to: &Object) {
        match to {
            Object::String(to) => self.texts.push(Mapping { first, last, to: utf16_of(to) }),
            Object::Array(texts) => {
                for (code, to) in (first..=last).zip(texts.iter()) {
                    if let Some(to) = to.as_string() {
                        self.texts.push(Mapping { first: code, last: code, to: utf16_of(to) });
                    }
                }
            }
            _ => {}
        }
    }

    /// Whether the map has no text for any code.
    pub(super) fn has_no_text(&self) -> bool {
        self.texts.is_empty()
    }

    /// Whether the map says which codes are valid.
    pub(super) fn has_code_spaces(&self) -> bool {
        !self.code_spaces.is_empty()
    }

    /// The first code of a string and its length. Bytes that are no valid code count as one of the shortest length.
    pub(super) fn next_code(&self, bytes: &[u8]) -> Option<(u32, usize)> {
        for len in 1..=4 {
            let head = bytes.get(..len)?;
            let code = code_of(head);
            if self.code_spaces.iter().any(|space| space.len == len && space.contains(code)) {
                return Some((code, len));
            }
            if len == bytes.len() {
                break;
            }
        }
        let len = self.code_spaces.iter().map(|space| space.len).min().unwrap_or(1).min(bytes.len());
        Some((code_of(bytes.get(..len)?), len))
    }

    /// Appends the text of a code. Returns whether it has any that is valid.
    pub(super) fn push_text(&self, code: u32, out: &mut String) -> bool {
        let Some(mapping) = find(&self.texts, code) else { return false };
        let before = out.len();
        let offset = code.wrapping_sub(mapping.first);
        let last = mapping.to.len().saturating_sub(1);
        let units = mapping.to.iter().enumerate().map(|(index, &unit)| {
            // Within a range, the last unit counts up.
            if index == last { unit.wrapping_add(u16::try_from(offset & 0xFFFF).unwrap_or(0)) } else { unit }
        });
        for char in char::decode_utf16(units) {
            match char {
                Ok('\0' | char::REPLACEMENT_CHARACTER) | Err(_) => {}
                Ok(char) => out.push(char),
            }
        }
        out.len() > before
    }

    /// The glyph number of a code; the code itself if the map has none.
    pub(super) fn cid(&self, code: u32) -> u32 {
        find(&self.cids, code).map_or(code, |mapping| mapping.to.saturating_add(code.saturating_sub(mapping.first)))
    }
}

impl CodeSpace {
    /// Whether each byte of a code is in the range of that byte.
    fn contains(&self, code: u32) -> bool {
        let [code, first, last] = [code, self.first, self.last].map(u32::to_be_bytes);
        code.iter().zip(first.iter().zip(&last)).all(|(byte, (first, last))| first <= byte && byte <= last)
    }
}

/// The mapping of a code, of mappings in ascending order.
fn find<T>(mappings: &[Mapping<T>], code: u32) -> Option<&Mapping<T>> {
    let end = mappings.partition_point(|mapping| mapping.first <= code);
    mappings.get(..end)?.iter().rev().take(MAX_OVERLAPS).find(|mapping| code <= mapping.last)
}

fn code_of(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |code, &byte| code << 8 | u32::from(byte))
}

fn utf16_of(bytes: &[u8]) -> Box<[u16]> {
    if let [byte] = bytes {
        return Box::new([u16::from(*byte)]);
    }
    bytes.as_chunks::<2>().0.iter().take(MAX_TEXT_LEN).map(|pair| u16::from_be_bytes(*pair)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(map: &str, code: u32) -> String {
        let mut text = String::new();
        CMap::parse(map.as_bytes(), 8).push_text(code, &mut text);
        text
    }

    #[test]
    fn single_codes_and_ranges_map_to_text() {
        let map = "2 beginbfchar <01> <0041> <0002> <00660069> endbfchar\n\
                   3 beginbfrange <10> <12> <0061> <20> <21> [<0078> <0079007A>] <30> <31> <D83DDE00> endbfrange";
        for (code, expected) in [
            (1, "A"),
            (2, "fi"),
            (0x11, "b"),
            (0x12, "c"),
            (0x20, "x"),
            (0x21, "yz"),
            (0x31, "😁"),
            (0x13, ""),
            (0, ""),
        ] {
            assert_eq!(text(map, code), expected, "{code:#x}");
        }
    }

    #[test]
    fn text_that_is_null_or_half_a_surrogate_pair_is_none() {
        let map = "1 beginbfchar <01> <0000> <02> <D83D> <03> <FFFD> <04> <> endbfchar";
        for code in 1..=4 {
            assert_eq!(text(map, code), "");
        }
    }

    #[test]
    fn the_later_of_two_mappings_counts() {
        assert_eq!(text("beginbfchar <01> <0041> <01> <0042> endbfchar", 1), "B");
        assert_eq!(text("beginbfrange <00> <FF> <0020> endbfrange beginbfchar <01> <0042> endbfchar", 2), "\"");
    }

    #[test]
    fn code_spaces_tell_how_long_codes_are() {
        let map = CMap::parse(b"2 begincodespacerange <00> <80> <8140> <9FFC> endcodespacerange", 8);
        assert!(map.has_code_spaces());
        assert_eq!(map.next_code(b"A\x81\x40"), Some((0x41, 1)));
        assert_eq!(map.next_code(b"\x81\x40A"), Some((0x8140, 2)));
        assert_eq!(map.next_code(b"\xFF\xFF"), Some((0xFF, 1)));
        assert_eq!(map.next_code(b"\x81"), Some((0x81, 1)));
        assert_eq!(map.next_code(b""), None);
    }

    #[test]
    fn codes_select_glyphs() {
        let map = CMap::parse(b"begincidrange <20> <7E> 100 endcidrange begincidchar <03> 7 endcidchar", 8);
        assert_eq!([0x21, 3, 4].map(|code| map.cid(code)), [101, 7, 4]);
    }

    #[test]
    fn endless_ranges_cost_nothing() {
        let map = "beginbfrange <00000000> <FFFFFFFF> <0041> <00000000> <FFFFFFFF> [<0042>] endbfrange ".repeat(30_000);
        let map = CMap::parse(map.as_bytes(), 8);
        assert!(map.texts.len() <= MAX_MAPPINGS + 2);
        assert!(map.push_text(u32::MAX - 1, &mut String::new()) || !map.has_no_text());
    }
}
