//! Reverses the PNG and TIFF predictors (ISO 32000-1, 7.4.4.4), which most cross-reference streams use.

use super::params::DecodeParams;
use crate::pdf::error::{ParseError, ParseResult};

/// The most color components that are accepted; devices have far fewer.
const MAX_COLORS: i64 = 64;
/// The most bits per component that are accepted; the standard allows 16.
const MAX_BITS: i64 = 32;
/// The most samples per row that are accepted, so that a row fits in memory.
const MAX_COLUMNS: i64 = 1 << 20;

/// Restores the rows that were predicted before they were compressed.
///
/// # Errors
/// [`ParseError::Malformed`] for parameters out of range.
pub(super) fn decode(mut bytes: Vec<u8>, params: &DecodeParams) -> ParseResult<Vec<u8>> {
    if params.predictor < 2 {
        return Ok(bytes);
    }
    let field = |value: i64, max: i64| usize::try_from(value).ok().filter(|_| (1..=max).contains(&value));
    let (Some(colors), Some(bits), Some(columns)) = (
        field(params.colors, MAX_COLORS),
        field(params.bits_per_component, MAX_BITS),
        field(params.columns, MAX_COLUMNS),
    ) else {
        return Err(ParseError::Malformed);
    };
    let pixel = (colors * bits).div_ceil(8);
    let row = (colors * bits * columns).div_ceil(8);
    if params.predictor == 2 {
        if bits == 8 {
            bytes.chunks_mut(row).for_each(|row| add_left(row, pixel));
        }
        return Ok(bytes);
    }
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut above = vec![0; row];
    for encoded in bytes.chunks(row + 1) {
        let [kind, encoded @ ..] = encoded else { break };
        let mut line = encoded.to_vec();
        unfilter_row(*kind, &mut line, &above, pixel);
        out.extend_from_slice(&line);
        line.resize(row, 0);
        above = line;
    }
    Ok(out)
}

/// Reverses the TIFF predictor in one row.
fn add_left(row: &mut [u8], pixel: usize) {
    for at in pixel..row.len() {
        let left = row.get(at - pixel).copied().unwrap_or(0);
        if let Some(byte) = row.get_mut(at) {
            *byte = byte.wrapping_add(left);
        }
    }
}

/// Reverses one of the PNG filters, by its type byte (RFC 2083, section 6).
fn unfilter_row(kind: u8, line: &mut [u8], above: &[u8], pixel: usize) {
    for at in 0..line.len() {
        let back = at.checked_sub(pixel);
        let left = back.and_then(|back| line.get(back)).copied().unwrap_or(0);
        let up = above.get(at).copied().unwrap_or(0);
        let corner = back.and_then(|back| above.get(back)).copied().unwrap_or(0);
        let predicted = match kind {
            1 => left,
            2 => up,
            3 => left.midpoint(up),
            4 => paeth(left, up, corner),
            _ => 0,
        };
        if let Some(byte) = line.get_mut(at) {
            *byte = byte.wrapping_add(predicted);
        }
    }
}

fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let [a, b, c] = [left, up, corner].map(i16::from);
    let estimate = a + b - c;
    let [left_distance, up_distance, corner_distance] = [a, b, c].map(|value| (estimate - value).abs());
    if left_distance <= up_distance && left_distance <= corner_distance {
        left
    } else if up_distance <= corner_distance {
        up
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn params(predictor: i64, colors: i64, columns: i64) -> DecodeParams {
        DecodeParams { predictor, colors, columns, ..DecodeParams::default() }
    }

    #[test]
    fn each_png_filter_is_reversed() {
        let encoded = vec![0, 10, 20, 1, 10, 10, 2, 1, 1, 3, 5, 5, 4, 1, 1];
        let rows = [10, 20, 10, 20, 11, 21, 10, 20, 11, 21];
        assert_eq!(decode(encoded, &params(15, 1, 2)), Ok(rows.to_vec()));
    }

    #[test]
    fn the_tiff_predictor_is_reversed() {
        assert_eq!(decode(vec![1, 2, 1, 1, 9, 9, 1, 1], &params(2, 2, 2)), Ok(vec![1, 2, 2, 3, 9, 9, 10, 10]));
    }

    #[test]
    fn parameters_out_of_range_are_rejected() {
        assert_eq!(decode(vec![0; 8], &params(15, 1, i64::MAX)), Err(ParseError::Malformed));
        assert_eq!(decode(vec![0; 8], &params(15, 0, 1)), Err(ParseError::Malformed));
    }
}
