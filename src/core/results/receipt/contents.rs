//! What is in a receipt.

use crate::core::files::{
    file::Digest,
    finding::Finding,
    report::{FileReport, Report, Status, Totals},
};
use crate::{core::redacted::partial_debug, statement::Facts};
use serde::Serialize;
use std::fmt::Write;

/// A receipt of a batch. Hosts depend on the names of the fields in its JSON (`madeAt`, `files`, `totals`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Receipt {
    /// When it was made, as it was given: RFC 3339 by convention.
    pub made_at: String,
    /// Each picked file, in the order picked, including those that were rejected.
    pub files: Vec<ReceiptFile>,
    /// The totals of the report.
    pub totals: Totals,
}

/// What a receipt says about one file.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct ReceiptFile {
    /// The name, unchanged.
    pub name: String,
    /// The size in bytes.
    pub size: u64,
    /// The number of pages, if it is known.
    pub pages: Option<u32>,
    /// The SHA-256 in lower-case hexadecimal digits; `None` if the file could not be read any more.
    pub sha256: Option<String>,
    /// The verdict of the report.
    pub status: Status,
    /// The codes of the findings of the report.
    pub findings: Vec<&'static str>,
    /// What the file says about itself, as in the report; `None` if it was not read.
    pub statement: Option<Box<Facts>>,
}

partial_debug! {
    ReceiptFile { size, pages, status, findings }
}

impl Receipt {
    /// Makes the receipt of a batch. `digests` are in the order of the report's files; a missing one counts as `None`.
    ///
    /// ```
    /// use flinks_upload::core::{files::{batch::Batch, limits::Limits, requirements::Requirements}, results::receipt::Receipt};
    /// let receipt = Receipt::new(&Batch::default().report(&Limits::default(), &Requirements::default()), &[], "2026-11-23T10:00:00.000Z");
    /// assert!(receipt.to_csv().ends_with("\"made_at\"\r\n"));
    /// ```
    pub fn new(report: &Report, digests: &[Option<Digest>], made_at: &str) -> Self {
        let file = |(index, file): (usize, &FileReport)| ReceiptFile {
            name: file.name.clone(),
            size: file.size,
            pages: file.pages,
            sha256: digests.get(index).copied().flatten().map(hexadecimal),
            status: file.status,
            findings: file.findings.iter().map(Finding::code).collect(),
            statement: file.statement.clone(),
        };
        let files = report.files.iter().enumerate().map(file).collect();
        Self { made_at: made_at.to_owned(), files, totals: report.totals }
    }
}

fn hexadecimal(digest: Digest) -> String {
    digest.iter().fold(String::new(), |mut text, byte| {
        // Writing to a `String` can't fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
