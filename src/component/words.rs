//! Small pieces that only say something.

use crate::core::{
    error::UploadError,
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
