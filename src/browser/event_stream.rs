//! Follows the event stream of the host's server, after a pause and until it is dropped. When to follow and when to try
//! again is decided by the session.

use crate::browser::host::Host;
#[cfg(feature = "event-stream")]
use crate::browser::read_stream::read_stream;
use crate::{
    browser::stream_event::StreamEvent,
    core::{results::status::StatusUpdate, session::StreamEnd},
};
use gloo_timers::callback::Timeout;
use js_sys::Math;
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, AbortSignal};

/// Who reads the stream.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "event-stream", derive(Default))]
pub enum EventStreamSource {
    /// This wasm (feature `event-stream`).
    #[cfg(feature = "event-stream")]
    #[default]
    InProcess,
    /// The page, by [`Host::read_event_stream`].
    Host(Host),
}

/// A stream that is followed until this is dropped.
pub struct EventStreamClient {
    _pause: Timeout,
    is_over: Rc<Cell<bool>>,
    abort: Option<AbortController>,
}

impl EventStreamClient {
    /// After a pause of so many seconds, or up to half longer, follows the stream from where it was left.
    pub fn new(
        source: EventStreamSource,
        url: String,
        last_id: String,
        pause: u32,
        on_event: impl Fn(StreamEvent) + 'static,
    ) -> Self {
        let is_over: Rc<Cell<bool>> = Rc::default();
        let over = Rc::clone(&is_over);
        let abort = AbortController::new().ok();
        let signal = abort.as_ref().map(AbortController::signal);
        let on_event = move |event| {
            if !over.get() {
                on_event(event);
            }
        };
        let begin = move || {
            spawn_local(async move {
                let on_event = Rc::new(on_event);
                let end = match source {
                    #[cfg(feature = "event-stream")]
                    EventStreamSource::InProcess => read_stream(&url, &last_id, signal.as_ref(), &*on_event).await,
                    EventStreamSource::Host(host) => {
                        read_by_host(&host, &url, &last_id, signal.as_ref(), Rc::clone(&on_event)).await
                    }
                };
                on_event(StreamEvent::Closed(end));
            });
        };
        Self { _pause: Timeout::new(with_jitter(pause), begin), is_over, abort }
    }
}

impl Drop for EventStreamClient {
    fn drop(&mut self) {
        self.is_over.set(true);
        if let Some(abort) = &self.abort {
            abort.abort();
        }
    }
}

/// Milliseconds: the pause, and up to half longer, so that clients that lost a server together don't come back together.
fn with_jitter(pause: u32) -> u32 {
    let milliseconds = f64::from(pause) * 1000.0 * (1.0 + Math::random() / 2.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a minute and a half at most")]
    let milliseconds = milliseconds as u32;
    milliseconds
}

async fn read_by_host(
    host: &Host,
    url: &str,
    last_id: &str,
    signal: Option<&AbortSignal>,
    on_event: Rc<impl Fn(StreamEvent) + 'static>,
) -> StreamEnd {
    let on_event: Closure<dyn Fn(JsValue, JsValue, JsValue)> =
        Closure::new(move |id: JsValue, status: JsValue, at: JsValue| {
            let update =
                StatusUpdate::from_fields(|name| if name == "status" { status.as_string() } else { at.as_string() });
            on_event(StreamEvent::Message { id: id.as_string().unwrap_or_default(), update });
        });
    let promise = host.read_event_stream(url, last_id, signal, on_event.as_ref().unchecked_ref());
    let answer = match promise {
        Ok(promise) => JsFuture::from(promise).await.unwrap_or_default(),
        Err(_) => JsValue::UNDEFINED,
    };
    match answer.as_string() {
        None => StreamEnd::Lost { retry_after: answer.as_f64().map(milliseconds) },
        Some(received) if received.is_empty() => StreamEnd::NoMoreEvents,
        Some(received) => StreamEnd::Refused(received),
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates; no number is 0")]
fn milliseconds(number: f64) -> u32 {
    number as u32
}
