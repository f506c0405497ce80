//! For staff: the button for a receipt of the batch, and the place where it is shown.

use crate::component::pieces::{button, el};
use crate::core::{i18n::MessageKey, view::View};
use yew::prelude::*;

pub(super) fn receipt(view: &View, onclick: Option<Callback<Event>>) -> Html {
    let (true, Some(onclick)) = (view.offers_receipt(), onclick) else { return Html::default() };
    let label = view.catalog.text(MessageKey::Receipt);
    let place = el("div", &["class"], &["actions"], Vec::new());
    el("div", &["class"], &["panel actions"], vec![button("receipt", "secondary", label, onclick), place])
}
