//! Long files in few bytes: `~~` and a byte stand for that many times 256 spaces.
//!
//! A short file comes whole with the first answer, and a fuzzer can't do much with a long one. This lets it move objects
//! far apart.

const MARK: [u8; 2] = *b"~~";
const UNIT: usize = 256;
/// Longer files teach nothing new.
const LONGEST: usize = 4 << 20;

/// The file that is meant.
#[allow(dead_code, reason = "the seeds are only written")]
pub fn expand(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = bytes;
    while let [first, tail @ ..] = rest {
        if let [a, b, count, behind @ ..] = rest
            && [*a, *b] == MARK
        {
            out.resize((out.len() + usize::from(*count) * UNIT).min(LONGEST), b' ');
            rest = behind;
        } else {
            out.push(*first);
            rest = tail;
        }
    }
    out
}

/// The other way round.
#[allow(dead_code, reason = "the seeds are only read")]
pub fn shorten(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = bytes;
    while let [first, tail @ ..] = rest {
        let spaces = rest.iter().take_while(|&&byte| byte == b' ').count();
        let units = (spaces / UNIT).min(255);
        if units > 0 {
            out.extend(MARK);
            out.extend(u8::try_from(units));
            rest = &rest[units * UNIT..];
        } else {
            out.push(*first);
            rest = tail;
        }
    }
    out
}
