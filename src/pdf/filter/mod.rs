//! Decodes streams (ISO 32000-1, 7.4), under a cap on the output.
//!
//! Covers the filters that page trees, cross-references and page contents are written with. The image filters (DCT,
//! JPX, CCITT, JBIG2) are never decoded, because nothing here looks at image data. Damaged input yields the output up
//! to the damage, as in common readers.

mod ascii85;
mod inflate;
mod lzw;
mod params;
mod predictor;
mod run_length;

use super::{
    chars::as_text,
    error::{ParseError, ParseResult},
    hex,
};
pub(super) use params::DecodeParams;

/// Decodes one filter, by its name or its abbreviation for inline images (Table 94). At most `cap` bytes come out.
/// Returns also whether data was lost to damage, where the format shows it.
///
/// # Errors
/// [`ParseError::Malformed`] for a filter that is not supported.
pub(super) fn decode(name: &[u8], params: &DecodeParams, bytes: &[u8], cap: usize) -> ParseResult<(Vec<u8>, bool)> {
    let decoded = match as_text(name) {
        "FlateDecode" | "Fl" => {
            let (decoded, is_damaged) = inflate::decode(bytes, cap);
            return Ok((predictor::decode(decoded, params)?, is_damaged));
        }
        "LZWDecode" | "LZW" => predictor::decode(lzw::decode(bytes, params.early_change, cap), params),
        "ASCIIHexDecode" | "AHx" => {
            let end = bytes.iter().position(|&byte| byte == b'>').unwrap_or(bytes.len());
            Ok(hex::decode(bytes.get(..end).unwrap_or(bytes)))
        }
        "ASCII85Decode" | "A85" => Ok(ascii85::decode(bytes)),
        "RunLengthDecode" | "RL" => Ok(run_length::decode(bytes, cap)),
        "Crypt" => Ok(bytes.to_vec()),
        _ => Err(ParseError::Malformed),
    };
    decoded.map(|decoded| (decoded, false))
}
