//! Lays out the provider's frame.

use super::vnode::{Clicks, button, el, on, p, set_property, tag, text};
use crate::core::{config::FrameCredentialless, session::Event as SessionEvent, view::FrameView};
use wasm_bindgen::JsValue;
use web_sys::Event;
use yew::prelude::*;

/// What the provider hears of the page: its origin, never its address, whatever policy the page has for itself.
pub(super) const REFERRER_POLICY: &str = "strict-origin";

/// What a frame needs beside its view.
pub(super) struct FrameProps<'a> {
    pub(super) node: &'a NodeRef,
    pub(super) is_loaded: bool,
    /// What it shows first, from where its address is opened; none where it has to be in its `src`.
    pub(super) empty_document: Option<&'a JsValue>,
    pub(super) on_load: Callback<Event>,
    pub(super) emit: &'a Callback<SessionEvent>,
}

/// Connect or its upload screen. It stays in the page while the person picks files, so that the login is kept.
pub(super) fn provider_frame(frame: &FrameView, props: FrameProps<'_>) -> Html {
    let overlay = match &frame.overlay {
        Some(overlay) => {
            let parts = vec![p("", &overlay.text), button(&overlay.retry, Clicks(props.emit))];
            el("div", &["class"], &["overlay"], parts)
        }
        None if props.is_loaded => Html::default(),
        None => {
            let opening = vec![text(&frame.opening)];
            el("p", &["class", "role", "tabindex"], &["overlay", "status", "-1"], opening)
        }
    };
    let credentialless = if frame.credentialless == FrameCredentialless::On { "true" } else { "" };
    let screen = frame.url.as_ref().map_or_else(Html::default, |url| {
        let src = if props.empty_document.is_some() { "" } else { url };
        let mut screen = tag(
            "iframe",
            &["part", "referrerpolicy", "allow", "sandbox", "credentialless", "src", "title", "srcdoc"],
            &["frame", REFERRER_POLICY, &frame.allow, &frame.sandbox, credentialless, src, &frame.title, ""],
            Vec::new(),
        );
        if let Some(document) = props.empty_document {
            set_property(&mut screen, document);
        }
        screen.node_ref = props.node.clone();
        on(screen, "load", props.on_load).into()
    });
    let hidden = if frame.is_in_background { "hidden" } else { "" };
    let stage = if frame.is_upload { "upload" } else { "connect" };
    let mut whole = tag("div", &["class", "hidden", "data-stage"], &["frame", hidden, stage], vec![screen, overlay]);
    whole.key = Some(frame.request.0.into());
    whole.into()
}
