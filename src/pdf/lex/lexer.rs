//! Objects and keywords, one after another.

use super::{cursor::Cursor, token::parse_number};
use crate::pdf::{
    budget::LimitExceeded,
    chars::is_regular,
    error::{ParseError, ParseResult},
    object::{Dict, Object},
};
use std::rc::Rc;

/// Reads objects from a slice of bytes.
#[derive(Debug)]
pub(in crate::pdf) struct Lexer<'a> {
    cursor: Cursor<'a>,
    /// Levels of nesting that are left.
    depth: u32,
    /// Objects that may still be created.
    nodes: u32,
}

impl<'a> Lexer<'a> {
    /// Reads `bytes`; `is_final` says whether the file or the stream ends where they end. At most `nodes` objects are
    /// created, nested in at most `depth` levels.
    pub(in crate::pdf) fn new(bytes: &'a [u8], is_final: bool, depth: u32, nodes: u32) -> Self {
        Self { cursor: Cursor::new(bytes, is_final), depth, nodes }
    }

    /// The offset of the next byte.
    pub(in crate::pdf) fn position(&self) -> usize {
        self.cursor.position()
    }

    pub(in crate::pdf) fn seek(&mut self, position: usize) {
        self.cursor.seek(position);
    }

    /// The number of objects that may still be created.
    pub(in crate::pdf) fn nodes_left(&self) -> u32 {
        self.nodes
    }

    /// The bytes that are left.
    pub(in crate::pdf) fn rest(&self) -> &'a [u8] {
        self.cursor.rest()
    }

    /// Skips white space and comments.
    pub(in crate::pdf) fn skip_space(&mut self) {
        self.cursor.skip_space();
    }

    /// The next object or keyword of a content stream, in which there are no references; `None` at the end.
    pub(in crate::pdf) fn token(&mut self) -> ParseResult<Option<Object>> {
        self.cursor.skip_space();
        if self.cursor.peek().is_none() {
            return if self.cursor.is_final() { Ok(None) } else { Err(ParseError::Incomplete) };
        }
        self.value(false).map(Some)
    }

    /// The next object, which may be a reference.
    pub(in crate::pdf) fn object(&mut self) -> ParseResult<Object> {
        self.value(true)
    }

    /// The next object, which must be an integer.
    pub(in crate::pdf) fn int(&mut self) -> ParseResult<i64> {
        match self.value(false)? {
            Object::Int(value) => Ok(value),
            _ => Err(ParseError::Malformed),
        }
    }

    /// Skips the line break behind the keyword `stream`, if there is one. Some writers put spaces in front of it.
    pub(in crate::pdf) fn skip_line_end(&mut self) -> ParseResult<()> {
        let start = self.cursor.position();
        self.cursor.take_while(|byte| byte == b' ' || byte == b'\t');
        match self.cursor.rest() {
            [b'\r', b'\n', ..] => self.cursor.advance(2),
            [] | [b'\r'] if !self.cursor.is_final() => return Err(ParseError::Incomplete),
            [b'\n', ..] => self.cursor.advance(1),
            // A single carriage return is not allowed, but common readers accept it.
            [b'\r', ..] if self.cursor.position() == start => self.cursor.advance(1),
            // The data itself begins with spaces.
            _ => self.cursor.seek(start),
        }
        Ok(())
    }

    /// Skips a keyword, which must be next.
    pub(in crate::pdf) fn keyword(&mut self, keyword: &[u8]) -> ParseResult<()> {
        self.cursor.skip_space();
        let rest = self.cursor.rest();
        if rest.starts_with(keyword) {
            self.cursor.advance(keyword.len());
            return Ok(());
        }
        Err(if keyword.starts_with(rest) { self.cursor.unexpected_end() } else { ParseError::Malformed })
    }

    /// The entries of an inline image (8.9.7), up to and including `ID`.
    pub(in crate::pdf) fn inline_image_dict(&mut self) -> ParseResult<Dict> {
        let mut entries = Vec::new();
        loop {
            match self.value(false)? {
                Object::Name(key) => {
                    let value = self.value(false)?;
                    entries.push((key, value));
                }
                Object::Keyword(word) if word == b"ID" => return Ok(Dict(Rc::new(entries))),
                _ => return Err(ParseError::Malformed),
            }
        }
    }

    fn value(&mut self, references: bool) -> ParseResult<Object> {
        self.nodes = self.nodes.checked_sub(1).ok_or(ParseError::LimitExceeded(LimitExceeded::Objects))?;
        self.cursor.skip_space();
        let Some(byte) = self.cursor.peek() else { return Err(self.cursor.unexpected_end()) };
        match byte {
            b'/' => self.cursor.name().map(Object::Name),
            b'(' => self.cursor.literal_string().map(Object::String),
            b'[' => self.array(references),
            b'<' => match self.cursor.rest() {
                [_, b'<', ..] => self.dict(references),
                [_] => Err(self.cursor.unexpected_end()),
                _ => self.cursor.hex_string().map(Object::String),
            },
            b'+' | b'-' | b'.' | b'0'..=b'9' => self.number_or_reference(references),
            byte if is_regular(byte) => self.keyword_or_constant(),
            _ => {
                // A stray delimiter becomes a keyword, so that the caller continues behind it.
                self.cursor.advance(1);
                Ok(Object::Keyword(vec![byte]))
            }
        }
    }

    fn keyword_or_constant(&mut self) -> ParseResult<Object> {
        let word = self.cursor.take_while(is_regular);
        self.cursor.require_end_of_token()?;
        Ok(match word {
            word if word == b"true" => Object::Bool(true),
            word if word == b"false" => Object::Bool(false),
            word if word == b"null" => Object::Null,
            _ => Object::Keyword(word.to_vec()),
        })
    }

    fn number_or_reference(&mut self, references: bool) -> ParseResult<Object> {
        let word = self.cursor.take_while(is_regular);
        self.cursor.require_end_of_token()?;
        let number = parse_number(word);
        let (true, Some(Object::Int(id))) = (references, &number) else {
            return Ok(number.unwrap_or_else(|| Object::Keyword(word.to_vec())));
        };
        let Ok(id) = u32::try_from(*id) else { return Ok(Object::Int(*id)) };
        let after = self.cursor.position();
        if self.cursor.reference_tail()? {
            return Ok(Object::Reference(id));
        }
        self.cursor.seek(after);
        Ok(Object::Int(i64::from(id)))
    }

    fn nested<T>(&mut self, inner: impl FnOnce(&mut Self) -> ParseResult<T>) -> ParseResult<T> {
        self.depth = self.depth.checked_sub(1).ok_or(ParseError::LimitExceeded(LimitExceeded::Objects))?;
        let result = inner(self);
        self.depth = self.depth.saturating_add(1);
        result
    }

    fn array(&mut self, references: bool) -> ParseResult<Object> {
        self.cursor.advance(1);
        self.nested(|lexer| {
            let mut items = Vec::new();
            loop {
                lexer.cursor.skip_space();
                match lexer.cursor.peek() {
                    None => return Err(lexer.cursor.unexpected_end()),
                    Some(b']') => break,
                    Some(b'>') if lexer.cursor.rest().starts_with(b">>") => return Ok(Object::Array(Rc::new(items))),
                    _ => {}
                }
                if let Some(item) = lexer.element(references)? {
                    items.push(item);
                }
            }
            lexer.cursor.advance(1);
            Ok(Object::Array(Rc::new(items)))
        })
    }

    fn dict(&mut self, references: bool) -> ParseResult<Object> {
        self.cursor.advance(2);
        self.nested(|lexer| lexer.entries(references)).map(Object::Dict)
    }

    fn entries(&mut self, references: bool) -> ParseResult<Dict> {
        let mut entries = Vec::new();
        loop {
            self.cursor.skip_space();
            match self.cursor.rest() {
                [] => return Err(self.cursor.unexpected_end()),
                [b'>', b'>', ..] => {
                    self.cursor.advance(2);
                    return Ok(Dict(Rc::new(entries)));
                }
                [b'>'] if !self.cursor.is_final() => return Err(ParseError::Incomplete),
                [b'/', ..] => {
                    let key = self.cursor.name()?;
                    self.cursor.skip_space();
                    if self.cursor.rest().starts_with(b">>") {
                        continue;
                    }
                    if let Some(value) = self.element(references)? {
                        entries.push((key, value));
                    }
                }
                // A value without a key.
                _ => drop(self.element(references)?),
            }
        }
    }

    /// The next value of an array or a dictionary. `None` for a keyword, which has no meaning there and is skipped by
    /// lenient readers.
    fn element(&mut self, references: bool) -> ParseResult<Option<Object>> {
        match self.value(references)? {
            // The closing bracket is missing.
            Object::Keyword(word) if word == b"endobj" || word == b"stream" => Err(ParseError::Malformed),
            Object::Keyword(_) => Ok(None),
            value => Ok(Some(value)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> ParseResult<Object> {
        Lexer::new(bytes, true, 8, 1000).object()
    }

    #[test]
    fn objects_of_every_kind_are_read() {
        let table: [(&[u8], Object); 16] = [
            (b" null ", Object::Null),
            (b"true", Object::Bool(true)),
            (b"-12", Object::Int(-12)),
            (b"--12", Object::Int(-12)),
            (b"+.5", Object::Real(0.5)),
            (b"4.", Object::Real(4.0)),
            (b"12-34", Object::Int(12)),
            (b"12 0 R", Object::Reference(12)),
            (b"12 0 Rx", Object::Int(12)),
            (b"/A#42C", Object::Name(b"ABC".to_vec())),
            (b"/A#4", Object::Name(b"A#4".to_vec())),
            (b"(a(b)\\)\\101\\\n\\n)", Object::String(b"a(b))A\n".to_vec())),
            (b"<41 4>", Object::String(b"A@".to_vec())),
            (b"% remark\r[1 2 0 R]", Object::Array(Rc::new(vec![Object::Int(1), Object::Reference(2)]))),
            (b"<</A/B/C>>", Object::Dict(Dict(Rc::new(vec![(b"A".to_vec(), Object::Name(b"B".to_vec()))])))),
            (b"endobj", Object::Keyword(b"endobj".to_vec())),
        ];
        for (bytes, object) in table {
            assert_eq!(read(bytes), Ok(object), "{}", bytes.escape_ascii());
        }
    }

    #[test]
    fn a_token_at_the_end_of_partial_bytes_is_incomplete() {
        let full = b"<</A 12 0 R/B[(x) <41>]/C 1.5/D true>>";
        for end in 0..full.len() {
            assert_eq!(Lexer::new(&full[..end], false, 8, 1000).object(), Err(ParseError::Incomplete), "{end}");
            assert!(Lexer::new(&full[..end], true, 8, 1000).object().is_err(), "{end}");
        }
        assert!(Lexer::new(full, false, 8, 1000).object().is_ok());
    }

    #[test]
    fn nesting_and_the_number_of_objects_are_limited() {
        let deep = vec![b'['; 100_000];
        assert_eq!(read(&deep), Err(ParseError::LimitExceeded(LimitExceeded::Objects)));
        let wide = b"[0 0 0 0 0 0 0 0]";
        assert_eq!(Lexer::new(wide, true, 8, 8).object(), Err(ParseError::LimitExceeded(LimitExceeded::Objects)));
    }
}
