//! Undoes the filters of a stream (ISO 32000-1, 7.4), under a cap on what comes out.
//!
//! Only what page trees, cross-references and page contents are written in. The image filters (DCT, JPX, CCITT, JBIG2)
//! are never undone: nothing in here looks at pictures. What is broken half-way gives what came out until then, as
//! every reader does.

mod ascii;
mod inflate;
mod lzw;
mod predictor;

use super::source::{Parsed, Stop};
pub(super) use inflate::inflate;

/// How the rows of a stream were foretold before they were compressed (`/DecodeParms`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Params {
    pub(super) predictor: i64,
    pub(super) colors: i64,
    pub(super) bits: i64,
    pub(super) columns: i64,
    pub(super) early_change: bool,
}

impl Default for Params {
    fn default() -> Self {
        Self { predictor: 1, colors: 1, bits: 8, columns: 1, early_change: true }
    }
}

/// Undoes one filter; at most `cap` bytes come out. [`Stop::Broken`] for a filter that is not known here.
pub(super) fn undo(name: &[u8], params: &Params, bytes: &[u8], cap: usize) -> Parsed<Vec<u8>> {
    match name {
        b"FlateDecode" | b"Fl" => predictor::undo(inflate(bytes, cap), params),
        b"LZWDecode" | b"LZW" => predictor::undo(lzw::undo(bytes, params.early_change, cap), params),
        b"ASCIIHexDecode" | b"AHx" => {
            let end = bytes.iter().position(|&byte| byte == b'>').unwrap_or(bytes.len());
            Ok(super::lex::unhex(bytes.get(..end).unwrap_or(bytes)))
        }
        b"ASCII85Decode" | b"A85" => Ok(ascii::undo_85(bytes)),
        b"RunLengthDecode" | b"RL" => Ok(ascii::undo_runs(bytes, cap)),
        b"Crypt" => Ok(bytes.to_vec()),
        _ => Err(Stop::Broken),
    }
}
