//! What stands beside or instead of the frame.

use super::{
    FlinksUpload,
    collect::collect_panel,
    done::{checklist, ended},
    offer::{offer_panel, offer_text},
    pieces::{self, Clicks, button, el, text},
};
use crate::core::{
    session::Event,
    status::Status,
    view::{Panel, View},
    words::Phrase,
};
use yew::{html::Scope, prelude::*};

pub(super) fn panel(view: &View, emit: &Callback<Event>, link: &Scope<FlinksUpload>, is_dragged_over: bool) -> Html {
    let language = view.language;
    let clicks = Clicks(emit);
    let say = |phrase: Phrase<'_>| language.say(&phrase);
    let title = |phrase: Phrase<'_>| pieces::title(view.heading_level, say(phrase));
    match &view.panel {
        Panel::Empty => Html::default(),
        Panel::NotListed => {
            let button = button("not-listed", "quiet", say(Phrase::NotListed), clicks.on(|| Event::NotListed));
            el("div", &["class"], &["panel aside"], vec![button])
        }
        Panel::Offer(offer) => {
            let title = title(Phrase::OfferTitle(&offer.reason));
            offer_panel(language, title, offer, clicks.on(|| Event::OfferAccepted))
        }
        Panel::Collect(collect) => {
            collect_panel(language, title(Phrase::CollectTitle), collect, emit, link, is_dragged_over)
        }
        Panel::Checklist { report, institution } => {
            let from = institution.as_deref().map_or_else(String::new, |name| say(Phrase::CollectFor(name)));
            let ready = report.totals.ready;
            let words = if ready > 0 { say(Phrase::ChecklistText(ready)) } else { String::new() };
            let change = clicks.on(|| Event::ChangeFiles);
            checklist(language, (title(Phrase::ChecklistTitle), from, words), report, change)
        }
        Panel::HandedOver { to_dashboard, by_navigation, report } => {
            let words = match (to_dashboard, by_navigation) {
                (true, _) => Phrase::InDashboard,
                (false, true) => Phrase::OnItsWay,
                (false, false) => Phrase::HandedOver,
            };
            let change = clicks.on(|| Event::ChangeFiles);
            checklist(language, (title(Phrase::HandedOverTitle), String::new(), say(words)), report, change)
        }
        Panel::Received { status, is_slow } => {
            let status = status.as_ref();
            let retry = if status == Some(&Status::Failed) {
                button("retry", "primary", say(Phrase::TryAgain), clicks.on(|| Event::Retry))
            } else {
                Html::default()
            };
            let words = say(Phrase::Received { status, is_slow: *is_slow });
            ended("received", status.map_or("", Status::as_str), title(Phrase::ReceivedTitle(status)), words, retry)
        }
        Panel::Linked => ended("linked", "", title(Phrase::LinkedTitle), say(Phrase::Linked), Html::default()),
    }
}

/// What comes unasked, and leaves the focus where it is, is said. What says it is there before: of a live region that
/// comes with its words, many screen readers say nothing.
pub(super) fn announcement(view: &View) -> Html {
    let say = |phrase: Phrase<'_>| view.language.say(&phrase);
    let said = match &view.panel {
        Panel::Offer(offer) => offer_text(view.language, offer),
        Panel::Received { status, is_slow } => {
            let words = say(Phrase::Received { status: status.as_ref(), is_slow: *is_slow });
            // The title of the first is read out when it gets the focus; later ones replace it in silence.
            if status.is_none() { words } else { format!("{}. {words}", say(Phrase::ReceivedTitle(status.as_ref()))) }
        }
        Panel::Linked => say(Phrase::Linked),
        _ => String::new(),
    };
    el("p", &["class", "role"], &["said", "status"], vec![text(said)])
}
