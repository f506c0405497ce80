//! For staff: the button for a receipt of the batch, and the container in which the host shows it.

use crate::component::pieces::{button, el, tag};
use crate::core::{i18n::MessageKey, view::View};
use web_sys::Element;
use yew::prelude::*;

/// The container has no children of its own and a stable key, so that later renders leave alone what the host put into it.
pub(super) fn receipt(view: &View, on_receipt: Option<&Callback<Element>>, container: &NodeRef) -> Html {
    let (true, Some(on_receipt)) = (view.offers_receipt(), on_receipt) else { return Html::default() };
    let (on_receipt, node) = (on_receipt.clone(), container.clone());
    let onclick = Callback::from(move |_| {
        if let Some(container) = node.cast() {
            on_receipt.emit(container);
        }
    });
    let label = view.catalog.text(MessageKey::Receipt);
    let mut slot = tag("div", &["class"], &["actions"], Vec::new());
    slot.key = Some("receipt".into());
    slot.node_ref = container.clone();
    el("div", &["class"], &["panel actions"], vec![button("receipt", "secondary", label, onclick), slot.into()])
}
