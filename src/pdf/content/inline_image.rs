//! Skips inline images (ISO 32000-1, 8.9.7). The end of the data is known only if no filter is applied; else it has to
//! be searched for.

use crate::pdf::{
    chars::{as_text, is_regular, is_space},
    lex::Lexer,
    object::{Dict, Object},
};

/// How many bytes behind `EI` must be text for it to be the end of the image.
const MAX_TEXT_LEN: usize = 12;

/// Skips an inline image, from behind its `BI` on. Returns `false`, and skips nothing but what it read, if the entries
/// are malformed.
///
/// Without a filter, the data is as long as its width, height and depth make it, if `EI` follows there. Otherwise it
/// ends at the first `EI` that stands between white space and is followed by text rather than image data.
pub(super) fn skip_inline_image(lexer: &mut Lexer) -> bool {
    let Ok(dict) = lexer.inline_image_dict() else { return false };
    let start = lexer.position();
    let rest = lexer.rest();
    let len = data_len(&dict).and_then(|len| end_behind(rest, len)).unwrap_or_else(|| search_end(rest));
    lexer.seek(start.saturating_add(len));
    true
}

/// The length of the data in bytes, if the entries determine it.
fn data_len(dict: &Dict) -> Option<usize> {
    let get = |short: &[u8], long: &[u8]| dict.get(short).or_else(|| dict.get(long));
    let int = |short: &[u8], long: &[u8]| get(short, long)?.as_int().and_then(|value| usize::try_from(value).ok());
    if get(b"F", b"Filter").is_some() {
        return None;
    }
    let is_mask = matches!(get(b"IM", b"ImageMask"), Some(Object::Bool(true)));
    let color_space = get(b"CS", b"ColorSpace");
    let family = color_space.and_then(|space| space.as_name().or_else(|| space.as_array()?.first()?.as_name()));
    let components: usize = match family.map_or("", as_text) {
        _ if is_mask => 1,
        "G" | "DeviceGray" | "I" | "Indexed" => 1,
        "RGB" | "DeviceRGB" => 3,
        "CMYK" | "DeviceCMYK" => 4,
        _ => return None,
    };
    let depth = if is_mask { 1 } else { int(b"BPC", b"BitsPerComponent")? };
    let row = int(b"W", b"Width")?.checked_mul(components)?.checked_mul(depth)?.div_ceil(8);
    row.checked_mul(int(b"H", b"Height")?)
}

/// Where the image ends if its data is `len` bytes long, behind the one white-space character after `ID`; `None` if no
/// `EI` is there.
fn end_behind(rest: &[u8], len: usize) -> Option<usize> {
    let data_end = len.checked_add(1)?;
    let behind = rest.get(data_end..)?;
    let spaces = behind.iter().take_while(|byte| is_space(**byte)).count();
    match behind.get(spaces..)? {
        [b'E', b'I'] => {}
        [b'E', b'I', next, ..] if !is_regular(*next) => {}
        _ => return None,
    }
    Some(data_end.saturating_add(spaces).saturating_add(2))
}

/// Where the image seems to end.
fn search_end(rest: &[u8]) -> usize {
    let end = rest.windows(3).enumerate().find(|(at, window)| {
        let [before, b'E', b'I'] = window else { return false };
        let behind = rest.get(at.saturating_add(3)..).unwrap_or(&[]);
        let is_text = |byte: &u8| is_space(*byte) && *byte != 0 || matches!(byte, 0x20..=0x7E);
        is_space(*before)
            && behind.first().is_none_or(|byte| is_space(*byte))
            && behind.iter().take(MAX_TEXT_LEN).all(is_text)
    });
    end.map_or(rest.len(), |(at, _)| at.saturating_add(3))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What follows an inline image with these entries and this data.
    fn behind(image: &[u8]) -> &[u8] {
        let mut lexer = Lexer::new(image, true, 8, 100);
        assert!(skip_inline_image(&mut lexer));
        lexer.rest()
    }

    #[test]
    fn the_length_of_unfiltered_data_is_known_although_it_contains_its_own_end() {
        for entries in [
            "/W 3/H 4/BPC 8/CS/G",
            "/W 1/H 4/BPC 8/CS/RGB",
            "/Width 96/Height 1/IM true",
            "/W 6/H 4/BPC 4/CS[/I/RGB 1<00>]",
        ] {
            let image = format!("{entries} ID 12 EI ( text EI q");
            assert_eq!(behind(image.as_bytes()), b" q", "{entries}");
        }
    }

    #[test]
    fn without_a_known_length_the_end_is_searched_for() {
        for entries in ["/W 3/H 4/BPC 8/CS/G/F/Fl", "/W 3/H 4/BPC 8/CS/Named", "/W 300/H 400/BPC 8/CS/G", ""] {
            let image = format!("{entries} ID 12 EIx\u{1} EI q");
            assert_eq!(behind(image.as_bytes()), b" q", "{entries}");
        }
    }
}
