//! The events in the bytes of a stream, whatever the pieces in which they arrive.

use super::response::digits;
use crate::core::redacted::partial_debug;

/// The longest line, and the longest data of one event, in bytes. Longer ones are dropped.
pub(super) const MAX_EVENT_BYTES: usize = 64 * 1024;
/// The longest event id, in bytes. It is sent back in a header.
const MAX_ID_BYTES: usize = 256;

/// One event of a stream.
#[derive(Clone, PartialEq, Eq)]
pub struct ServerSentEvent {
    /// The type; `message` unless the server names one.
    pub event_type: String,
    /// The data; several `data` lines are joined by line feeds.
    pub data: String,
    /// The newest id that the server sent, for the `Last-Event-ID` of the next request; empty where there is none.
    pub id: String,
}

/// Parses a stream from the pieces in which it arrives.
///
/// ```
/// use flinks_upload::core::results::event_stream::EventStreamParser;
/// let mut parser = EventStreamParser::resume_after("6");
/// assert_eq!(parser.feed(b"event: status\nda"), []);
/// let events = parser.feed(b"ta: ready\nid: 7\n\n");
/// assert_eq!(events.first().map(|event| (event.data.as_str(), event.id.as_str())), Some(("ready", "7")));
/// ```
#[derive(Clone, Default)]
pub struct EventStreamParser {
    pub(super) line: Vec<u8>,
    /// The last byte was a carriage return; a line feed after it is part of the same line end.
    after_carriage_return: bool,
    /// The first line was read; only before it there may be a byte order mark.
    has_first_line: bool,
    event_type: String,
    data: Option<String>,
    /// A line or the data of the current event was too long: the event is dropped at its end.
    is_too_long: bool,
    id: String,
    retry_after: Option<u32>,
}

partial_debug! {
    ServerSentEvent { event_type }
    EventStreamParser {}
}

impl EventStreamParser {
    /// A parser for a stream that was requested with this `Last-Event-ID`; empty for a new stream.
    pub fn resume_after(last_id: &str) -> Self {
        Self { id: last_id.to_owned(), ..Self::default() }
    }

    /// How many milliseconds the server asks to wait before the next request, once the stream has ended (`retry`).
    pub fn retry_after(&self) -> Option<u32> {
        self.retry_after
    }

    /// Parses the next bytes; returns the events that they complete.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<ServerSentEvent> {
        let mut events = Vec::new();
        for &byte in bytes {
            match byte {
                b'\n' if self.after_carriage_return => self.after_carriage_return = false,
                b'\n' | b'\r' => {
                    self.after_carriage_return = byte == b'\r';
                    events.extend(self.end_line());
                }
                _ => {
                    self.after_carriage_return = false;
                    if self.line.len() < MAX_EVENT_BYTES {
                        self.line.push(byte);
                    } else {
                        self.is_too_long = true;
                    }
                }
            }
        }
        events
    }

    fn end_line(&mut self) -> Option<ServerSentEvent> {
        let line = String::from_utf8_lossy(&std::mem::take(&mut self.line)).into_owned();
        let line = if self.has_first_line { line.as_str() } else { line.strip_prefix('\u{feff}').unwrap_or(&line) };
        self.has_first_line = true;
        if line.is_empty() {
            return self.end_event();
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => value.clone_into(&mut self.event_type),
            "data" => {
                let data = self.data.take().map(|data| data + "\n").unwrap_or_default() + value;
                self.is_too_long |= data.len() > MAX_EVENT_BYTES;
                // Still `Some`: the event has data, although they are dropped.
                self.data = Some(if self.is_too_long { String::new() } else { data });
            }
            // It is sent back in a header, which holds no other characters.
            "id" if value.bytes().all(|byte| byte.is_ascii_graphic()) && value.len() <= MAX_ID_BYTES => {
                value.clone_into(&mut self.id);
            }
            "retry" => self.retry_after = digits(value).or(self.retry_after),
            // Comments and fields of later standards.
            _ => {}
        }
        None
    }

    fn end_event(&mut self) -> Option<ServerSentEvent> {
        let event_type = std::mem::take(&mut self.event_type);
        let is_too_long = std::mem::take(&mut self.is_too_long);
        let data = self.data.take().filter(|_| !is_too_long)?;
        let event_type = if event_type.is_empty() { "message".to_owned() } else { event_type };
        Some(ServerSentEvent { event_type, data, id: self.id.clone() })
    }
}
