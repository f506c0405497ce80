//! Reads objects from bytes (ISO 32000-1, 7.2 and 7.3), as forgiving as the readers that people use.
//!
//! The bytes at hand may end in the middle of the file: a token that touches their end is [`Stop::Cut`], so that the
//! caller can get more and try again. Nesting and the number of objects are bounded.

mod atom;

use super::{
    Exhausted,
    object::{Dict, Object},
    source::{Parsed, Stop},
};
pub(super) use atom::unhex;
use atom::{escape, name, number};
use std::rc::Rc;

/// White space, NUL included.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !is_delimiter(byte)
}

/// A place in some bytes.
#[derive(Debug, Clone)]
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
    /// Whether the bytes end where the file or the stream ends.
    last: bool,
    /// Levels of nesting that are left.
    depth: u32,
    /// Objects that may still be made.
    nodes: u32,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(bytes: &'a [u8], last: bool, depth: u32, nodes: u32) -> Self {
        Self { bytes, at: 0, last, depth, nodes }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn go_to(&mut self, at: usize) {
        self.at = at;
    }

    /// Objects that may still be made.
    pub(super) fn nodes(&self) -> u32 {
        self.nodes
    }

    /// What is left of the bytes.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or(&[])
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn take_while(&mut self, keep: fn(u8) -> bool) -> &'a [u8] {
        let rest = self.rest();
        let len = rest.iter().position(|&byte| !keep(byte)).unwrap_or(rest.len());
        self.at = self.at.saturating_add(len);
        rest.get(..len).unwrap_or(&[])
    }

    /// White space and comments.
    pub(super) fn skip_space(&mut self) {
        loop {
            self.take_while(is_space);
            if self.peek() != Some(b'%') {
                return;
            }
            self.take_while(|byte| byte != b'\n' && byte != b'\r');
        }
    }

    /// More bytes may follow, unless these are the last.
    fn end(&self) -> Stop {
        if self.last { Stop::Broken } else { Stop::Cut }
    }

    /// The next object or word; `None` at the end. References are not put together.
    pub(super) fn token(&mut self) -> Parsed<Option<Object>> {
        self.skip_space();
        if self.peek().is_none() {
            return if self.last { Ok(None) } else { Err(Stop::Cut) };
        }
        self.value(false).map(Some)
    }

    /// The next object, references included.
    pub(super) fn object(&mut self) -> Parsed<Object> {
        self.value(true)
    }

    /// The next whole number.
    pub(super) fn int(&mut self) -> Parsed<i64> {
        match self.value(false)? {
            Object::Int(value) => Ok(value),
            _ => Err(Stop::Broken),
        }
    }

    /// The next word has to be this one.
    pub(super) fn word(&mut self, word: &[u8]) -> Parsed<()> {
        self.skip_space();
        let rest = self.rest();
        if rest.starts_with(word) {
            self.at = self.at.saturating_add(word.len());
            return Ok(());
        }
        Err(if word.starts_with(rest) { self.end() } else { Stop::Broken })
    }

    fn value(&mut self, references: bool) -> Parsed<Object> {
        self.nodes = self.nodes.checked_sub(1).ok_or(Stop::Out(Exhausted::Objects))?;
        self.skip_space();
        let Some(byte) = self.peek() else { return Err(self.end()) };
        match byte {
            b'/' => self.name().map(Object::Name),
            b'(' => self.literal().map(Object::Text),
            b'[' => self.array(references),
            b'<' if self.bytes.get(self.at.saturating_add(1)) == Some(&b'<') => self.dict(references),
            b'<' if self.rest().len() < 2 => Err(self.end()),
            b'<' => self.hex_text().map(Object::Text),
            b'+' | b'-' | b'.' | b'0'..=b'9' => self.number_or_reference(references),
            byte if is_regular(byte) => self.bare_word(),
            _ => {
                // A stray delimiter stands for itself, so that whoever meets it goes on behind it.
                self.at = self.at.saturating_add(1);
                Ok(Object::Word(vec![byte]))
            }
        }
    }

    /// The token that was just taken touches the end of the bytes, so it may go on behind it.
    fn whole(&self) -> Parsed<()> {
        if self.rest().is_empty() && !self.last { Err(Stop::Cut) } else { Ok(()) }
    }

    fn bare_word(&mut self) -> Parsed<Object> {
        let word = self.take_while(is_regular);
        self.whole()?;
        Ok(match word {
            b"true" => Object::Bool(true),
            b"false" => Object::Bool(false),
            b"null" => Object::Null,
            _ => Object::Word(word.to_vec()),
        })
    }

    fn name(&mut self) -> Parsed<Vec<u8>> {
        self.at = self.at.saturating_add(1);
        let raw = self.take_while(is_regular);
        self.whole()?;
        Ok(name(raw))
    }

    fn number_or_reference(&mut self, references: bool) -> Parsed<Object> {
        let word = self.take_while(is_regular);
        self.whole()?;
        let number = number(word);
        let (true, Some(Object::Int(id))) = (references, &number) else {
            return Ok(number.unwrap_or_else(|| Object::Word(word.to_vec())));
        };
        let Ok(id) = u32::try_from(*id) else { return Ok(Object::Int(*id)) };
        let after = self.at;
        if self.is_reference_tail()? {
            return Ok(Object::Ref(id));
        }
        self.at = after;
        Ok(Object::Int(i64::from(id)))
    }

    /// `0 R` behind a number.
    fn is_reference_tail(&mut self) -> Parsed<bool> {
        self.skip_space();
        let generation = self.take_while(|byte| byte.is_ascii_digit());
        if self.rest().is_empty() && !self.last {
            return Err(Stop::Cut);
        }
        if generation.is_empty() || generation.len() > 5 {
            return Ok(false);
        }
        self.skip_space();
        match self.rest() {
            [b'R', next, ..] if !is_regular(*next) => {}
            [b'R'] if self.last => {}
            [] | [b'R'] if !self.last => return Err(Stop::Cut),
            _ => return Ok(false),
        }
        self.at = self.at.saturating_add(1);
        Ok(true)
    }

    fn nested<T>(&mut self, inner: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        self.depth = self.depth.checked_sub(1).ok_or(Stop::Out(Exhausted::Objects))?;
        let result = inner(self);
        self.depth = self.depth.saturating_add(1);
        result
    }

    fn array(&mut self, references: bool) -> Parsed<Object> {
        self.at = self.at.saturating_add(1);
        self.nested(|lexer| {
            let mut items = Vec::new();
            loop {
                lexer.skip_space();
                match lexer.peek() {
                    None => return Err(lexer.end()),
                    Some(b']') => break,
                    Some(b'>') if lexer.rest().starts_with(b">>") => return Ok(Object::Array(Rc::new(items))),
                    _ => {}
                }
                match lexer.value(references)? {
                    Object::Word(word) if word == b"endobj" || word == b"stream" => return Err(Stop::Broken),
                    // Catalog in an array mean nothing; forgiving readers leave them out.
                    Object::Word(_) => {}
                    item => items.push(item),
                }
            }
            lexer.at = lexer.at.saturating_add(1);
            Ok(Object::Array(Rc::new(items)))
        })
    }

    fn dict(&mut self, references: bool) -> Parsed<Object> {
        self.at = self.at.saturating_add(2);
        self.nested(|lexer| lexer.entries(references)).map(Object::Dict)
    }

    fn entries(&mut self, references: bool) -> Parsed<Dict> {
        let mut entries = Vec::new();
        loop {
            self.skip_space();
            match self.rest() {
                [] => return Err(self.end()),
                [b'>', b'>', ..] => {
                    self.at = self.at.saturating_add(2);
                    return Ok(Dict(Rc::new(entries)));
                }
                [b'>'] if !self.last => return Err(Stop::Cut),
                [b'/', ..] => {
                    let key = self.name()?;
                    self.skip_space();
                    if self.rest().starts_with(b">>") {
                        continue;
                    }
                    match self.value(references)? {
                        Object::Word(word) if word == b"endobj" || word == b"stream" => return Err(Stop::Broken),
                        Object::Word(_) => {}
                        value => entries.push((key, value)),
                    }
                }
                _ => match self.value(references)? {
                    Object::Word(word) if word == b"endobj" || word == b"stream" => return Err(Stop::Broken),
                    // A value without a key.
                    _ => {}
                },
            }
        }
    }

    /// The entries of an inline image, up to `ID`.
    pub(super) fn inline_entries(&mut self) -> Parsed<Dict> {
        let mut entries = Vec::new();
        loop {
            match self.value(false)? {
                Object::Name(key) => {
                    let value = self.value(false)?;
                    entries.push((key, value));
                }
                Object::Word(word) if word == b"ID" => return Ok(Dict(Rc::new(entries))),
                _ => return Err(Stop::Broken),
            }
        }
    }

    fn literal(&mut self) -> Parsed<Vec<u8>> {
        let mut text = Vec::new();
        let mut open = 0u32;
        let mut rest = self.rest();
        loop {
            let [byte, tail @ ..] = rest else { return Err(self.end()) };
            rest = tail;
            match byte {
                b'(' => {
                    open = open.saturating_add(1);
                    if open == 1 {
                        continue;
                    }
                }
                b')' => {
                    open = open.saturating_sub(1);
                    if open == 0 {
                        break;
                    }
                }
                b'\\' => {
                    rest = escape(rest, &mut text);
                    continue;
                }
                _ => {}
            }
            text.push(*byte);
        }
        self.at = self.bytes.len().saturating_sub(rest.len());
        Ok(text)
    }

    fn hex_text(&mut self) -> Parsed<Vec<u8>> {
        self.at = self.at.saturating_add(1);
        let digits = self.take_while(|byte| byte != b'>');
        if self.peek().is_none() {
            return Err(self.end());
        }
        self.at = self.at.saturating_add(1);
        Ok(unhex(digits))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Parsed<Object> {
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
            (b"12 0 R", Object::Ref(12)),
            (b"12 0 Rx", Object::Int(12)),
            (b"/A#42C", Object::Name(b"ABC".to_vec())),
            (b"/A#4", Object::Name(b"A#4".to_vec())),
            (b"(a(b)\\)\\101\\\n\\n)", Object::Text(b"a(b))A\n".to_vec())),
            (b"<41 4>", Object::Text(b"A@".to_vec())),
            (b"% remark\r[1 2 0 R]", Object::Array(Rc::new(vec![Object::Int(1), Object::Ref(2)]))),
            (b"<</A/B/C>>", Object::Dict(Dict(Rc::new(vec![(b"A".to_vec(), Object::Name(b"B".to_vec()))])))),
            (b"endobj", Object::Word(b"endobj".to_vec())),
        ];
        for (bytes, object) in table {
            assert_eq!(read(bytes), Ok(object), "{}", bytes.escape_ascii());
        }
    }

    #[test]
    fn a_token_that_touches_the_end_of_the_bytes_may_go_on_behind_it() {
        let whole = b"<</A 12 0 R/B[(x) <41>]/C 1.5/D true>>";
        for end in 0..whole.len() {
            assert_eq!(Lexer::new(&whole[..end], false, 8, 1000).object(), Err(Stop::Cut), "{end}");
            assert!(Lexer::new(&whole[..end], true, 8, 1000).object().is_err(), "{end}");
        }
        assert!(Lexer::new(whole, false, 8, 1000).object().is_ok());
    }

    #[test]
    fn nesting_and_the_number_of_objects_are_bounded() {
        let deep = vec![b'['; 100_000];
        assert_eq!(read(&deep), Err(Stop::Out(Exhausted::Objects)));
        let wide = b"[0 0 0 0 0 0 0 0]";
        assert_eq!(Lexer::new(wide, true, 8, 8).object(), Err(Stop::Out(Exhausted::Objects)));
    }
}
