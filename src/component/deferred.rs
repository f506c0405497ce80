//! What of the component comes after a first look at Connect: most messages and effects, and everything around the frame.

use super::{
    FlinksUpload, Msg,
    panel::{Panels, panels},
    receipt::receipt,
};
use crate::{
    browser::Listener,
    core::{
        deferred::deferred_functions,
        session::{Effect, Event},
        view::View,
    },
};
use web_sys::Element;
use yew::{html::Scope, prelude::*};

type ShowPanels = fn(&View, &Callback<Event>, &Scope<FlinksUpload>, bool, Option<&str>) -> Panels;
type ShowReceipt = fn(Option<&String>, Option<&Callback<Element>>, &NodeRef) -> Html;

deferred_functions! {
    apply: fn(&mut FlinksUpload, &Context<FlinksUpload>, Msg) -> bool = FlinksUpload::apply;
    perform: fn(&mut FlinksUpload, &Context<FlinksUpload>, Effect) -> Option<Event> = FlinksUpload::perform_later;
    panels: ShowPanels = panels;
    receipt: ShowReceipt = receipt;
    place_focus: fn(&mut FlinksUpload) = FlinksUpload::place_focus;
    listen: fn(&FlinksUpload, &Context<FlinksUpload>) -> Vec<Listener> = super::listeners::listeners;
}
