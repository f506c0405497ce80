//! Reads an event stream with `fetch`. Unlike `EventSource`, it tells why a stream was refused, sends cookies to another
//! origin of the same site, and leaves it to the session when to try again.

use super::own::{own_text, own_value};
use crate::browser::stream_event::StreamEvent;
use crate::core::results::{
    event_stream::{EventStreamParser, StreamResponse, classify_response},
    status::StatusUpdate,
};
use gloo_net::http::Request;
use js_sys::{JSON, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, ReadableStreamDefaultReader, RequestCache, RequestCredentials};

/// Reads until the stream ends; returns what came instead of a stream.
pub(super) async fn read_stream(
    url: &str,
    last_id: &str,
    signal: Option<&AbortSignal>,
    on_event: &impl Fn(StreamEvent),
) -> Option<String> {
    let request = Request::get(url)
        .header("Accept", "text/event-stream")
        .cache(RequestCache::NoStore)
        .credentials(RequestCredentials::Include)
        .abort_signal(signal);
    let request = if last_id.is_empty() { request } else { request.header("Last-Event-ID", last_id) };
    let response = request.send().await.ok()?;
    let content_type = response.headers().get("content-type").unwrap_or_default();
    match classify_response(response.status(), &content_type) {
        StreamResponse::Stream => {}
        StreamResponse::Retry => return None,
        // The session takes no text for the end.
        StreamResponse::NoMoreEvents => return Some(String::new()),
        StreamResponse::Refused(received) => return Some(received),
    }
    let reader: ReadableStreamDefaultReader = response.body()?.get_reader().unchecked_into();
    let mut stream = EventStreamParser::resume_after(last_id);
    loop {
        let piece = JsFuture::from(reader.read()).await.ok()?;
        let bytes = own_value(&piece, &JsValue::from_str("value"))?;
        // At the end there is no value.
        let bytes = bytes.dyn_ref::<Uint8Array>()?.to_vec();
        for event in stream.feed(&bytes) {
            if matches!(event.event_type.as_str(), "message" | "status") {
                on_event(StreamEvent::Message { id: event.id, update: read_update(&event.data) });
            }
        }
    }
}

/// The browser's own JSON reader is there already.
fn read_update(data: &str) -> Option<StatusUpdate> {
    let data = JSON::parse(data).ok().filter(JsValue::is_object)?;
    StatusUpdate::from_fields(|name| own_text(&data, name))
}
