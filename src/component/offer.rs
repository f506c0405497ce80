//! The offer to upload statements instead.

use crate::core::{
    address::Institution,
    session::{Offer, Reason},
    words::{Language, Phrase},
};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct OfferPanelProps {
    pub(super) offer: Offer,
    pub(super) language: Language,
    pub(super) on_accept: Callback<()>,
}

/// Stands beside the login and never takes it away.
#[component]
pub(super) fn OfferPanel(props: &OfferPanelProps) -> Html {
    let say = |phrase: Phrase<'_>| props.language.say(&phrase);
    let reason = &props.offer.reason;
    let institution = props.offer.institution.as_ref().map(Institution::as_str);
    let onclick = props.on_accept.reform(|_: MouseEvent| ());
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
