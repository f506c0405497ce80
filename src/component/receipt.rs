//! Lays out the button for a receipt, for staff, and the container in which the host shows it.

use super::vnode::{el, on, tag, text};
use web_sys::Element;
use yew::prelude::*;

/// The container has no children of its own and a stable key, so that later renders leave alone what the host put into it.
pub(super) fn receipt(label: Option<&String>, on_receipt: Option<&Callback<Element>>, container: &NodeRef) -> Html {
    let (Some(label), Some(on_receipt)) = (label, on_receipt) else { return Html::default() };
    let (on_receipt, node) = (on_receipt.clone(), container.clone());
    let onclick = Callback::from(move |_| {
        if let Some(container) = node.cast() {
            on_receipt.emit(container);
        }
    });
    let values = ["button", "receipt secondary", "secondary"];
    let button = tag("button", &["type", "part", "class"], &values, vec![text(label)]);
    let mut slot = tag("div", &["class"], &["actions"], Vec::new());
    slot.key = Some("receipt".into());
    slot.node_ref = container.clone();
    let button = on(button, "click", onclick).into();
    el("div", &["class"], &["panel actions"], vec![button, slot.into()])
}
