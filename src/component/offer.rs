//! The offer to upload statements instead.

use super::pieces::{button, el, group, p};
use crate::core::{
    address::Institution,
    session::{Offer, Reason},
    words::{Language, Phrase},
};
use web_sys::Event;
use yew::prelude::*;

/// Stands beside the login and never takes it away.
pub(super) fn offer_panel(language: Language, title: Html, offer: &Offer, onclick: Callback<Event>) -> Html {
    let say = |phrase: Phrase<'_>| language.say(&phrase);
    let reason = &offer.reason;
    let more = match reason {
        Reason::Error(code) => {
            group(vec![p("", say(Phrase::StillLogIn)), p("small-print", say(Phrase::SupportCode(code)))])
        }
        _ => Html::default(),
    };
    let parts = vec![
        el("header", &[], &[], vec![title, p("", offer_text(language, offer))]),
        button("use-upload", "primary", say(Phrase::UseUpload), onclick),
        more,
    ];
    let keys = &["part", "class", "data-reason", "aria-labelledby"];
    el("section", keys, &["offer", "panel offer", reason.as_str(), "title"], parts)
}

pub(super) fn offer_text(language: Language, offer: &Offer) -> String {
    let institution = offer.institution.as_ref().map(Institution::as_str);
    language.say(&Phrase::OfferText { reason: &offer.reason, institution })
}
