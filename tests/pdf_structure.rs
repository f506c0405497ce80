//! Files as they are written and as they break: the verdict of the PDF check on each.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::format_collect, reason = "plain to read, and speed is no matter here")]

mod pdf_support;

use flinks_upload::pdf::{Budget, Encryption, PdfReport, State, TextLayer, inspect};
use pdf_support::{Writer, last, look};

fn check(bytes: &[u8]) -> PdfReport {
    inspect(bytes, &Budget::default())
}

fn assert_whole(bytes: &[u8], pages: u32) {
    let report = check(bytes);
    assert_eq!((report.state, report.pages), (State::Intact, Some(pages)), "{}", bytes.escape_ascii());
    assert_eq!((report.encryption, report.text), (Some(Encryption::None), Some(TextLayer::Text)));
}

#[test]
fn a_plain_statement_is_whole() {
    assert_whole(&Writer::statement(3).table(), 3);
}

#[test]
fn rows_of_19_20_and_21_bytes_are_told_apart() {
    for line_end in ["\n", " \n", "\r\n", " \r\n"] {
        assert_whole(&Writer::statement(3).table_with(line_end, ""), 3);
        assert_whole(&Writer::statement(3).long_table(line_end), 3);
    }
}

#[test]
fn object_streams_and_a_predicted_cross_reference_stream_are_read() {
    assert_whole(&Writer::statement(40).streams(), 40);
}

#[test]
fn a_hybrid_file_hides_objects_in_a_stream_that_the_table_calls_free() {
    let streams = Writer::statement(2).streams();
    let stream = last(&streams, b"startxref");
    let place: u64 = String::from_utf8_lossy(&streams[stream + 10..]).lines().next().unwrap().parse().unwrap();
    let mut file = streams[..stream].to_vec();
    let start = file.len();
    let rows = "0000000000 65535 f \n".repeat(12);
    file.extend_from_slice(
        format!("xref\n0 12\n{rows}trailer\n<</Size 20/Root 1 0 R/XRefStm {place}>>\nstartxref\n{start}\n%%EOF\n")
            .as_bytes(),
    );
    assert_whole(&file, 2);
}

#[test]
fn the_newest_revision_counts() {
    let old = Writer::statement(1).table();
    let start = last(&old, b"xref\n0 1") as u64;
    let mut new = Writer::statement(1);
    new.put(2, "<</Type/Pages/Count 2/Kids[10 0 R 12 0 R]/MediaBox[0 0 612 792]>>");
    new.put(12, "<</Type/Page/Parent 2 0 R>>");
    assert_whole(&new.update(old, start), 2);
}

#[test]
fn bytes_in_front_of_the_marker_shift_the_offsets_or_do_not() {
    let mut file = b"HTTP/1.1 200 OK\r\n\r\n".to_vec();
    file.extend(Writer::statement(2).table());
    assert_whole(&file, 2);
}

#[test]
fn a_count_that_the_children_do_not_agree_with_is_not_believed() {
    let mut file = Writer::statement(3);
    file.put(2, "<</Type/Pages/Count 7/Kids[10 0 R 12 0 R 14 0 R 99 0 R]/MediaBox[0 0 612 792]>>");
    assert_whole(&file.table(), 3);
    file.put(2, "<</Type/Pages/Kids[10 0 R 12 0 R 14 0 R]/MediaBox[0 0 612 792]>>");
    assert_whole(&file.table(), 3);
}

#[test]
fn a_page_that_is_missing_among_others_is_counted_as_readers_do_and_told() {
    // A file whose tree names three pages, one of which is not there, passed for a whole file of two.
    // Readers show three; that one can't be read is a reason to doubt the file.
    let mut file = Writer::statement(3);
    file.put(2, "<</Type/Pages/Count 3/Kids[10 0 R 99 0 R 14 0 R]/MediaBox[0 0 612 792]>>");
    let report = check(&file.table());
    assert_eq!((report.state, report.pages), (State::Repaired, Some(3)));
    file.put(2, "<</Type/Pages/Count 1/Kids[99 0 R]>>");
    assert_eq!(check(&file.table()).state, State::Damaged);
}

#[test]
fn a_tree_that_is_a_child_of_its_own_is_gone_through_once() {
    // The root was not among the nodes that were met, so its pages were counted twice: six instead of three.
    // It is met first now, and a tree that leads back to itself is never whole.
    let mut file = Writer::statement(3);
    file.put(2, "<</Type/Pages/Count 4/Kids[2 0 R 10 0 R 12 0 R 14 0 R]>>");
    let report = check(&file.table());
    assert_eq!((report.state, report.pages), (State::Repaired, Some(3)));
}

#[test]
fn a_tree_of_trees_is_counted_by_its_first_level() {
    let mut file = Writer::statement(4);
    file.put(2, "<</Type/Pages/Count 4/Kids[5 0 R 6 0 R]>>");
    file.put(5, "<</Type/Pages/Count 1/Kids[10 0 R]>>");
    file.put(6, "<</Type/Pages/Count 3/Kids[12 0 R 14 0 R 16 0 R]>>");
    assert_whole(&file.table(), 4);
}

#[test]
fn a_tree_of_three_levels_leads_to_its_pages_in_few_questions() {
    let mut file = Writer::default();
    let list = |ids: std::ops::Range<u32>| ids.map(|id| format!("{id} 0 R ")).collect::<String>();
    file.put(1, "<</Type/Catalog/Pages 2 0 R>>");
    file.put(2, format!("<</Type/Pages/Count 1000/Kids[{}]>>", list(10..20)));
    for node in 10..20 {
        let first = 100 + (node - 10) * 10;
        file.put(node, format!("<</Type/Pages/Count 100/Kids[{}]>>", list(first..first + 10)));
        file.stream(node + 20, "", &vec![0; 30_000]);
    }
    for node in 100..200 {
        let first = 1000 + (node - 100) * 10;
        file.put(node, format!("<</Type/Pages/Count 10/Kids[{}]>>", list(first..first + 10)));
        file.stream(node + 100, "", &vec![0; 30_000]);
    }
    for page in 1000..2000 {
        file.put(page, "<</Type/Page/MediaBox[0 0 612 792]>>");
        if page % 10 == 0 {
            file.stream(page + 1000, "", &vec![0; 30_000]);
        }
    }
    let looked = look(&file.long_table(" \n"), &Budget::default());
    assert_eq!((looked.report.state, looked.report.pages), (State::Intact, Some(1000)));
    assert!(looked.rounds <= 8, "{} rounds", looked.rounds);
}

#[test]
fn where_there_is_too_much_to_look_through_the_older_revision_counts() {
    let mut file = Writer::statement(2).table();
    file.extend(vec![b'x'; 50_000]);
    let budget = Budget { bytes: 60_000, ..Budget::default() };
    let report = inspect(&file, &budget);
    assert_eq!((report.state, report.pages), (State::Repaired, Some(2)));
}

#[test]
fn anything_behind_the_end_mark_is_suspicious_but_white_space() {
    let mut file = Writer::statement(2).table();
    file.extend_from_slice(b"\r\n \0\n");
    assert_whole(&file, 2);
    file.extend_from_slice(b"<html>");
    let report = check(&file);
    assert_eq!((report.state, report.pages), (State::Repaired, Some(2)));
}

#[test]
fn a_cut_file_is_never_whole() {
    for file in [Writer::statement(5).table(), Writer::statement(5).long_table(" \n"), Writer::statement(5).streams()] {
        for tenth in 1..=10 {
            let end = (file.len() - 8) * tenth / 10;
            let report = check(&file[..end]);
            assert_ne!(report.state, State::Intact, "cut at {end} of {}", file.len());
            assert_eq!(report.state == State::Damaged, report.pages.unwrap_or(0) == 0);
        }
    }
}

#[test]
fn an_update_that_was_cut_does_not_pass_for_the_revision_before_it() {
    // A cut file may hold an older complete revision, end mark and all; it was taken for whole.
    let old = Writer::statement(1).table();
    let start = last(&old, b"xref\n0 1") as u64;
    let mut new = Writer::statement(1);
    new.put(2, "<</Type/Pages/Count 3/Kids[10 0 R 10 0 R 10 0 R]/MediaBox[0 0 612 792]>>");
    let file = new.update(old.clone(), start);
    for end in (old.len() + 1)..(file.len() - 6) {
        assert_eq!(check(&file[..end]).state, State::Repaired, "cut at {end} of {}", file.len());
    }
}

#[test]
fn pages_are_found_without_a_cross_reference() {
    for file in [Writer::statement(6).table(), Writer::statement(6).streams()] {
        let end = last(&file, b"startxref");
        let report = check(&file[..end]);
        assert_eq!((report.state, report.pages), (State::Repaired, Some(6)));
        let mut wrong = file[..end].to_vec();
        wrong.extend_from_slice(b"startxref\n3\n%%EOF\n");
        let report = check(&wrong);
        assert_eq!((report.state, report.pages), (State::Repaired, Some(6)));
    }
    let report = check(b"%PDF-1.4\n");
    assert_eq!((report.state, report.pages), (State::Damaged, None));
}

#[test]
fn a_file_that_turns_out_shorter_than_announced_is_suspicious() {
    use flinks_upload::pdf::{Inspector, Step};
    let file = Writer::statement(2).table();
    let mut inspector = Inspector::new(file.len() as u64 + 1000, Budget::default());
    let mut step = inspector.start();
    let report = loop {
        match step {
            Step::Need(ranges) => {
                step = inspector.supply(ranges.iter().map(|range| range.of(&file).to_vec()).collect());
            }
            Step::Done(report) => break report,
        }
    };
    assert_eq!((report.state, report.pages), (State::Repaired, Some(2)));
}

#[test]
fn each_kind_of_page_is_told() {
    let text = "BT /F 12 Tf 72 700 Td (Closing balance 1,234.56, thank you for banking with us this month and the next) Tj ET ";
    let picture = "q 600 0 0 800 0 0 cm /I Do Q ";
    let logo = "q 100 0 0 50 40 740 cm /I Do Q ";
    let table = [
        (text.to_owned(), TextLayer::Text),
        (format!("{logo}{text}"), TextLayer::Text),
        (format!("{picture}{text}"), TextLayer::Text),
        (picture.to_owned(), TextLayer::Scan),
        (format!("{picture}3 Tr {text}"), TextLayer::ScanWithText),
        (format!("{text}{picture}"), TextLayer::ScanWithText),
        (format!("{picture}BT /F 9 Tf (CamScanner) Tj ET"), TextLayer::ScanWithText),
        (logo.to_owned(), TextLayer::None),
        ("10 10 m 20 20 l S".to_owned(), TextLayer::None),
        (String::new(), TextLayer::None),
        ("q 2 0 0 2 0 0 cm /X Do Q".to_owned(), TextLayer::Text),
    ];
    for (content, layer) in table {
        let mut file = Writer::page(&content);
        file.stream(
            5,
            "/Type/XObject/Subtype/Image/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent 8",
            &[0; 81],
        );
        file.stream(6, "/Type/XObject/Subtype/Form/BBox[0 0 300 400]", text.as_bytes());
        assert_eq!(check(&file.table()).text, Some(layer), "{content}");
        assert_eq!(check(&file.streams()).text, Some(layer), "{content}");
    }
}

#[test]
fn portfolios_and_printed_copies_are_told() {
    let mut file = Writer::statement(1);
    assert!(!check(&file.table()).portfolio && !check(&file.table()).printed);
    file.put(1, "<</Type/Catalog/Pages 2 0 R/Collection<</View/T>>>>");
    file.put(4, "<</Producer<FEFF0053006B00690061002F0050004400460020006D003100320030>>>");
    assert!(check(&file.table()).portfolio && check(&file.table()).printed);
}

#[test]
fn the_pictures_of_a_large_scan_are_not_read() {
    let mut file = Writer::default();
    let pages = 24u32;
    let kids: String = (0..pages).map(|page| format!("{} 0 R ", 10 + page * 3)).collect();
    file.put(1, "<</Type/Catalog/Pages 2 0 R>>");
    file.put(2, format!("<</Type/Pages/Count {pages}/Kids[{kids}]>>"));
    for page in 0..pages {
        let id = 10 + page * 3;
        let (content, image) = (id + 1, id + 2);
        let resources = format!("<</XObject<</I {image} 0 R>>>>");
        file.put(
            id,
            format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {content} 0 R/Resources{resources}>>"),
        );
        file.stream(content, "", b"q 612 0 0 792 0 0 cm /I Do Q");
        file.stream(
            image,
            "/Type/XObject/Subtype/Image/Width 1700/Height 2200/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode",
            &vec![0x5A; 300_000],
        );
    }
    let bytes = file.long_table(" \n");
    let looked = look(&bytes, &Budget::default());
    assert_eq!((looked.report.pages, looked.report.text), (Some(pages), Some(TextLayer::Scan)));
    assert!(looked.rounds <= 6, "{} rounds", looked.rounds);
    assert!(looked.read * 50 < bytes.len() as u64, "{} of {} bytes read", looked.read, bytes.len());
}
