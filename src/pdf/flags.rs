//! What the catalog and the document information say about the file as a whole: a portfolio, a printed copy.
//!
//! The producers are those that print what is on a screen. A genuine bank may use the same library, so this is never
//! more than a hint.

use super::{
    document::{Document, find},
    object::Dict,
    source::{Parsed, optional},
};

/// Parts of producer names, in lower case.
const PRINTING: [&[u8]; 9] = [
    b"print to pdf",
    b"quartz pdfcontext",
    b"skia/pdf",
    b"pdf printer",
    b"pdfcreator",
    b"cutepdf",
    b"dopdf",
    b"primopdf",
    b"virtual printer",
];

/// So much of a producer's name is looked at: more than any has.
const NAME: usize = 1000;

/// A collection of files in a PDF's clothes (ISO 32000-1, 7.11.6).
pub(super) fn is_portfolio(catalog: &Dict) -> bool {
    catalog.has(b"Collection")
}

/// Made by a print-to-PDF producer.
pub(super) fn is_printed(document: &mut Document) -> Parsed<bool> {
    let Some(trailer) = document.xref.trailer_with(b"Info").cloned() else { return Ok(false) };
    let Some(info) = optional(document.get(&trailer, b"Info"))? else { return Ok(false) };
    let Some(dict) = info.dict() else { return Ok(false) };
    for key in [b"Producer".as_slice(), b"Creator"] {
        if let Some(value) = optional(document.get(dict, key))?
            && value.object.text().is_some_and(names_printing)
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The names are ASCII: whatever the encoding of the text (ISO 32000-1, 7.9.2.2), they are in it once zeros are left out.
fn names_printing(text: &[u8]) -> bool {
    let plain: Vec<u8> = text.iter().take(NAME).filter(|&&byte| byte != 0).map(u8::to_ascii_lowercase).collect();
    PRINTING.iter().any(|name| find(&plain, name).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn producers_that_print_are_told_from_those_that_make_statements() {
        let table: [(&[u8], bool); 8] = [
            (b"Microsoft: Print To PDF", true),
            (b"macOS Version 14.5 (Build 23F79) Quartz PDFContext", true),
            (b"iOS Version 17.4 (Build 21E219) Quartz PDFContext", true),
            (b"Skia/PDF m126", true),
            (b"\xFE\xFF\0S\0k\0i\0a\0/\0P\0D\0F", true),
            (b"OpenText Exstream Version 16.6", false),
            (b"PDFlib+PDI 9.1 (Linux)", false),
            (b"", false),
        ];
        for (text, printed) in table {
            assert_eq!(names_printing(text), printed, "{}", text.escape_ascii());
        }
    }
}
