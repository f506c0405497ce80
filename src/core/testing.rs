//! Fixtures for the tests of the core.

use crate::core::{
    files::{
        batch::{Batch, Task, TaskResult},
        file::{FileId, PickedFile},
        finding::Finding,
        report::{FileReport, Report},
    },
    request::RequestIds,
};
use crate::pdf::{Encryption, FileKind, PdfReport, State};

/// Examples of every finding, with each severity that it can have.
pub(crate) fn every_finding() -> Vec<Finding> {
    Finding::examples()
}

/// A whole, unencrypted PDF of two pages.
pub(crate) fn good_pdf() -> PdfReport {
    PdfReport { pages: Some(2), encryption: Some(Encryption::None), ..PdfReport::of_kind(FileKind::Pdf, State::Whole) }
}

pub(crate) fn picked(name: &str, size: u64) -> PickedFile {
    PickedFile { name: name.to_owned(), size }
}

/// Adds files and answers every question about them: good PDFs, each with bytes of its own.
pub(crate) fn add_good(batch: &mut Batch, request_ids: &mut RequestIds, files: Vec<PickedFile>) {
    for work in batch.add(files, request_ids) {
        let known = match work {
            Task::Inspect { request, .. } => batch.take(TaskResult::Inspected(request, Ok(good_pdf()))),
            Task::Hash { id, request } => batch.take(TaskResult::Hashed(request, Ok(Some(digest_of(id))))),
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
