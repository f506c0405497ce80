//! Decodes single tokens: names, numbers, and the escape sequences of strings (ISO 32000-1, 7.3.3 to 7.3.5).

use crate::pdf::{hex, object::Object};

/// Decodes the `#41` escapes of a name. An invalid escape is kept as it is.
pub(super) fn decode_name(raw: &[u8]) -> Vec<u8> {
    let mut name = Vec::with_capacity(raw.len());
    let mut rest = raw;
    while let [first, tail @ ..] = rest {
        rest = tail;
        if *first == b'#'
            && let [high, low, after @ ..] = tail
            && let (Some(high), Some(low)) = (hex::digit(*high), hex::digit(*low))
        {
            name.push(high << 4 | low);
            rest = after;
        } else {
            name.push(*first);
        }
    }
    name
}

/// Decodes the escape sequence that follows a backslash in a literal string, and returns the bytes behind it.
pub(super) fn push_escape<'a>(rest: &'a [u8], string: &mut Vec<u8>) -> &'a [u8] {
    let [byte, tail @ ..] = rest else { return rest };
    match byte {
        b'n' => string.push(b'\n'),
        b'r' => string.push(b'\r'),
        b't' => string.push(b'\t'),
        b'b' => string.push(8),
        b'f' => string.push(12),
        b'\r' => return tail.strip_prefix(b"\n").unwrap_or(tail),
        b'\n' => {}
        b'0'..=b'7' => {
            let len = rest.iter().take(3).take_while(|byte| matches!(byte, b'0'..=b'7')).count();
            let (digits, after) = rest.split_at(len.min(rest.len()));
            string.push(digits.iter().fold(0, |value: u8, digit| value.wrapping_mul(8).wrapping_add(digit - b'0')));
            return after;
        }
        other => string.push(*other),
    }
    tail
}

/// A number, parsed as leniently as common readers do: `--5`, `5.`, `.5`, and `1-2`, which is 1.
pub(super) fn parse_number(word: &[u8]) -> Option<Object> {
    let mut rest = word;
    let mut negative = false;
    while let [sign @ (b'+' | b'-'), tail @ ..] = rest {
        negative |= *sign == b'-';
        rest = tail;
    }
    let (mut value, mut digits, mut scale) = (0i64, 0u32, None::<f32>);
    let mut fraction = 0f32;
    for byte in rest {
        match (byte, &mut scale) {
            (b'0'..=b'9', None) => {
                value = value.saturating_mul(10).saturating_add(i64::from(byte - b'0'));
                digits = digits.saturating_add(1);
            }
            (b'0'..=b'9', Some(scale)) => {
                *scale /= 10.0;
                fraction += f32::from(byte - b'0') * *scale;
                digits = digits.saturating_add(1);
            }
            (b'.', None) => scale = Some(1.0),
            (b'-' | b'.', _) if digits > 0 => break,
            _ => return None,
        }
    }
    if digits == 0 && scale.is_none() {
        return None;
    }
    let sign = if negative { -1 } else { 1 };
    Some(match scale {
        None => Object::Int(value.saturating_mul(sign)),
        #[expect(clippy::cast_precision_loss, reason = "coordinates are small")]
        Some(_) => Object::Real((value as f32 + fraction) * sign as f32),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_parsed_leniently() {
        let table: [(&[u8], Option<Object>); 8] = [
            (b"007", Some(Object::Int(7))),
            (b"-.5", Some(Object::Real(-0.5))),
            (b"1.25-3", Some(Object::Real(1.25))),
            (b"99999999999999999999", Some(Object::Int(i64::MAX))),
            (b".", Some(Object::Real(0.0))),
            (b"-", None),
            (b"1e5", None),
            (b"", None),
        ];
        for (word, value) in table {
            assert_eq!(parse_number(word), value, "{}", word.escape_ascii());
        }
    }

    #[test]
    fn an_invalid_escape_of_a_name_is_kept() {
        assert_eq!(decode_name(b"A#42#4#zz#"), b"AB#4#zz#");
    }
}
