//! What the catalog and the document information dictionary say about the file: whether it is a portfolio, and whether
//! it was made by printing to PDF, by an editor or by a scanner app.
//!
//! The producer is only a hint: a bank may use the same library as a print-to-PDF driver.

use super::{document::Document, error::ParseResult, object::Dict, search::find};

/// Parts of the producer names of print-to-PDF drivers, in lower case, with bars between them.
const PRINT_PRODUCERS: &str = "print to pdf|quartz pdfcontext|skia/pdf|pdf printer|pdfcreator|cutepdf|dopdf|primopdf|\
    virtual printer|foxit reader printer|foxit pdf editor printer";
/// Part of the creator of files that a server makes with a browser's print library.
const SERVER_CREATOR: &str = "headlesschrome";

/// Parts of the names of PDF editors and of apps that scan with a phone's camera, in the same form. No bank makes
/// its statements with one of them.
const EDITORS: &str = "ilovepdf|smallpdf|sejda|pdfescape|pdffiller|pdfelement|pdf-xchange editor|foxit phantompdf|\
    foxit pdf editor|nitro pro|photoshop|adobe illustrator|gimp|inkscape|canva|libreoffice draw|\
    camscanner|adobe scan|genius scan|microsoft lens";

/// The longest part of a program's name that is kept, in bytes.
const MAX_NAME_LEN: usize = 1000;

/// Whether the file is a portfolio: a container for attached files (ISO 32000-1, 12.3.5, where it is called a
/// collection).
pub(super) fn is_portfolio(catalog: &Dict) -> bool {
    catalog.has(b"Collection")
}

/// The text strings that name the programs which made the file: its producer, and its creator (14.3.3). Empty where it
/// does not say.
pub(super) fn producer_and_creator(document: &mut Document) -> ParseResult<[Vec<u8>; 2]> {
    let mut names = [Vec::new(), Vec::new()];
    let Some(trailer) = document.xref.trailer_with(b"Info").cloned() else { return Ok(names) };
    let info = document.get_or_null(&trailer, b"Info")?;
    let Some(dict) = info.dict() else { return Ok(names) };
    for (name, key) in names.iter_mut().zip([b"Producer".as_slice(), b"Creator"]) {
        let value = document.get_or_null(dict, key)?;
        name.extend(value.object.as_string().unwrap_or_default().iter().take(MAX_NAME_LEN));
    }
    Ok(names)
}

/// What made the file, by its producer or creator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Origin {
    /// A print-to-PDF driver.
    pub(super) is_printed: bool,
    /// A PDF editor or a scanner app.
    pub(super) is_edited: bool,
}

impl Origin {
    /// The origin by the names of the producer and the creator, which are in lower case.
    fn of(names: &[Vec<u8>; 2]) -> Self {
        let contain = |part: &str| names.iter().any(|name| find(name, part.as_bytes()).is_some());
        let names_printer = PRINT_PRODUCERS.split('|').any(contain);
        let is_printed = names_printer && !contain(SERVER_CREATOR);
        // Some editors bring a printer of the same name.
        Self { is_printed, is_edited: !names_printer && EDITORS.split('|').any(contain) }
    }
}

pub(super) fn origin(document: &mut Document) -> ParseResult<Origin> {
    Ok(Origin::of(&producer_and_creator(document)?.map(|name| plain(&name))))
}

/// A text string (7.9.2.2) in lower case. All names are ASCII, so in UTF-16 they differ only by the zero bytes.
fn plain(text: &[u8]) -> Vec<u8> {
    text.iter().filter(|&&byte| byte != 0).map(u8::to_ascii_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn print_drivers_are_told_from_statement_software() {
        let table: [(&[u8], &[u8], bool); 12] = [
            (b"Microsoft: Print To PDF", b"", true),
            (b"macOS Version 14.5 (Build 23F79) Quartz PDFContext", b"Preview", true),
            (b"iOS Version 17.4 (Build 21E219) Quartz PDFContext", b"", true),
            (b"Skia/PDF m126", b"Mozilla/5.0 (X11) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36", true),
            (b"Skia/PDF m126", b"Mozilla/5.0 (X11) AppleWebKit/537.36 HeadlessChrome/126.0.0.0", false),
            (b"\xFE\xFF\0S\0k\0i\0a\0/\0P\0D\0F", b"", true),
            (b"Foxit Reader Printer Version 9.0", b"", true),
            (b"", b"Foxit PDF Editor Printer", true),
            (b"Foxit PDF Editor", b"", false),
            (b"OpenText Exstream Version 16.6", b"", false),
            (b"PDFlib+PDI 9.1 (Linux)", b"", false),
            (b"", b"", false),
        ];
        for (producer, creator, printed) in table {
            let origin = Origin::of(&[plain(producer), plain(creator)]);
            assert_eq!(origin.is_printed, printed, "{} {}", producer.escape_ascii(), creator.escape_ascii());
        }
    }

    #[test]
    fn editors_and_scanner_apps_are_told_from_statement_software() {
        let table: [(&[u8], &[u8], bool); 8] = [
            (b"iLovePDF", b"", true),
            (b"Adobe Photoshop 25.0 (Macintosh)", b"", true),
            (b"", b"\xFE\xFF\0C\0a\0m\0S\0c\0a\0n\0n\0e\0r", true),
            (b"Foxit PDF Editor", b"", true),
            (b"Foxit PDF Editor Printer", b"", false),
            (b"Adobe PDF Library 15.0", b"", false),
            (b"CrawfordTech PDF Driver Version 4.5", b"", false),
            (b"", b"", false),
        ];
        for (producer, creator, edited) in table {
            let origin = Origin::of(&[plain(producer), plain(creator)]);
            assert_eq!(origin.is_edited, edited, "{} {}", producer.escape_ascii(), creator.escape_ascii());
        }
    }
}
