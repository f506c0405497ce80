//! A position in a slice of bytes, and the tokens that need no knowledge of objects: white space, comments, names and
//! strings.

use super::token::{decode_name, push_escape};
use crate::pdf::{
    chars::{is_regular, is_space},
    error::{ParseError, ParseResult},
    hex,
};

/// A position in a slice of bytes.
#[derive(Debug)]
pub(super) struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
    /// Whether the file or the stream ends where the bytes end.
    is_final: bool,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(bytes: &'a [u8], is_final: bool) -> Self {
        Self { bytes, at: 0, is_final }
    }

    pub(super) fn position(&self) -> usize {
        self.at
    }

    pub(super) fn seek(&mut self, position: usize) {
        self.at = position;
    }

    pub(super) fn advance(&mut self, count: usize) {
        self.at = self.at.saturating_add(count);
    }

    pub(super) fn is_final(&self) -> bool {
        self.is_final
    }

    /// The bytes from here on.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or(&[])
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub(super) fn take_while(&mut self, keep: fn(u8) -> bool) -> &'a [u8] {
        let rest = self.rest();
        let len = rest.iter().position(|&byte| !keep(byte)).unwrap_or(rest.len());
        self.advance(len);
        rest.get(..len).unwrap_or(&[])
    }

    /// Skips white space and comments.
    pub(super) fn skip_space(&mut self) {
        loop {
            self.take_while(is_space);
            if self.peek() != Some(b'%') {
                return;
            }
            self.take_while(|byte| byte != b'\n' && byte != b'\r');
        }
    }

    /// The error for bytes that end too early.
    pub(super) fn unexpected_end(&self) -> ParseError {
        if self.is_final { ParseError::Malformed } else { ParseError::Incomplete }
    }

    /// Fails if the token just read touches the end of the bytes and may therefore be longer.
    pub(super) fn require_end_of_token(&self) -> ParseResult<()> {
        if self.rest().is_empty() && !self.is_final { Err(ParseError::Incomplete) } else { Ok(()) }
    }

    /// A name (7.3.5), from its slash on.
    pub(super) fn name(&mut self) -> ParseResult<Vec<u8>> {
        self.advance(1);
        let raw = self.take_while(is_regular);
        self.require_end_of_token()?;
        Ok(decode_name(raw))
    }

    /// The generation number and `R` of a reference (7.3.10), if they are next. If not, the position is undefined.
    pub(super) fn reference_tail(&mut self) -> ParseResult<bool> {
        self.skip_space();
        let generation = self.take_while(|byte| byte.is_ascii_digit());
        self.require_end_of_token()?;
        if generation.is_empty() || generation.len() > 5 {
            return Ok(false);
        }
        self.skip_space();
        match self.rest() {
            [b'R', next, ..] if !is_regular(*next) => {}
            [b'R'] if self.is_final => {}
            [] | [b'R'] if !self.is_final => return Err(ParseError::Incomplete),
            _ => return Ok(false),
        }
        self.advance(1);
        Ok(true)
    }

    /// A literal string (7.3.4.2), from its parenthesis on.
    pub(super) fn literal_string(&mut self) -> ParseResult<Vec<u8>> {
        let mut string = Vec::new();
        let mut open = 0u32;
        let mut rest = self.rest();
        loop {
            let [byte, tail @ ..] = rest else { return Err(self.unexpected_end()) };
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
                    rest = push_escape(rest, &mut string);
                    continue;
                }
                _ => {}
            }
            string.push(*byte);
        }
        self.at = self.bytes.len().saturating_sub(rest.len());
        Ok(string)
    }

    /// A hexadecimal string (7.3.4.3), from its angle bracket on.
    pub(super) fn hex_string(&mut self) -> ParseResult<Vec<u8>> {
        self.advance(1);
        let digits = self.take_while(|byte| byte != b'>');
        if self.peek().is_none() {
            return Err(self.unexpected_end());
        }
        self.advance(1);
        Ok(hex::decode(digits))
    }
}
