//! Lays out the panel in which files are picked: drop zone, summary, list, and the way on.

use super::{
    FlinksUpload, Msg,
    file_row::file_row,
    vnode::{Clicks, TITLE, alert, button, described_button, el, emphasis_class, group, on, p, tag, text},
};
use crate::{
    browser::{dragged_files, from_transfer},
    core::{
        session::Event as SessionEvent,
        view::{BatchFinding, Disabled, FileRow, FilesView, MonthCell, MonthStrip},
    },
};
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, Event};
use yew::{html::Scope, prelude::*};

// Ids of texts that describe other elements.
const SUMMARY: &str = "flinks-upload-summary";
const LIMITS: &str = "flinks-upload-limits";
const HINT: &str = "flinks-upload-hint";

pub(super) fn files_panel(
    files: &FilesView,
    title: Html,
    emit: &Callback<SessionEvent>,
    link: &Scope<FlinksUpload>,
    is_dragged_over: bool,
) -> Html {
    let on_remove = emit.reform(SessionEvent::FileRemoved);
    let list = |rows: &[FileRow]| {
        if rows.is_empty() {
            return Html::default();
        }
        let rows = rows.iter().map(|row| file_row(row, &on_remove, link)).collect();
        el("ul", &["class", "part", "aria-label"], &["files", "list", &files.list_label], rows)
    };
    let folded = files.folded.as_ref().map_or_else(Html::default, |folded| {
        let label = el("summary", &[], &[], vec![text(&folded.label)]);
        el("details", &["class"], &["fold"], vec![label, list(&folded.rows)])
    });
    let more = p("small-print", &files.more);
    let back = files.back_button.as_ref().map_or_else(Html::default, |back| button(back, Clicks(emit)));
    let mut header = vec![title, p("institution", &files.subtitle)];
    if !files.required_period.is_empty() {
        header.push(p("required-period", &files.required_period));
    }
    header.push(el("slot", &["name"], &["demand"], Vec::new()));
    let keys = &["id", "part", "class", "role"];
    let removed = files.removed.as_ref();
    let removed =
        removed.map_or_else(Vec::new, |removed| vec![p("", &removed.text), button(&removed.undo, Clicks(emit))]);
    // Summary and way on stay in view.
    let bar = vec![
        alert(files.error.as_deref()),
        el("p", keys, &[SUMMARY, "summary", "summary", "status"], vec![text(&files.summary)]),
        el("div", &["class"], &["actions"], vec![continue_button(files, emit)]),
    ];
    let parts = vec![
        el("header", &[], &[], header),
        dropzone(files, link, is_dragged_over),
        group(files.months.iter().map(month_strip).collect()),
        group(files.findings.iter().map(batch_finding).collect()),
        list(&files.rows),
        folded,
        more,
        el("div", &["class", "role"], &["removed", "status"], removed),
        p("small-print", &files.note),
        p("small-print", &files.choose_again),
        el("div", &["class"], &["bar"], bar),
        back,
    ];

    let keys = &["class", "part", "aria-labelledby"];
    let mut panel = tag("section", keys, &["panel", "collect panel", TITLE], parts);
    for event_type in ["dragenter", "dragover", "dragleave", "drop"] {
        let link = link.clone();
        let on_drag = move |event: Event| {
            let Some(transfer) = dragged_files(&event) else { return };
            event.prevent_default();
            // Whoever they come from keeps the files: a mail program may delete what was moved.
            transfer.set_drop_effect("copy");
            if event_type == "drop" {
                add_from(&link, &transfer);
            }
            link.send_message(Msg::DraggedOver(matches!(event_type, "dragenter" | "dragover")));
        };
        panel = on(panel, event_type, Callback::from(on_drag));
    }
    panel.into()
}

/// Adds what was dropped or pasted. Folders are read afterwards.
pub(super) fn add_from(link: &Scope<FlinksUpload>, transfer: &DataTransfer) {
    let picked = from_transfer(transfer);
    link.send_future(async { Msg::from(picked.await) });
}

/// The months of an account. The sign of each is drawn by its state; in words it is there for those who hear it.
fn month_strip(strip: &MonthStrip) -> Html {
    let month = |month: &MonthCell| {
        let words = el("span", &["class"], &["hidden-text"], vec![text(&format!(": {}", month.text))]);
        el("li", &["data-state"], &[month.state.as_str()], vec![text(&month.name), words])
    };
    let months = strip.months.iter().map(month).collect();
    let list = el("ul", &["class", "part", "aria-label"], &["months", "months", &strip.label], months);
    el("div", &["class"], &["month-strip"], vec![p("small-print", &strip.label), list])
}

fn batch_finding(finding: &BatchFinding) -> Html {
    let mut parts = vec![text(&finding.text)];
    if !finding.names.is_empty() {
        let mut names = vec![text(&finding.label)];
        for name in &finding.names {
            names.extend([text(" "), el("bdi", &[], &[], vec![text(name)])]);
        }
        parts.push(el("span", &["class"], &["names"], names));
    }
    el("p", &["class", "data-code"], &["batch-finding", finding.code], parts)
}

fn dropzone(files: &FilesView, link: &Scope<FlinksUpload>, is_dragged_over: bool) -> Html {
    // Short, because some phones hide files behind a long list; the bytes decide, not the name.
    let accept = if files.accepts_images {
        ".pdf,application/pdf,image/jpeg,image/png,image/bmp,image/tiff"
    } else {
        ".pdf,application/pdf"
    };
    let pickers = vec![
        picker("browse", emphasis_class(files.browse_emphasis), &files.browse, accept, "", link),
        picker("browse-folder", "secondary", &files.browse_folder, "", "webkitdirectory", link),
    ];
    let limits = vec![el("span", &[], &[], vec![text(&files.limits)]), text(&files.privacy)];
    let parts = vec![
        p("drop-hint", &files.drop_hint),
        el("div", &["class"], &["pickers"], pickers),
        el("p", &["id", "class"], &[LIMITS, "small-print"], limits),
    ];
    let is_over = if is_dragged_over { "true" } else { "false" };
    let class = if files.is_compact { "dropzone compact" } else { "dropzone" };
    el("div", &["part", "class", "data-over"], &["dropzone", class, is_over], parts)
}

/// A native file input that fills what looks like a button.
fn picker(
    name: &'static str,
    emphasis: &'static str,
    label: &str,
    accept: &'static str,
    folder: &'static str,
    link: &Scope<FlinksUpload>,
) -> Html {
    let keys = &["type", "multiple", "aria-label", "aria-describedby", "accept", "webkitdirectory"];
    let input = tag("input", keys, &["file", "multiple", label, LIMITS, accept, folder], Vec::new());
    let picked = link.callback(|event: Event| match event.target() {
        Some(input) => Msg::PickedWith(input.unchecked_into()),
        None => Msg::Picked { files: Vec::new(), has_left_out: false },
    });
    let input = on(input, "change", picked).into();
    let shown = el("span", &["aria-hidden"], &["true"], vec![text(label)]);
    let [part, class] = [format!("{name} {emphasis}"), format!("{emphasis} picker {name}")];
    el("label", &["part", "class"], &[&part, &class], vec![input, shown])
}

/// It is never disabled in the DOM, only marked so: it keeps the focus, and a person hears why they can't go on yet.
fn continue_button(files: &FilesView, emit: &Callback<SessionEvent>) -> Html {
    let continue_button = &files.continue_button;
    let (is_disabled, reason, hint) = match &continue_button.disabled {
        None => ("", "", None),
        Some(Disabled::Checking) => ("true", SUMMARY, None),
        Some(Disabled::NotEnough { hint }) => ("true", HINT, hint.as_ref()),
    };
    let mut parts = vec![described_button(continue_button, is_disabled, reason, Clicks(emit))];
    if let Some(hint) = hint {
        parts.push(el("p", &["id", "class"], &[HINT, "small-print"], vec![text(hint)]));
    }
    group(parts)
}
