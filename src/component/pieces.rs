//! Small pieces that others are made of.

use crate::core::{
    error::UploadError,
    session::Event as SessionEvent,
    words::{Language, Phrase},
};
use yew::prelude::*;

/// What is wrong: plain words for the person, the precise ones in small print for the page's developer.
pub(super) fn errors(language: Language, errors: &[UploadError]) -> Html {
    if errors.is_empty() {
        return Html::default();
    }
    let said = |error: &UploadError| language.say(&Phrase::Trouble(error));
    html! {
        <div class="trouble" part="error" role="alert">
            if let Some(first) = errors.first() { <p>{ said(first) }</p> }
            { for errors.iter().map(|error| html! { <p class="small-print" lang="en">{ error.to_string() }</p> }) }
        </div>
    }
}

/// A message that assistive technology reads when it changes.
pub(super) fn status(text: String) -> Html {
    html! { <p part="summary" class="summary" role="status">{ text }</p> }
}

/// What buttons do. Function pointers, since each closure of its own would be code of its own in the wasm.
pub(super) struct Clicks<'a>(pub(super) &'a Callback<SessionEvent>);

impl Clicks<'_> {
    pub(super) fn on(&self, event: fn() -> SessionEvent) -> Callback<MouseEvent> {
        self.0.reform(move |_| event())
    }
}
