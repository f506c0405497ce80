//! Lays out what comes after the files: the checklist, and the end.

use super::{
    FlinksUpload, Msg,
    file_row::save_button,
    vnode::{Clicks, TITLE, button, el, p, plain_button, tag, text},
};
use crate::core::{
    results::status::UploadStatus,
    view::{ChecklistRow, ChecklistView, Emphasis, EndKind, EndView},
};
use yew::{html::Scope, prelude::*};

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
pub(super) fn checklist_files(checklist: &ChecklistView, clicks: Clicks<'_>, link: &Scope<FlinksUpload>) -> Html {
    let list = if checklist.rows.is_empty() {
        Html::default()
    } else {
        let rows = checklist.rows.iter().map(|row| checklist_row(row, link)).collect();
        let label = el("summary", &[], &[], vec![text(&checklist.list_label)]);
        let list = el("ol", &["class", "part"], &["files checklist", "list"], rows);
        el("details", &["class"], &["fold"], vec![label, list])
    };
    let buttons: Vec<_> = checklist.buttons.iter().map(|known| button(known, clicks)).collect();
    if checklist.rows.is_empty() && buttons.is_empty() {
        return Html::default();
    }
    let buttons = el("div", &["class"], &["actions"], buttons);
    el("div", &["class"], &["panel checklist-files"], vec![list, buttons])
}

fn checklist_row(row: &ChecklistRow, link: &Scope<FlinksUpload>) -> Html {
    let name = el("bdi", &["class"], &["name"], vec![text(&row.name)]);
    let save = row.save_label.as_ref().map_or_else(Html::default, |label| save_button(row.id, label, link));
    let mut item = tag("li", &[], &[], vec![name, p("facts", &row.facts), save]);
    item.key = Some(row.id.0.into());
    item.into()
}

/// The documents were received, with the status that the host's server told; or the bank was linked after all.
pub(super) fn end_panel(end: &EndView, title: Html, clicks: Clicks<'_>, link: &Scope<FlinksUpload>) -> Html {
    let part = match end.kind {
        EndKind::Received => "received panel",
        EndKind::Linked => "linked panel",
    };
    let status = end.status.as_ref().map_or("", UploadStatus::as_str);
    let retry = end.retry.as_ref().map_or_else(Html::default, |retry| button(retry, clicks));
    let keys = &["class", "part", "data-status", "aria-labelledby"];
    let detail = |(name, value): &(String, String)| {
        let name = el("dt", &[], &[], vec![text(name)]);
        el("div", &[], &[], vec![name, el("dd", &[], &[], vec![el("bdi", &[], &[], vec![text(value)])])])
    };
    let details = match end.details.as_slice() {
        [] => Html::default(),
        details => el("dl", &["class", "part"], &["details", "details"], details.iter().map(detail).collect()),
    };
    let print = end.print_label.as_ref().map_or_else(Html::default, |label| {
        plain_button("print", Emphasis::Quiet, label, ["", ""], link.callback(|_| Msg::Print))
    });
    el("section", keys, &["panel ended", part, status, TITLE], vec![title, p("", &end.text), details, print, retry])
}
