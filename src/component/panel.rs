//! What stands beside or instead of the frame.

use crate::component::{
    FlinksUpload,
    collect::collect_panel,
    done::{checklist, ended},
    offer::offer_panel,
    pieces::{self, Clicks, button, el, text},
};
use crate::core::{
    i18n::{MessageKey, Value},
    results::status::UploadStatus,
    session::Event,
    view::{Panel, View},
};
use yew::{html::Scope, prelude::*};

pub(super) fn panel(view: &View, emit: &Callback<Event>, link: &Scope<FlinksUpload>, is_dragged_over: bool) -> Html {
    let catalog = &view.catalog;
    let clicks = Clicks(emit);
    let say = |key: MessageKey| catalog.text(key);
    let title = |text: String| pieces::title(view.heading_level, text);
    match &view.panel {
        Panel::Empty => Html::default(),
        Panel::NotListed => {
            let button = button("not-listed", "secondary", say(MessageKey::NotListed), clicks.on(|| Event::NotListed));
            el("div", &["class"], &["panel aside"], vec![button])
        }
        Panel::Offer(offer) => {
            let title = title(catalog.offer_title(&offer.reason));
            offer_panel(catalog, title, offer, clicks.on(|| Event::OfferAccepted))
        }
        Panel::Collect(collect) => {
            collect_panel(catalog, title(say(MessageKey::CollectTitle)), collect, emit, link, is_dragged_over)
        }
        Panel::Checklist { report, institution } => {
            let from = institution.as_deref().map_or_else(String::new, |name| {
                catalog.format(MessageKey::CollectFrom, &[("institution", Value::Text(name))])
            });
            let ready = report.totals.ready;
            let message = if ready > 0 { catalog.files(MessageKey::Checklist, ready) } else { String::new() };
            let title = title(say(MessageKey::ChecklistTitle));
            checklist(catalog, (title, from, message), report, clicks.on(|| Event::ChangeFiles))
        }
        Panel::HandedOver { to_dashboard, by_navigation, report } => {
            let message = say(match (to_dashboard, by_navigation) {
                (true, _) => MessageKey::InDashboard,
                (false, true) => MessageKey::OnItsWay,
                (false, false) => MessageKey::HandedOver,
            });
            let title = title(say(MessageKey::HandedOverTitle));
            checklist(catalog, (title, String::new(), message), report, clicks.on(|| Event::ChangeFiles))
        }
        Panel::Received { status, is_slow } => {
            let status = status.as_ref();
            let retry = if status == Some(&UploadStatus::Failed) {
                button("retry", "primary", say(MessageKey::TryAgain), clicks.on(|| Event::Retry))
            } else {
                Html::default()
            };
            let (heading, message) = catalog.received(status, *is_slow);
            ended("received", status.map_or("", UploadStatus::as_str), title(heading), message, retry)
        }
        Panel::Linked => {
            ended("linked", "", title(say(MessageKey::LinkedTitle)), say(MessageKey::Linked), Html::default())
        }
    }
}

/// What comes unasked, and leaves the focus where it is, is said. What says it is there before: of a live region that
/// comes with its catalog, many screen readers say nothing.
pub(super) fn announcement(view: &View) -> Html {
    let said = match &view.panel {
        Panel::Offer(offer) => view.catalog.offer(offer),
        Panel::Received { status, is_slow } => {
            let (title, message) = view.catalog.received(status.as_ref(), *is_slow);
            // The title of the first is read out when it gets the focus; later ones replace it in silence.
            if status.is_none() { message } else { format!("{title}. {message}") }
        }
        Panel::Linked => view.catalog.text(MessageKey::Linked),
        _ if view.frame.as_ref().is_some_and(|frame| frame.is_silent && !frame.is_in_background) => {
            view.catalog.text(MessageKey::IfEmpty)
        }
        _ => String::new(),
    };
    el("p", &["class", "role"], &["said", "status"], vec![text(said)])
}
