//! How much of an upload the accepted files use, and which limits one more file would exceed.

use super::{finding::Finding, limits::Limits};

/// Files and bytes used so far.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Usage {
    pub(super) files: u32,
    pub(super) bytes: u64,
}

impl Usage {
    /// Adds one file of this size in bytes.
    pub(super) fn add(&mut self, size: u64) {
        self.files = self.files.saturating_add(1);
        self.bytes = self.bytes.saturating_add(size);
    }

    /// Every limit that one more file of this size would exceed; empty if it fits.
    pub(super) fn violations(mut self, size: u64, limits: &Limits) -> Vec<Finding> {
        self.add(size);
        let mut violations = Vec::new();
        if self.files > limits.max_files {
            violations.push(Finding::TooManyFiles { count: self.files, limit: limits.max_files });
        }
        if limits.max_total_size.is_over(self.bytes) {
            violations.push(Finding::OverTotalSize { total: self.bytes, limit: limits.max_total_size.soft });
        }
        violations
    }
}
