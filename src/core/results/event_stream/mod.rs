//! Reads a server's event stream (`text/event-stream`): what an HTTP response means for it, and the events in its bytes.
//!
//! - [`response`] decides whether a response is a stream, worth another attempt, or the end.
//! - [`parser`] decides which bytes are an event.
//!
//! Neither opens a connection, and neither decides when to try again: the session does. `www/event-stream.js` is the same
//! for the element; `tests/event_streams.json` and `tests/event_stream_responses.json` hold both to the same results.
//!
//! Source: the HTML standard, "Server-sent events". Memory is bounded, unlike in the standard: a line or an event that is
//! too long is dropped, and the next event is read as usual.

pub mod parser;
pub mod response;

pub use parser::{EventStreamParser, ServerSentEvent};
pub use response::{StreamResponse, classify_response, retry_after};

#[cfg(test)]
mod tests;
