//! Builders of virtual nodes. Functions, because the code that the macro `html!` writes out takes twice the wasm.

pub(super) use super::delegate::on;
use crate::core::{
    session::Event as SessionEvent,
    view::{Action, Button, Emphasis},
};
use wasm_bindgen::JsValue;
use yew::{
    prelude::*,
    virtual_dom::{AttributeOrProperty, Attributes, VList, VTag},
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

/// Sets the last of the keys as a property.
pub(super) fn set_property(tag: &mut VTag, property: &JsValue) {
    if let Attributes::Dynamic { values, .. } = &mut tag.attributes
        && let Some(value) = values.last_mut()
    {
        *value = Some(AttributeOrProperty::Property(property.clone()));
    }
}

/// An element that nothing listens to.
pub(super) fn el(name: &'static str, keys: &'static [&'static str], values: &[&str], children: Vec<Html>) -> Html {
    tag(name, keys, values, children).into()
}

/// A text, in an element of its own. A browser that translates the page puts other nodes in the place of a text: what is set
/// on the element still reaches the person.
pub(super) fn text(text: &str) -> Html {
    if text.is_empty() {
        return Html::default();
    }
    let mut span = VTag::new("span");
    let value = AttributeOrProperty::Property(JsValue::from_str(text));
    span.set_attributes(Attributes::Dynamic { keys: &["textContent"], values: Box::new([Some(value)]) });
    span.into()
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
    let action = button.action;
    let onclick = clicks.0.reform(move |_| action.event());
    plain_button(part, button.emphasis, &button.label, [is_disabled, reason], onclick)
}

/// A button that does anything else.
pub(super) fn plain_button(
    part: &str,
    emphasis: Emphasis,
    label: &str,
    [is_disabled, reason]: [&str; 2],
    onclick: Callback<Event>,
) -> Html {
    let class = emphasis_class(emphasis);
    let keys = &["type", "part", "class", "aria-disabled", "aria-describedby"];
    let values = ["button", &format!("{part} {class}"), class, is_disabled, reason];
    on(tag("button", keys, &values, vec![text(label)]), "click", onclick).into()
}

/// A button that shows only a cross.
pub(super) fn cross(part: &str, label: &str, onclick: Callback<Event>) -> Html {
    let sign = el("span", &["aria-hidden"], &["true"], vec![text("×")]);
    let keys = &["type", "part", "class", "aria-label"];
    on(tag("button", keys, &["button", part, part, label], vec![sign]), "click", onclick).into()
}

pub(super) fn emphasis_class(emphasis: Emphasis) -> &'static str {
    match emphasis {
        Emphasis::Primary => "primary",
        Emphasis::Secondary => "secondary",
        Emphasis::Quiet => "quiet",
    }
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
