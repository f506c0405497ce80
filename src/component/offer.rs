//! The offer to upload statements instead.

use crate::component::pieces::{TITLE, button, el, group, p};
use crate::core::{
    i18n::{Catalog, MessageKey, Value},
    offer::{Offer, Reason},
};
use web_sys::Event;
use yew::prelude::*;

/// Stands beside the login and never takes it away.
pub(super) fn offer_panel(catalog: &Catalog, title: Html, offer: &Offer, onclick: Callback<Event>) -> Html {
    let reason = &offer.reason;
    let more = match reason {
        Reason::Error(code) => {
            let code = catalog.format(MessageKey::SupportCode, &[("code", Value::Text(code.as_str()))]);
            group(vec![p("", catalog.text(MessageKey::StillLogIn)), p("small-print", code)])
        }
        _ => Html::default(),
    };
    let parts = vec![
        el("header", &[], &[], vec![title, p("", catalog.offer(offer))]),
        button("use-upload", "primary", catalog.text(MessageKey::UseUpload), onclick),
        more,
    ];
    let keys = &["part", "class", "data-reason", "aria-labelledby"];
    el("section", keys, &["offer panel", "panel offer", reason.as_str(), TITLE], parts)
}
