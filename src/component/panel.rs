//! Lays out what stands beside or instead of the frame.

use super::{
    FlinksUpload,
    completion::{checklist_panel, end_panel},
    files::files_panel,
    offer::offer_panel,
    vnode::{self, Clicks, button, el},
};
use crate::core::{
    session::Event,
    view::{Panel, View},
};
use yew::{html::Scope, prelude::*};

pub(super) fn panel(view: &View, emit: &Callback<Event>, link: &Scope<FlinksUpload>, is_dragged_over: bool) -> Html {
    let clicks = Clicks(emit);
    let title = |text: &str| vnode::title(view.heading_level, text);
    match &view.panel {
        Panel::None => Html::default(),
        Panel::NotListed(report) => el("div", &["class"], &["panel aside"], vec![button(report, clicks)]),
        Panel::Offer(offer) => offer_panel(offer, title(&offer.title), clicks),
        Panel::Files(files) => files_panel(files, title(&files.title), emit, link, is_dragged_over),
        Panel::Checklist(checklist) => checklist_panel(checklist, title(&checklist.title), clicks),
        Panel::End(end) => end_panel(end, title(&end.title), clicks),
    }
}
