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

/// Decodes up to the end of the stream or the first error, at most `cap` bytes. Returns also whether data was lost to
/// damage. That the end is missing counts only if nothing could be decoded: common readers don't mind.
pub(super) fn decode(bytes: &[u8], cap: usize) -> (Vec<u8>, bool) {
    // Some writers put more than one line break behind the `stream` keyword.
    let start = bytes.iter().position(|&byte| byte != b'\r' && byte != b'\n').unwrap_or(0);
    let bytes = bytes.get(start..).unwrap_or(bytes);
    let (out, status) = inflate(bytes, cap, TINFL_FLAG_PARSE_ZLIB_HEADER);
    if !out.is_empty() || bytes.len() <= 2 || status == TINFLStatus::Done {
        return (out, status == TINFLStatus::Failed);
    }
    // The data may be intact even if the zlib header is damaged.
    let (out, status) = inflate(bytes.get(2..).unwrap_or(&[]), cap, 0);
    let is_damaged = status == TINFLStatus::Failed || out.is_empty() && status != TINFLStatus::Done;
    (out, is_damaged)
}

fn inflate(bytes: &[u8], cap: usize, header: u32) -> (Vec<u8>, TINFLStatus) {
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
            out.truncate(produced);
            return (out, status);
        }
        out.resize(out.len().saturating_mul(2).max(256).min(cap), 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::deflate::compress_to_vec_zlib;

    #[test]
    fn compressed_data_is_restored() {
        let text: Vec<u8> = (0..100_000u32).flat_map(u32::to_le_bytes).collect();
        assert_eq!(decode(&compress_to_vec_zlib(&text, 6), 1 << 20), (text, false));
    }

    #[test]
    fn the_output_of_a_bomb_stops_at_the_cap() {
        let bomb = compress_to_vec_zlib(&vec![0; 10 << 20], 9);
        assert_eq!(decode(&bomb, 1000).0.len(), 1000);
    }

    #[test]
    fn a_truncated_stream_is_decoded_up_to_its_end() {
        let text = b"statement ".repeat(1000);
        let packed = compress_to_vec_zlib(&text, 1);
        let (out, is_damaged) = decode(&packed[..packed.len() / 2], 1 << 20);
        assert!(!out.is_empty() && text.starts_with(&out) && !is_damaged);
    }

    #[test]
    fn damage_is_told_from_an_empty_stream() {
        // A stored block, and a block of a type that does not exist.
        let broken = b"\x78\x01\x00\x05\x00\xFA\xFFhello\x07";
        assert_eq!(decode(broken, 1000), (b"hello".to_vec(), true));
        assert_eq!(decode(&compress_to_vec_zlib(b"", 6), 1000), (Vec::new(), false));
        assert_eq!(decode(b"", 1000), (Vec::new(), false));
        assert_eq!(decode(b"no zlib stream at all", 1000), (Vec::new(), true));
    }
}
