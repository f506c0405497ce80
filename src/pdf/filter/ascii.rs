//! ASCII base-85 and run lengths (ISO 32000-1, 7.4.3 and 7.4.5).

/// What comes out, up to `~>` or to what is no digit.
pub(super) fn undo_85(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() / 5 * 4);
    let (mut group, mut count) = (0u32, 0u32);
    for &byte in bytes {
        match byte {
            b'z' if count == 0 => out.extend([0; 4]),
            b'!'..=b'u' => {
                group = group.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                count += 1;
                if count == 5 {
                    out.extend(group.to_be_bytes());
                    (group, count) = (0, 0);
                }
            }
            byte if super::super::lex::is_space(byte) => {}
            _ => break,
        }
    }
    if count > 1 {
        for _ in count..5 {
            group = group.wrapping_mul(85).wrapping_add(84);
        }
        out.extend(group.to_be_bytes().into_iter().take(count as usize - 1));
    }
    out
}

/// What comes out, at most `cap` bytes.
pub(super) fn undo_runs(bytes: &[u8], cap: usize) -> Vec<u8> {
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
    fn base_85_comes_out_with_a_short_last_group() {
        assert_eq!(undo_85(b"87cURD]j7BEbo7"), b"Hello world");
        assert_eq!(undo_85(b"87cUR D]j7B\nEbo80z~>"), b"Hello world!\0\0\0\0");
    }

    #[test]
    fn runs_are_repeated_or_copied() {
        assert_eq!(undo_runs(&[2, b'a', b'b', b'c', 254, b'x', 128, 9], 100), b"abcxxx");
        assert_eq!(undo_runs(&[129, b'x'], 10), b"xxxxxxxxxx");
    }
}
