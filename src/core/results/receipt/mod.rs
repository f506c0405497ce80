//! A receipt of a batch, for the files of staff who put documents into the Dashboard by hand: which files, how large,
//! how many pages, their SHA-256, the verdicts, and when.
//!
//! It decides what is in a receipt and how it is written; `www/receipt.js` does the same for pages, and one table
//! (`tests/receipts.json`) holds both. No clock: the time is given.

use crate::core::files::{
    file::Digest,
    report::{Report, Status, Totals},
};
use serde::Serialize;
use std::fmt::Write;

/// A spreadsheet takes a cell that begins with one of these for a formula: also as full-width characters, also after spaces.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
/// By this spreadsheets know UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';
const HEAD: [&str; 7] = ["name", "size", "pages", "sha256", "status", "findings", "made_at"];

/// What stands in a receipt. Its JSON is a promise to hosts; sizes are in bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Receipt {
    /// When it was made, as it was given.
    pub made_at: String,
    /// Each picked file, in the order picked, also those that stay behind.
    pub files: Vec<ReceiptFile>,
    /// As in the report.
    pub totals: Totals,
}

/// What a receipt says of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "as in the report")]
pub struct ReceiptFile {
    pub name: String,
    pub size: u64,
    pub pages: Option<u32>,
    /// In lower-case hexadecimal digits; none for a file that could not be read any more.
    pub sha256: Option<String>,
    pub status: Status,
    /// The codes of the findings.
    pub findings: Vec<&'static str>,
}

impl Receipt {
    /// The receipt of a batch; the digests are in the order of its files.
    ///
    /// ```
    /// use flinks_upload::core::{batch::Batch, limits::Limits, receipt::Receipt};
    /// let receipt = Receipt::new(&Batch::default().report(&Limits::default()), &[], "2026-11-23T10:00:00.000Z");
    /// assert!(receipt.to_csv().ends_with("\"made_at\"\r\n"));
    /// ```
    pub fn new(report: &Report, digests: &[Option<Digest>], made_at: &str) -> Self {
        let file = |(at, file): (usize, &crate::core::files::report::FileReport)| ReceiptFile {
            name: file.name.clone(),
            size: file.size,
            pages: file.pages,
            sha256: digests.get(at).copied().flatten().map(hexadecimal),
            status: file.status,
            findings: file.findings.iter().map(crate::core::files::finding::Finding::code).collect(),
        };
        let files = report.files.iter().enumerate().map(file).collect();
        Self { made_at: made_at.to_owned(), files, totals: report.totals }
    }

    /// A table for spreadsheets. Each cell is quoted, and none is a formula: a name that looks like one gets an apostrophe
    /// before it. The name, the only cell that others choose, stands first, so that this holds for a program, too, that
    /// takes semicolons for the borders between cells.
    pub fn to_csv(&self) -> String {
        let mut text = String::from(BYTE_ORDER_MARK);
        write_row(&mut text, &HEAD.map(str::to_owned));
        for file in &self.files {
            let row = [
                file.name.clone(),
                file.size.to_string(),
                file.pages.map(|pages| pages.to_string()).unwrap_or_default(),
                file.sha256.clone().unwrap_or_default(),
                file.status.as_str().to_owned(),
                file.findings.join(" "),
                self.made_at.clone(),
            ];
            write_row(&mut text, &row);
        }
        text
    }

    /// The same for programs; names are as they are.
    pub fn to_json(&self) -> String {
        // Texts, numbers and lists: there is nothing in it that has no JSON.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

fn hexadecimal(digest: Digest) -> String {
    digest.iter().fold(String::new(), |mut text, byte| {
        // A text takes all that is written to it.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn write_row(text: &mut String, cells: &[String; 7]) {
    for (at, cell) in cells.iter().enumerate() {
        let border = if at == 0 { "" } else { "," };
        let apostrophe = if cell.trim_start_matches(' ').starts_with(FORMULA) { "'" } else { "" };
        let _ = write!(text, "{border}\"{apostrophe}{}\"", cell.replace('"', "\"\""));
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests;
