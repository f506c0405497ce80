//! Reads objects from bytes (ISO 32000-1, 7.2 and 7.3).
//!
//! As lenient as common readers: what they accept, this accepts. The bytes may end before the file does, and a token
//! that touches their end is then [`ParseError::Incomplete`](super::error::ParseError), so that the caller can supply
//! more and retry. Nesting and the number of objects are limited. Nothing here resolves a reference.

mod cursor;
mod lexer;
mod token;

pub(super) use lexer::Lexer;
