//! The kind of a file, by its first bytes. File names and MIME types are never used: they are often wrong.

use serde::Serialize;

/// The header `%PDF-` must end within this many bytes from the start, as common readers require (PDF Reference 1.7,
/// appendix H.3, note 13).
const MAX_HEADER_END: usize = 1024;

/// The kinds of file that are distinguished.
///
/// Serialized in lower case, as in `pdf`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FileKind {
    /// `%PDF-` within the first 1,024 bytes.
    Pdf,
    /// A JPEG image.
    Jpeg,
    /// A PNG image.
    Png,
    /// A Windows bitmap.
    Bmp,
    /// A TIFF image, of either byte order.
    Tiff,
    /// A ZIP archive, or an office document, which is one.
    Zip,
    /// An HTML page, often the error page of a download.
    Html,
    /// An older office document (OLE compound file).
    Ole,
    /// Anything else.
    Other,
}

impl FileKind {
    /// In the order of the wire format.
    pub(super) const ALL: [Self; 9] =
        [Self::Pdf, Self::Jpeg, Self::Png, Self::Bmp, Self::Tiff, Self::Zip, Self::Html, Self::Ole, Self::Other];

    /// Detects the kind from the first bytes of a file. 1,024 bytes are enough.
    pub fn of(head: &[u8]) -> Self {
        let window = head.get(..MAX_HEADER_END).unwrap_or(head);
        if window.windows(5).any(|bytes| bytes == b"%PDF-") {
            return Self::Pdf;
        }
        match head {
            [0xFF, 0xD8, 0xFF, ..] => Self::Jpeg,
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Self::Png,
            [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => Self::Bmp,
            [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => Self::Tiff,
            [b'P', b'K', 3, 4, ..] => Self::Zip,
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => Self::Ole,
            _ if looks_like_html(window) => Self::Html,
            _ => Self::Other,
        }
    }

    /// Whether the file is an image that the provider accepts: JPEG, PNG, BMP or TIFF.
    pub fn is_image(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Bmp | Self::Tiff)
    }
}

fn looks_like_html(window: &[u8]) -> bool {
    let text: Vec<u8> = window
        .iter()
        .skip_while(|byte| byte.is_ascii_whitespace() || [0xEF, 0xBB, 0xBF].contains(*byte))
        .take(15)
        .map(u8::to_ascii_lowercase)
        .collect();
    text.starts_with(b"<!doctype html") || text.starts_with(b"<html") || text.starts_with(b"<head")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_detected_by_its_first_bytes() {
        let table: [(&[u8], FileKind); 12] = [
            (b"%PDF-1.7\n", FileKind::Pdf),
            (b"\xFF\xD8\xFF\xE0", FileKind::Jpeg),
            (b"\x89PNG\r\n\x1A\n", FileKind::Png),
            (b"BM\x10\0\0\0\0\0\0\0", FileKind::Bmp),
            (b"II\x2A\0", FileKind::Tiff),
            (b"MM\0\x2A", FileKind::Tiff),
            (b"PK\x03\x04", FileKind::Zip),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", FileKind::Ole),
            (b"\n <!DOCTYPE html><p>", FileKind::Html),
            (b"\xEF\xBB\xBF<html>", FileKind::Html),
            (b"BM is how this sentence starts", FileKind::Other),
            (b"", FileKind::Other),
        ];
        for (bytes, kind) in table {
            assert_eq!(FileKind::of(bytes), kind, "{}", bytes.escape_ascii());
        }
    }

    #[test]
    fn the_pdf_header_may_follow_other_bytes_within_the_first_1024() {
        let mut bytes = vec![b' '; MAX_HEADER_END - 5];
        bytes.extend(b"%PDF-1.4");
        assert_eq!(FileKind::of(&bytes), FileKind::Pdf);
        bytes.insert(0, b' ');
        assert_eq!(FileKind::of(&bytes), FileKind::Other);
    }
}
