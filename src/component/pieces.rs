//! Small pieces that others are made of. Elements are built by functions here: what the macro writes out for each takes
//! twice the wasm.

use crate::core::{error::UploadError, i18n::Catalog, session::Event as SessionEvent};
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

pub(super) fn text(text: String) -> Html {
    VText::new(text).into()
}

/// Several in one place, or none: what stands beside keeps its own place, and with it the focus.
pub(super) fn group(children: Vec<Html>) -> Html {
    VList::with_children(children, None).into()
}

/// A paragraph.
pub(super) fn p(class: &str, catalog: String) -> Html {
    el("p", &["class"], &[class], vec![text(catalog)])
}

/// What a panel is called by.
pub(super) const TITLE: &str = "flinks-upload-title";

/// A button; its parts are its own name and its weight.
pub(super) fn button(part: &str, class: &str, catalog: String, onclick: Callback<Event>) -> Html {
    let button =
        tag("button", &["type", "part", "class"], &["button", &format!("{part} {class}"), class], vec![text(catalog)]);
    on(button, || ListenerKind::onclick, onclick).into()
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

/// What is wrong: plain catalog for the person; of wrong attributes the precise ones, too, for the page's developer.
pub(super) fn errors(catalog: &Catalog, errors: &[UploadError]) -> Html {
    let Some(first) = errors.first() else { return Html::default() };
    let mut lines = vec![p("", catalog.error_message(first))];
    for error in errors {
        if matches!(error, UploadError::InvalidAttribute { .. } | UploadError::MissingAttribute { .. }) {
            lines.push(el("p", &["class", "lang"], &["small-print", "en"], vec![text(error.to_string())]));
        }
    }
    el("div", &["class", "part", "role"], &["trouble", "error", "alert"], lines)
}

/// The title of a panel, on the level that the page's outline asks for. It takes the focus when the panel is new.
pub(super) fn title(level: u8, catalog: String) -> Html {
    let name = ["h1", "h2", "h3", "h4", "h5", "h6"].get(usize::from(level).wrapping_sub(1)).unwrap_or(&"h2");
    el(name, &["id", "class", "part", "tabindex"], &[TITLE, "title", "title", "-1"], vec![text(catalog)])
}

/// What buttons do. Function pointers, since each closure of its own would be code of its own in the wasm.
pub(super) struct Clicks<'a>(pub(super) &'a Callback<SessionEvent>);

impl Clicks<'_> {
    pub(super) fn on(&self, event: fn() -> SessionEvent) -> Callback<Event> {
        self.0.reform(move |_| event())
    }
}
