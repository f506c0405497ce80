//! Fixtures for the tests of the core.

use crate::core::{
    files::{
        batch::Batch,
        file::{FileId, PickedFile},
        finding::Finding,
        report::{FileReport, Report},
        task::{Task, TaskResult},
    },
    i18n::{Catalog, LanguagePack, Messages},
    language::Language,
    request::RequestIds,
};

/// Examples of every finding, with each severity that it can have.
pub(crate) fn every_finding() -> Vec<Finding> {
    Finding::examples()
}

/// The texts of the catalog, in English.
pub(crate) fn english() -> Catalog {
    Catalog::new(LanguagePack::built_in_or_default(Language::English), Messages::default())
}

pub(crate) use super::session::harness::good_pdf;

pub(crate) fn picked(name: &str, size: u64) -> PickedFile {
    PickedFile { name: name.to_owned(), size }
}

/// Gives files the next ids, and adds them.
pub(crate) fn add(
    batch: &mut Batch,
    request_ids: &mut RequestIds,
    files: impl IntoIterator<Item = PickedFile>,
) -> Vec<Task> {
    let ids = (batch.last_id().0 + 1..).map(FileId);
    batch.add(ids.zip(files), request_ids)
}

/// Adds files and answers every request about them: good PDFs, each with bytes of its own.
pub(crate) fn add_good(batch: &mut Batch, request_ids: &mut RequestIds, files: impl IntoIterator<Item = PickedFile>) {
    for task in add(batch, request_ids, files) {
        let is_awaited = match task {
            Task::Inspect { request, .. } => batch.apply(TaskResult::Inspected(request, Ok(good_pdf()))),
            Task::Read { .. } => panic!("nothing is read here"),
            Task::Hash { id, request } => batch.apply(TaskResult::Hashed(request, Ok(Some(digest_of(id))))),
        };
        assert!(is_awaited);
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
