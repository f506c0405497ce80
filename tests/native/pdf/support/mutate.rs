//! Mutates files.

use super::Random;

/// What mutations insert.
const INSERTIONS: [&[u8]; 20] = [
    b"endobj",
    b"stream",
    b"endstream",
    b"<<",
    b">>",
    b"[",
    b"(",
    b" 0 R",
    b"99999999999",
    b"-1",
    b"/Prev 9",
    b"/Kids[2 0 R]",
    b"/Length 99999999",
    b"/Filter/FlateDecode",
    b"/Type/ObjStm",
    b"xref",
    b"trailer",
    b"startxref",
    b"%%EOF",
    b"\0",
];

pub(crate) fn mutate(bytes: &mut Vec<u8>, random: &mut Random) {
    let at = random.below(bytes.len());
    match random.below(6) {
        0 => bytes[at] = u8::try_from(random.below(256)).unwrap(),
        1 => bytes.truncate(at.max(9)),
        2 => drop(bytes.drain(at..(at + random.below(40)).min(bytes.len()))),
        3 => drop(bytes.splice(at..at, INSERTIONS[random.below(INSERTIONS.len())].iter().copied())),
        4 => {
            let from = random.below(bytes.len());
            let part = bytes[from..(from + random.below(200)).min(bytes.len())].to_vec();
            bytes.splice(at..at, part);
        }
        _ => {
            if let Some(digit) = bytes[at..].iter().position(u8::is_ascii_digit) {
                bytes[at + digit] = b'0' + u8::try_from(random.below(10)).unwrap();
            }
        }
    }
    if bytes.is_empty() {
        bytes.push(b'%');
    }
}
