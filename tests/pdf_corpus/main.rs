//! Agreement of the PDF check with what qpdf, poppler and mutool say about public test PDFs: `make corpus`.
//!
//! Both looks are asked, as in the browser: the second one where the first finds no page. The files are no part of the
//! project. They are looked for beside it, in `../shared/corpus`; where they are not, the test says so and measures
//! nothing.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "test code, although not in a test function")]

#[path = "../pdf_support/mod.rs"]
mod pdf_support;

mod agreement;
mod oracle;

use agreement::Agreement;
use flinks_upload::{
    fallback_parser::reparse,
    pdf::{Budget, FileKind, State, TextLayer},
};
use oracle::{Oracle, oracles};
use pdf_support::{Looked, Stopwatch, look};
use std::{fs, path::Path};

/// Fewer files than this are not the corpus.
const LEAST: usize = 900;
/// Where whole files are cut, in per cent of their length.
const CUTS: [usize; 4] = [30, 60, 90, 99];
/// Longer files are not cut: there are few, and the rules at work are the same.
const CUT_UP_TO: usize = 1 << 20;

/// What both looks say.
fn looked(bytes: &[u8]) -> Looked {
    let first = look(bytes, &Budget::default());
    Looked { report: reparse(bytes.to_vec(), first.report), ..first }
}

#[test]
fn the_check_agrees_with_established_readers_about_public_files() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let Ok(table) = fs::read_to_string(corpus.join("oracle.tsv")) else {
        println!("there is no corpus at {}: agreement about public files was NOT measured", corpus.display());
        return;
    };
    let oracles = oracles(&table);
    assert!(oracles.len() >= LEAST, "only {} files", oracles.len());
    let mut agreement = Agreement::default();
    for oracle in &oracles {
        let bytes = fs::read(corpus.join(&oracle.path)).unwrap();
        let stopwatch = Stopwatch::start();
        let looked = looked(&bytes);
        stopwatch.assert_soon(&looked.report);
        compare(&mut agreement, oracle, &looked);
        agreement.reading(&bytes, &looked);
        if oracle.is_whole_and_open() && bytes.len() < CUT_UP_TO {
            for cut in CUTS {
                let report = looked_at_part(&bytes, cut);
                let flagged = report.kind != FileKind::Pdf || report.state != State::Whole;
                agreement.count("TRUNCATED", flagged, &format!("{}, {cut} % of it", oracle.path), "not whole", &report);
            }
        }
    }
    println!("{} files, {} of them damaged, by qpdf's word", oracles.len(), oracle::damaged(&oracles));
    agreement.show_and_assert(include_str!("../differential.env"));
}

fn looked_at_part(bytes: &[u8], percent: usize) -> flinks_upload::pdf::PdfReport {
    looked(&bytes[..bytes.len() * percent / 100]).report
}

fn compare(agreement: &mut Agreement, oracle: &Oracle, looked: &Looked) {
    let report = &looked.report;
    let mut count = |what: &'static str, right: bool, expected: &str| {
        agreement.count(what, right, &oracle.path, expected, report);
    };
    if let Some(pages) = oracle.pages {
        count("KIND", report.kind == FileKind::Pdf, "a PDF");
        let right = report.pages == Some(pages) || (pages == 0 && report.pages.is_none());
        count("PAGES", right, &format!("{pages} pages"));
        if oracle.damaged == Some(false) {
            count("PAGES_UNDAMAGED", right, &format!("{pages} pages"));
        }
    }
    if let Some(locked) = oracle.needs_password {
        let right = locked == oracle::is_locked(report);
        count("NEEDS_PASSWORD", right, if locked { "needs a password" } else { "needs no password" });
    }
    if oracle.needs_password == Some(false) {
        let right = oracle.encrypted == oracle::opens(report);
        count("OPENS", right, if oracle.encrypted { "encrypted, and opens" } else { "not encrypted" });
    }
    match oracle.damaged {
        Some(true) => count("DAMAGED", report.state != State::Whole, "qpdf warns"),
        Some(false) if oracle.pages != Some(0) => count("WHOLE", report.state == State::Whole, "whole"),
        _ => {}
    }
    if let (Some(text), Some(false), Some(_)) = (oracle.text, oracle.damaged, report.pages) {
        let found = matches!(report.text, Some(TextLayer::Text | TextLayer::ScanWithText));
        count("TEXT", found == text, if text { "text on the first page" } else { "no text on the first page" });
    }
}
