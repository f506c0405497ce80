//! Lays out one picked file: its name, its facts, its verdict and what to do about it.

use super::{
    FlinksUpload, Msg,
    vnode::{cross, el, group, on, plain_button, tag, text},
};
use crate::core::{
    files::{file::FileId, finding::Severity},
    session::Event as SessionEvent,
    view::{Emphasis, FileRow, RowFinding, Tone, UnlockView},
};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};
use yew::{html::Scope, prelude::*};

/// A row of the list. Names come from outside: they are shown as text, in a direction of their own.
pub(super) fn file_row(row: &FileRow, on_remove: &Callback<FileId>, link: &Scope<FlinksUpload>) -> Html {
    let verdict = el("span", &["class", "part"], &["verdict", "verdict"], vec![text(&row.verdict)]);
    let id = row.id;
    let parts = vec![
        el("bdi", &["class"], &["name"], vec![text(&row.name)]),
        el("p", &["class"], &["facts"], vec![verdict, text(&format!(" {}", row.facts))]),
        group(row.findings.iter().map(finding).collect()),
        row.unlock.as_ref().map_or_else(Html::default, |unlock| unlock_field(id, unlock, link)),
        row.save_label.as_ref().map_or_else(Html::default, |label| save_button(id, label, link)),
        // Last: a person hears about the file before they hear what can be done with it.
        cross("remove", &row.remove_label, on_remove.reform(move |_| id)),
    ];
    let class = match row.tone {
        Tone::OfStatus => "file",
        Tone::Neutral => "file neutral",
        Tone::Locked => "file locked",
    };
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

/// The field for the password of a locked file. Not a form: browsers would offer to keep its password.
fn unlock_field(id: FileId, unlock: &UnlockView, link: &Scope<FlinksUpload>) -> Html {
    let [field_id, hint_id] = ["password", "hint"].map(|name| format!("flinks-upload-{name}-{}", id.0));
    let (is_busy, is_refused) = (if unlock.is_busy { "true" } else { "" }, if unlock.is_refused { "true" } else { "" });
    let label = el("label", &["for"], &[&field_id], vec![text(&unlock.label)]);
    let keys = &["type", "id", "part", "autocomplete", "spellcheck", "readonly", "aria-invalid", "aria-describedby"];
    let values = ["password", &field_id, "password", "off", "false", is_busy, is_refused, &hint_id];
    let entered = link.callback(move |password: String| {
        Msg::Session(SessionEvent::PasswordEntered { file: id, password: password.into() })
    });
    let on_enter = entered.clone();
    let input = on(
        tag("input", keys, &values, Vec::new()),
        "keydown",
        Callback::from(move |event: Event| {
            let is_enter =
                event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Enter" && !event.is_composing());
            if is_enter {
                // In a form of the page around it, Enter would send that.
                event.prevent_default();
                on_enter.emit(password_beside(&event));
            }
        }),
    );
    let on_click = entered.reform(|event: Event| password_beside(&event));
    let button = plain_button("unlock", unlock.emphasis, &unlock.button, [is_busy, ""], on_click);
    let keys = &["id", "class", "role"];
    let role = if unlock.is_refused { "alert" } else { "" };
    let hint = el(
        "p",
        keys,
        &[&hint_id, if unlock.is_refused { "refused" } else { "small-print" }, role],
        vec![text(&unlock.hint)],
    );
    el("div", &["class"], &["unlock"], vec![label, input.into(), button, hint])
}

/// What stands in the password field in which, or beside whose button, something happened.
fn password_beside(event: &Event) -> String {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let field = target.and_then(|target| target.closest(".unlock").ok()??.query_selector("input").ok()?);
    field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()).map(|field| field.value()).unwrap_or_default()
}

/// Hands the unlocked copy to the person, who chooses it in the upload screen.
pub(super) fn save_button(id: FileId, label: &str, link: &Scope<FlinksUpload>) -> Html {
    plain_button("save", Emphasis::Secondary, label, ["", ""], link.callback(move |_| Msg::Save(id)))
}
