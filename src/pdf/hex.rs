//! Hexadecimal digits, as in strings, names and the `ASCIIHexDecode` filter (ISO 32000-1, 7.3.4.3, 7.3.5 and 7.4.2).

/// The value of one digit.
pub(super) fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// Decodes pairs of digits. A missing last digit counts as 0; bytes that are not digits are skipped.
pub(super) fn decode(digits: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(digits.len() / 2);
    let mut high = None;
    for digit in digits.iter().filter_map(|&byte| digit(byte)) {
        match high.take() {
            None => high = Some(digit),
            Some(high) => bytes.push(high << 4 | digit),
        }
    }
    bytes.extend(high.map(|high| high << 4));
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_odd_digit_counts_as_the_high_one_and_other_bytes_are_skipped() {
        assert_eq!(decode(b"4 1-4"), b"A@");
    }
}
