//! Whatever a page posts: it is read into the closed type, and only the step REDIRECT ends the journey.
#![no_main]

use flinks_upload::core::connect::message::{MAX_TEXT_BYTES, MessageKind, RawMessage, read, read_text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let message = read_text(text);
    let told = serde_json::to_value(&message).unwrap();
    assert_eq!(message.kind == MessageKind::Redirect, told["step"] == "REDIRECT");
    // What hosts are told can be read again, and says the same, unless it became too long.
    let again = told.to_string();
    assert!(again.len() > MAX_TEXT_BYTES || read_text(&again).kind == message.kind, "{again}");
    // The same text as each of the fields.
    for place in 0..RawMessage::FIELDS.len() {
        let fields = RawMessage::FIELDS;
        read(RawMessage::from_fields(|name| (name == fields[place] || name == "step").then(|| text.to_owned())));
    }
});
