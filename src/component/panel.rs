//! What stands beside or instead of the frame.

use super::{
    FlinksUpload, Msg,
    collect::{Collecting, collect_panel},
    done::{checklist, handed_over, linked, received},
    offer::offer_panel,
    pieces::{self, Clicks},
};
use crate::core::{
    session::Event,
    view::{Panel, View},
    words::Phrase,
};
use yew::{html::Scope, prelude::*};

pub(super) fn panel(view: &View, emit: &Callback<Event>, link: &Scope<FlinksUpload>, is_dragged_over: bool) -> Html {
    let language = view.language;
    let clicks = Clicks(emit);
    let title = |phrase: Phrase<'_>| pieces::title(view.heading_level, language.say(&phrase));
    match &view.panel {
        Panel::Empty => Html::default(),
        Panel::NotListed => {
            let onclick = clicks.on(|| Event::NotListed);
            html! {
                <div class="panel aside">
                    <button type="button" part="not-listed" class="quiet" {onclick}>{ language.say(&Phrase::NotListed) }</button>
                </div>
            }
        }
        Panel::Offer(offer) => {
            let title = title(Phrase::OfferTitle(&offer.reason));
            offer_panel(language, title, offer, clicks.on(|| Event::OfferAccepted))
        }
        Panel::Collect(collect) => {
            let collecting = Collecting {
                collect,
                language,
                is_dragged_over,
                on_pick: link.callback(|files| Msg::Picked { files, is_cut: false }),
                on_drag: link.callback(Msg::DraggedOver),
                on_drop: link.callback(Msg::Dropped),
                on_remove: emit.reform(Event::FileRemoved),
                on_retry: clicks.on(|| Event::Retry),
                on_continue: clicks.on(|| Event::Continue),
            };
            collect_panel(&collecting, title(Phrase::CollectTitle))
        }
        Panel::Checklist { report, institution } => {
            let title = title(Phrase::ChecklistTitle);
            checklist(language, title, report, institution.as_deref(), clicks.on(|| Event::ChangeFiles))
        }
        Panel::HandedOver { to_dashboard, by_navigation, report } => {
            let title = title(Phrase::HandedOverTitle);
            handed_over(language, title, (*to_dashboard, *by_navigation), report, clicks.on(|| Event::ChangeFiles))
        }
        Panel::Received { status, is_slow } => {
            let title = title(Phrase::ReceivedTitle(status.as_ref()));
            received(language, title, status.as_ref(), *is_slow, clicks.on(|| Event::Retry))
        }
        Panel::Linked => linked(language, title(Phrase::LinkedTitle)),
    }
}
