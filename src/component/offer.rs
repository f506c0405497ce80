//! Lays out the offer to upload statements instead. It stands beside the login and never takes it away.

use super::vnode::{Clicks, TITLE, button, el, group, p};
use crate::core::view::OfferView;
use yew::prelude::*;

pub(super) fn offer_panel(offer: &OfferView, title: Html, clicks: Clicks<'_>) -> Html {
    let lines = [(&offer.still_log_in, ""), (&offer.support_code, "small-print")];
    let lines = lines.into_iter().filter_map(|(line, class)| Some(p(class, line.as_deref()?)));
    let parts = vec![
        el("header", &[], &[], vec![title, p("", &offer.text)]),
        button(&offer.accept, clicks),
        group(lines.collect()),
    ];
    let keys = &["part", "class", "data-reason", "aria-labelledby"];
    el("section", keys, &["offer panel", "panel offer", offer.reason, TITLE], parts)
}
