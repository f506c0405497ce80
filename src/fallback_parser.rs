//! The fallback parser: reads all bytes of a file in which [`crate::pdf`] finds no page.
//!
//! It uses hayro-syntax, which finds pages where cross-references and page trees are damaged beyond the range reader. It
//! hides whether it repaired something and has no budget, so it never reads other files: these are few, and none is
//! larger than the budget of the range reader.

use crate::pdf::{Encryption, PdfReport, State};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

/// Parses a file for which the range reader reported [`State::Damaged`].
///
/// Returns a report with [`State::Incomplete`] if there are pages, or a password protects them; else the first report. A
/// first report with any other state is returned as it is.
///
/// ```
/// use flinks_upload::{fallback_parser::reparse, pdf::{Budget, State, inspect}};
///
/// let bytes = b"%PDF-1.7 and nothing more".to_vec();
/// let first = inspect(&bytes, &Budget::default());
/// assert_eq!(reparse(bytes, first).state, State::Damaged);
/// ```
pub fn reparse(bytes: Vec<u8>, first: PdfReport) -> PdfReport {
    if first.state != State::Damaged {
        return first;
    }
    match Pdf::new(bytes) {
        Ok(pdf) => match u32::try_from(pdf.pages().len()) {
            Ok(pages @ 1..) => PdfReport { state: State::Incomplete, pages: Some(pages), ..first },
            _ => first,
        },
        Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected)) => {
            PdfReport { state: State::Incomplete, encryption: Some(Encryption::NeedsPassword), ..first }
        }
        Err(_) => first,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::{Budget, FileKind, inspect};

    fn first_and_second(bytes: &[u8]) -> (PdfReport, PdfReport) {
        let first = inspect(bytes, &Budget::default());
        (first.clone(), reparse(bytes.to_vec(), first))
    }

    #[test]
    fn a_page_that_no_tree_leads_to_is_found() {
        let bytes = b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 9 0 R>> endobj\n\
            2 0 obj <</Type/Page/MediaBox[0 0 612 792]/Contents 3 0 R>> endobj\n\
            3 0 obj <</Length 1>> stream\n \nendstream endobj\n\
            trailer <</Size 4/Root 1 0 R>>\n%%EOF\n";
        let (first, second) = first_and_second(bytes);
        assert_eq!((first.state, first.pages), (State::Damaged, None));
        assert_eq!(second, PdfReport { state: State::Incomplete, pages: Some(1), ..first });
    }

    #[test]
    fn a_file_without_any_page_stays_damaged() {
        for bytes in [&b"%PDF-1.4"[..], b"%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"]
        {
            let (first, second) = first_and_second(bytes);
            assert_eq!(first.state, State::Damaged);
            assert_eq!(second, first);
        }
    }

    #[test]
    fn only_damaged_files_are_parsed_again() {
        let first = PdfReport::of_kind(FileKind::Pdf, State::Intact);
        assert_eq!(reparse(b"no PDF at all".to_vec(), first.clone()), first);
    }
}
