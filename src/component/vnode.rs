//! Builders of virtual nodes. Functions, because the code that the macro `html!` writes out takes twice the wasm.

use crate::core::{
    session::Event as SessionEvent,
    view::{Action, Button, Emphasis},
};
use std::rc::Rc;
use web_sys::Event;
use yew::{
    prelude::*,
    virtual_dom::{AttributeOrProperty, Attributes, Listener, ListenerKind, VList, VTag, VText},
};

/// An element. Of its values, one for each key, an empty one leaves that attribute out.
pub(super) fn tag(name: &'static str, keys: &'static [&'static str], values: &[&str], children: Vec<Html>) -> VTag {
    let value = |value: &&str| {
        (!value.is_empty()).then(|| AttributeOrProperty::Attribute(AttrValue::from((*value).to_owned())))
    };
    let mut tag = VTag::new(name);
    tag.set_attributes(Attributes::Dynamic { keys, values: values.iter().map(value).collect() });
    tag.add_children(children);
    tag
}

/// An element that nothing listens to.
pub(super) fn el(name: &'static str, keys: &'static [&'static str], values: &[&str], children: Vec<Html>) -> Html {
    tag(name, keys, values, children).into()
}

pub(super) fn text(text: &str) -> Html {
    VText::new(text.to_owned()).into()
}

/// Several in one place, or none: what stands beside keeps its own place, and with it the focus.
pub(super) fn group(children: Vec<Html>) -> Html {
    VList::with_children(children, None).into()
}

/// A paragraph.
pub(super) fn p(class: &str, words: &str) -> Html {
    el("p", &["class"], &[class], vec![text(words)])
}

/// What a panel is called by.
pub(super) const TITLE: &str = "flinks-upload-title";

/// A button. Its parts are its own name and its emphasis.
pub(super) fn button(button: &Button, clicks: Clicks<'_>) -> Html {
    described_button(button, "", "", clicks)
}

/// A button that may be marked as disabled, with the id of the text that says why.
pub(super) fn described_button(button: &Button, is_disabled: &str, reason: &str, clicks: Clicks<'_>) -> Html {
    let part = match button.action {
        Action::ReportNotListed => "not-listed",
        Action::AcceptOffer => "use-upload",
        Action::Retry => "retry",
        Action::Continue => "continue",
        Action::ChangeFiles => "change",
        Action::Undo => "undo",
    };
    let class = emphasis_class(button.emphasis);
    let keys = &["type", "part", "class", "aria-disabled", "aria-describedby"];
    let values = ["button", &format!("{part} {class}"), class, is_disabled, reason];
    let action = button.action;
    let onclick = clicks.0.reform(move |_| action.event());
    on(tag("button", keys, &values, vec![text(&button.label)]), || ListenerKind::onclick, onclick).into()
}

pub(super) fn emphasis_class(emphasis: Emphasis) -> &'static str {
    match emphasis {
        Emphasis::Primary => "primary",
        Emphasis::Secondary => "secondary",
        Emphasis::Quiet => "quiet",
    }
}

/// One for all kinds of events, where Yew has one for each.
struct On {
    kind: fn() -> ListenerKind,
    callback: Callback<Event>,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        (self.kind)()
    }

    fn handle(&self, event: Event) {
        self.callback.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}

pub(super) fn on(mut tag: VTag, kind: fn() -> ListenerKind, callback: Callback<Event>) -> VTag {
    tag.add_listener(Rc::new(On { kind, callback }));
    tag
}

/// What went wrong, for the person.
pub(super) fn alert(alert: Option<&str>) -> Html {
    alert.map_or_else(Html::default, |alert| {
        el("p", &["class", "part", "role"], &["alert", "error", "alert"], vec![text(alert)])
    })
}

/// The region that announces what appears without the person's doing. It is always there: of a live region that comes with
/// its text, many screen readers say nothing.
pub(super) fn live_region(announcement: &str) -> Html {
    el("p", &["class", "role"], &["live-region", "status"], vec![text(announcement)])
}

/// The title of a panel, on the level that the page's outline asks for. It takes the focus when the panel is new.
pub(super) fn title(level: u8, words: &str) -> Html {
    let name = ["h1", "h2", "h3", "h4", "h5", "h6"].get(usize::from(level).wrapping_sub(1)).unwrap_or(&"h2");
    el(name, &["id", "class", "part", "tabindex"], &[TITLE, "title", "title", "-1"], vec![text(words)])
}

/// Where clicks on buttons go.
#[derive(Clone, Copy)]
pub(super) struct Clicks<'a>(pub(super) &'a Callback<SessionEvent>);
