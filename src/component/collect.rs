//! The picking of files: drop zone, list, summary, and the way on.

use crate::component::{
    FlinksUpload, Msg,
    file_row::file_row,
    pieces::{Clicks, TITLE, button, el, group, on, p, tag, text},
};
use crate::{
    browser::from_input,
    core::{
        files::{
            finding::Finding,
            report::{Report, Status},
        },
        i18n::{Catalog, MessageKey, Value},
        session::Event as SessionEvent,
        view::CollectView,
    },
};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, HtmlInputElement};
use yew::{html::Scope, prelude::*, virtual_dom::ListenerKind};

/// What others are described by.
const SUMMARY: &str = "flinks-upload-summary";
const LIMITS: &str = "flinks-upload-limits";
const HINT: &str = "flinks-upload-hint";

pub(super) fn collect_panel(
    catalog: &Catalog,
    title: Html,
    collect: &CollectView,
    emit: &Callback<SessionEvent>,
    link: &Scope<FlinksUpload>,
    is_dragged_over: bool,
) -> Html {
    let say = |key: MessageKey| catalog.text(key);
    let report = &collect.report;
    let keys = &["id", "part", "class", "role"];
    let finding = |finding: &Finding| {
        let advice = catalog.describe(finding);
        let advice = text(format!("{} {}", advice.summary, advice.detail));
        el("p", &["class", "data-code"], &["batch-finding", finding.code()], vec![advice])
    };
    let files = if report.files.is_empty() {
        Html::default()
    } else {
        let on_remove = emit.reform(SessionEvent::FileRemoved);
        let rows = report.files.iter().map(|file| file_row(catalog, file, &on_remove)).collect();
        el("ul", &["class", "part", "aria-label"], &["files", "list", &say(MessageKey::FileList)], rows)
    };
    let retry = if collect.can_retry {
        button("retry", "secondary", say(MessageKey::BackToLogin), Clicks(emit).on(|| SessionEvent::Retry))
    } else {
        Html::default()
    };
    let parts = vec![
        el("header", &[], &[], vec![title, p("institution", heading(collect, catalog))]),
        dropzone(catalog, collect, link, is_dragged_over),
        el("p", keys, &[SUMMARY, "summary", "summary", "status"], vec![text(summary(report, catalog))]),
        group(report.findings.iter().map(finding).collect()),
        files,
        el("div", &["class"], &["actions"], vec![continue_button(catalog, collect, emit), retry]),
        p("small-print", say(MessageKey::OneUpload)),
    ];

    let keys = &["class", "part", "aria-labelledby"];
    let mut panel = tag("section", keys, &["panel", "collect panel", TITLE], parts);
    for (kind, message) in [
        ((|| ListenerKind::ondragenter) as fn() -> ListenerKind, (|_| Msg::DraggedOver(true)) as fn(Event) -> Msg),
        (|| ListenerKind::ondragover, |_| Msg::DraggedOver(true)),
        (|| ListenerKind::ondragleave, |_| Msg::DraggedOver(false)),
        (|| ListenerKind::ondrop, |event| Msg::Dropped(event.unchecked_into::<DragEvent>())),
    ] {
        let callback = link.callback(move |event: Event| {
            event.prevent_default();
            message(event)
        });
        panel = on(panel, kind, callback);
    }
    panel.into()
}

fn heading(collect: &CollectView, catalog: &Catalog) -> String {
    match (&collect.reason, &collect.institution) {
        (None, _) => catalog.text(MessageKey::CollectForStaff),
        (Some(_), Some(institution)) => {
            catalog.format(MessageKey::CollectFrom, &[("institution", Value::Text(institution))])
        }
        (Some(_), None) => String::new(),
    }
}

fn dropzone(catalog: &Catalog, collect: &CollectView, link: &Scope<FlinksUpload>, is_dragged_over: bool) -> Html {
    let say = |key: MessageKey| catalog.text(key);
    let limits = collect.report.limits;
    let pickers = vec![
        picker("browse primary", "primary picker", say(MessageKey::Browse), collect.takes_images, link),
        picker(
            "browse-folder secondary",
            "secondary picker folder",
            say(MessageKey::BrowseFolder),
            collect.takes_images,
            link,
        ),
    ];
    let limits = catalog.format(
        MessageKey::Limits,
        &[("files", Value::Count(limits.max_files)), ("size", Value::Text(&catalog.size(limits.max_total_size.doubt)))],
    );
    let limits = vec![text(limits), el("br", &[], &[], Vec::new()), text(say(MessageKey::Private))];
    let parts = vec![
        p("drop-hint", say(if collect.takes_images { MessageKey::DropImages } else { MessageKey::DropPdf })),
        el("div", &["class"], &["pickers"], pickers),
        el("p", &["id", "class"], &[LIMITS, "small-print"], limits),
    ];
    let is_over = if is_dragged_over { "true" } else { "false" };
    el("div", &["part", "class", "data-over"], &["dropzone", "dropzone", is_over], parts)
}

/// A native input that fills what looks like a button.
fn picker(
    part: &'static str,
    class: &'static str,
    label: String,
    takes_images: bool,
    link: &Scope<FlinksUpload>,
) -> Html {
    let is_folder = class.ends_with("folder");
    // Short, since some phones hide files behind a long list; the bytes decide, not the name.
    let (accept, folder) = match (is_folder, takes_images) {
        (true, _) => ("", "webkitdirectory"),
        (false, true) => (".pdf,application/pdf,image/jpeg,image/png,image/bmp,image/tiff", ""),
        (false, false) => (".pdf,application/pdf", ""),
    };
    let keys = &["type", "multiple", "aria-label", "aria-describedby", "accept", "webkitdirectory"];
    let input = tag("input", keys, &["file", "multiple", &label, LIMITS, accept, folder], Vec::new());
    let picked = link.callback(|event: Event| {
        let input = event.target().map(JsCast::unchecked_into::<HtmlInputElement>);
        Msg::Picked { files: input.as_ref().map(from_input).unwrap_or_default(), truncated: false }
    });
    let input = on(input, || ListenerKind::onchange, picked).into();
    let shown = el("span", &["aria-hidden"], &["true"], vec![text(label)]);
    el("label", &["part", "class"], &[part, class], vec![input, shown])
}

/// Where the batch stands, said once when checking begins and once when it ends: one region for all files, since a
/// message for each would drown the person.
fn summary(report: &Report, catalog: &Catalog) -> String {
    let totals = report.totals;
    let attention = report.files.iter().filter(|file| file.status == Status::Rejected).count();
    match u32::try_from(attention).unwrap_or(u32::MAX) {
        _ if totals.files == 0 => String::new(),
        _ if !report.complete => catalog.files(MessageKey::Checking, totals.files),
        attention => catalog.summary(totals.ready, totals.files, attention),
    }
}

/// It is never disabled, only marked so: a person who can't go on yet hears why.
fn continue_button(catalog: &Catalog, collect: &CollectView, emit: &Callback<SessionEvent>) -> Html {
    let report = &collect.report;
    let ready = report.totals.ready;
    let label = match (&collect.reason, ready) {
        _ if collect.is_going => catalog.text(MessageKey::Going),
        (Some(_), 0) if collect.can_continue => catalog.text(MessageKey::ContinueUnchecked),
        (Some(_), 0) => catalog.text(MessageKey::Continue),
        (None, 0) => catalog.text(MessageKey::OpenDashboard),
        (Some(_), _) => catalog.files(MessageKey::ContinueFiles, ready),
        (None, _) => catalog.files(MessageKey::OpenDashboardFiles, ready),
    };
    // Why it is closed: files are being looked into, or none can be used.
    let (is_disabled, reason) = match (collect.can_continue, report.complete) {
        (true, _) => ("", ""),
        (false, true) => ("true", HINT),
        (false, false) => ("true", SUMMARY),
    };
    let keys = &["type", "part", "class", "aria-disabled", "aria-describedby"];
    let values = ["button", "continue primary", "primary", is_disabled, reason];
    let button = tag("button", keys, &values, vec![text(label)]);
    let mut parts = vec![on(button, || ListenerKind::onclick, Clicks(emit).on(|| SessionEvent::Continue)).into()];
    if reason == HINT && !collect.is_going {
        let hint = vec![text(catalog.text(MessageKey::ChooseFirst))];
        parts.push(el("p", &["id", "class"], &[HINT, "small-print"], hint));
    }
    group(parts)
}
