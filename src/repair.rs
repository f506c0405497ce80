//! A second look into a file in which [`crate::pdf`] finds no page.
//!
//! Reads the whole bytes with hayro-syntax, which finds pages where cross-references and page trees are beyond the first
//! reader. It hides whether it repaired something and knows no budget, so it is asked about such files only: they are
//! few, and none is larger than the budget of the first look.

use crate::pdf::{Encryption, PdfReport, State};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

/// Looks again into a file that the first look, whose report this is, found [`State::Damaged`].
///
/// What comes back is [`State::Repaired`] if pages were found, or a password is in the way of them; else the first
/// report. One that says anything but `Damaged` comes back as it is.
///
/// ```
/// use flinks_upload::{pdf::{Budget, State, inspect}, repair::repair};
///
/// let bytes = b"%PDF-1.7 and nothing more".to_vec();
/// let first = inspect(&bytes, &Budget::default());
/// assert_eq!(repair(bytes, first).state, State::Damaged);
/// ```
pub fn repair(bytes: Vec<u8>, first: PdfReport) -> PdfReport {
    if first.state != State::Damaged {
        return first;
    }
    match Pdf::new(bytes) {
        Ok(pdf) => match u32::try_from(pdf.pages().len()) {
            Ok(pages @ 1..) => PdfReport { state: State::Repaired, pages: Some(pages), ..first },
            _ => first,
        },
        Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected)) => {
            PdfReport { state: State::Repaired, encryption: Some(Encryption::NeedsPassword), ..first }
        }
        Err(_) => first,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::{Budget, FileKind, inspect};

    fn looked_twice(bytes: &[u8]) -> (PdfReport, PdfReport) {
        let first = inspect(bytes, &Budget::default());
        (first.clone(), repair(bytes.to_vec(), first))
    }

    #[test]
    fn a_page_that_no_tree_leads_to_is_found() {
        let bytes = b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 9 0 R>> endobj\n\
            2 0 obj <</Type/Page/MediaBox[0 0 612 792]/Contents 3 0 R>> endobj\n\
            3 0 obj <</Length 1>> stream\n \nendstream endobj\n\
            trailer <</Size 4/Root 1 0 R>>\n%%EOF\n";
        let (first, second) = looked_twice(bytes);
        assert_eq!((first.state, first.pages), (State::Damaged, None));
        assert_eq!(second, PdfReport { state: State::Repaired, pages: Some(1), ..first });
    }

    #[test]
    fn a_file_without_any_page_stays_damaged() {
        for bytes in [&b"%PDF-1.4"[..], b"%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"]
        {
            let (first, second) = looked_twice(bytes);
            assert_eq!(first.state, State::Damaged);
            assert_eq!(second, first);
        }
    }

    #[test]
    fn only_damaged_files_are_looked_into_again() {
        let first = PdfReport::of_kind(FileKind::Pdf, State::Intact);
        assert_eq!(repair(b"no PDF at all".to_vec(), first.clone()), first);
    }
}
