//! Lays out one picked file: its name, its facts, its verdict and what to do about it.

use super::vnode::{el, group, on, tag, text};
use crate::core::{
    files::{file::FileId, finding::Severity},
    view::{FileRow, RowFinding},
};
use yew::prelude::*;

/// A row of the list. Names come from outside: they are shown as text, in a direction of their own.
pub(super) fn file_row(row: &FileRow, on_remove: &Callback<FileId>) -> Html {
    let verdict = el("span", &["class", "part"], &["verdict", "verdict"], vec![text(&row.verdict)]);
    let sign = el("span", &["aria-hidden"], &["true"], vec![text("×")]);
    let keys = &["type", "part", "class", "aria-label"];
    let remove = tag("button", keys, &["button", "remove", "remove", &row.remove_label], vec![sign]);
    let id = row.id;
    let parts = vec![
        el("bdi", &["class"], &["name"], vec![text(&row.name)]),
        el("p", &["class"], &["facts"], vec![verdict, text(&format!(" {}", row.facts))]),
        group(row.findings.iter().map(finding).collect()),
        // Last: a person hears about the file before they hear what can be done with it.
        on(remove, "click", on_remove.reform(move |_| id)).into(),
    ];
    let class = if row.is_neutral { "file neutral" } else { "file" };
    let keys = &["part", "class", "data-status", "data-id"];
    let mut item = tag("li", keys, &["file", class, row.status.as_str(), &id.0.to_string()], parts);
    item.key = Some(id.0.into());
    item.into()
}

fn finding(finding: &RowFinding) -> Html {
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    };
    let keys = &["class", "part", "data-severity", "data-code"];
    let summary = el("strong", &[], &[], vec![text(&finding.summary)]);
    let parts = vec![summary, text(&format!(" {}", finding.detail))];
    el("p", keys, &["finding", "finding", severity, finding.code], parts)
}
