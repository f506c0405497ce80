use super::{
    parser::{EventStreamParser, MAX_EVENT_BYTES, ServerSentEvent},
    response::{StreamResponse, classify_response},
};
use proptest::prelude::*;
use serde_json::Value;

fn read(text: &str) -> Vec<ServerSentEvent> {
    EventStreamParser::default().feed(text.as_bytes())
}

fn event(event_type: &str, data: &str, id: &str) -> ServerSentEvent {
    ServerSentEvent { event_type: event_type.into(), data: data.into(), id: id.into() }
}

/// `tests/node/event-stream.test.mjs` holds the npm package to the same tables.
#[test]
fn streams_read_as_the_standard_says() {
    let table: Vec<Value> = serde_json::from_str(include_str!("../../../../tests/event_streams.json")).unwrap();
    for case in &table {
        let expected: Vec<(String, String, String)> = serde_json::from_value(case["events"].clone()).unwrap();
        let expected: Vec<_> = expected.iter().map(|(kind, data, id)| event(kind, data, id)).collect();
        let mut parser = EventStreamParser::default();
        assert_eq!(parser.feed(case["text"].as_str().unwrap().as_bytes()), expected, "{}", case["what"]);
        assert_eq!(parser.retry_after().map(u64::from), case["retryAfter"].as_u64(), "{}", case["what"]);
    }
    assert!(table.len() >= 10);
}

/// `tests/node/event-stream.test.mjs` holds the npm package to the same table.
#[test]
fn responses_are_streams_worth_another_attempt_or_refused_as_the_table_says() {
    let table: Vec<Value> =
        serde_json::from_str(include_str!("../../../../tests/event_stream_responses.json")).unwrap();
    for case in &table {
        let status = case["status"].as_u64().unwrap().try_into().unwrap();
        let expected = match case["outcome"].as_str().unwrap() {
            "stream" => StreamResponse::Stream,
            "retry" => StreamResponse::Retry,
            "no-more-events" => StreamResponse::NoMoreEvents,
            "refused" => StreamResponse::Refused(case["received"].as_str().unwrap().to_owned()),
            other => panic!("the table has an unknown outcome: {other}"),
        };
        assert_eq!(classify_response(status, case["contentType"].as_str().unwrap()), expected, "{case}");
    }
    assert!(table.len() >= 20);
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_first_line() {
    assert_eq!(read("\u{feff}data: a\n\n"), [event("message", "a", "")]);
}

#[test]
fn a_line_or_an_event_without_end_is_dropped_and_the_next_one_heard() {
    let mut stream = EventStreamParser::default();
    assert_eq!(stream.feed(b"data: "), []);
    for _ in 0..1000 {
        assert_eq!(stream.feed(&[b'x'; 1000]), []);
        assert!(stream.line.len() <= MAX_EVENT_BYTES);
    }
    assert_eq!(stream.feed(b"\n\ndata: heard\n\n"), [event("message", "heard", "")]);
    let long = "data: x\n".repeat(MAX_EVENT_BYTES);
    let events = stream.feed(format!("{long}\ndata: heard\n\n").as_bytes());
    assert_eq!(events, [event("message", "heard", "")]);
}

#[test]
fn an_id_that_is_too_long_for_a_header_is_not_kept() {
    let id = "x".repeat(300);
    assert_eq!(
        EventStreamParser::resume_after("5").feed(format!("id: {id}\ndata:\n\n").as_bytes()),
        [event("message", "", "5")]
    );
}

proptest! {
    #[test]
    fn it_does_not_matter_in_which_pieces_a_stream_arrives(text in "(data|id|event|:)?:? ?[a-zé\u{0}]{0,4}(\n|\r|\r\n|){1,3}".prop_map(|part| part.repeat(5)), at in 0usize..200) {
        let bytes = text.as_bytes();
        let (first, second) = bytes.split_at(at.min(bytes.len()));
        let mut stream = EventStreamParser::default();
        let mut events = stream.feed(first);
        events.extend(stream.feed(second));
        prop_assert_eq!(events, read(&text));
    }

    #[test]
    fn no_bytes_are_too_much(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        EventStreamParser::default().feed(&bytes);
    }
}
