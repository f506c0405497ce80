//! Agreement of the PDF check with what qpdf, poppler and mutool say about public test PDFs.
//!
//! The files are no part of the project. They are looked for beside it, in `../shared/corpus`; where they are not, the
//! test says so and measures nothing.
#![cfg(not(target_arch = "wasm32"))]

mod pdf_support;

use flinks_upload::pdf::{Budget, Encryption, FileKind, State, TextLayer, inspect};
use pdf_support::{Looked, look};
use std::{fs, path::Path, time::Instant};

/// A share of answers that agree.
#[derive(Default)]
struct Share {
    right: u32,
    all: u32,
}

impl Share {
    fn count(&mut self, right: bool) -> bool {
        self.right += u32::from(right);
        self.all += 1;
        right
    }

    fn percent(&self) -> f64 {
        100.0 * f64::from(self.right) / f64::from(self.all.max(1))
    }

    fn show(&self, what: &str) {
        println!("{what:<28} {:6.2} %  ({} of {})", self.percent(), self.right, self.all);
    }
}

#[test]
fn the_check_agrees_with_established_readers_about_public_files() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let Ok(oracle) = fs::read_to_string(corpus.join("oracle.tsv")) else {
        println!("no corpus at {}: agreement was NOT measured", corpus.display());
        return;
    };
    let [mut pages, mut all_pages, mut locked, mut damaged, mut whole, mut text, mut cut] =
        [(); 7].map(|()| Share::default());
    let (mut large_read, mut large_size, mut large_rounds, mut large) = (0u64, 0u64, Vec::new(), 0);
    let mut files = 0;
    for line in oracle.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [path, _, count, encrypted, needs_password, is_damaged, has_text] = fields[..] else { panic!("{line}") };
        let bytes = fs::read(corpus.join(path)).unwrap();
        let begun = Instant::now();
        let Looked { report, read, rounds } = look(&bytes, &Budget::default());
        let took = begun.elapsed();
        files += 1;
        let disagree = |what: &str, expected: &str| {
            println!("{what}: {path}: expected {expected}, got {report:?}");
        };
        if took.as_secs() >= 2 {
            disagree("slow", "less than 2 s");
        }
        if report.kind != FileKind::Pdf {
            disagree("kind", "pdf");
        }
        if (1 << 20..10 << 20).contains(&bytes.len()) {
            large_read += read;
            large_size += bytes.len() as u64;
            large_rounds.push(rounds);
            large += 1;
            println!("large: {path}: {} KB, read {} KB in {rounds} rounds", bytes.len() >> 10, read >> 10);
        }
        if needs_password != "?" {
            let is_locked = report.encryption == Some(Encryption::NeedsPassword);
            if !locked.count(is_locked == (needs_password == "yes")) {
                disagree("needs password", needs_password);
            }
        }
        if encrypted == "no" && !matches!(report.encryption, None | Some(Encryption::None)) {
            disagree("encrypted", encrypted);
        }
        if let Ok(count) = count.parse::<u32>() {
            let right = report.pages == Some(count) || (count == 0 && report.pages.is_none());
            if is_damaged == "no" && !pages.count(right) || !all_pages.count(right) {
                disagree(if is_damaged == "no" { "pages" } else { "pages (damaged)" }, &count.to_string());
            }
        }
        match is_damaged {
            "yes" => {
                damaged.count(report.state != State::Whole);
            }
            "no" if count != "0" && !whole.count(report.state == State::Whole) => disagree("whole", "undamaged"),
            _ => {}
        }
        if is_damaged == "no" && encrypted == "no" && bytes.len() < 1 << 20 {
            for percent in [30, 60, 90, 99] {
                let end = bytes.len() * percent / 100;
                let report = inspect(&bytes[..end], &Budget::default());
                if !cut.count(report.kind != FileKind::Pdf || report.state != State::Whole) {
                    println!("cut: {path}: {end} of {} bytes pass for whole: {report:?}", bytes.len());
                }
            }
        }
        if has_text != "?" && is_damaged == "no" && report.pages.is_some() {
            let found = matches!(report.text, Some(TextLayer::Text | TextLayer::ScanWithText));
            if !text.count(found == (has_text == "yes")) {
                disagree("text", has_text);
            }
        }
    }
    println!();
    pages.show("pages, undamaged");
    all_pages.show("pages, all");
    locked.show("needs password");
    damaged.show("qpdf warns: not whole");
    whole.show("undamaged: whole");
    text.show("text, undamaged");
    cut.show("cut files: not whole");
    large_rounds.sort_unstable();
    let median = large_rounds.get(large_rounds.len() / 2).copied().unwrap_or(0);
    println!(
        "{large} files of 1 to 10 MB: {} of {} KB read, median {median} rounds",
        large_read >> 10,
        large_size >> 10
    );
    assert!(files > 900, "only {files} files");
    for (share, least) in [(pages, 99.5), (all_pages, 99.0), (locked, 100.0), (whole, 99.5), (text, 97.0), (cut, 99.0)]
    {
        assert!(share.percent() >= least, "{:.2} % instead of {least} %: see above", share.percent());
    }
}
