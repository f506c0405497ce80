//! Fixtures for the tests of the core.

use super::{
    batch::{Batch, FileId, Outcome, PickedFile, Tickets, Work},
    finding::Finding,
    report::{FileReport, Report},
};
use crate::pdf::{Encryption, FileKind, LimitExceeded, PdfReport, State};

/// One of each finding, in the order of the table of the design.
pub(crate) fn every_finding() -> Vec<Finding> {
    vec![
        Finding::Empty,
        Finding::NotAPdf { found: FileKind::Html },
        Finding::UnsupportedType { found: FileKind::Png },
        Finding::Damaged,
        Finding::PasswordRequired,
        Finding::Unreadable,
        Finding::OverFileSize { size: 30_000_000, limit: 10_000_000, certain: true },
        Finding::OverFileSize { size: 30_000_000, limit: 20_000_000, certain: false },
        Finding::TooManyFiles { count: 25, limit: 24 },
        Finding::OverTotalSize { total: 190_000_000, limit: 180_000_000 },
        Finding::NearTotalSize { total: 185_000_000, limit: 180_000_000 },
        Finding::Duplicate { of: FileId(1) },
        Finding::Repaired,
        Finding::Scanned,
        Finding::NoText,
        Finding::Portfolio,
        Finding::PrintedCopy,
        Finding::Unchecked { budget: LimitExceeded::Objects },
        Finding::Restricted,
    ]
}

/// A whole, unencrypted PDF of two pages.
pub(crate) fn good_pdf() -> PdfReport {
    PdfReport { pages: Some(2), encryption: Some(Encryption::None), ..PdfReport::of_kind(FileKind::Pdf, State::Intact) }
}

pub(crate) fn picked(name: &str, size: u64) -> PickedFile {
    PickedFile { name: name.to_owned(), size }
}

/// Adds files and answers every question about them: good PDFs, each with bytes of its own.
pub(crate) fn add_good(batch: &mut Batch, tickets: &mut Tickets, files: Vec<PickedFile>) {
    for work in batch.add(files, tickets) {
        let known = match work {
            Work::Inspect { ticket, .. } => batch.take(Outcome::Inspected(ticket, Ok(good_pdf()))),
            Work::Hash { id, ticket } => batch.take(Outcome::Hashed(ticket, Ok(Some(digest_of(id))))),
        };
        assert!(known);
    }
}

fn digest_of(id: FileId) -> [u8; 32] {
    let mut digest = [0; 32];
    digest[..4].copy_from_slice(&id.0.to_le_bytes());
    digest
}

pub(crate) fn codes(file: &FileReport) -> Vec<&'static str> {
    file.findings.iter().map(Finding::code).collect()
}

pub(crate) fn statuses(report: &Report) -> Vec<&'static str> {
    report.files.iter().map(|file| file.status.as_str()).collect()
}
