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
