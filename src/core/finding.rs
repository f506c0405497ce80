//! What the check has to say about a file or a batch: data with numbers inside. The words are in [`super::words`].

use super::batch::FileId;
use crate::pdf::{FileKind, LimitExceeded};
use serde::{Serialize, Serializer, ser::SerializeMap};

/// How much a finding weighs. An error is certain; a doubt is a warning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// The file may go; something about it may cause trouble.
    Warning,
    /// The file stays behind.
    Error,
}

/// One thing found. Sizes are in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// 0 bytes.
    Empty,
    /// The bytes are no PDF, whatever name and MIME type say.
    NotAPdf {
        /// What they are.
        found: FileKind,
    },
    /// An image where only PDF files are taken.
    UnsupportedType {
        /// Which kind of image.
        found: FileKind,
    },
    /// A PDF in which no page can be found.
    Damaged,
    /// Does not open with the empty password.
    PasswordRequired,
    /// The browser can't read it: moved, changed, or no permission.
    Unreadable,
    /// Larger than one file may be.
    OverFileSize {
        /// The file's size.
        size: u64,
        /// What is allowed.
        limit: u64,
        /// Whether the limit is the host's own: then it is an error.
        certain: bool,
    },
    /// One file too many.
    TooManyFiles {
        /// How many there would be.
        count: u32,
        /// How many are allowed.
        limit: u32,
    },
    /// More than fits in one upload.
    OverTotalSize {
        /// How much there would be.
        total: u64,
        /// What is allowed.
        limit: u64,
    },
    /// So much that it may be too much, depending on what the provider calls a megabyte.
    NearTotalSize {
        /// How much there is.
        total: u64,
        /// The smaller reading of the limit.
        limit: u64,
    },
    /// The same bytes as another file of the batch.
    Duplicate {
        /// The file that was picked before.
        of: FileId,
    },
    /// Truncated, or a broken cross-reference, yet pages were found.
    Repaired,
    /// Page-sized images without text.
    Scanned,
    /// Neither text nor a scan.
    NoText,
    /// A collection of files in a PDF's clothes.
    Portfolio,
    /// Made by a print-to-PDF producer.
    PrintedCopy,
    /// A budget ran out, or the checker was lost.
    Unchecked {
        /// Which one.
        budget: LimitExceeded,
    },
    /// Encrypted, but opens with the empty password.
    Restricted,
}

impl Finding {
    /// The stable name by which hosts tell findings apart.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotAPdf { .. } => "not-a-pdf",
            Self::UnsupportedType { .. } => "unsupported-type",
            Self::Damaged => "damaged",
            Self::PasswordRequired => "password-required",
            Self::Unreadable => "unreadable",
            Self::OverFileSize { .. } => "over-file-size",
            Self::TooManyFiles { .. } => "too-many-files",
            Self::OverTotalSize { .. } => "over-total-size",
            Self::NearTotalSize { .. } => "near-total-size",
            Self::Duplicate { .. } => "duplicate",
            Self::Repaired => "repaired",
            Self::Scanned => "scanned",
            Self::NoText => "no-text",
            Self::Portfolio => "portfolio",
            Self::PrintedCopy => "printed-copy",
            Self::Unchecked { .. } => "unchecked",
            Self::Restricted => "restricted",
        }
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Empty
            | Self::NotAPdf { .. }
            | Self::UnsupportedType { .. }
            | Self::Damaged
            | Self::PasswordRequired
            | Self::Unreadable
            | Self::OverFileSize { certain: true, .. }
            | Self::TooManyFiles { .. }
            | Self::OverTotalSize { .. }
            | Self::Duplicate { .. } => Severity::Error,
            Self::OverFileSize { certain: false, .. }
            | Self::NearTotalSize { .. }
            | Self::Repaired
            | Self::Scanned
            | Self::Portfolio
            | Self::PrintedCopy
            | Self::Unchecked { .. } => Severity::Warning,
            Self::NoText | Self::Restricted => Severity::Info,
        }
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", self.code())?;
        map.serialize_entry("severity", &self.severity())?;
        match self {
            Self::NotAPdf { found } | Self::UnsupportedType { found } => map.serialize_entry("found", found)?,
            Self::OverFileSize { size, limit, .. } => {
                map.serialize_entry("size", size)?;
                map.serialize_entry("limit", limit)?;
            }
            Self::TooManyFiles { count, limit } => {
                map.serialize_entry("count", count)?;
                map.serialize_entry("limit", limit)?;
            }
            Self::OverTotalSize { total, limit } | Self::NearTotalSize { total, limit } => {
                map.serialize_entry("total", total)?;
                map.serialize_entry("limit", limit)?;
            }
            Self::Duplicate { of } => map.serialize_entry("of", of)?,
            Self::Unchecked { budget } => map.serialize_entry("budget", budget)?,
            _ => {}
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::testing::every_finding;

    #[test]
    fn each_finding_has_the_severity_that_is_promised() {
        let promised = [
            ("empty", Severity::Error),
            ("not-a-pdf", Severity::Error),
            ("unsupported-type", Severity::Error),
            ("damaged", Severity::Error),
            ("password-required", Severity::Error),
            ("unreadable", Severity::Error),
            ("over-file-size", Severity::Error),
            ("over-file-size", Severity::Warning),
            ("too-many-files", Severity::Error),
            ("over-total-size", Severity::Error),
            ("near-total-size", Severity::Warning),
            ("duplicate", Severity::Error),
            ("repaired", Severity::Warning),
            ("scanned", Severity::Warning),
            ("no-text", Severity::Info),
            ("portfolio", Severity::Warning),
            ("printed-copy", Severity::Warning),
            ("unchecked", Severity::Warning),
            ("restricted", Severity::Info),
        ];
        let said: Vec<_> = every_finding().iter().map(|finding| (finding.code(), finding.severity())).collect();
        assert_eq!(said, promised);
    }

    #[test]
    fn numbers_stand_beside_the_code() {
        let finding = Finding::OverTotalSize { total: 190_000_000, limit: 188_743_680 };
        let json = serde_json::to_value(finding).unwrap();
        assert_eq!(
            json,
            serde_json::json!({"code": "over-total-size", "severity": "error", "total": 190_000_000, "limit": 188_743_680})
        );
    }

    #[test]
    fn each_finding_holds_its_numbers_under_the_names_that_are_promised() {
        let own = |finding: &Finding| {
            let told = serde_json::to_value(finding).unwrap();
            let fields = told.as_object().unwrap().clone();
            fields
                .into_iter()
                .filter(|(name, _)| name != "code" && name != "severity")
                .collect::<serde_json::Map<_, _>>()
        };
        let told: Vec<_> = every_finding().iter().map(|finding| (finding.code(), own(finding))).collect();
        let table = serde_json::json!({
            "not-a-pdf": {"found": "html"},
            "unsupported-type": {"found": "png"},
            "over-file-size": {"size": 30_000_000, "limit": 10_000_000},
            "too-many-files": {"count": 25, "limit": 24},
            "over-total-size": {"total": 190_000_000, "limit": 180_000_000},
            "near-total-size": {"total": 185_000_000, "limit": 180_000_000},
            "duplicate": {"of": 1},
            "unchecked": {"budget": "objects"},
        });
        for (code, fields) in told.iter().filter(|(_, fields)| fields.get("limit") != Some(&20_000_000.into())) {
            let promised = table.get(*code).cloned().unwrap_or_else(|| serde_json::json!({}));
            assert_eq!(serde_json::Value::Object(fields.clone()), promised, "{code}");
        }
    }
}
