//! The report: what the check says of each file and of the batch. Its JSON is a promise to hosts.

use super::{
    file::FileId,
    finding::{Finding, Severity},
    limits::Limits,
};
use crate::pdf::{Encryption, FileKind, TextLayer};
use serde::{Serialize, Serializer};

/// Where a file stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It is still being looked into.
    Checking,
    /// It may go.
    Ready,
    /// It may go; something about it may cause trouble.
    Warning,
    /// It stays behind.
    Rejected,
}

impl Status {
    /// The word that stands in the report and in `data-status`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Checking => "checking",
            Self::Ready => "ready",
            Self::Warning => "warning",
            Self::Rejected => "rejected",
        }
    }

    /// Whether a file of this status goes into the upload.
    pub fn is_accepted(self) -> bool {
        matches!(self, Self::Ready | Self::Warning)
    }
}

/// What is said of one file. `size` is in bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields are those of the report, documented in the README")]
pub struct FileReport {
    pub id: FileId,
    pub name: String,
    pub size: u64,
    pub status: Status,
    #[serde(serialize_with = "only_what_can_be_sent")]
    pub kind: Option<FileKind>,
    pub pages: Option<u32>,
    pub encryption: Option<Encryption>,
    pub text: Option<TextLayer>,
    pub findings: Vec<Finding>,
}

impl FileReport {
    /// The weightiest finding, which decides what the row says first.
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(Finding::severity).max()
    }
}

/// Sums over the batch; bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the fields are those of the report, documented in the README")]
pub struct Totals {
    pub files: u32,
    pub ready: u32,
    pub bytes: u64,
    pub ready_bytes: u64,
}

/// What the check says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Each file, in the order picked.
    pub files: Vec<FileReport>,
    /// What is true of the batch as a whole.
    pub findings: Vec<Finding>,
    /// Sums.
    pub totals: Totals,
    /// The limits that were applied.
    pub limits: Limits,
    /// Whether every file has its verdict.
    pub complete: bool,
    /// Whether all that was picked is within the limits.
    pub within_limits: bool,
    /// Whether checking is complete and at least one file may go.
    pub can_continue: bool,
}

impl Default for Report {
    /// The report on an empty batch, under the published limits.
    fn default() -> Self {
        Self {
            files: Vec::new(),
            findings: Vec::new(),
            totals: Totals::default(),
            limits: Limits::default(),
            complete: true,
            within_limits: true,
            can_continue: false,
        }
    }
}

impl Report {
    /// The files that may go, in the order picked.
    pub fn ready(&self) -> impl Iterator<Item = &FileReport> {
        self.files.iter().filter(|file| file.status.is_accepted())
    }
}

/// The report names the kinds that can be sent; what else a file may be stands in the finding.
#[expect(clippy::trivially_copy_pass_by_ref, clippy::ref_option, reason = "serde gives a reference")]
fn only_what_can_be_sent<S: Serializer>(kind: &Option<FileKind>, serializer: S) -> Result<S::Ok, S::Error> {
    kind.filter(|kind| *kind == FileKind::Pdf || kind.is_image()).serialize(serializer)
}
