//! `ASCII85Decode` (ISO 32000-1, 7.4.3).

use crate::pdf::chars::is_space;

/// Decodes up to `~>` or the first invalid byte.
pub(super) fn decode(bytes: &[u8]) -> Vec<u8> {
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
            byte if is_space(byte) => {}
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_last_group_is_decoded() {
        assert_eq!(decode(b"87cURD]j7BEbo7"), b"Hello world");
        assert_eq!(decode(b"87cUR D]j7B\nEbo80z~>"), b"Hello world!\0\0\0\0");
    }
}
