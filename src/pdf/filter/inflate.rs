//! `FlateDecode` (ISO 32000-1, 7.4.4; RFC 1950 and 1951), by `miniz_oxide`.
//!
//! The output buffer grows step by step, up to the cap: the sizes that a stream states are never trusted, so a
//! decompression bomb cannot fill the memory.

use miniz_oxide::inflate::{
    TINFLStatus,
    core::{
        DecompressorOxide, decompress,
        inflate_flags::{
            TINFL_FLAG_IGNORE_ADLER32, TINFL_FLAG_PARSE_ZLIB_HEADER, TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
        },
    },
};

/// Decodes up to the end of the stream or the first error, at most `cap` bytes.
pub(super) fn decode(bytes: &[u8], cap: usize) -> Vec<u8> {
    // Some writers put more than one line break behind the `stream` keyword.
    let start = bytes.iter().position(|&byte| byte != b'\r' && byte != b'\n').unwrap_or(0);
    let bytes = bytes.get(start..).unwrap_or(bytes);
    let out = inflate(bytes, cap, TINFL_FLAG_PARSE_ZLIB_HEADER);
    if !out.is_empty() || bytes.len() <= 2 {
        return out;
    }
    // The data may be intact even if the zlib header is damaged.
    inflate(bytes.get(2..).unwrap_or(&[]), cap, 0)
}

fn inflate(bytes: &[u8], cap: usize, header: u32) -> Vec<u8> {
    let flags = header | TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF | TINFL_FLAG_IGNORE_ADLER32;
    let mut state = Box::<DecompressorOxide>::default();
    let mut out = vec![0; bytes.len().saturating_mul(4).clamp(256, 1 << 20).min(cap)];
    let (mut consumed, mut produced) = (0usize, 0usize);
    loop {
        let rest = bytes.get(consumed..).unwrap_or(&[]);
        let (status, read, written) = decompress(&mut state, rest, &mut out, produced, flags);
        consumed = consumed.saturating_add(read);
        produced = produced.saturating_add(written);
        if status != TINFLStatus::HasMoreOutput || out.len() >= cap {
            break;
        }
        out.resize(out.len().saturating_mul(2).max(256).min(cap), 0);
    }
    out.truncate(produced);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::deflate::compress_to_vec_zlib;

    #[test]
    fn compressed_data_is_restored() {
        let text: Vec<u8> = (0..100_000u32).flat_map(u32::to_le_bytes).collect();
        assert_eq!(decode(&compress_to_vec_zlib(&text, 6), 1 << 20), text);
    }

    #[test]
    fn the_output_of_a_bomb_stops_at_the_cap() {
        let bomb = compress_to_vec_zlib(&vec![0; 10 << 20], 9);
        assert_eq!(decode(&bomb, 1000).len(), 1000);
    }

    #[test]
    fn a_truncated_stream_is_decoded_up_to_its_end() {
        let text = b"statement ".repeat(1000);
        let packed = compress_to_vec_zlib(&text, 1);
        let out = decode(&packed[..packed.len() / 2], 1 << 20);
        assert!(!out.is_empty() && text.starts_with(&out));
    }
}
