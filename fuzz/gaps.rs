//! Run-length encoding of spaces for fuzz inputs: `~~` and a byte stand for that many times 256 spaces.
//!
//! Short files are read in one round, and long ones are hard to mutate. This encoding lets the fuzzer move objects apart.

/// What starts a run of spaces.
const RUN_MARKER: [u8; 2] = *b"~~";
/// The length of one unit of a run, in bytes.
const UNIT_LEN: usize = 256;
/// The longest decoded file, in bytes. Longer ones reach no other code.
const MAX_LEN: usize = 4 << 20;

/// Decodes a fuzz input.
#[allow(dead_code, reason = "the seeds are only encoded")]
pub fn expand(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = bytes;
    while let [first, tail @ ..] = rest {
        if let [a, b, count, behind @ ..] = rest
            && [*a, *b] == RUN_MARKER
        {
            out.resize((out.len() + usize::from(*count) * UNIT_LEN).min(MAX_LEN), b' ');
            rest = behind;
        } else {
            out.push(*first);
            rest = tail;
        }
    }
    out
}

/// Encodes a file as a fuzz input.
#[allow(dead_code, reason = "fuzz inputs are only decoded")]
pub fn shorten(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = bytes;
    while let [first, tail @ ..] = rest {
        let spaces = rest.iter().take_while(|&&byte| byte == b' ').count();
        let units = (spaces / UNIT_LEN).min(255);
        if units > 0 {
            out.extend(RUN_MARKER);
            out.extend(u8::try_from(units));
            rest = &rest[units * UNIT_LEN..];
        } else {
            out.push(*first);
            rest = tail;
        }
    }
    out
}
