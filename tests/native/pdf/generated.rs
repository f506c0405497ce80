//! Generated documents, plain and encrypted by qpdf in every revision: the report on each, and that truncation is
//! detected.
//!
//! `scripts/make-fixtures.sh` writes them with qpdf. Without qpdf, the tests print that they were skipped.

use super::support::{Rate, skip};
use flinks_upload::pdf::{Budget, FileKind, PdfReport, State, inspect};
use serde_json::json;
use std::{fs, path::Path, process::Command, sync::Mutex};

/// Four plain documents, and two encrypted in 32 ways, each in four forms.
const FILES: usize = 272;
/// Where files are truncated, in thousandths of their length.
const TRUNCATIONS: [usize; 10] = [50, 150, 250, 350, 450, 550, 650, 800, 950, 995];
/// The least share of truncated files that must not be reported as intact, in percent.
const MIN_DETECTED: f64 = 100.0;

struct Generated {
    name: String,
    bytes: Vec<u8>,
    encryption: String,
    pages: u32,
    text: String,
    printed: bool,
}

/// Lets one test write the documents while the others wait.
static GENERATING: Mutex<()> = Mutex::new(());

fn generated() -> Option<Vec<Generated>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let has_qpdf = Command::new("qpdf").arg("--version").output().is_ok();
    let script = root.join("scripts/make-fixtures.sh");
    if !has_qpdf || !script.exists() {
        skip("it needs qpdf (Debian: qpdf) and a checkout");
        return None;
    }
    let _guard = GENERATING.lock();
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

    /// Whether a report is correct. Without the password, the content is unknown.
    fn matches(&self, report: &PdfReport) -> bool {
        let content_matches =
            report.pages == Some(self.pages) && json!(report.text) == self.text && report.printed == self.printed;
        report.kind == FileKind::Pdf
            && report.state == State::Intact
            && json!(report.encryption) == self.encryption
            && (content_matches || self.encryption == "needs-password")
    }
}

#[test]
fn every_revision_opens_with_the_empty_password_only_and_is_read_like_the_plain_document() {
    for file in generated().unwrap_or_default() {
        let report = inspect(&file.bytes, &Budget::default());
        assert!(file.matches(&report), "{}: {report:?}", file.name);
    }
}

#[test]
fn a_truncated_document_is_not_reported_as_intact() {
    let Some(files) = generated() else { return };
    let mut rate = Rate::default();
    for file in files {
        for truncation in TRUNCATIONS {
            let end = file.bytes.len() * truncation / 1000;
            let report = inspect(&file.bytes[..end], &Budget::default());
            if !rate.count(report.state != State::Intact) {
                println!("{}: {end} of {} bytes are reported as intact: {report:?}", file.name, file.bytes.len());
            }
        }
    }
    rate.print("generated, truncated: not intact");
    assert!(rate.percent() >= MIN_DETECTED, "see above");
}
