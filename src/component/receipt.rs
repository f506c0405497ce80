//! Lays out the button for a receipt, for staff, and the place where the host shows it.

use super::vnode::{el, on, tag, text};
use yew::{prelude::*, virtual_dom::ListenerKind};

pub(super) fn receipt(label: Option<&String>, onclick: Option<Callback<web_sys::Event>>) -> Html {
    let (Some(label), Some(onclick)) = (label, onclick) else { return Html::default() };
    let keys = &["type", "part", "class"];
    let values = ["button", "receipt secondary", "secondary"];
    let button = tag("button", keys, &values, vec![text(label.clone())]);
    let button = on(button, || ListenerKind::onclick, onclick).into();
    let place = el("div", &["class"], &["actions"], Vec::new());
    el("div", &["class"], &["panel actions"], vec![button, place])
}
