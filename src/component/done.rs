//! After the hand-off: the checklist, and the end.

use crate::core::{
    report::Report,
    status::Status,
    words::{Language, Phrase},
};
use yew::prelude::*;

/// The good files beside the upload screen: a page can't put them there, so the person does, from this list.
pub(super) fn checklist(
    language: Language,
    title: Html,
    report: &Report,
    institution: Option<&str>,
    on_change: Callback<MouseEvent>,
) -> Html {
    html! {
        <section class="panel" part="checklist">
            <header>
                { title }
                if let Some(institution) = institution {
                    <p class="institution">{ language.say(&Phrase::CollectFor(institution)) }</p>
                }
            </header>
            if report.totals.ready > 0 {
                <p>{ language.say(&Phrase::ChecklistText(report.totals.ready)) }</p>
                { ready_files(language, report) }
            }
            { change_button(language, on_change) }
        </section>
    }
}

/// The person was sent on, or the host took over.
pub(super) fn handed_over(
    language: Language,
    title: Html,
    (to_dashboard, by_navigation): (bool, bool),
    report: &Report,
    on_change: Callback<MouseEvent>,
) -> Html {
    let text = match (to_dashboard, by_navigation) {
        (true, _) => Phrase::InDashboard,
        (false, true) => Phrase::OnItsWay,
        (false, false) => Phrase::HandedOver,
    };
    html! {
        <section class="panel" part="checklist">
            { title }
            <p>{ language.say(&text) }</p>
            { ready_files(language, report) }
            { change_button(language, on_change) }
        </section>
    }
}

/// The documents were received, and how far the host's server says that they are.
pub(super) fn received(
    language: Language,
    title: Html,
    status: Option<&Status>,
    is_slow: bool,
    on_retry: Callback<MouseEvent>,
) -> Html {
    html! {
        <section class="panel ended" part="received" role="status" data-status={status.map(|status| status.as_str().to_owned())}>
            { title }
            <p>{ language.say(&Phrase::Received { status, is_slow }) }</p>
            if status == Some(&Status::Failed) {
                <button type="button" part="retry" class="primary" onclick={on_retry}>{ language.say(&Phrase::TryAgain) }</button>
            }
        </section>
    }
}

/// The bank was linked after all.
pub(super) fn linked(language: Language, title: Html) -> Html {
    html! {
        <section class="panel ended" part="linked" role="status">
            { title }
            <p>{ language.say(&Phrase::Linked) }</p>
        </section>
    }
}

fn ready_files(language: Language, report: &Report) -> Html {
    html! {
        <ul class="files checklist">
            { for report.ready().map(|file| html! {
                <li key={file.id.0}>
                    <bdi class="name">{ &file.name }</bdi>
                    <p class="facts">{ language.size(file.size) }</p>
                </li>
            }) }
        </ul>
    }
}

fn change_button(language: Language, on_change: Callback<MouseEvent>) -> Html {
    html! { <button type="button" part="change" class="quiet" onclick={on_change}>{ language.say(&Phrase::ChangeFiles) }</button> }
}
