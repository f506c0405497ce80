//! A receipt as CSV and as JSON.
//!
//! Names of files are chosen by others, so no cell may start a formula in a spreadsheet (CSV injection, as OWASP describes
//! it). The JSON holds names unchanged: programs evaluate nothing.

use super::contents::{Receipt, ReceiptFile};
use crate::statement::{Fact, Facts};
use std::fmt::Write;

/// A cell that starts with one of these, also after spaces or as a full-width character, is a formula to spreadsheets.
pub(super) const FORMULA_STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
/// Makes spreadsheets read the file as UTF-8.
pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';
const COLUMNS: [&str; 13] = [
    "name",
    "size",
    "pages",
    "sha256",
    "status",
    "findings",
    "kind",
    "institution",
    "account",
    "from",
    "to",
    "unsure",
    "made_at",
];

impl Receipt {
    /// Writes the receipt as CSV (RFC 4180, with a byte order mark) for spreadsheets: a row of column names and one row for
    /// each file, sizes in bytes, the account as its last digits behind two dots, so that spreadsheets take it
    /// for a text, with a hyphen and the suffix under a member number. `unsure` names the facts that are not sure.
    ///
    /// Each cell is quoted, and a cell that would be a formula starts with an apostrophe. The name, the only cell that
    /// others choose, is the first: so it can't start a new cell in programs that separate cells by semicolons or tabs.
    pub fn to_csv(&self) -> String {
        let mut text = String::from(BYTE_ORDER_MARK);
        write_row(&mut text, &COLUMNS.map(str::to_owned));
        for file in &self.files {
            write_row(&mut text, &self.row(file));
        }
        text
    }

    fn row(&self, file: &ReceiptFile) -> [String; COLUMNS.len()] {
        let facts = file.statement.as_deref();
        let of = |cell: fn(&Facts) -> Option<String>| facts.and_then(cell).unwrap_or_default();
        [
            file.name.clone(),
            file.size.to_string(),
            file.pages.map(|pages| pages.to_string()).unwrap_or_default(),
            file.sha256.clone().unwrap_or_default(),
            file.status.as_str().to_owned(),
            file.findings.join(" "),
            of(|facts| value(facts.kind.as_ref()).map(|kind| kind.as_str().to_owned())),
            of(|facts| value(facts.institution.as_ref()).map(ToString::to_string)),
            of(|facts| {
                let account = value(facts.account.as_ref())?;
                let suffix = account.suffix.map(|suffix| format!("-{suffix}")).unwrap_or_default();
                Some(format!("••{}{suffix}", account.digits))
            }),
            of(|facts| value(facts.period.as_ref())?.from.map(|from| from.to_string())),
            of(|facts| value(facts.period.as_ref()).map(|period| period.to.to_string())),
            of(|facts| Some(unsure(facts).join(" "))),
            self.made_at.clone(),
        ]
    }

    /// Writes the receipt as indented JSON for programs, with names unchanged.
    pub fn to_json(&self) -> String {
        // Strings, numbers and arrays: serializing them can't fail.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

/// The facts of which only one hint speaks.
fn unsure(facts: &Facts) -> Vec<&'static str> {
    let is_unsure = |is_sure: Option<bool>| is_sure == Some(false);
    let facts = [
        ("kind", is_unsure(facts.kind.as_ref().map(Fact::is_sure))),
        ("institution", is_unsure(facts.institution.as_ref().map(Fact::is_sure))),
        ("account", is_unsure(facts.account.as_ref().map(Fact::is_sure))),
        ("period", is_unsure(facts.period.as_ref().map(Fact::is_sure))),
        ("printedPages", is_unsure(facts.pages.as_ref().map(Fact::is_sure))),
    ];
    facts.into_iter().filter(|(_, is_unsure)| *is_unsure).map(|(name, _)| name).collect()
}

fn value<T>(fact: Option<&Fact<T>>) -> Option<&T> {
    fact.map(|fact| &fact.value)
}

fn write_row(text: &mut String, cells: &[String; COLUMNS.len()]) {
    for (index, cell) in cells.iter().enumerate() {
        let separator = if index == 0 { "" } else { "," };
        let apostrophe = if cell.trim_start_matches(' ').starts_with(FORMULA_STARTS) { "'" } else { "" };
        let _ = write!(text, "{separator}\"{apostrophe}{}\"", cell.replace('"', "\"\""));
    }
    text.push_str("\r\n");
}
