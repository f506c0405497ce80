//! How much work one file may cost, and which limit ended an inspection.

use serde::Serialize;

/// Upper bounds on the work for one file.
///
/// A file that exceeds one of them gets [`State::Unchecked`](super::State::Unchecked). The inspection always ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budget {
    /// Bytes read from the file.
    pub bytes: u64,
    /// Indirect objects loaded.
    pub objects: u32,
    /// Levels of nesting, for arrays and dictionaries and for the page tree.
    pub depth: u32,
    /// Work on data in memory, in bytes: stream data copied and decoded, content scanned, and entries of the
    /// cross-reference and of dictionaries searched. A small file can cause any amount of it.
    pub work: u64,
}

impl Default for Budget {
    /// 32 MiB read, 50,000 objects, 64 levels, 64 MiB of work.
    fn default() -> Self {
        Self { bytes: 32 << 20, objects: 50_000, depth: 64, work: 64 << 20 }
    }
}

/// The limit that ended the inspection of a file.
///
/// Serialized in lower case: `bytes`, `objects`, `work`, `time`, `checker`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LimitExceeded {
    /// [`Budget::bytes`], or the number of reads in a row.
    Bytes,
    /// [`Budget::objects`] or [`Budget::depth`].
    Objects,
    /// [`Budget::work`].
    Work,
    /// Time. The inspector has no clock, so its caller sets this limit and reports it.
    Time,
    /// The checker crashed or did not load. Reported by the caller as well.
    Checker,
}

impl LimitExceeded {
    /// In the order of the wire format.
    pub(super) const ALL: [Self; 5] = [Self::Bytes, Self::Objects, Self::Work, Self::Time, Self::Checker];
}
