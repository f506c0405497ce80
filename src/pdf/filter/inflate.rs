//! Deflate (RFC 1950, RFC 1951) over `miniz_oxide`, growing the output step by step: a stream's own word on its size is
//! never taken, and a bomb stops at the cap.

use miniz_oxide::inflate::{
    TINFLStatus,
    core::{
        DecompressorOxide, decompress,
        inflate_flags::{
            TINFL_FLAG_IGNORE_ADLER32, TINFL_FLAG_PARSE_ZLIB_HEADER, TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
        },
    },
};

/// What comes out, at most `cap` bytes; up to the first error, if there is one.
pub(crate) fn inflate(bytes: &[u8], cap: usize) -> Vec<u8> {
    // Some writers end the line behind `stream` with more than one byte.
    let start = bytes.iter().position(|&byte| byte != b'\r' && byte != b'\n').unwrap_or(0);
    let bytes = bytes.get(start..).unwrap_or(bytes);
    let out = run(bytes, cap, TINFL_FLAG_PARSE_ZLIB_HEADER);
    if !out.is_empty() || bytes.len() <= 2 {
        return out;
    }
    // A broken header does not spoil what is behind it.
    run(bytes.get(2..).unwrap_or(&[]), cap, 0)
}

fn run(bytes: &[u8], cap: usize, header: u32) -> Vec<u8> {
    let flags = header | TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF | TINFL_FLAG_IGNORE_ADLER32;
    let mut machine = Box::<DecompressorOxide>::default();
    let mut out = vec![0; bytes.len().saturating_mul(4).clamp(256, 1 << 20).min(cap)];
    let (mut taken, mut made) = (0usize, 0usize);
    loop {
        let rest = bytes.get(taken..).unwrap_or(&[]);
        let (status, read, written) = decompress(&mut machine, rest, &mut out, made, flags);
        taken = taken.saturating_add(read);
        made = made.saturating_add(written);
        if status != TINFLStatus::HasMoreOutput || out.len() >= cap {
            break;
        }
        out.resize(out.len().saturating_mul(2).max(256).min(cap), 0);
    }
    out.truncate(made);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::deflate::compress_to_vec_zlib;

    #[test]
    fn what_was_compressed_comes_out_again() {
        let text: Vec<u8> = (0..100_000u32).flat_map(u32::to_le_bytes).collect();
        assert_eq!(inflate(&compress_to_vec_zlib(&text, 6), 1 << 20), text);
    }

    #[test]
    fn a_bomb_stops_at_the_cap() {
        let bomb = compress_to_vec_zlib(&vec![0; 10 << 20], 9);
        assert_eq!(inflate(&bomb, 1000).len(), 1000);
    }

    #[test]
    fn a_cut_stream_gives_what_came_out_until_then() {
        let text = b"statement ".repeat(1000);
        let packed = compress_to_vec_zlib(&text, 1);
        let out = inflate(&packed[..packed.len() / 2], 1 << 20);
        assert!(!out.is_empty() && text.starts_with(&out));
    }
}
