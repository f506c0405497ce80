//! Counts the answers that match those of other readers, prints those that do not, and requires minimum rates.

use crate::pdf::support::{Inspection, Rate};
use flinks_upload::pdf::PdfReport;

/// Files of at least this many bytes show how little of a file is read.
const MIN_LARGE_LEN: usize = 100 << 10;

/// The results of a differential test.
#[derive(Default)]
pub(crate) struct Differential {
    rates: Vec<(&'static str, Rate)>,
    /// For each large file: its size in bytes, the bytes read, and the rounds of reading.
    large_files: Vec<(usize, u64, u32)>,
}

impl Differential {
    /// Counts one answer. A mismatch is printed with both answers.
    pub(crate) fn count(&mut self, name: &'static str, matches: bool, path: &str, expected: &str, got: &PdfReport) {
        if !matches {
            println!("{name}: {path}: expected: {expected}; got: {got:?}");
        }
        if !self.rates.iter().any(|rate| rate.0 == name) {
            self.rates.push((name, Rate::default()));
        }
        for (_, rate) in self.rates.iter_mut().filter(|rate| rate.0 == name) {
            rate.count(matches);
        }
    }

    /// Records what an inspection read.
    pub(crate) fn record_reading(&mut self, bytes: &[u8], inspection: &Inspection) {
        if bytes.len() >= MIN_LARGE_LEN {
            self.large_files.push((bytes.len(), inspection.bytes_read, inspection.rounds));
        }
    }

    /// Prints each rate that `minimums` names, and fails if one is too low or was not measured.
    pub(crate) fn print_and_assert(&mut self, minimums: &str) {
        self.large_files.sort_unstable_by_key(|file| file.2);
        let rounds = self.large_files.get(self.large_files.len() / 2).map_or(0, |file| file.2);
        let (size, read) = self.large_files.iter().fold((0, 0), |sum, file| (sum.0 + file.0, sum.1 + file.1));
        println!(
            "{} files of 100 KB and more: {} of {} KB read, median {rounds} rounds",
            self.large_files.len(),
            read >> 10,
            size >> 10
        );
        let mut too_low = Vec::new();
        for line in minimums.lines().filter(|line| !line.starts_with('#')) {
            let (name, minimum) = line.split_once('=').unwrap();
            let minimum: f64 = minimum.parse().unwrap();
            let rate = self.rates.iter().find(|rate| rate.0 == name).map(|rate| &rate.1);
            let rate = rate.unwrap_or_else(|| panic!("{name} was not measured"));
            rate.print(&format!("{name} (at least {minimum})"));
            if rate.percent() < minimum {
                too_low.push(name);
            }
        }
        assert!(too_low.is_empty(), "too low: {too_low:?}; the mismatches are listed above");
    }
}
