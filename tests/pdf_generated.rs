//! The project's own documents, plain and as qpdf encrypts them in every revision: what they are, and that each says so
//! when its end is missing.
//!
//! `scripts/make-fixtures.sh` writes them with qpdf. Where there is no qpdf, the tests say so and measure nothing.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "test code, although not in a test function")]

mod pdf_support;

use flinks_upload::pdf::{Budget, FileKind, PdfReport, State, inspect};
use pdf_support::Share;
use serde_json::json;
use std::{fs, path::Path, process::Command, sync::Mutex};

/// Four plain documents, and two encrypted in 32 ways, each in four forms.
const FILES: usize = 272;
/// Where files are cut, in thousandths of their length.
const CUTS: [usize; 10] = [50, 150, 250, 350, 450, 550, 650, 800, 950, 995];
/// Of the cut files, so many per cent at least must not pass for whole.
const FLAGGED: f64 = 99.0;

struct Generated {
    name: String,
    bytes: Vec<u8>,
    encryption: String,
    pages: u32,
    text: String,
    printed: bool,
}

/// Written once, however many tests of this file run at a time.
static WRITING: Mutex<()> = Mutex::new(());

fn generated() -> Option<Vec<Generated>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let has_qpdf = Command::new("qpdf").arg("--version").output().is_ok();
    let script = root.join("scripts/make-fixtures.sh");
    if !has_qpdf || !script.exists() {
        println!("encryption and truncation were NOT tested: that takes qpdf (apt-get install qpdf) and a checkout");
        return None;
    }
    let _one = WRITING.lock();
    let written = Command::new(script).output().unwrap();
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    let folder = root.join("target/generated");
    let expected = fs::read_to_string(folder.join("expected.tsv")).unwrap();
    let files: Vec<_> = expected.lines().skip(1).map(|line| Generated::from_line(line, &folder)).collect();
    assert_eq!(files.len(), FILES);
    Some(files)
}

impl Generated {
    fn from_line(line: &str, folder: &Path) -> Self {
        let mut fields = line.split('\t').map(str::to_owned);
        let mut next = || fields.next().unwrap();
        let name = next();
        let bytes = fs::read(folder.join(&name)).unwrap();
        Self { bytes, name, encryption: next(), pages: next().parse().unwrap(), text: next(), printed: next() == "yes" }
    }

    /// What the report should be; nothing inside can be told without the password.
    fn is_seen(&self, report: &PdfReport) -> bool {
        let inside =
            report.pages == Some(self.pages) && json!(report.text) == self.text && report.printed == self.printed;
        report.kind == FileKind::Pdf
            && report.state == State::Whole
            && json!(report.encryption) == self.encryption
            && (inside || self.encryption == "needs-password")
    }
}

#[test]
fn every_revision_opens_exactly_where_the_empty_password_does_and_is_read_like_the_plain_document() {
    for file in generated().unwrap_or_default() {
        let report = inspect(&file.bytes, &Budget::default());
        assert!(file.is_seen(&report), "{}: {report:?}", file.name);
    }
}

#[test]
fn a_document_without_its_end_does_not_pass_for_whole() {
    let Some(files) = generated() else { return };
    let mut share = Share::default();
    for file in files {
        for cut in CUTS {
            let end = file.bytes.len() * cut / 1000;
            let report = inspect(&file.bytes[..end], &Budget::default());
            if !share.count(report.state != State::Whole) {
                println!("{}: {end} of {} bytes pass for whole: {report:?}", file.name, file.bytes.len());
            }
        }
    }
    share.show("generated, cut: not whole");
    assert!(share.percent() >= FLAGGED, "see above");
}
