//! After the hand-off: the checklist, and the end.

use crate::component::pieces::{TITLE, button, el, p, tag, text};
use crate::core::{
    files::report::Report,
    i18n::{Catalog, MessageKey},
};
use web_sys::Event;
use yew::prelude::*;

/// The good files: beside the upload screen, since a page can't put them there, or for whoever goes on with them.
pub(super) fn checklist(
    catalog: &Catalog,
    (title, institution, message): (Html, String, String),
    report: &Report,
    on_change: Callback<Event>,
) -> Html {
    let files: Vec<Html> = report
        .ready()
        .map(|file| {
            let name = el("bdi", &["class"], &["name"], vec![text(file.name.clone())]);
            let mut row = tag("li", &[], &[], vec![name, p("facts", catalog.size(file.size))]);
            row.key = Some(file.id.0.into());
            row.into()
        })
        .collect();
    let list = if files.is_empty() {
        Html::default()
    } else {
        el("ul", &["class", "part"], &["files checklist", "list"], files)
    };
    el(
        "section",
        &["class", "part", "aria-labelledby"],
        &["panel", "checklist panel", TITLE],
        vec![
            el("header", &[], &[], vec![title, p("institution", institution)]),
            p("", message),
            list,
            button("change", "secondary", catalog.text(MessageKey::ChangeFiles), on_change),
        ],
    )
}

/// The documents were received, and how far the host's server says that they are; or the bank was linked after all.
pub(super) fn ended(part: &str, status: &str, title: Html, message: String, retry: Html) -> Html {
    let keys = &["class", "part", "data-status", "aria-labelledby"];
    el("section", keys, &["panel ended", &format!("{part} panel"), status, TITLE], vec![title, p("", message), retry])
}
