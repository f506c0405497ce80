//! The report: the verdict on each file and on the batch. Its JSON is part of the public API.

use super::{coverage::Coverage, file::FileId, finding::Finding, limits::Limits, lock::Lock};
use crate::{
    core::redacted::partial_debug,
    pdf::{Encryption, FileKind, TextLayer},
    statement::Facts,
};
use serde::{Serialize, Serializer};

/// The verdict on a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It is still being checked.
    Checking,
    /// It can be uploaded.
    Ready,
    /// It can be uploaded, but may cause trouble.
    Warning,
    /// It is left out of the upload.
    Rejected,
}

impl Status {
    /// Its name in the report and in `data-status`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Checking => "checking",
            Self::Ready => "ready",
            Self::Warning => "warning",
            Self::Rejected => "rejected",
        }
    }

    /// Whether a file with this verdict is part of the upload.
    pub fn is_accepted(self) -> bool {
        matches!(self, Self::Ready | Self::Warning)
    }
}

/// The report on one file.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct FileReport {
    /// Identifies the file within its batch.
    pub id: FileId,
    /// Its name, as it was picked.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// The verdict.
    pub status: Status,
    /// What its bytes are; `null` in JSON for a kind that is never uploaded, and while it isn't known.
    #[serde(serialize_with = "only_uploadable_kinds")]
    pub kind: Option<FileKind>,
    /// How many pages it has, where that is known.
    pub pages: Option<u32>,
    /// Whether it is encrypted and opens without a password, where that is known.
    pub encryption: Option<Encryption>,
    /// Whether its pages hold text or images, where that is known.
    pub text: Option<TextLayer>,
    /// Where it stands if it needs a password. Not in JSON, where its findings say so.
    #[serde(skip)]
    pub lock: Option<Lock>,
    /// What its text says; `None` if it was not read, or not yet.
    pub statement: Option<Box<Facts>>,
    /// Everything that was found, in the order checked.
    pub findings: Vec<Finding>,
}

partial_debug! {
    FileReport { id, size, status, kind, pages, encryption, text, findings }
}

/// Sums over the batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Totals {
    /// All picked files.
    pub files: u32,
    /// The files that can be uploaded.
    pub ready: u32,
    /// The size of all files, in bytes.
    pub bytes: u64,
    /// The size of the files that can be uploaded, in bytes.
    pub ready_bytes: u64,
}

/// The report on a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Each file, in the order picked.
    pub files: Vec<FileReport>,
    /// Which days the statements cover; `None` if they are not read, or nothing is known and nothing is required.
    pub coverage: Option<Coverage>,
    /// What was found about the batch as a whole.
    pub findings: Vec<Finding>,
    /// Sums.
    pub totals: Totals,
    /// The limits that were applied.
    pub limits: Limits,
    /// Whether every file has its verdict, none is being unlocked, and each was read where the days that are covered count.
    pub complete: bool,
    /// Whether all that was picked is within the limits.
    pub within_limits: bool,
    /// Whether the check is complete, at least one file can be uploaded, and no day is known to be missing that has to be
    /// covered.
    pub can_continue: bool,
}

impl Default for Report {
    /// The report on an empty batch, under the published limits.
    fn default() -> Self {
        Self {
            files: Vec::new(),
            coverage: None,
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
    /// The files that can be uploaded, in the order picked.
    pub fn ready(&self) -> impl Iterator<Item = &FileReport> {
        self.files.iter().filter(|file| file.status.is_accepted())
    }
}

/// The report names the kinds that can be uploaded; for any other, the finding names it.
#[expect(clippy::trivially_copy_pass_by_ref, clippy::ref_option, reason = "serde gives a reference")]
fn only_uploadable_kinds<S: Serializer>(kind: &Option<FileKind>, serializer: S) -> Result<S::Ok, S::Error> {
    kind.filter(|kind| *kind == FileKind::Pdf || kind.is_image()).serialize(serializer)
}
