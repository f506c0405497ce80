//! What an HTTP response to a request for an event stream means.
//!
//! Source: the HTML standard, which gives up after any response that is no stream. Here, a status that is about the moment
//! and not about the request is worth another attempt: processing takes hours, and the server may restart meanwhile.

/// What the response to a request for an event stream means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StreamResponse {
    /// A stream: read its body.
    Stream,
    /// The server is busy or not available: the same request may succeed later.
    Retry,
    /// Status 204: the server has no more events, which is how the HTML standard tells a client to stop.
    NoMoreEvents,
    /// No stream, and the next response would be the same. Holds what came instead, for the developer of the page:
    /// `HTTP status 404`, `an answer of type 'text/html'`.
    Refused(String),
}

/// Classifies a response by its HTTP status and its `Content-Type` (empty where there is none).
///
/// ```
/// use flinks_upload::core::results::event_stream::{StreamResponse, classify_response};
/// assert_eq!(classify_response(200, "text/event-stream; charset=utf-8"), StreamResponse::Stream);
/// assert_eq!(classify_response(503, ""), StreamResponse::Retry);
/// assert_eq!(classify_response(404, ""), StreamResponse::Refused("HTTP status 404".to_owned()));
/// ```
pub fn classify_response(status: u16, content_type: &str) -> StreamResponse {
    let content_type = content_type.to_ascii_lowercase();
    match status {
        200 if media_type(&content_type) == "text/event-stream" => StreamResponse::Stream,
        200 => StreamResponse::Refused(format!("an answer of type '{content_type}'")),
        204 => StreamResponse::NoMoreEvents,
        // Request timeout, too early, too many requests, and whatever is wrong with the server.
        408 | 425 | 429 | 500.. => StreamResponse::Retry,
        _ => StreamResponse::Refused(format!("HTTP status {status}")),
    }
}

/// How many milliseconds a server asks to wait, by its header `Retry-After`; `None` without it, or where it is a date.
///
/// ```
/// use flinks_upload::core::results::event_stream::retry_after;
/// assert_eq!(retry_after("30"), Some(30_000));
/// assert_eq!(retry_after("Fri, 27 Nov 2026 10:00:00 GMT"), None);
/// ```
pub fn retry_after(header: &str) -> Option<u32> {
    digits(header.trim()).map(|seconds| seconds.saturating_mul(1000))
}

/// A number of ASCII digits alone; what is too large is the largest.
pub(super) fn digits(text: &str) -> Option<u32> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().unwrap_or(u32::MAX))
}

/// The media type without its parameters.
fn media_type(content_type: &str) -> &str {
    content_type.split(';').next().unwrap_or_default().trim()
}
