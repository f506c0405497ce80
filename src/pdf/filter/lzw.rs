//! `LZWDecode` (ISO 32000-1, 7.4.4.2): codes of 9 to 12 bits, most significant bit first.

/// The code that clears the table.
const CLEAR: u16 = 256;
/// The code that ends the data.
const END: u16 = 257;

/// Decodes up to the end code or the first invalid code, at most `cap` bytes.
pub(super) fn decode(bytes: &[u8], early_change: bool, cap: usize) -> Vec<u8> {
    // Each entry is a position and a length in the output: the sequence of the previous code and one byte more.
    let mut table: Vec<(usize, usize)> = Vec::new();
    let mut out: Vec<u8> = Vec::new();
    let mut previous: Option<(usize, usize)> = None;
    let (mut buffer, mut bits, mut width) = (0u32, 0u32, 9u32);
    let mut rest = bytes.iter();
    while out.len() < cap {
        while bits < width {
            let Some(byte) = rest.next() else { return out };
            buffer = buffer << 8 | u32::from(*byte);
            bits += 8;
        }
        bits -= width;
        let code = u16::try_from(buffer >> bits & ((1 << width) - 1)).unwrap_or(END);
        buffer &= (1 << bits) - 1;
        if code == END {
            break;
        }
        if code == CLEAR {
            table.clear();
            previous = None;
            width = 9;
            continue;
        }
        let start = out.len();
        if let Ok(byte) = u8::try_from(code) {
            out.push(byte);
        } else {
            let index = usize::from(code - END - 1);
            let found = match table.get(index) {
                Some(&found) => found,
                None if index == table.len() => {
                    previous.map(|(from, len)| (from, len.saturating_add(1))).unwrap_or_default()
                }
                None => return out,
            };
            // Byte by byte, because the sequence may overlap the output it produces.
            for at in found.0..found.0.saturating_add(found.1) {
                let Some(&byte) = out.get(at) else { return out };
                out.push(byte);
            }
        }
        if let Some((from, len)) = previous
            && table.len() < 4096 - 258
        {
            table.push((from, len.saturating_add(1)));
        }
        previous = Some((start, out.len() - start));
        width = match table.len() + 259 + usize::from(early_change) - 1 {
            0..=511 => 9,
            512..=1023 => 10,
            1024..=2047 => 11,
            _ => 12,
        };
    }
    out.truncate(cap);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_standard_is_decoded() {
        let packed = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01];
        assert_eq!(decode(&packed, true, 100), [45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
    }

    #[test]
    fn decoding_any_bytes_ends_within_the_cap() {
        for seed in 0..=255u8 {
            let bytes: Vec<u8> =
                (0..2000u32).map(|step| (step.wrapping_mul(2_654_435_761) >> 24) as u8 ^ seed).collect();
            assert!(decode(&bytes, seed % 2 == 0, 50_000).len() <= 50_000);
        }
    }
}
