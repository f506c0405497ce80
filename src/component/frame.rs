//! The provider's frame.

use crate::component::pieces::{button, el, on, p, tag, text};
use crate::core::{
    i18n::{Catalog, MessageKey},
    view::FrameView,
};
use web_sys::Event;
use yew::{prelude::*, virtual_dom::ListenerKind};

/// What a frame needs beside its view.
pub(super) struct Around<'a> {
    pub(super) node: &'a NodeRef,
    pub(super) catalog: &'a Catalog,
    pub(super) is_loaded: bool,
    pub(super) on_load: Callback<Event>,
    pub(super) on_retry: Callback<Event>,
}

/// Connect or its upload screen. It stays in the page while the person picks files, so that the login is kept.
pub(super) fn provider_frame(frame: &FrameView, around: Around<'_>) -> Html {
    let say = |key: MessageKey| around.catalog.text(key);
    let (stage, title) =
        if frame.is_upload { ("upload", MessageKey::UploadFrame) } else { ("connect", MessageKey::ConnectFrame) };
    let cover = if frame.has_failed || frame.is_silent {
        let key = if frame.has_failed { MessageKey::CannotOpen } else { MessageKey::IfEmpty };
        let retry = button("retry", "secondary", say(MessageKey::TryAgain), around.on_retry);
        el("div", &["class"], &["cover"], vec![p("", say(key)), retry])
    } else if around.is_loaded {
        Html::default()
    } else {
        let opening = vec![text(say(MessageKey::Opening))];
        el("p", &["class", "role", "tabindex"], &["cover", "status", "-1"], opening)
    };
    let screen = frame.url.as_ref().map_or_else(Html::default, |url| {
        let mut screen = tag("iframe", &["part", "src", "title"], &["frame", url, &say(title)], Vec::new());
        screen.node_ref = around.node.clone();
        on(screen, || ListenerKind::onload, around.on_load).into()
    });
    let hidden = if frame.is_in_background { "hidden" } else { "" };
    let mut whole = tag("div", &["class", "hidden", "data-stage"], &["frame", hidden, stage], vec![cover, screen]);
    whole.key = Some(frame.request.0.into());
    whole.into()
}
