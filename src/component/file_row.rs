//! One picked file: its name, its facts, its verdict and what to do about it.

use crate::core::{
    batch::FileId,
    finding::Severity,
    report::FileReport,
    words::{Language, Phrase},
};
use yew::prelude::*;

/// A row of the list. Names come from outside: they are shown as text, in a direction of their own.
pub(super) fn file_row(language: Language, file: &FileReport, on_remove: &Callback<FileId>) -> Html {
    let onclick = {
        let id = file.id;
        on_remove.reform(move |_: MouseEvent| id)
    };
    let of = |severity: Severity| file.findings.iter().filter(move |finding| finding.severity() == severity);
    let mut facts = format!(" · {}", language.size(file.size));
    if let Some(pages) = file.pages {
        facts = format!("{facts} · {}", language.say(&Phrase::Pages(pages)));
    }
    let findings = of(Severity::Error).chain(of(Severity::Warning)).chain(of(Severity::Info));
    html! {
        <li key={file.id.0} part="file" class="file" data-status={file.status.as_str()} data-id={file.id.0.to_string()}>
            <bdi class="name">{ &file.name }</bdi>
            <p class="facts">
                <span class="verdict">{ language.say(&Phrase::Status(file.status)) }</span>
                { facts }
            </p>
            { for findings.map(|finding| {
                let advice = language.advise(finding);
                let severity = match finding.severity() {
                    Severity::Error => "error",
                    Severity::Warning => "warning",
                    Severity::Info => "info",
                };
                html! {
                    <p class="finding" data-severity={severity} data-code={finding.code()}>
                        <strong>{ advice.what }</strong>{ format!(" {}", advice.remedy) }
                    </p>
                }
            }) }
            // Last: what is said of the file comes before what can be done with it.
            <button type="button" part="remove" class="remove" aria-label={language.say(&Phrase::Remove(&file.name))} {onclick}>
                <span aria-hidden="true">{ "×" }</span>
            </button>
        </li>
    }
}
