use super::*;
use crate::core::{
    connect::message::read_text,
    error::UploadError,
    files::{batch::Batch, file::FileId, file::PickedFile, finding::Finding, limits::Limits, report::Report},
    offer::{Offer, Reason},
    request::RequestIds,
};
use proptest::prelude::*;
use serde::Serialize;
use serde_json::json;
use std::collections::BTreeMap;

/// What JavaScript makes of it, held to what serde makes of the same value.
fn assert_same(value: &(impl Serialize + std::fmt::Debug)) {
    let written = to_json(value).unwrap();
    let read: serde_json::Value = serde_json::from_str(&written).unwrap();
    assert_eq!(read, serde_json::to_value(value).unwrap(), "{value:?}");
    // In the same order, too, and without blanks.
    assert_eq!(written.len(), serde_json::to_string(value).unwrap().len(), "{written}");
}

#[test]
fn what_the_host_is_told_is_written_as_serde_writes_it() {
    for finding in Finding::examples() {
        assert_same(&finding);
    }
    for text in
        ["", "{\"step\":\"REDIRECT\",\"loginId\":\"l\"}", "{\"flinksCode\":\"INVALID_LOGIN\",\"institution\":\"É\"}"]
    {
        assert_same(&read_text(text));
    }
    assert_same(&UploadError::invalid("mode", "a word", "a \"quoted\" \\ one"));
    assert_same(&UploadError::TooManyPicked { limit: 1000 });
    assert_same(&Offer { reason: Reason::NotListed, institution: None });
}

#[test]
fn a_report_is_written_as_serde_writes_it() {
    assert_same(&Report::default());
    let mut batch = Batch::default();
    let picked = |name: &str, size| PickedFile { name: name.to_owned(), size };
    let files = [picked("a\u{1}\u{1f}\"b\\.pdf", 5), picked("é€😀\u{2028}", 0), picked("", 1 << 53)];
    let tasks = batch.add((1..).map(FileId).zip(files), &mut RequestIds::default());
    assert_same(&batch.report(&Limits::default()));
    assert!(!tasks.is_empty());
}

#[test]
fn lists_and_maps_stand_in_each_other() {
    assert_same(&json!([]));
    assert_same(&json!({}));
    assert_same(&json!([[], {}, [{}], "[", "{", {"[": [], "{": {}}, null, true, false]));
    assert_same(&json!({"a": {"b": [1, 2, {"c": null}]}, "d": "", "e": [[["x"], "y"], "z"]}));
    assert_same(&BTreeMap::from([("a", Some(1_u8)), ("b", None)]));
}

#[test]
fn whole_numbers_have_all_their_digits() {
    for number in [0, 1, u64::from(u32::MAX), u64::MAX] {
        assert_same(&number);
    }
    for number in [i64::MIN, -1] {
        assert_same(&number);
    }
    assert_same(&'"');
}

#[test]
fn other_types_are_refused() {
    #[derive(Serialize)]
    enum Shape {
        Round(u8),
        Long { length: u8 },
        Both(u8, u8),
    }
    assert_eq!(to_json(&1.5_f64), Err(UnsupportedType));
    assert_eq!(to_json(&1.5_f32), Err(UnsupportedType));
    assert_eq!(to_json(&(1, 2)), Err(UnsupportedType));
    for shape in [Shape::Round(1), Shape::Long { length: 1 }, Shape::Both(1, 2)] {
        assert_eq!(to_json(&[shape].as_slice()), Err(UnsupportedType));
    }
}

proptest! {
    #[test]
    fn every_text_is_written_as_serde_reads_it(text in any::<String>()) {
        let read: String = serde_json::from_str(&to_json(&text).unwrap()).unwrap();
        prop_assert_eq!(read, text);
    }
}
