//! Counts the answers that agree, lists those that don't, and holds the shares against what they have to be.

use crate::pdf_support::{Looked, Share};
use flinks_upload::pdf::PdfReport;

/// Files from this size on show how little of a file is read.
const LARGE: usize = 100 << 10;

#[derive(Default)]
pub(crate) struct Agreement {
    shares: Vec<(&'static str, Share)>,
    /// Of each large file: bytes, bytes read, and questions in a row.
    large: Vec<(usize, u64, u32)>,
}

impl Agreement {
    /// Counts one answer; a wrong one is told with both sides.
    pub(crate) fn count(&mut self, what: &'static str, right: bool, path: &str, expected: &str, got: &PdfReport) {
        if !right {
            println!("{what}: {path}: expected: {expected}; got: {got:?}");
        }
        if !self.shares.iter().any(|share| share.0 == what) {
            self.shares.push((what, Share::default()));
        }
        for (_, share) in self.shares.iter_mut().filter(|share| share.0 == what) {
            share.count(right);
        }
    }

    /// Takes down what it took to look.
    pub(crate) fn reading(&mut self, bytes: &[u8], looked: &Looked) {
        if bytes.len() >= LARGE {
            self.large.push((bytes.len(), looked.read, looked.rounds));
        }
    }

    /// Prints a line for each share that `goals` names, and fails if one is too low or was not measured.
    pub(crate) fn show_and_assert(&mut self, goals: &str) {
        self.large.sort_unstable_by_key(|file| file.2);
        let rounds = self.large.get(self.large.len() / 2).map_or(0, |file| file.2);
        let (size, read) = self.large.iter().fold((0, 0), |sum, file| (sum.0 + file.0, sum.1 + file.1));
        println!(
            "{} files of 100 KB and more: {} of {} KB read; median: {rounds} questions in a row",
            self.large.len(),
            read >> 10,
            size >> 10
        );
        let mut low = Vec::new();
        for goal in goals.lines().filter(|line| !line.starts_with('#')) {
            let (what, least) = goal.split_once('=').unwrap();
            let least: f64 = least.parse().unwrap();
            let share = self.shares.iter().find(|share| share.0 == what).map(|share| &share.1);
            let share = share.unwrap_or_else(|| panic!("{what} was not measured"));
            share.show(&format!("{what} (at least {least})"));
            if share.percent() < least {
                low.push(what);
            }
        }
        assert!(low.is_empty(), "too low: {low:?}; the disagreements are listed above");
    }
}
