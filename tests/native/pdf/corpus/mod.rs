//! Differential test of the PDF check against qpdf, poppler and mutool, over public test PDFs: `make corpus`.
//!
//! As in the browser, the fallback parser runs if the inspection finds no page. The files are not part of the project but
//! expected beside it, in `../shared/corpus`. Without them, the test prints that it was skipped.

mod differential;

use super::oracle::{self, Oracle, oracles};
use super::support::{Inspection, Stopwatch, inspect_counting, skip};
use differential::Differential;
use flinks_upload::{
    fallback_parser::reparse,
    pdf::{Budget, FileKind, PdfReport, State, TextLayer},
};
use std::{fs, path::Path};

/// The number of files that the corpus has at least.
const MIN_FILES: usize = 900;
/// Where intact files are truncated, in percent of their length.
const TRUNCATIONS: [usize; 4] = [30, 60, 90, 99];
/// The longest file that is truncated, in bytes. Longer ones are rare and follow the same rules.
const MAX_TRUNCATED_LEN: usize = 1 << 20;

/// Inspects a file, with the fallback parser.
fn inspect_with_fallback(bytes: &[u8]) -> Inspection {
    let first = inspect_counting(bytes, &Budget::default());
    Inspection { report: reparse(bytes.to_vec(), first.report), ..first }
}

#[test]
fn the_check_agrees_with_established_readers_about_public_files() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let Ok(table) = fs::read_to_string(corpus.join("oracle.tsv")) else {
        return skip("there are no files in ../shared/corpus");
    };
    let oracles = oracles(&table);
    assert!(oracles.len() >= MIN_FILES, "only {} files", oracles.len());
    let mut differential = Differential::default();
    for oracle in &oracles {
        let bytes = fs::read(corpus.join(&oracle.path)).unwrap();
        let stopwatch = Stopwatch::start();
        let inspection = inspect_with_fallback(&bytes);
        stopwatch.assert_within_limit(&inspection.report);
        compare(&mut differential, oracle, &inspection);
        differential.record_reading(&bytes, &inspection);
        if oracle.is_intact_and_unencrypted() && bytes.len() < MAX_TRUNCATED_LEN {
            for percent in TRUNCATIONS {
                let report = inspect_start(&bytes, percent);
                let flagged = report.kind != FileKind::Pdf || report.state != State::Intact;
                differential.count(
                    "TRUNCATED",
                    flagged,
                    &format!("{percent} % of {}", oracle.path),
                    "not intact",
                    &report,
                );
            }
        }
    }
    println!("{} files, {} of them damaged according to qpdf", oracles.len(), oracle::count_damaged(&oracles));
    differential.print_and_assert(include_str!("../../../differential.env"));
}

/// Inspects the first `percent` of a file.
fn inspect_start(bytes: &[u8], percent: usize) -> PdfReport {
    inspect_with_fallback(&bytes[..bytes.len() * percent / 100]).report
}

/// Compares a report with the answers of other readers, where those agree.
fn compare(differential: &mut Differential, oracle: &Oracle, inspection: &Inspection) {
    let report = &inspection.report;
    let mut count = |name: &'static str, matches: bool, expected: &str| {
        differential.count(name, matches, &oracle.path, expected, report);
    };
    if let Some(pages) = oracle.pages {
        count("KIND", report.kind == FileKind::Pdf, "a PDF");
        let matches = report.pages == Some(pages) || (pages == 0 && report.pages.is_none());
        count("PAGES", matches, &format!("{pages} pages"));
        if oracle.damaged == Some(false) {
            count("PAGES_UNDAMAGED", matches, &format!("{pages} pages"));
        }
    }
    if let Some(locked) = oracle.needs_password {
        let matches = locked == oracle::is_locked(report);
        count("NEEDS_PASSWORD", matches, if locked { "needs a password" } else { "needs no password" });
    }
    if oracle.needs_password == Some(false) {
        let matches = oracle.encrypted == oracle::opens(report);
        count("OPENS", matches, if oracle.encrypted { "encrypted, but opens" } else { "not encrypted" });
    }
    match oracle.damaged {
        Some(true) => count("DAMAGED", report.state != State::Intact, "qpdf warns"),
        Some(false) if oracle.pages != Some(0) => count("WHOLE", report.state == State::Intact, "intact"),
        _ => {}
    }
    if let (Some(text), Some(false), Some(_)) = (oracle.text, oracle.damaged, report.pages) {
        let found = matches!(report.text, Some(TextLayer::Text | TextLayer::ScanWithText));
        count("TEXT", found == text, if text { "text on the first page" } else { "no text on the first page" });
    }
}
