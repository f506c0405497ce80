//! Small pieces that others are made of.

use crate::core::{
    error::UploadError,
    session::Event as SessionEvent,
    words::{Language, Phrase},
};
use yew::prelude::*;

/// What is wrong: plain words for the person; of wrong attributes the precise ones, too, for the page's developer.
pub(super) fn errors(language: Language, errors: &[UploadError]) -> Html {
    let Some(first) = errors.first() else { return Html::default() };
    let is_of_settings = |error: &&UploadError| {
        matches!(error, UploadError::InvalidAttribute { .. } | UploadError::MissingAttribute { .. })
    };
    html! {
        <div class="trouble" part="error" role="alert">
            <p>{ language.say(&Phrase::Trouble(first)) }</p>
            { for errors.iter().filter(is_of_settings).map(|error| html! {
                <p class="small-print" lang="en">{ error.to_string() }</p>
            }) }
        </div>
    }
}

/// The title of a panel, on the level that the page's outline asks for. It takes the focus when the panel is new.
#[expect(clippy::ignored_unit_patterns, reason = "the macro's own, for a name that is told at run time")]
pub(super) fn title(level: u8, text: String) -> Html {
    let name = format!("h{level}");
    html! { <@{name} id="title" class="title" data-focus="" tabindex="-1">{ text }</@> }
}

/// What buttons do. Function pointers, since each closure of its own would be code of its own in the wasm.
pub(super) struct Clicks<'a>(pub(super) &'a Callback<SessionEvent>);

impl Clicks<'_> {
    pub(super) fn on(&self, event: fn() -> SessionEvent) -> Callback<MouseEvent> {
        self.0.reform(move |_| event())
    }
}
