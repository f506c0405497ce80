//! Files that try to keep the inspector busy, to fill its memory or to crash it. Each inspection ends within a second.

use super::support::{Stopwatch, Writer, find_last, inspect_counting};
use flinks_upload::pdf::{Budget, LimitExceeded, PdfReport, State, TextLayer, inspect};
use miniz_oxide::deflate::compress_to_vec_zlib;

fn check(bytes: &[u8]) -> PdfReport {
    let stopwatch = Stopwatch::start();
    let report = inspect(bytes, &Budget::default());
    stopwatch.assert_within_limit(&report);
    report
}

#[test]
fn a_cross_reference_loop_ends() {
    let file = Writer::statement(2).table();
    let start = find_last(&file, b"xref\n0 1");
    let looping = Writer::statement(2).table_with(" \n", &format!("/Prev {start}"));
    let report = check(&looping);
    assert_eq!((report.state, report.pages), (State::Rebuilt, Some(2)));
}

// @claim:hostile-file
#[test]
fn a_page_tree_loop_ends() {
    let mut file = Writer::statement(1);
    file.put(2, "<</Type/Pages/Count 5/Kids[2 0 R 10 0 R 2 0 R 5 0 R]>>");
    file.put(5, "<</Type/Pages/Count 9/Kids[2 0 R 5 0 R 10 0 R]>>");
    assert!(check(&file.table()).pages.is_some());
    file.put(2, "<</Type/Pages/Count 1/Kids[2 0 R]>>");
    assert_eq!(check(&file.table()).state, State::Damaged);
}

#[test]
fn objects_that_refer_to_themselves_end() {
    let mut file = Writer::statement(1);
    file.put(2, "2 0 R");
    assert_eq!(check(&file.table()).state, State::Damaged);
    let mut file = Writer::page("/X Do (x) Tj");
    file.put(6, "<</Type/XObject/Subtype/Form/Length 6 0 R/Filter 6 0 R>>\nstream\n/X Do\nendstream");
    assert_eq!(check(&file.table()).pages, Some(1));
    let mut file = Writer::page("");
    file.put(10, "<</Type/Page/MediaBox 10 0 R/Contents[11 0 R 10 0 R[11 0 R]]/Resources 10 0 R>>");
    assert_eq!(check(&file.table()).pages, Some(1));
}

#[test]
fn forms_that_multiply_end() {
    let mut file = Writer::page("/X Do /X Do /X Do /X Do");
    file.put(
        6,
        "<</Type/XObject/Subtype/Form/Resources<</XObject<</X 6 0 R>>>>/Length 47>>\nstream\n\
         /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do\nendstream",
    );
    let report = check(&file.table());
    assert_eq!((report.state, report.text), (State::Intact, Some(TextLayer::None)));
}

#[test]
fn deep_nesting_exceeds_the_budget_and_not_the_stack() {
    for open in ["[", "<</A", "<</Kids["] {
        let mut file = Writer::statement(1);
        file.put(2, open.repeat(200_000));
        let report = check(&file.table());
        assert!(matches!(report.state, State::Unchecked(LimitExceeded::Objects) | State::Damaged), "{report:?}");
    }
    let report = check(&Writer::page(&"[".repeat(100_000)).table());
    assert_eq!((report.state, report.pages), (State::Intact, Some(1)));
    let mut file = Writer::statement(1);
    for id in 100..1000 {
        file.put(id, format!("<</Type/Pages/Count 1/Kids[{} 0 R]>>", id + 1));
    }
    file.put(1000, "<</Type/Page>>");
    file.put(2, "<</Type/Pages/Count 7/Kids[100 0 R]>>");
    check(&file.table());
}

// @claim:hostile-file
#[test]
fn a_decompression_bomb_exceeds_the_work_budget() {
    let once = compress_to_vec_zlib(&vec![b' '; 128 << 20], 6);
    let twice = compress_to_vec_zlib(&once, 6);
    for (filter, data) in [("/FlateDecode", &once), ("[/FlateDecode/FlateDecode]", &twice)] {
        let mut file = Writer::page("");
        file.stream(11, &format!("/Filter{filter}"), data);
        let report = check(&file.table());
        assert_eq!((report.state, report.pages), (State::Unchecked(LimitExceeded::Work), Some(1)));
    }
    let mut file = Writer::default();
    file.stream(1, "/Type/ObjStm/N 1/First 4/Filter/FlateDecode", &once);
    let mut bytes = file.table();
    bytes.extend_from_slice(b"x");
    check(&bytes);
}

// @claim:hostile-file
#[test]
fn a_million_objects_end_within_the_limit() {
    let kids = "3 0 R ".repeat(1_000_000);
    let mut file = Writer::statement(1);
    file.put(2, format!("<</Type/Pages/Count 1000000/Kids[{kids}]>>"));
    assert_eq!(check(&file.table()).pages, Some(1_000_000));
    file.put(2, format!("<</Type/Pages/Count 5/Kids[{kids}]>>"));
    assert_eq!(check(&file.table()).state, State::Unchecked(LimitExceeded::Objects));
    let mut scattered = b"%PDF-1.4\n".to_vec();
    for id in 1..1_000_000 {
        scattered.extend_from_slice(format!("{id} 0 obj null endobj\n").as_bytes());
    }
    assert_eq!(check(&scattered).state, State::Damaged);
}

#[test]
fn a_cross_reference_table_of_endless_length_is_rejected() {
    for count in ["4294967295", "99999999999999999999", "-1"] {
        let file = format!(
            "%PDF-1.4\n1 0 obj<</Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]>>endobj 3 0 obj<</Type/Page>>endobj\n\
             xref\n0 {count}\n0000000000 65535 f \n0000000009 00000 n \ntrailer<</Root 1 0 R>>\nstartxref\n99\n%%EOF"
        );
        check(file.as_bytes());
    }
}

#[test]
fn each_limit_ends_the_inspection_and_keeps_what_was_found() {
    let mut scan = Writer::statement(3);
    scan.stream(50, "", &vec![0; 200_000]);
    let file = scan.long_table(" \n");
    let full = inspect_counting(&file, &Budget::default());
    assert_eq!(full.report.pages, Some(3));
    let few_bytes = Budget { bytes: 1000, ..Budget::default() };
    assert_eq!(inspect(&file, &few_bytes).state, State::Unchecked(LimitExceeded::Bytes));
    let few_objects = Budget { objects: 3, ..Budget::default() };
    assert_eq!(inspect(&file, &few_objects).state, State::Unchecked(LimitExceeded::Objects));
    let little_work = Budget { work: 10, ..Budget::default() };
    let report = inspect(&file, &little_work);
    assert_eq!((report.state, report.pages), (State::Unchecked(LimitExceeded::Work), Some(3)));
}
