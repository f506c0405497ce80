//! Skips inline images (ISO 32000-1, 8.9.7), whose data has no reliable end.

use crate::pdf::{chars::is_space, lex::Lexer};

/// How many bytes behind `EI` must be text for it to be the end of the image.
const MAX_TEXT_LEN: usize = 12;

/// Skips an inline image, from behind its `BI` on. Returns `false`, and skips nothing but what it read, if the entries
/// are malformed.
///
/// The data ends at the first `EI` that stands between white space and is followed by text rather than image data.
pub(super) fn skip_inline_image(lexer: &mut Lexer) -> bool {
    if lexer.inline_image_dict().is_err() {
        return false;
    }
    let start = lexer.position();
    let rest = lexer.rest();
    let end = rest.windows(3).enumerate().find(|(at, window)| {
        let [before, b'E', b'I'] = window else { return false };
        let behind = rest.get(at.saturating_add(3)..).unwrap_or(&[]);
        let is_text = |byte: &u8| is_space(*byte) && *byte != 0 || matches!(byte, 0x20..=0x7E);
        is_space(*before)
            && behind.first().is_none_or(|byte| is_space(*byte))
            && behind.iter().take(MAX_TEXT_LEN).all(is_text)
    });
    match end {
        Some((at, _)) => lexer.seek(start.saturating_add(at).saturating_add(3)),
        None => lexer.seek(start.saturating_add(rest.len())),
    }
    true
}
