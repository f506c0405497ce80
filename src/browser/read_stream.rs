//! Reads an event stream with `fetch`. Unlike `EventSource`, it tells why a stream was refused, sends cookies to another
//! origin of the same site, and leaves it to the session when to try again.

use super::own::{own_text, own_value};
use crate::browser::stream_event::StreamEvent;
use crate::core::{
    results::{
        event_stream::{EventStreamParser, StreamResponse, classify_response, retry_after},
        status::StatusUpdate,
    },
    session::StreamEnd,
};
use gloo_net::http::Request;
use js_sys::{JSON, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, ReadableStreamDefaultReader, RequestCache, RequestCredentials};

/// Reads until the stream ends; returns how.
pub(super) async fn read_stream(
    url: &str,
    last_id: &str,
    signal: Option<&AbortSignal>,
    on_event: &impl Fn(StreamEvent),
) -> StreamEnd {
    let request = Request::get(url)
        .header("Accept", "text/event-stream")
        .cache(RequestCache::NoStore)
        .credentials(RequestCredentials::Include)
        .abort_signal(signal);
    let request = if last_id.is_empty() { request } else { request.header("Last-Event-ID", last_id) };
    let Ok(response) = request.send().await else { return StreamEnd::Lost { retry_after: None } };
    let header = |name| response.headers().get(name).unwrap_or_default();
    match classify_response(response.status(), &header("content-type")) {
        StreamResponse::Stream => {}
        StreamResponse::Retry => return StreamEnd::Lost { retry_after: retry_after(&header("retry-after")) },
        StreamResponse::NoMoreEvents => return StreamEnd::NoMoreEvents,
        StreamResponse::Refused(received) => return StreamEnd::Refused(received),
    }
    let mut parser = EventStreamParser::resume_after(last_id);
    if let Some(body) = response.body() {
        read_body(body.get_reader().unchecked_into(), &mut parser, on_event).await;
    }
    StreamEnd::Lost { retry_after: parser.retry_after() }
}

/// Reads to the end, or until the connection is lost.
async fn read_body(
    reader: ReadableStreamDefaultReader,
    parser: &mut EventStreamParser,
    on_event: &impl Fn(StreamEvent),
) {
    while let Some(bytes) = next_bytes(&reader).await {
        for event in parser.feed(&bytes) {
            if matches!(event.event_type.as_str(), "message" | "status") {
                on_event(StreamEvent::Message { id: event.id, update: read_update(&event.data) });
            }
        }
    }
}

async fn next_bytes(reader: &ReadableStreamDefaultReader) -> Option<Vec<u8>> {
    let piece = JsFuture::from(reader.read()).await.ok()?;
    // At the end there is no value.
    let bytes = own_value(&piece, &JsValue::from_str("value"))?;
    Some(bytes.dyn_ref::<Uint8Array>()?.to_vec())
}

/// The browser's own JSON reader is there already.
fn read_update(data: &str) -> Option<StatusUpdate> {
    let data = JSON::parse(data).ok().filter(JsValue::is_object)?;
    StatusUpdate::from_fields(|name| own_text(&data, name))
}
