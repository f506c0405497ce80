//! The kind of a file, by its first bytes. File names and MIME types are never used: they are often wrong.

use super::{error::ParseResult, source::Source};
use serde::Serialize;

/// The header `%PDF-` must begin within this many bytes from the start, or right behind them, as common readers require
/// (PDF Reference 1.7, appendix H.3, note 13).
const MAX_HEADER_START: usize = 1024;
/// How many bytes of the start tell the kind of a file.
pub(super) const KIND_LEN: usize = MAX_HEADER_START + 5;
/// The class of the root entry in the directory of an Outlook message (MS-OXMSG, 2.2.3).
const OUTLOOK_CLASS: [u8; 16] = *b"\x0B\x0D\x02\0\0\0\0\0\xC0\0\0\0\0\0\0\x46";
/// Where the class is within a directory entry of an OLE compound file, in bytes.
const CLASS_AT: u64 = 80;
/// The largest sector of an OLE compound file, as a power of two.
const MAX_SECTOR_SHIFT: u16 = 12;
/// The header fields that begin an e-mail, in lower case.
const MAIL_FIELDS: [&[u8]; 13] = [
    b"return-path:",
    b"received:",
    b"delivered-to:",
    b"from:",
    b"to:",
    b"date:",
    b"subject:",
    b"message-id:",
    b"mime-version:",
    b"content-type:",
    b"reply-to:",
    b"dkim-signature:",
    b"x-",
];
/// The least number of such fields.
const MIN_MAIL_FIELDS: usize = 3;
/// The least number of rows by which a table in text form is recognized.
const MIN_ROWS: usize = 3;

/// The kinds of file that are distinguished.
///
/// Serialized in lower case, as in `pdf`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FileKind {
    /// `%PDF-` within the first 1,024 bytes, or right behind them.
    Pdf,
    /// A JPEG image.
    Jpeg,
    /// A PNG image.
    Png,
    /// A Windows bitmap.
    Bmp,
    /// A TIFF image, of either byte order.
    Tiff,
    /// A HEIC or HEIF photo.
    Heic,
    /// A `WebP` image.
    Webp,
    /// A GIF image.
    Gif,
    /// An AVIF image.
    Avif,
    /// A ZIP archive, or an office document, which is one.
    Zip,
    /// An HTML page, often the error page of a download.
    Html,
    /// An older office document (OLE compound file).
    Ole,
    /// An e-mail, as mail programs save it (`.eml`, `.msg`).
    Email,
    /// A table in text form (`.csv`).
    Csv,
    /// A text document in the Rich Text Format.
    Rtf,
    /// A PostScript file, which is made for a printer.
    Postscript,
    /// Anything else.
    Other,
}

impl FileKind {
    /// In the order of the wire format.
    pub(super) const ALL: [Self; 17] = [
        Self::Pdf,
        Self::Jpeg,
        Self::Png,
        Self::Bmp,
        Self::Tiff,
        Self::Heic,
        Self::Webp,
        Self::Gif,
        Self::Avif,
        Self::Zip,
        Self::Html,
        Self::Ole,
        Self::Email,
        Self::Csv,
        Self::Rtf,
        Self::Postscript,
        Self::Other,
    ];

    /// Detects the kind from the first bytes of a file. 1,029 bytes are enough, but for an Outlook message, which is
    /// recognized if its directory is among them.
    pub fn of(head: &[u8]) -> Self {
        let window = head.get(..KIND_LEN).unwrap_or(head);
        if window.windows(5).any(|bytes| bytes == b"%PDF-") {
            return Self::Pdf;
        }
        match head {
            [0xFF, 0xD8, 0xFF, ..] => Self::Jpeg,
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Self::Png,
            [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => Self::Bmp,
            [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => Self::Tiff,
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Self::Gif,
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Self::Webp,
            [_, _, _, _, b'f', b't', b'y', b'p', brands @ ..] => image_of_brands(head, brands),
            [b'P', b'K', 3, 4, ..] => Self::Zip,
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] if is_outlook(head) => Self::Email,
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => Self::Ole,
            [b'{', b'\\', b'r', b't', b'f', ..] => Self::Rtf,
            [b'%', b'!', b'P', b'S', ..] | [4, b'%', b'!', b'P', b'S', ..] | [0xC5, 0xD0, 0xD3, 0xC6, ..] => {
                Self::Postscript
            }
            _ if looks_like_html(window) => Self::Html,
            _ if looks_like_mail(window) => Self::Email,
            _ if looks_like_table(window) => Self::Csv,
            _ => Self::Other,
        }
    }

    /// Detects the kind of a file that is read by ranges.
    pub(super) fn read(source: &mut Source) -> ParseResult<Self> {
        let head = source.read(0, KIND_LEN as u64)?;
        let kind = Self::of(head);
        if kind == Self::Ole
            && let Some(at) = ole_class_at(head)
            && is_outlook_class(source.read(at, OUTLOOK_CLASS.len() as u64)?)
        {
            return Ok(Self::Email);
        }
        Ok(kind)
    }

    /// Whether the file is an image that the provider accepts: JPEG, PNG, BMP or TIFF.
    pub fn is_image(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Bmp | Self::Tiff)
    }
}

const AVIF_BRANDS: [[u8; 4]; 2] = [*b"avif", *b"avis"];
const HEIC_BRANDS: [[u8; 4]; 10] =
    [*b"heic", *b"heix", *b"hevc", *b"hevx", *b"heim", *b"heis", *b"hevm", *b"hevs", *b"mif1", *b"msf1"];

/// The kind of an ISO media file by the brands of its first box (ISO 23008-12, 10.2 and 10.4). A general brand may stand
/// in front of that of the codec.
fn image_of_brands(head: &[u8], brands: &[u8]) -> FileKind {
    let len = head.first_chunk::<4>().map_or(0, |len| u32::from_be_bytes(*len));
    let brands = brands.get(..usize::try_from(len).unwrap_or(0).saturating_sub(8)).unwrap_or(brands);
    let mut kind = FileKind::Other;
    for brand in brands.as_chunks::<4>().0 {
        if AVIF_BRANDS.contains(brand) {
            return FileKind::Avif;
        }
        if HEIC_BRANDS.contains(brand) {
            kind = FileKind::Heic;
        }
    }
    kind
}

/// Where an OLE compound file says that its root entry is of the class of an Outlook message (MS-CFB, 2.2 and 2.6.1).
fn ole_class_at(head: &[u8]) -> Option<u64> {
    let number = |at: usize| Some(u16::from_le_bytes(*head.get(at..)?.first_chunk::<2>()?));
    let shift = number(30).filter(|shift| *shift <= MAX_SECTOR_SHIFT)?;
    let directory = u32::from_le_bytes(*head.get(48..)?.first_chunk::<4>()?);
    Some((u64::from(directory) + 1).checked_shl(shift.into())?.saturating_add(CLASS_AT))
}

/// Whether the bytes where an OLE compound file names the class of its root entry are those of an Outlook message.
fn is_outlook_class(bytes: &[u8]) -> bool {
    bytes.starts_with(&OUTLOOK_CLASS)
}

fn is_outlook(head: &[u8]) -> bool {
    let at = ole_class_at(head).and_then(|at| usize::try_from(at).ok());
    at.and_then(|at| head.get(at..)).is_some_and(is_outlook_class)
}

fn looks_like_html(window: &[u8]) -> bool {
    let text: Vec<u8> = text_of(window).iter().take(15).map(u8::to_ascii_lowercase).collect();
    text.starts_with(b"<!doctype html") || text.starts_with(b"<html") || text.starts_with(b"<head")
}

/// The bytes behind white space and a byte order mark.
fn text_of(window: &[u8]) -> &[u8] {
    window.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(window).trim_ascii_start()
}

/// The complete lines.
fn lines(window: &[u8]) -> impl Iterator<Item = &[u8]> {
    let text = text_of(window);
    let end =
        if window.len() < KIND_LEN { text.len() } else { text.iter().rposition(|&byte| byte == b'\n').unwrap_or(0) };
    text.get(..end).unwrap_or(text).split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii_end)
}

/// Whether the lines begin with enough of the header fields of an e-mail (RFC 5322, 2.2), the first one included. Folded
/// lines begin with white space.
fn looks_like_mail(window: &[u8]) -> bool {
    let is_field = |line: &[u8]| {
        let start: Vec<u8> = line.iter().take(16).map(u8::to_ascii_lowercase).collect();
        MAIL_FIELDS.iter().any(|field| start.starts_with(field))
    };
    let header = || lines(window).take_while(|line| !line.is_empty());
    header().next().is_some_and(is_field) && header().filter(|line| is_field(line)).count() >= MIN_MAIL_FIELDS
}

/// Whether the bytes are text whose lines all have the same number of separators outside of quotes.
fn looks_like_table(window: &[u8]) -> bool {
    let is_text = |byte: &u8| !byte.is_ascii_control() || byte.is_ascii_whitespace();
    window.iter().all(is_text)
        && b",;\t".iter().any(|&separator| {
            let mut counts = lines(window).filter(|line| !line.is_empty()).map(|line| separators(line, separator));
            let Some(first @ 1..) = counts.next() else { return false };
            let mut rows = 1;
            counts.all(|count| {
                rows += 1;
                count == first
            }) && rows >= MIN_ROWS
        })
}

fn separators(line: &[u8], separator: u8) -> usize {
    let mut quoted = false;
    line.iter()
        .filter(|byte| {
            quoted ^= **byte == b'"';
            !quoted && **byte == separator
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_detected_by_its_first_bytes() {
        let table: [(&[u8], FileKind); 34] = [
            (b"%PDF-1.7\n", FileKind::Pdf),
            (b"\xFF\xD8\xFF\xE0", FileKind::Jpeg),
            (b"\x89PNG\r\n\x1A\n", FileKind::Png),
            (b"BM\x10\0\0\0\0\0\0\0", FileKind::Bmp),
            (b"II\x2A\0", FileKind::Tiff),
            (b"MM\0\x2A", FileKind::Tiff),
            (b"GIF89a", FileKind::Gif),
            (b"RIFF\x10\0\0\0WEBPVP8 ", FileKind::Webp),
            (b"RIFF\x10\0\0\0WAVEfmt ", FileKind::Other),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", FileKind::Heic),
            (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", FileKind::Heic),
            (b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", FileKind::Avif),
            (b"\0\0\0\x10ftypavif\0\0\0\0", FileKind::Avif),
            (b"\0\0\0\x10ftypisom\0\0\0\0heic", FileKind::Other),
            (b"PK\x03\x04", FileKind::Zip),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", FileKind::Ole),
            (b"{\\rtf1\\ansi", FileKind::Rtf),
            (b"%!PS-Adobe-3.0", FileKind::Postscript),
            (b"\x04%!PS", FileKind::Postscript),
            (b"\xC5\xD0\xD3\xC6", FileKind::Postscript),
            (b"\n <!DOCTYPE html><p>", FileKind::Html),
            (b"\xEF\xBB\xBF<html>", FileKind::Html),
            (b"Received: from mail\r\n by host\r\nDate: Mon\r\nSubject: Statement\r\n\r\nDear", FileKind::Email),
            (b"From: a bank\nTo: you\n\nDate: is not in the header", FileKind::Other),
            (b"Dear,\nFrom: a\nTo: b\nDate: c", FileKind::Other),
            (b"Date,Amount\n2026-01-02,5.00\n2026-01-03,7.50\n", FileKind::Csv),
            (b"Date;Amount;Text\r\n1;5,00;a\r\n2;\"x;y\";b\r\n", FileKind::Csv),
            (b"Date\tAmount\n1\t2\n3\t4", FileKind::Csv),
            (b"Date,Amount\n1,2\n", FileKind::Other),
            (b"Well, this is text.\nIt has lines, commas, and so on.\nNot a table, though.\n", FileKind::Other),
            (b"a,b\n\0,1\n2,3\n", FileKind::Other),
            (b"BM is how this sentence starts", FileKind::Other),
            (b"%!", FileKind::Other),
            (b"", FileKind::Other),
        ];
        for (bytes, kind) in table {
            assert_eq!(FileKind::of(bytes), kind, "{}", bytes.escape_ascii());
        }
    }

    #[test]
    fn an_outlook_message_is_told_from_an_office_document_by_its_root_entry() {
        let mut file = vec![0; 2048];
        file[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
        (file[30], file[48]) = (9, 2);
        assert_eq!(FileKind::of(&file), FileKind::Ole);
        file[1536 + 80..1536 + 96].copy_from_slice(&OUTLOOK_CLASS);
        assert_eq!(FileKind::of(&file), FileKind::Email);
        assert_eq!(FileKind::of(&file[..1600]), FileKind::Ole);
        file[30] = 200;
        assert_eq!(FileKind::of(&file), FileKind::Ole);
    }

    #[test]
    fn the_last_line_of_a_long_table_may_be_cut_off() {
        let table = b"2026-01-02,groceries,5.00,1200.00\n".repeat(60);
        assert_eq!(FileKind::of(&table), FileKind::Csv);
        assert_eq!(FileKind::of(&b"2026-01-02,5.00 ".repeat(200)), FileKind::Other);
    }

    #[test]
    fn the_pdf_header_may_begin_within_the_first_1024_bytes_or_right_behind_them() {
        let mut bytes = vec![b' '; MAX_HEADER_START];
        bytes.extend(b"%PDF-1.4");
        assert_eq!(FileKind::of(&bytes), FileKind::Pdf);
        bytes.insert(0, b' ');
        assert_eq!(FileKind::of(&bytes), FileKind::Other);
    }
}
