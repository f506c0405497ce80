//! One picked file: its name, its facts, its verdict and what to do about it.

use crate::component::pieces::{el, group, on, tag, text};
use crate::core::{
    files::{file::FileId, finding::Severity, report::FileReport},
    i18n::{Catalog, MessageKey, Value},
};
use yew::{prelude::*, virtual_dom::ListenerKind};

/// A row of the list. Names come from outside: they are shown as text, in a direction of their own.
pub(super) fn file_row(catalog: &Catalog, file: &FileReport, on_remove: &Callback<FileId>) -> Html {
    let mut facts = format!(" {}", catalog.size(file.size));
    if let Some(pages) = file.pages {
        facts = format!("{facts}\u{a0}·\u{a0}{}", catalog.format(MessageKey::Pages, &[("pages", Value::Count(pages))]));
    }
    let verdict = el("span", &["class", "part"], &["verdict", "verdict"], vec![text(catalog.status(file.status))]);
    let mut findings = Vec::new();
    for (severity, word) in [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Info, "info")] {
        for finding in file.findings.iter().filter(|finding| finding.severity() == severity) {
            let advice = catalog.describe(finding);
            let keys = &["class", "part", "data-severity", "data-code"];
            findings.push(el(
                "p",
                keys,
                &["finding", "finding", word, finding.code()],
                vec![el("strong", &[], &[], vec![text(advice.summary)]), text(format!(" {}", advice.detail))],
            ));
        }
    }
    // Last: what is said of the file comes before what can be done with it.
    let label = catalog.format(MessageKey::Remove, &[("name", Value::Text(&file.name))]);
    let sign = el("span", &["aria-hidden"], &["true"], vec![text("×".to_owned())]);
    let keys = &["type", "part", "class", "aria-label"];
    let remove = tag("button", keys, &["button", "remove", "remove", &label], vec![sign]);
    let id = file.id;
    let parts = vec![
        el("bdi", &["class"], &["name"], vec![text(file.name.clone())]),
        el("p", &["class"], &["facts"], vec![verdict, text(facts)]),
        group(findings),
        on(remove, || ListenerKind::onclick, on_remove.reform(move |_| id)).into(),
    ];
    let keys = &["part", "class", "data-status", "data-id"];
    let mut row = tag("li", keys, &["file", "file", file.status.as_str(), &id.0.to_string()], parts);
    row.key = Some(id.0.into());
    row.into()
}
