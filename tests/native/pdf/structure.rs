//! Valid and damaged file structures, and the report on each.

use super::support::{Writer, find_last, inspect_counting};
use flinks_upload::pdf::{Budget, Encryption, PdfReport, State, TextLayer, inspect};

fn check(bytes: &[u8]) -> PdfReport {
    inspect(bytes, &Budget::default())
}

fn assert_intact(bytes: &[u8], pages: u32) {
    let report = check(bytes);
    assert_eq!((report.state, report.pages), (State::Intact, Some(pages)), "{}", bytes.escape_ascii());
    assert_eq!((report.encryption, report.text), (Some(Encryption::None), Some(TextLayer::Text)));
}

#[test]
fn a_simple_file_is_intact() {
    assert_intact(&Writer::statement(3).table(), 3);
}

#[test]
fn cross_reference_entries_may_have_19_to_21_bytes() {
    for line_end in ["\n", " \n", "\r\n", " \r\n"] {
        assert_intact(&Writer::statement(3).table_with(line_end, ""), 3);
        assert_intact(&Writer::statement(3).long_table(line_end), 3);
    }
}

#[test]
fn object_streams_and_a_cross_reference_stream_with_a_predictor_are_read() {
    assert_intact(&Writer::statement(40).streams(), 40);
}

#[test]
fn objects_that_a_hybrid_file_marks_free_are_found_in_its_stream() {
    let streams = Writer::statement(2).streams();
    let stream = find_last(&streams, b"startxref");
    let place: u64 = String::from_utf8_lossy(&streams[stream + 10..]).lines().next().unwrap().parse().unwrap();
    let mut file = streams[..stream].to_vec();
    let start = file.len();
    let rows = "0000000000 65535 f \n".repeat(12);
    file.extend_from_slice(
        format!("xref\n0 12\n{rows}trailer\n<</Size 20/Root 1 0 R/XRefStm {place}>>\nstartxref\n{start}\n%%EOF\n")
            .as_bytes(),
    );
    assert_intact(&file, 2);
}

#[test]
fn the_newest_revision_counts() {
    let old = Writer::statement(1).table();
    let start = find_last(&old, b"xref\n0 1") as u64;
    let mut new = Writer::statement(1);
    new.put(2, "<</Type/Pages/Count 2/Kids[10 0 R 12 0 R]/MediaBox[0 0 612 792]>>");
    new.put(12, "<</Type/Page/Parent 2 0 R>>");
    assert_intact(&new.update(old, start), 2);
}

#[test]
fn offsets_may_count_from_the_header_or_from_the_first_byte() {
    let mut file = b"HTTP/1.1 200 OK\r\n\r\n".to_vec();
    file.extend(Writer::statement(2).table());
    assert_intact(&file, 2);
}

#[test]
fn a_count_that_the_kids_contradict_is_not_trusted() {
    let mut file = Writer::statement(3);
    file.put(2, "<</Type/Pages/Count 2/Kids[10 0 R 12 0 R 14 0 R]/MediaBox[0 0 612 792]>>");
    assert_intact(&file.table(), 3);
    file.put(2, "<</Type/Pages/Kids[10 0 R 12 0 R 14 0 R]/MediaBox[0 0 612 792]>>");
    assert_intact(&file.table(), 3);
}

#[test]
fn pages_that_the_count_promises_and_the_kids_lack_are_missing() {
    // A file whose page tree counts more pages than there are was reported as intact, with the pages that are left.
    let mut file = Writer::statement(3);
    for tree in ["/Count 7/Kids[10 0 R 12 0 R 14 0 R 99 0 R]", "/Count 5/Kids[10 0 R 12 0 R 14 0 R]"] {
        file.put(2, format!("<</Type/Pages{tree}/MediaBox[0 0 612 792]>>"));
        let report = check(&file.table());
        assert_eq!((report.state, report.pages), (State::Incomplete, Some(3)), "{tree}");
    }
}

#[test]
fn a_missing_page_is_counted_and_makes_the_file_incomplete() {
    // A file whose page tree names three pages, one of which does not exist, was reported as an intact file of two.
    // Readers show three pages, and the missing one shows that the file is damaged.
    let mut file = Writer::statement(3);
    file.put(2, "<</Type/Pages/Count 3/Kids[10 0 R 99 0 R 14 0 R]/MediaBox[0 0 612 792]>>");
    let report = check(&file.table());
    assert_eq!((report.state, report.pages), (State::Incomplete, Some(3)));
    file.put(2, "<</Type/Pages/Count 1/Kids[99 0 R]>>");
    assert_eq!(check(&file.table()).state, State::Damaged);
}

#[test]
fn a_page_tree_that_contains_itself_is_walked_once() {
    // The root was not marked as visited, so its pages were counted twice: six instead of three.
    // It is marked first now, and a page tree that contains itself is never intact.
    let mut file = Writer::statement(3);
    file.put(2, "<</Type/Pages/Count 4/Kids[2 0 R 10 0 R 12 0 R 14 0 R]>>");
    let report = check(&file.table());
    assert_eq!((report.state, report.pages), (State::Incomplete, Some(3)));
}

#[test]
fn the_first_level_of_the_page_tree_confirms_the_count() {
    let mut file = Writer::statement(4);
    file.put(2, "<</Type/Pages/Count 4/Kids[5 0 R 6 0 R]>>");
    file.put(5, "<</Type/Pages/Count 1/Kids[10 0 R]>>");
    file.put(6, "<</Type/Pages/Count 3/Kids[12 0 R 14 0 R 16 0 R]>>");
    assert_intact(&file.table(), 4);
}

#[test]
fn the_pages_of_a_deep_tree_are_found_in_few_rounds() {
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
    let inspection = inspect_counting(&file.long_table(" \n"), &Budget::default());
    assert_eq!((inspection.report.state, inspection.report.pages), (State::Intact, Some(1000)));
    assert!(inspection.rounds <= 8, "{} rounds", inspection.rounds);
}

#[test]
fn if_the_file_is_too_large_to_scan_the_older_revision_counts() {
    let mut file = Writer::statement(2).table();
    file.extend(b"5 0 obj<<>>endobj ".repeat(2800));
    let budget = Budget { bytes: 60_000, ..Budget::default() };
    let report = inspect(&file, &budget);
    assert_eq!((report.state, report.pages), (State::Incomplete, Some(2)));
}

#[test]
fn more_of_a_pdf_behind_the_end_marker_makes_the_file_incomplete() {
    let mut file = Writer::statement(2).table();
    file.extend_from_slice(b"\r\n \0\n");
    assert_intact(&file, 2);
    file.extend_from_slice(b"<html>");
    assert_intact(&file, 2);
    file.extend_from_slice(b"12 0 obj<<");
    let report = check(&file);
    assert_eq!((report.state, report.pages), (State::Incomplete, Some(2)));
}

#[test]
fn a_truncated_file_is_never_intact() {
    for file in [Writer::statement(5).table(), Writer::statement(5).long_table(" \n"), Writer::statement(5).streams()] {
        for tenth in 1..=10 {
            let end = (file.len() - 8) * tenth / 10;
            let report = check(&file[..end]);
            assert_ne!(report.state, State::Intact, "truncated at {end} of {}", file.len());
            assert_eq!(report.state == State::Damaged, report.pages.unwrap_or(0) == 0);
        }
    }
}

#[test]
fn a_truncated_update_is_not_mistaken_for_the_previous_revision() {
    // A truncated file may contain a complete older revision, with its end marker. It was reported as intact.
    // More of a PDF behind the last end marker makes the file incomplete.
    let old = Writer::statement(1).table();
    let start = find_last(&old, b"xref\n0 1") as u64;
    let mut new = Writer::statement(1);
    new.put(2, "<</Type/Pages/Count 3/Kids[10 0 R 10 0 R 10 0 R]/MediaBox[0 0 612 792]>>");
    let file = new.update(old.clone(), start);
    for end in (old.len() + 1)..(file.len() - 6) {
        assert_eq!(check(&file[..end]).state, State::Incomplete, "truncated at {end} of {}", file.len());
    }
}

#[test]
fn pages_are_found_without_a_cross_reference() {
    for file in [Writer::statement(6).table(), Writer::statement(6).streams()] {
        let end = find_last(&file, b"startxref");
        let report = check(&file[..end]);
        assert_eq!((report.state, report.pages), (State::Incomplete, Some(6)));
        let mut wrong = file[..end].to_vec();
        wrong.extend_from_slice(b"startxref\n3\n%%EOF\n");
        let report = check(&wrong);
        assert_eq!((report.state, report.pages), (State::Rebuilt, Some(6)));
    }
    let report = check(b"%PDF-1.4\n");
    assert_eq!((report.state, report.pages), (State::Damaged, None));
}

#[test]
fn a_file_shorter_than_its_stated_size_is_incomplete() {
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
    assert_eq!((report.state, report.pages), (State::Incomplete, Some(2)));
}

#[test]
fn each_kind_of_page_is_recognized() {
    let text = "BT /F 12 Tf 72 700 Td (Closing balance 1,234.56, thank you for banking with us this month and the next) Tj ET ";
    let image = "q 600 0 0 800 0 0 cm /I Do Q ";
    let logo = "q 100 0 0 50 40 740 cm /I Do Q ";
    let table = [
        (text.to_owned(), TextLayer::Text),
        (format!("{logo}{text}"), TextLayer::Text),
        (format!("{image}{text}"), TextLayer::Text),
        (image.to_owned(), TextLayer::Scan),
        (format!("{image}3 Tr {text}"), TextLayer::ScanWithText),
        (format!("{text}{image}"), TextLayer::ScanWithText),
        (format!("{image}BT /F 9 Tf (CamScanner) Tj ET"), TextLayer::Scan),
        (format!("BT /F 12 Tf 9000 700 Td ({}) Tj ET", "outside".repeat(20)), TextLayer::None),
        (format!("{image}BT /F 12 Tf 72 -400 Td ({}) Tj ET", "outside".repeat(20)), TextLayer::Scan),
        ("BT /F 12 Tf 72 700 Td ( ) Tj ET".to_owned(), TextLayer::None),
        ("BT /F 12 Tf 72 700 Td <0003> Tj ET".to_owned(), TextLayer::None),
        ("BT /F 12 Tf 72 700 Td <0024> Tj <0025> Tj ET".to_owned(), TextLayer::Text),
        ("BT /F 12 Tf 72 700 Td (7) Tj ET".to_owned(), TextLayer::Text),
        (logo.to_owned(), TextLayer::None),
        ("10 10 m 20 20 l S".to_owned(), TextLayer::None),
        (String::new(), TextLayer::None),
        ("q .5 0 0 .5 0 0 cm /X Do Q".to_owned(), TextLayer::Text),
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
fn portfolios_and_printed_copies_are_recognized() {
    let mut file = Writer::statement(1);
    assert!(!check(&file.table()).portfolio && !check(&file.table()).printed);
    file.put(1, "<</Type/Catalog/Pages 2 0 R/Collection<</View/T>>>>");
    file.put(4, "<</Producer<FEFF0053006B00690061002F0050004400460020006D003100320030>>>");
    assert!(check(&file.table()).portfolio && check(&file.table()).printed);
}

#[test]
fn the_images_of_a_large_scan_are_not_read() {
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
    let inspection = inspect_counting(&bytes, &Budget::default());
    assert_eq!((inspection.report.pages, inspection.report.text), (Some(pages), Some(TextLayer::Scan)));
    assert!(inspection.rounds <= 6, "{} rounds", inspection.rounds);
    assert!(inspection.bytes_read * 50 < bytes.len() as u64, "{} of {} bytes read", inspection.bytes_read, bytes.len());
}
