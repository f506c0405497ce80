//! Lays out what stands before and after the frame.

use super::{
    FlinksUpload,
    completion::{checklist_files, checklist_panel, end_panel},
    files::files_panel,
    offer::{offer_line, offer_panel},
    vnode::{self, Clicks, button, el},
};
use crate::core::{
    session::Event,
    view::{Panel, View},
};
use yew::{html::Scope, prelude::*};

/// What stands before and after the frame, in the order in which it is read.
pub(super) struct Panels {
    pub(super) before: Html,
    pub(super) after: Html,
}

pub(super) fn panels(
    view: &View,
    emit: &Callback<Event>,
    link: &Scope<FlinksUpload>,
    is_dragged_over: bool,
    dismissed_offer: Option<&str>,
) -> Panels {
    let clicks = Clicks(emit);
    let title = |text: &str| vnode::title(view.heading_level, text);
    let mut after = Html::default();
    let before = match &view.panel {
        Panel::NotListed(report) => line(button(report, clicks)),
        Panel::Offer(offer) if offer.is_quiet => line(offer_line(offer, clicks)),
        Panel::Offer(offer) => {
            let is_dismissed = dismissed_offer == Some(offer.text.as_str());
            after = offer_panel(offer, title(&offer.title), clicks, link, is_dismissed);
            free_line(view)
        }
        Panel::None => free_line(view),
        Panel::Files(files) => files_panel(files, title(&files.title), emit, link, is_dragged_over),
        Panel::Checklist(checklist) => {
            after = checklist_files(checklist, clicks, link);
            checklist_panel(checklist, title(&checklist.title))
        }
        Panel::End(end) => end_panel(end, title(&end.title), clicks, link),
    };
    Panels { before, after }
}

/// A line above the frame.
fn line(content: Html) -> Html {
    el("div", &["class"], &["aside"], vec![content])
}

/// The line for what may come above the frame, so that it moves nothing.
pub(super) fn free_line(view: &View) -> Html {
    if view.keeps_line { line(Html::default()) } else { Html::default() }
}
