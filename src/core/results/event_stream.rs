//! Reads a server's event stream (`text/event-stream`) from the pieces in which it arrives.
//!
//! Source: the HTML standard, "Server-sent events". Bounded: whoever sends a line or an event without an end is not
//! kept in memory, and is heard again with the next event.

/// A longer line or event is dropped. In bytes.
const LONGEST: usize = 64 * 1024;

/// One event of a stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StreamEvent {
    /// Its type; `message` unless the server says otherwise.
    pub event_type: String,
    /// Its text.
    pub data: String,
    /// The newest id that the server gave, to go on from later; empty where there is none.
    pub id: String,
}

/// A stream that is being read.
#[derive(Debug, Clone, Default)]
pub struct EventStream {
    line: Vec<u8>,
    /// The last byte was a carriage return: a line feed belongs to it.
    after_return: bool,
    is_begun: bool,
    event_type: String,
    data: Option<String>,
    /// Something of the present event was too long; it will not be told.
    is_too_long: bool,
    id: String,
}

impl EventStream {
    /// A stream that goes on after this id.
    pub fn after(id: &str) -> Self {
        Self { id: id.to_owned(), ..Self::default() }
    }

    /// Takes the next bytes in, and gives the events that they complete.
    pub fn read(&mut self, bytes: &[u8]) -> Vec<StreamEvent> {
        let mut events = Vec::new();
        for &byte in bytes {
            match byte {
                b'\n' if self.after_return => self.after_return = false,
                b'\n' | b'\r' => {
                    self.after_return = byte == b'\r';
                    events.extend(self.end_line());
                }
                _ => {
                    self.after_return = false;
                    if self.line.len() < LONGEST {
                        self.line.push(byte);
                    } else {
                        self.is_too_long = true;
                    }
                }
            }
        }
        events
    }

    fn end_line(&mut self) -> Option<StreamEvent> {
        let line = String::from_utf8_lossy(&std::mem::take(&mut self.line)).into_owned();
        let line = if self.is_begun { line.as_str() } else { line.strip_prefix('\u{feff}').unwrap_or(&line) };
        self.is_begun = true;
        if line.is_empty() {
            return self.end_event();
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => value.clone_into(&mut self.event_type),
            "data" => {
                let data = self.data.take().map(|data| data + "\n").unwrap_or_default() + value;
                self.is_too_long |= data.len() > LONGEST;
                // Even then there are data, but none that are kept.
                self.data = Some(if self.is_too_long { String::new() } else { data });
            }
            // It goes into a header.
            "id" if value.bytes().all(|byte| byte.is_ascii_graphic()) && value.len() <= 256 => {
                value.clone_into(&mut self.id);
            }
            // Comments, `retry` and whatever comes later.
            _ => {}
        }
        None
    }

    fn end_event(&mut self) -> Option<StreamEvent> {
        let event_type = std::mem::take(&mut self.event_type);
        let is_too_long = std::mem::take(&mut self.is_too_long);
        let data = self.data.take().filter(|_| !is_too_long)?;
        let event_type = if event_type.is_empty() { "message".to_owned() } else { event_type };
        Some(StreamEvent { event_type, data, id: self.id.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Vec<StreamEvent> {
        EventStream::default().read(text.as_bytes())
    }

    fn event(event_type: &str, data: &str, id: &str) -> StreamEvent {
        StreamEvent { event_type: event_type.into(), data: data.into(), id: id.into() }
    }

    /// The same table holds the reader of the npm package, which is JavaScript.
    #[test]
    fn streams_read_as_the_standard_says() {
        let table: Vec<serde_json::Value> =
            serde_json::from_str(include_str!("../../../tests/event_streams.json")).unwrap();
        for case in &table {
            let expected: Vec<(String, String, String)> = serde_json::from_value(case["events"].clone()).unwrap();
            let expected: Vec<_> = expected.iter().map(|(kind, data, id)| event(kind, data, id)).collect();
            assert_eq!(read(case["text"].as_str().unwrap()), expected, "{}", case["what"]);
        }
        assert!(table.len() >= 10);
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_first_line() {
        assert_eq!(read("\u{feff}data: a\n\n"), [event("message", "a", "")]);
    }

    #[test]
    fn a_line_or_an_event_without_end_is_dropped_and_the_next_one_heard() {
        let mut stream = EventStream::default();
        assert_eq!(stream.read(b"data: "), []);
        for _ in 0..1000 {
            assert_eq!(stream.read(&[b'x'; 1000]), []);
            assert!(stream.line.len() <= LONGEST);
        }
        assert_eq!(stream.read(b"\n\ndata: heard\n\n"), [event("message", "heard", "")]);
        let long = "data: x\n".repeat(LONGEST);
        let events = stream.read(format!("{long}\ndata: heard\n\n").as_bytes());
        assert_eq!(events, [event("message", "heard", "")]);
    }

    #[test]
    fn an_id_that_is_too_long_for_a_header_is_not_kept() {
        let id = "x".repeat(300);
        assert_eq!(
            EventStream::after("5").read(format!("id: {id}\ndata:\n\n").as_bytes()),
            [event("message", "", "5")]
        );
    }

    proptest! {
        #[test]
        fn it_does_not_matter_in_which_pieces_a_stream_arrives(text in "(data|id|event|:)?:? ?[a-zé\u{0}]{0,4}(\n|\r|\r\n|){1,3}".prop_map(|part| part.repeat(5)), at in 0usize..200) {
            let bytes = text.as_bytes();
            let (first, second) = bytes.split_at(at.min(bytes.len()));
            let mut stream = EventStream::default();
            let mut events = stream.read(first);
            events.extend(stream.read(second));
            prop_assert_eq!(events, read(&text));
        }

        #[test]
        fn no_bytes_are_too_much(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
            EventStream::default().read(&bytes);
        }
    }
}
