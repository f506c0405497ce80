//! The provider's frame.

use crate::core::{
    view::FrameView,
    words::{Language, Phrase},
};
use yew::prelude::*;

/// What a frame needs beside its view.
pub(super) struct Around<'a> {
    pub(super) node: &'a NodeRef,
    pub(super) language: Language,
    pub(super) is_loaded: bool,
    pub(super) on_load: Callback<Event>,
    pub(super) on_retry: Callback<MouseEvent>,
}

/// Connect or its upload screen. It stays in the page while the person picks files, so that the login is kept.
pub(super) fn provider_frame(frame: &FrameView, around: &Around<'_>) -> Html {
    let say = |phrase: Phrase<'_>| around.language.say(&phrase);
    let title = say(if frame.is_upload { Phrase::UploadFrame } else { Phrase::ConnectFrame });
    let onclick = around.on_retry.clone();
    let onload = around.on_load.clone();
    html! {
        <div
            key={frame.ticket.0}
            class="frame"
            hidden={frame.is_behind}
            data-stage={if frame.is_upload { "upload" } else { "connect" }}
        >
            if frame.has_failed {
                <div class="cover">
                    <p>{ say(Phrase::CannotOpen) }</p>
                    <button type="button" part="retry" class="quiet" {onclick}>{ say(Phrase::TryAgain) }</button>
                </div>
            } else if !around.is_loaded {
                <p class="cover" role="status">{ say(Phrase::Opening) }</p>
            }
            if frame.is_silent && !frame.is_behind {
                <p role="status">{ say(Phrase::IfEmpty) }</p>
                <button type="button" part="retry" class="quiet" onclick={around.on_retry.clone()}>{ say(Phrase::TryAgain) }</button>
            }
            if let Some(url) = frame.url.clone() {
                <iframe ref={around.node.clone()} part="frame" src={url} {title} {onload} />
            }
        </div>
    }
}
