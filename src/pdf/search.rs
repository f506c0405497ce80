//! Finds a byte sequence in a slice.

/// The position of the first `needle` in `bytes`.
pub(crate) fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    let first = *needle.first()?;
    let mut from = 0usize;
    loop {
        let rest = bytes.get(from..)?;
        let at = from.checked_add(rest.iter().position(|&byte| byte == first)?)?;
        if bytes.get(at..)?.starts_with(needle) {
            return Some(at);
        }
        from = at.checked_add(1)?;
    }
}

/// The position of the last `needle` in `bytes`.
pub(crate) fn find_last(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    // Most windows differ in their first byte, and a call that compares a few bytes costs more than that.
    bytes.windows(needle.len().max(1)).rposition(|window| window.first() == needle.first() && window == needle)
}
