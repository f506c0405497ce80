//! The limits of one upload.
//!
//! Source: the integration guide allows 24 files and 180 MB in one upload; another page of the provider allows 20 MB for
//! one file. Neither says whether a megabyte is 10^6 or 2^20 bytes. What exceeds both readings is an error; what exceeds
//! only one is a warning. A limit that the host sets is exact.

use crate::core::string_enum::closed_string_enum;
use serde::{Serialize, Serializer};

const MB: u64 = 1_000_000;
const MIB: u64 = 1 << 20;

/// The largest number of files in one upload (integration guide).
pub const PUBLISHED_FILES: u32 = 24;

/// A limit of size, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SizeLimit {
    /// Above this, a size may be too large: a warning.
    pub soft: u64,
    /// Above this, a size is too large: an error. `None` where the provider doesn't state it with certainty.
    pub hard: Option<u64>,
}

impl SizeLimit {
    /// 180 MB for all files together.
    pub const PUBLISHED_TOTAL: Self = Self { soft: 180 * MB, hard: Some(180 * MIB) };
    /// 20 MB for one file: published, but not in the guide, so never more than a warning.
    pub const PUBLISHED_FILE: Self = Self { soft: 20 * MB, hard: None };

    /// A limit that the host set: exact.
    pub const fn exact(bytes: u64) -> Self {
        Self { soft: bytes, hard: Some(bytes) }
    }

    /// Whether a size in bytes exceeds the hard limit.
    pub fn is_over(self, bytes: u64) -> bool {
        self.hard.is_some_and(|hard| bytes > hard)
    }

    /// Whether a size in bytes exceeds the soft limit only.
    pub fn exceeds_soft(self, bytes: u64) -> bool {
        bytes > self.soft && !self.is_over(bytes)
    }
}

closed_string_enum! {
    /// Which files are accepted.
    pub enum Accept {
        /// PDF files.
        Pdf = "pdf",
        /// PDF files, and JPEG, PNG, BMP and TIFF images.
        PdfAndImages = "pdf,images",
    }
    default Pdf;
}

/// The limits of one upload. The host can set each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Limits {
    /// The largest number of files.
    pub max_files: u32,
    /// The largest total size, in bytes.
    #[serde(serialize_with = "as_bytes")]
    pub max_total_size: SizeLimit,
    /// The largest size of one file, in bytes.
    #[serde(serialize_with = "as_bytes")]
    pub max_file_size: SizeLimit,
    /// Which files are accepted.
    pub accept: Accept,
}

impl Default for Limits {
    /// What the provider publishes.
    fn default() -> Self {
        Self {
            max_files: PUBLISHED_FILES,
            max_total_size: SizeLimit::PUBLISHED_TOTAL,
            max_file_size: SizeLimit::PUBLISHED_FILE,
            accept: Accept::Pdf,
        }
    }
}

fn as_bytes<S: Serializer>(limit: &SizeLimit, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_u64(limit.soft)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_upload_holds_24_files() {
        assert_eq!(Limits::default().max_files, 24);
    }

    #[test]
    fn above_180_binary_megabytes_is_certainly_too_much() {
        let total = Limits::default().max_total_size;
        assert!(!total.is_over(188_743_680));
        assert!(total.is_over(188_743_681));
    }

    #[test]
    fn between_the_two_readings_of_180_mb_is_a_doubt() {
        let total = Limits::default().max_total_size;
        assert!(!total.exceeds_soft(180_000_000));
        assert!(total.exceeds_soft(180_000_001));
        assert!(total.exceeds_soft(188_743_680));
        assert!(!total.exceeds_soft(188_743_681));
    }

    #[test]
    fn twenty_megabytes_for_one_file_is_never_more_than_a_doubt() {
        let file = Limits::default().max_file_size;
        assert!(!file.exceeds_soft(20_000_000));
        assert!(file.exceeds_soft(20_000_001));
        assert!(file.exceeds_soft(u64::MAX) && !file.is_over(u64::MAX));
    }

    #[test]
    fn a_limit_that_the_host_set_is_exact() {
        let limit = SizeLimit::exact(10);
        assert!(!limit.is_over(10) && !limit.exceeds_soft(10));
        assert!(limit.is_over(11) && !limit.exceeds_soft(11));
    }

    #[test]
    fn pdf_is_what_is_taken_unless_the_host_allows_images() {
        assert_eq!(Limits::default().accept, Accept::Pdf);
    }
}
