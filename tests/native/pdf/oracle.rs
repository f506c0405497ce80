//! The oracle of the differential test: what qpdf, poppler and mutool report about a file.

use flinks_upload::pdf::{Encryption, PdfReport};

/// The expected values for one file; `None` if the readers disagree or do not report it.
pub(crate) struct Oracle {
    pub(crate) path: String,
    pub(crate) pages: Option<u32>,
    pub(crate) encrypted: bool,
    pub(crate) needs_password: Option<bool>,
    /// `qpdf --check` warns.
    pub(crate) damaged: Option<bool>,
    /// The first page has text.
    pub(crate) text: Option<bool>,
}

/// Parses the table, whose first line names the columns.
pub(crate) fn oracles(table: &str) -> Vec<Oracle> {
    let answer = |field: &str| match field {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let row = |line: &str| {
        let fields: Vec<&str> = line.split('\t').collect();
        let [path, _, pages, encrypted, needs_password, damaged, text] = fields[..] else {
            panic!("not a row: {line}")
        };
        Oracle {
            path: path.to_owned(),
            pages: pages.parse().ok(),
            encrypted: encrypted == "yes",
            needs_password: answer(needs_password),
            damaged: answer(damaged),
            text: answer(text),
        }
    };
    table.lines().skip(1).map(row).collect()
}

/// How many files qpdf finds damaged.
pub(crate) fn count_damaged(oracles: &[Oracle]) -> usize {
    oracles.iter().filter(|oracle| oracle.damaged == Some(true)).count()
}

impl Oracle {
    pub(crate) fn is_intact_and_unencrypted(&self) -> bool {
        self.damaged == Some(false) && !self.encrypted
    }
}

pub(crate) fn is_locked(report: &PdfReport) -> bool {
    report.encryption == Some(Encryption::NeedsPassword)
}

pub(crate) fn opens(report: &PdfReport) -> bool {
    report.encryption == Some(Encryption::Opens)
}
