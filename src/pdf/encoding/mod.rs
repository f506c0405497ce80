//! What the codes of simple fonts stand for: the Latin encodings (ISO 32000-1, annex D) and the names of glyphs.

mod glyph_name;

use super::chars::as_text;
pub(super) use glyph_name::char_of_glyph;

/// `WinAnsiEncoding` from 0x80 to 0x9F. Unused codes show a bullet; above, the codes are those of Latin-1.
const WIN_ANSI: &str = "€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ";
/// `MacRomanEncoding` from 0x80 on, with the mathematical signs that the fonts of macOS have there.
const MAC_ROMAN: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
/// `StandardEncoding` from 0xA1 on. A space stands for a code that is not used.
const STANDARD: &str = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     æ   ı  łøœß";
/// `PDFDocEncoding`, that of text strings, from 0x80 to 0xA0.
const PDF_DOC: &str = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž €";

/// A predefined encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BaseEncoding {
    Standard,
    WinAnsi,
    MacRoman,
    /// Of text strings, not of fonts.
    PdfDoc,
}

impl BaseEncoding {
    /// The encoding of that name, if fonts may use it.
    pub(super) fn from_name(name: &[u8]) -> Option<Self> {
        match as_text(name) {
            "StandardEncoding" => Some(Self::Standard),
            "WinAnsiEncoding" => Some(Self::WinAnsi),
            "MacRomanEncoding" => Some(Self::MacRoman),
            _ => None,
        }
    }

    /// The character of a code.
    pub(super) fn decode(self, code: u8) -> Option<char> {
        let (first, table) = match self {
            Self::Standard => (0xA1, STANDARD),
            Self::WinAnsi => (0x80, WIN_ANSI),
            Self::MacRoman => (0x80, MAC_ROMAN),
            Self::PdfDoc => (0x80, PDF_DOC),
        };
        match (self, code) {
            // Not in any encoding, but in strings that were meant to have lines.
            (_, b'\t' | b'\n' | b'\r') => Some(char::from(code)),
            (_, 0..=0x1F | 0x7F) => None,
            (Self::Standard, b'\'') => Some('’'),
            (Self::Standard, b'`') => Some('‘'),
            (_, 0x20..=0x7E) | (Self::WinAnsi, 0xA0..) | (Self::PdfDoc, 0xA1..) => Some(char::from(code)),
            _ => table.chars().nth(usize::from(code.checked_sub(first)?)).filter(|&char| char != ' '),
        }
    }
}

/// A text string (7.9.2.2): UTF-16 or UTF-8 if it begins with a byte order mark, or else `PDFDocEncoding`. At most
/// `max_len` bytes are decoded.
pub(super) fn decode_text_string(bytes: &[u8], max_len: usize) -> String {
    let bytes = bytes.get(..max_len).unwrap_or(bytes);
    match bytes {
        [0xFE, 0xFF, rest @ ..] => decode_utf16(rest, u16::from_be_bytes),
        [0xFF, 0xFE, rest @ ..] => decode_utf16(rest, u16::from_le_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => {
            bytes.iter().map(|&byte| BaseEncoding::PdfDoc.decode(byte).unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
    }
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
    char::decode_utf16(units).map(|char| char.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_has_its_own_codes_for_the_same_letter() {
        use BaseEncoding::{MacRoman, PdfDoc, Standard, WinAnsi};
        let table = [
            (Standard, 0xE9, Some('Ø')),
            (WinAnsi, 0xE9, Some('é')),
            (MacRoman, 0x8E, Some('é')),
            (MacRoman, 0xFF, Some('ˇ')),
            (PdfDoc, 0x9E, Some('ž')),
            (PdfDoc, 0xA0, Some('€')),
            (Standard, 0xFB, Some('ß')),
            (Standard, 0xF5, Some('ı')),
            (Standard, 0xE1, Some('Æ')),
            (Standard, 0xD0, Some('—')),
            (Standard, b'\'', Some('’')),
            (WinAnsi, b'\'', Some('\'')),
            (WinAnsi, 0x9F, Some('Ÿ')),
            (WinAnsi, 0xFF, Some('ÿ')),
            (Standard, 0x80, None),
            (Standard, 0xD1, None),
            (Standard, 0xFF, None),
            (WinAnsi, 0x1F, None),
        ];
        for (encoding, code, char) in table {
            assert_eq!(encoding.decode(code), char, "{encoding:?} {code:#x}");
        }
    }

    #[test]
    fn text_strings_are_decoded_by_their_byte_order_mark() {
        assert_eq!(decode_text_string(b"\xFE\xFF\0R\0e\0l\0e\0v\0\xE9\xD8\x3D\xDE\x00", 100), "Relevé😀");
        assert_eq!(decode_text_string(b"\xFF\xFER\0", 100), "R");
        assert_eq!(decode_text_string("\u{FEFF}Relevé".as_bytes(), 100), "Relevé");
        assert_eq!(decode_text_string(b"Relev\xE9 \x85", 100), "Relevé –");
        assert_eq!(decode_text_string(b"Relev\xE9", 3), "Rel");
    }
}
