//! `RunLengthDecode` (ISO 32000-1, 7.4.5).

/// Decodes up to the end marker, at most `cap` bytes.
pub(super) fn decode(bytes: &[u8], cap: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = bytes;
    while let [len, tail @ ..] = rest {
        if out.len() >= cap || *len == 128 {
            break;
        }
        if *len < 128 {
            let (run, after) = tail.split_at(tail.len().min(usize::from(*len) + 1));
            out.extend_from_slice(run);
            rest = after;
        } else {
            let [byte, after @ ..] = tail else { break };
            out.resize(out.len().saturating_add(257 - usize::from(*len)), *byte);
            rest = after;
        }
    }
    out.truncate(cap);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_repeated_or_copied() {
        assert_eq!(decode(&[2, b'a', b'b', b'c', 254, b'x', 128, 9], 100), b"abcxxx");
        assert_eq!(decode(&[129, b'x'], 10), b"xxxxxxxxxx");
    }
}
