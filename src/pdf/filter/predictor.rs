//! Undoes the PNG and TIFF predictors (ISO 32000-1, 7.4.4.4), which cross-reference streams are full of.

use super::{Params, Parsed, Stop};

/// Puts the rows back as they were.
pub(super) fn undo(mut bytes: Vec<u8>, params: &Params) -> Parsed<Vec<u8>> {
    if params.predictor < 2 {
        return Ok(bytes);
    }
    let field = |value: i64, most: i64| usize::try_from(value).ok().filter(|_| (1..=most).contains(&value));
    let (Some(colors), Some(bits), Some(columns)) =
        (field(params.colors, 64), field(params.bits, 32), field(params.columns, 1 << 20))
    else {
        return Err(Stop::Broken);
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
    for coded in bytes.chunks(row + 1) {
        let [kind, coded @ ..] = coded else { break };
        let mut line = coded.to_vec();
        undo_row(*kind, &mut line, &above, pixel);
        out.extend_from_slice(&line);
        line.resize(row, 0);
        above = line;
    }
    Ok(out)
}

fn add_left(row: &mut [u8], pixel: usize) {
    for at in pixel..row.len() {
        let left = row.get(at - pixel).copied().unwrap_or(0);
        if let Some(byte) = row.get_mut(at) {
            *byte = byte.wrapping_add(left);
        }
    }
}

fn undo_row(kind: u8, line: &mut [u8], above: &[u8], pixel: usize) {
    for at in 0..line.len() {
        let back = at.checked_sub(pixel);
        let left = back.and_then(|back| line.get(back)).copied().unwrap_or(0);
        let up = above.get(at).copied().unwrap_or(0);
        let corner = back.and_then(|back| above.get(back)).copied().unwrap_or(0);
        let guess = match kind {
            1 => left,
            2 => up,
            3 => left.midpoint(up),
            4 => paeth(left, up, corner),
            _ => 0,
        };
        if let Some(byte) = line.get_mut(at) {
            *byte = byte.wrapping_add(guess);
        }
    }
}

fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let [a, b, c] = [left, up, corner].map(i16::from);
    let guess = a + b - c;
    let [far_left, far_up, far_corner] = [a, b, c].map(|value| (guess - value).abs());
    if far_left <= far_up && far_left <= far_corner {
        left
    } else if far_up <= far_corner {
        up
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn params(predictor: i64, colors: i64, columns: i64) -> Params {
        Params { predictor, colors, columns, ..Params::default() }
    }

    #[test]
    fn each_kind_of_png_row_comes_out() {
        let coded = vec![0, 10, 20, 1, 10, 10, 2, 1, 1, 3, 5, 5, 4, 1, 1];
        let rows = [10, 20, 10, 20, 11, 21, 10, 20, 11, 21];
        assert_eq!(undo(coded, &params(15, 1, 2)), Ok(rows.to_vec()));
    }

    #[test]
    fn tiff_rows_come_out() {
        assert_eq!(undo(vec![1, 2, 1, 1, 9, 9, 1, 1], &params(2, 2, 2)), Ok(vec![1, 2, 2, 3, 9, 9, 10, 10]));
    }

    #[test]
    fn senseless_sizes_are_refused() {
        assert_eq!(undo(vec![0; 8], &params(15, 1, i64::MAX)), Err(Stop::Broken));
        assert_eq!(undo(vec![0; 8], &params(15, 0, 1)), Err(Stop::Broken));
    }
}
