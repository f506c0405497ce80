//! Listeners, and the messages of one frame.

use super::own::own_value;
use crate::core::connect::message::{self, ConnectMessage, FieldValue, RawMessage};
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use js_sys::{Array, JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget, HtmlIFrameElement, MessageEvent};

/// A text of more characters is longer than the core reads, whatever the characters are.
#[expect(clippy::cast_possible_truncation, reason = "64 KiB")]
const MAX_CHARACTERS: u32 = message::MAX_TEXT_BYTES as u32;

/// Of an object with more names, the others are not looked at.
const MAX_NAMES: usize = 256;

/// A listener that stops listening when dropped.
pub struct Listener {
    _listener: EventListener,
}

impl Listener {
    /// Listens to events of this type; the listener may prevent their default.
    pub fn new(target: &EventTarget, event_type: &'static str, on_event: impl FnMut(&Event) + 'static) -> Self {
        let options = EventListenerOptions::enable_prevent_default();
        Self { _listener: EventListener::new_with_options(target, event_type, options, on_event) }
    }

    /// The same, on the way down to the target: also to events that do not bubble.
    pub fn capturing(target: &EventTarget, event_type: &'static str, on_event: impl FnMut(&Event) + 'static) -> Self {
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
        Self { _listener: EventListener::new_with_options(target, event_type, options, on_event) }
    }

    /// Listens to messages that are posted to this page from one frame, if there is one at that time. Of any other message
    /// nothing but its source is read, so a flood of them keeps nobody waiting.
    pub fn for_messages(
        frame: impl Fn() -> Option<HtmlIFrameElement> + 'static,
        mut on_message: impl FnMut(MessageEvent) + 'static,
    ) -> Option<Self> {
        let window = web_sys::window()?;
        Some(Self::new(&window, "message", move |event| {
            // Any event can be of this type; what is no message has no source.
            let event: &MessageEvent = event.unchecked_ref();
            if frame().is_some_and(|frame| has_source(event, &frame)) {
                on_message(event.clone());
            }
        }))
    }
}

/// Whether a message comes from this very frame, and from the origin that was opened in it.
///
/// Both are needed: another frame may be of the same origin, and a frame may have been sent to another one.
pub fn is_from(event: &MessageEvent, frame: &HtmlIFrameElement, origin: &str) -> bool {
    has_source(event, frame) && event.origin() == origin
}

fn has_source(event: &MessageEvent, frame: &HtmlIFrameElement) -> bool {
    let window = frame.content_window().map(JsValue::from);
    window.is_some() && window == event.source().map(JsValue::from)
}

/// Reads what a message says, whatever it is.
pub fn read_message(data: &JsValue) -> ConnectMessage {
    match data.dyn_ref::<JsString>() {
        // A text that is too long is not even copied. The browser's own JSON reader is there already.
        Some(text) if text.length() > MAX_CHARACTERS => message::read(RawMessage::default()),
        Some(_) => {
            let parsed = js_sys::JSON::parse(&data.as_string().unwrap_or_default()).unwrap_or_default();
            message::read(read_fields(&parsed))
        }
        None => message::read(read_fields(data)),
    }
}

/// The fields of an object: its own only, whatever its prototype was made to hold, and no code of it runs.
fn read_fields(data: &JsValue) -> RawMessage {
    if !data.is_object() {
        return RawMessage::default();
    }
    let mut raw = RawMessage::from_fields(|name| short_text(&own_value(data, &JsValue::from_str(name))?));
    // The names of a list, a typed array or a text in an object are numbers, and there can be millions that cost the sender
    // nothing.
    let is_list = Array::is_array(data) || own_value(data, &JsValue::from_str("0")).is_some();
    let names = if is_list { None } else { Reflect::own_keys(data).ok() };
    for name in names.iter().flat_map(Array::iter).take(MAX_NAMES) {
        let value = own_value(data, &name).unwrap_or_default();
        let value = if let Some(number) = value.as_f64() {
            FieldValue::Number(number)
        } else if let Some(is_true) = value.as_bool() {
            FieldValue::Bool(is_true)
        } else if let Some(text) = short_text(&value) {
            FieldValue::Text(text.into())
        } else {
            continue;
        };
        raw.fields.add(&name.as_string().unwrap_or_default(), value);
    }
    raw
}

fn short_text(value: &JsValue) -> Option<String> {
    let is_short = value.dyn_ref::<JsString>()?.length() <= MAX_CHARACTERS;
    if is_short { value.as_string() } else { None }
}
