//! The provider's frame.

use crate::core::{
    view::FrameView,
    words::{Language, Phrase},
};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct ProviderFrameProps {
    pub(super) frame: FrameView,
    pub(super) node: NodeRef,
    pub(super) language: Language,
    pub(super) on_retry: Callback<()>,
}

/// Connect or its upload screen. It stays in the page while the person picks files, so that the login is kept.
#[component]
pub(super) fn ProviderFrame(props: &ProviderFrameProps) -> Html {
    let is_loaded = use_state(|| false);
    let onload = {
        let is_loaded = is_loaded.clone();
        Callback::from(move |_: Event| is_loaded.set(true))
    };
    let say = |phrase: Phrase<'_>| props.language.say(&phrase);
    let title = say(if props.frame.is_upload { Phrase::UploadFrame } else { Phrase::ConnectFrame });
    let onclick = props.on_retry.reform(|_: MouseEvent| ());
    html! {
        <div class="frame" hidden={props.frame.is_behind} data-stage={if props.frame.is_upload { "upload" } else { "connect" }}>
            if props.frame.has_failed {
                <div class="cover">
                    <p>{ say(Phrase::CannotOpen) }</p>
                    <button type="button" part="retry" class="quiet" {onclick}>{ say(Phrase::TryAgain) }</button>
                </div>
            } else if !*is_loaded {
                <p class="cover" role="status">{ say(Phrase::Opening) }</p>
            }
            if let Some(url) = props.frame.url.clone() {
                <iframe ref={props.node.clone()} part="frame" src={url} {title} {onload} />
            }
        </div>
    }
}
