//! Lays out what comes after the files: the checklist, and the end.

use super::vnode::{Clicks, TITLE, button, el, p, tag, text};
use crate::core::{
    results::status::UploadStatus,
    view::{ChecklistRow, ChecklistView, EndKind, EndView},
};
use yew::prelude::*;

/// What to do with the files, step by step, because a page can't put them into the upload screen.
pub(super) fn checklist_panel(checklist: &ChecklistView, title: Html) -> Html {
    let steps = checklist.steps.iter().map(|step| el("li", &[], &[], vec![text(step)])).collect();
    let steps = match checklist.steps.as_slice() {
        [] => Html::default(),
        [only] => p("", only),
        _ => el("ol", &["class"], &["steps"], steps),
    };
    el(
        "section",
        &["class", "part", "aria-labelledby"],
        &["panel checklist-header", "checklist panel", TITLE],
        vec![el("header", &[], &[], vec![title, p("institution", &checklist.subtitle)]), steps],
    )
}

/// The accepted files, and the way back to them.
pub(super) fn checklist_files(checklist: &ChecklistView, clicks: Clicks<'_>) -> Html {
    let list = if checklist.rows.is_empty() {
        Html::default()
    } else {
        let rows = checklist.rows.iter().map(row).collect();
        let label = el("summary", &[], &[], vec![text(&checklist.list_label)]);
        let list = el("ol", &["class", "part"], &["files checklist", "list"], rows);
        el("details", &["class"], &["fold"], vec![label, list])
    };
    let change = checklist.change.as_ref().map_or_else(Html::default, |change| button(change, clicks));
    el("div", &["class"], &["panel checklist-files"], vec![list, change])
}

fn row(row: &ChecklistRow) -> Html {
    let name = el("bdi", &["class"], &["name"], vec![text(&row.name)]);
    let mut item = tag("li", &[], &[], vec![name, p("facts", &row.facts)]);
    item.key = Some(row.id.0.into());
    item.into()
}

/// The documents were received, with the status that the host's server told; or the bank was linked after all.
pub(super) fn end_panel(end: &EndView, title: Html, clicks: Clicks<'_>) -> Html {
    let part = match end.kind {
        EndKind::Received => "received panel",
        EndKind::Linked => "linked panel",
    };
    let status = end.status.as_ref().map_or("", UploadStatus::as_str);
    let retry = end.retry.as_ref().map_or_else(Html::default, |retry| button(retry, clicks));
    let keys = &["class", "part", "data-status", "aria-labelledby"];
    el("section", keys, &["panel ended", part, status, TITLE], vec![title, p("", &end.text), retry])
}
