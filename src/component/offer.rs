//! The offer to upload statements instead.

use crate::core::{
    address::Institution,
    session::{Offer, Reason},
    words::{Language, Phrase},
};
use yew::prelude::*;

/// Stands beside the login and never takes it away.
pub(super) fn offer_panel(language: Language, offer: &Offer, onclick: Callback<MouseEvent>) -> Html {
    let say = |phrase: Phrase<'_>| language.say(&phrase);
    let reason = &offer.reason;
    let institution = offer.institution.as_ref().map(Institution::as_str);
    html! {
        <section part="offer" class="panel offer" data-reason={reason.as_str()} aria-labelledby="offer-title">
            <div role="status">
                <h2 id="offer-title">{ say(Phrase::OfferTitle(reason)) }</h2>
                <p>{ say(Phrase::OfferText { reason, institution }) }</p>
            </div>
            <button type="button" part="use-upload" class="primary" {onclick}>{ say(Phrase::UseUpload) }</button>
            if let Reason::Error(code) = reason {
                <p>{ say(Phrase::StillLogIn) }</p>
                <p class="small-print">{ say(Phrase::SupportCode(code)) }</p>
            }
        </section>
    }
}
