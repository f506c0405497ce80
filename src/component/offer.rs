//! The offer to upload statements instead.

use crate::core::{
    address::Institution,
    session::{Offer, Reason},
    view::{Panel, View},
    words::{Language, Phrase},
};
use yew::prelude::*;

/// Stands beside the login and never takes it away.
pub(super) fn offer_panel(language: Language, title: Html, offer: &Offer, onclick: Callback<MouseEvent>) -> Html {
    let say = |phrase: Phrase<'_>| language.say(&phrase);
    let reason = &offer.reason;
    html! {
        <section part="offer" class="panel offer" data-reason={reason.as_str()} aria-labelledby="title">
            <header>
                { title }
                <p>{ text(language, offer) }</p>
            </header>
            <button type="button" part="use-upload" class="primary" {onclick}>{ say(Phrase::UseUpload) }</button>
            if let Reason::Error(code) = reason {
                <p>{ say(Phrase::StillLogIn) }</p>
                <p class="small-print">{ say(Phrase::SupportCode(code)) }</p>
            }
        </section>
    }
}

/// An offer comes unasked and leaves the focus where it is, so it is said. What says it is there before: of a live
/// region that comes with its words, many screen readers say nothing.
pub(super) fn announcement(view: &View) -> Html {
    let said = match &view.panel {
        Panel::Offer(offer) => text(view.language, offer),
        _ => String::new(),
    };
    html! { <p class="said" role="status">{ said }</p> }
}

fn text(language: Language, offer: &Offer) -> String {
    let institution = offer.institution.as_ref().map(Institution::as_str);
    language.say(&Phrase::OfferText { reason: &offer.reason, institution })
}
