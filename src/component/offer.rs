//! Lays out the offer to upload statements instead. It stands beside the login and never takes it away.

use super::{
    FlinksUpload, Msg,
    vnode::{Clicks, TITLE, button, cross, el, p},
};
use crate::core::view::OfferView;
use yew::{html::Scope, prelude::*};

const KEYS: &[&str] = &["part", "class", "data-reason", "aria-label", "aria-labelledby"];

/// An offer while nothing has gone wrong: one line.
pub(super) fn offer_line(offer: &OfferView, clicks: Clicks<'_>) -> Html {
    let parts = vec![p("", &offer.text), button(&offer.accept, clicks)];
    el("section", KEYS, &["offer", "line", offer.reason, &offer.title, ""], parts)
}

/// An offer after something went wrong. On a narrow screen it is a bar at the lower edge, which can be put aside: then it
/// stays below the login.
pub(super) fn offer_panel(
    offer: &OfferView,
    title: Html,
    clicks: Clicks<'_>,
    link: &Scope<FlinksUpload>,
    is_dismissed: bool,
) -> Html {
    let reason = offer.text.clone();
    let dismiss = cross("dismiss", &offer.dismiss, link.callback(move |_| Msg::Dismissed(reason.clone())));
    let support_code = offer.support_code.as_ref().map_or_else(Html::default, |code| p("small-print", code));
    let parts = vec![
        el("header", &[], &[], vec![title, p("", &offer.text)]),
        button(&offer.accept, clicks),
        support_code,
        dismiss,
    ];
    let class = if is_dismissed { "panel offer" } else { "panel offer bar" };
    el("section", KEYS, &["offer panel", class, offer.reason, "", TITLE], parts)
}
