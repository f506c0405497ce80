//! The character classes of PDF syntax (ISO 32000-1, 7.2.2).

/// White space, NUL included.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}

/// A character that ends a token and starts another.
pub(super) fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

/// A name as text, empty if it is none. To match texts takes far less code than to match bytes, which are compared one by
/// one.
pub(super) fn as_text(name: &[u8]) -> &str {
    std::str::from_utf8(name).unwrap_or("")
}

/// A character that tokens consist of.
pub(super) fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !is_delimiter(byte)
}
