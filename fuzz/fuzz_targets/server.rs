//! What servers send: an event stream in any pieces, and the bodies of webhooks and answers.
#![no_main]

use flinks_upload::core::results::{accounts::{accounts, read_notification, read_response}, event_stream::EventStreamParser};
use libfuzzer_sys::fuzz_target;

/// Longer events are dropped.
const MAX_LENGTH: usize = 64 * 1024;

fuzz_target!(|input: (u8, &[u8])| {
    let (piece, bytes) = input;
    let whole = EventStreamParser::default().feed(bytes);
    let mut stream = EventStreamParser::default();
    let pieces: Vec<_> = bytes.chunks(usize::from(piece).max(1)).flat_map(|piece| stream.feed(piece)).collect();
    assert_eq!(whole, pieces, "an event is the same however its bytes arrive");
    for event in whole {
        assert!(event.data.len() <= MAX_LENGTH && event.id.len() <= 256 && !event.event_type.is_empty());
        assert!(event.id.bytes().all(|byte| byte.is_ascii_graphic()), "it goes into a header");
    }

    for status in [200, 202, 400] {
        if let Ok(answer) = read_response(bytes, status) {
            let _ = (answer.tag(), answer.request_id(), answer.login_id());
        }
        let _ = read_notification(bytes, status);
    }
    if let Ok(Ok(shown)) = serde_json::from_slice(bytes).map(|answer| accounts(&answer)) {
        for account in shown {
            let number = account.number.unwrap_or_default();
            let base = if account.member.is_some() { number.rsplit_once('-').map_or("", |(base, _)| base) } else { &number };
            assert!(base.chars().filter(char::is_ascii_digit).count() <= 4, "{number}");
        }
    }
});
