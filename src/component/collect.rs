//! The picking of files: drop zone, list, summary, and the way on.

use super::file_row::file_row;
use crate::{
    browser::from_input,
    core::{
        batch::FileId,
        report::{Report, Status},
        view::CollectView,
        words::{Language, Phrase},
    },
};
use web_sys::{DragEvent, File, HtmlInputElement};
use yew::prelude::*;

pub(super) struct Collecting<'a> {
    pub(super) collect: &'a CollectView,
    pub(super) language: Language,
    pub(super) is_dragged_over: bool,
    pub(super) on_pick: Callback<Vec<File>>,
    pub(super) on_drag: Callback<bool>,
    pub(super) on_drop: Callback<DragEvent>,
    pub(super) on_remove: Callback<FileId>,
    pub(super) on_retry: Callback<MouseEvent>,
    pub(super) on_continue: Callback<MouseEvent>,
}

pub(super) fn collect_panel(props: &Collecting<'_>, title: Html) -> Html {
    let Collecting { collect, language, .. } = props;
    let say = |phrase: Phrase<'_>| language.say(&phrase);
    let drag = |is_over: bool| {
        props.on_drag.reform(move |event: DragEvent| {
            event.prevent_default();
            is_over
        })
    };
    let ondrop = props.on_drop.reform(|event: DragEvent| {
        event.prevent_default();
        event
    });
    let onretry = props.on_retry.clone();
    html! {
        <section class="panel collect" ondragenter={drag(true)} ondragover={drag(true)} ondragleave={drag(false)} {ondrop}>
            <header>
                { title }
                <p class="institution">{ heading(collect, *language) }</p>
            </header>
            { dropzone(props) }
            <p id="summary" part="summary" class="summary" role="status">{ summary(&collect.report, *language) }</p>
            { for collect.report.findings.iter().map(|finding| {
                let advice = language.advise(finding);
                html! { <p class="batch-finding" data-code={finding.code()}>{ format!("{} {}", advice.what, advice.remedy) }</p> }
            }) }
            if !collect.report.files.is_empty() {
                <ul class="files" aria-label={say(Phrase::FileList)}>
                    { for collect.report.files.iter().map(|file| file_row(*language, file, &props.on_remove)) }
                </ul>
            }
            <div class="actions">
                { continue_button(props) }
                if collect.can_retry {
                    <button type="button" part="retry" class="quiet" onclick={onretry}>{ say(Phrase::BackToLogin) }</button>
                }
            </div>
            <p class="small-print">{ say(Phrase::OneInstitution) }</p>
        </section>
    }
}

fn heading(collect: &CollectView, language: Language) -> String {
    match (&collect.reason, &collect.institution) {
        (None, _) => language.say(&Phrase::CollectForStaff),
        (Some(_), Some(institution)) => language.say(&Phrase::CollectFor(institution)),
        (Some(_), None) => String::new(),
    }
}

fn dropzone(props: &Collecting<'_>) -> Html {
    let Collecting { collect, language, .. } = props;
    let say = |phrase: Phrase<'_>| language.say(&phrase);
    let onchange = props.on_pick.reform(|event: Event| from_input(&event.target_unchecked_into::<HtmlInputElement>()));
    // Short, since some phones hide files behind a long list; the bytes decide, not the name.
    let accept = if collect.takes_images {
        ".pdf,application/pdf,image/jpeg,image/png,image/bmp,image/tiff"
    } else {
        ".pdf,application/pdf"
    };
    let limits = collect.report.limits;
    html! {
        <div part="dropzone" class="dropzone" data-over={props.is_dragged_over.to_string()}>
            <p class="drop-hint">{ say(Phrase::DropHere { images: collect.takes_images }) }</p>
            <div class="pickers">
                <label part="browse" class="primary picker">
                    <input type="file" multiple=true {accept} aria-describedby="limits" onchange={onchange.clone()} />
                    <span>{ say(Phrase::Browse) }</span>
                </label>
                <label part="browse-folder" class="quiet picker folder">
                    <input type="file" multiple=true webkitdirectory=true {onchange} />
                    <span>{ say(Phrase::BrowseFolder) }</span>
                </label>
            </div>
            <p id="limits" class="small-print">
                { say(Phrase::FilesAllowed { files: limits.max_files, size: limits.max_total_size.doubt }) }
                <br />
                { say(Phrase::Private) }
            </p>
        </div>
    }
}

/// Where the batch stands, said once when checking begins and once when it ends: one region for all files, since a
/// message for each would drown the person.
fn summary(report: &Report, language: Language) -> String {
    let totals = report.totals;
    let attention = report.files.iter().filter(|file| file.status == Status::Rejected).count();
    match u32::try_from(attention).unwrap_or(u32::MAX) {
        _ if totals.files == 0 => String::new(),
        _ if !report.complete => language.say(&Phrase::Checking(totals.files)),
        attention => language.say(&Phrase::Summary { ready: totals.ready, of: totals.files, attention }),
    }
}

/// It is never disabled, only marked so: a person who can't go on yet hears why.
fn continue_button(props: &Collecting<'_>) -> Html {
    let Collecting { collect, language, .. } = props;
    let ready = collect.report.totals.ready;
    let label = match (&collect.reason, ready) {
        _ if collect.is_going => Phrase::Going,
        (Some(_), 0) if collect.can_continue => Phrase::ContinueWithout,
        (Some(_), _) => Phrase::Continue(ready),
        (None, _) => Phrase::ContinueToDashboard(ready),
    };
    let onclick = props.on_continue.clone();
    let is_disabled = !collect.can_continue;
    // Why it is closed: files are being looked into, or none can be used.
    let reason = if collect.report.complete { "continue-hint" } else { "summary" };
    html! {
        <>
            <button
                type="button"
                part="continue"
                class="primary"
                aria-disabled={is_disabled.then_some("true")}
                aria-describedby={is_disabled.then_some(reason)}
                {onclick}
            >
                { language.say(&label) }
            </button>
            if is_disabled && collect.report.complete && !collect.is_going {
                <p id="continue-hint" class="small-print">{ language.say(&Phrase::ChooseFirst) }</p>
            }
        </>
    }
}
