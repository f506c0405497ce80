//! Small files that cause endless work, each by something that is looked up, copied or searched again and again. All of it
//! is charged to the budget, so each inspection ends within a second.

use super::support::{Stopwatch, Writer};
use flinks_upload::pdf::{Budget, LimitExceeded, PdfReport, State, inspect};
use miniz_oxide::deflate::compress_to_vec_zlib;
use std::fmt::Write;

fn check(bytes: &[u8]) -> PdfReport {
    let stopwatch = Stopwatch::start();
    let report = inspect(bytes, &Budget::default());
    stopwatch.assert_within_limit(&report);
    report
}

/// A page whose resources have this many fonts and a last one, `Z`.
fn many_fonts(fonts: u32, content: &[u8]) -> Writer {
    let mut file = Writer::page("");
    let fonts: String = (0..fonts).map(|font| format!("/F{font} 3 0 R")).collect();
    file.put(7, format!("<</Font<</Z 3 0 R {fonts}>>/XObject<</X 6 0 R>>>>"));
    file.put(10, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 11 0 R/Resources 7 0 R>>");
    file.stream(11, "/Filter/FlateDecode", &compress_to_vec_zlib(content, 6));
    file
}

/// A page under this many levels of nodes, from object 100 on, each of which takes a round of its own to read.
fn chain(levels: u32) -> Writer {
    let mut file = Writer::statement(1);
    for level in 0..levels {
        file.put(100 + level, format!("<</Type/Pages/Count 1/Kids[{} 0 R]>>", 101 + level));
        file.stream(200 + level, "", &vec![b' '; 30_000]);
    }
    file.put(100 + levels, "<</Type/Page>>");
    file
}

#[test]
fn font_lookups_are_charged() {
    // Every `Tf` operator searched the whole dictionary of fonts: 100,000 operators, 500,000 fonts.
    // Each lookup is charged by the number of entries now.
    let report = check(&many_fonts(500_000, &b"/Z 9 Tf ".repeat(60_000)).table());
    assert_eq!((report.state, report.pages), (State::Unchecked(LimitExceeded::Work), Some(1)));
    let report = check(&many_fonts(100, &b"/Z 9 Tf (a) Tj ".repeat(30_000)).table());
    assert_eq!(report.state, State::Intact);
}

#[test]
fn resources_are_shared_by_forms() {
    // Each of 200 forms without resources got a copy of those of the page.
    // Arrays and dictionaries are reference-counted now.
    let mut file = many_fonts(500_000, &b"/X Do ".repeat(200));
    file.stream(6, "/Subtype/Form", b"q Q");
    assert_eq!(check(&file.table()).pages, Some(1));
}

#[test]
fn scanning_a_form_repeatedly_is_charged() {
    // A form of half a megabyte, shown 200 times, was scanned 128 times before the budget ended it, which took seconds.
    // Scanning content costs more than inflating it now, and scanning forms costs most.
    for content in [&b"1 "[..], b"/A ", b"()", b"[", b"<</A<<", b"q ", b"1 0 0 1 0 0 cm ", b"(a)Tj ", b"BI ID "] {
        let mut file = Writer::page(&"/X Do ".repeat(200));
        let content = content.repeat((512 << 10) / content.len());
        file.stream(6, "/Subtype/Form/Filter/FlateDecode", &compress_to_vec_zlib(&content, 6));
        let report = check(&file.table());
        assert_eq!((report.state, report.pages), (State::Unchecked(LimitExceeded::Work), Some(1)));
    }
}

#[test]
fn lookups_in_thousands_of_subsections_are_charged() {
    // Each object was searched from the first subsection on: 20,000 objects in 400,000 subsections.
    // Each lookup is charged by the number of subsections now.
    let mut file = Writer::statement(1);
    let kids: String = (0..20_000).map(|kid| format!("{} 0 R ", 1_000_000 + kid)).collect();
    file.put(2, format!("<</Type/Pages/Count 7/Kids[10 0 R {kids}]>>"));
    let mut out = b"%PDF-1.5\n".to_vec();
    let mut rows = Vec::new();
    let mut index = String::new();
    for (id, offset) in file.write(&mut out) {
        write!(index, "{id} 1 ").unwrap();
        rows.extend([&[1], &u32::try_from(offset).unwrap().to_be_bytes()[..]].concat());
    }
    for subsection in 0..400_000 {
        write!(index, "{} 0 ", 2000 + subsection).unwrap();
    }
    let start = out.len();
    let mut table = Writer::default();
    table.stream(9, &format!("/Type/XRef/Size 9/W[1 4 0]/Root 1 0 R/Index[{index}]"), &rows);
    table.write(&mut out);
    out.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
    assert_eq!(check(&out).state, State::Unchecked(LimitExceeded::Work));
}

// @claim:hostile-file
#[test]
fn searching_an_object_stream_with_wrong_indices_is_charged() {
    // If an entry has the wrong index in an object stream, all of its objects are searched: 200,000, for each of 20,000.
    // That search is charged now.
    let (objects, requested) = (200_000, 20_000);
    let index: String = (0..objects).map(|at| format!("{} 0 ", 100 + at)).collect();
    let kids: String = (0..requested).map(|kid| format!("{} 0 R ", 100 + objects - 1 - kid)).collect();
    let mut file = Writer::statement(1);
    file.put(2, format!("<</Type/Pages/Count 7/Kids[{kids}]>>"));
    let contents = [index.as_bytes(), b"null"].concat();
    let entries = format!("/Type/ObjStm/N {objects}/First {}/Filter/FlateDecode", index.len());
    file.stream(90, &entries, &compress_to_vec_zlib(&contents, 6));
    let mut out = b"%PDF-1.5\n".to_vec();
    let places = file.write(&mut out);
    let mut rows = Vec::new();
    for id in 0..100 + objects {
        let place = places.iter().find(|place| place.0 == id).filter(|_| id < 100);
        let (kind, first) = match place {
            Some((_, offset)) => (1u8, u32::try_from(*offset).unwrap()),
            None => (if id < 100 { 0 } else { 2 }, 90),
        };
        rows.push(kind);
        rows.extend(first.to_be_bytes());
    }
    let start = out.len();
    let mut table = Writer::default();
    let entries = format!("/Type/XRef/Size {}/W[1 4 0]/Root 1 0 R/Filter/FlateDecode", 100 + objects);
    table.stream(99, &entries, &compress_to_vec_zlib(&rows, 6));
    table.write(&mut out);
    out.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
    assert_eq!(check(&out).state, State::Unchecked(LimitExceeded::Work));
}

#[test]
fn copying_streams_without_an_end_is_charged() {
    // Without a length and an end, each of 5,000 object streams extended to the end of the file: 4 MB.
    // Copying from the file is charged now.
    let mut file = b"%PDF-1.5\n".to_vec();
    for id in 100..5100 {
        file.extend_from_slice(format!("{id} 0 obj<</Type/ObjStm/N 1/First 4>>stream\n").as_bytes());
    }
    file.resize(4 << 20, b' ');
    assert_eq!(check(&file).state, State::Unchecked(LimitExceeded::Work));
}

#[test]
fn skipping_thousands_of_empty_nodes_is_charged() {
    // The search for a page skips the nodes before it, and starts again for each level that has to be read.
    // Each skipped node is charged now.
    let mut file = chain(50);
    let empty = "8 0 R ".repeat(400_000);
    file.put(7, format!("<</Type/Pages/Count 1/Kids[{empty} 100 0 R]>>"));
    file.put(8, "<</Type/Pages/Count 0/Kids[]>>");
    file.put(2, "<</Type/Pages/Count 1/Kids[7 0 R]>>");
    assert_eq!(check(&file.table()).state, State::Unchecked(LimitExceeded::Work));
}

#[test]
fn a_producer_of_ten_megabytes_is_searched_once() {
    // The whole name of the producer was searched again in each round.
    // Only its start is searched now, and once.
    let mut file = chain(30);
    file.put(4, format!("<</Producer({})>>", "x".repeat(10 << 20)));
    file.put(2, "<</Type/Pages/Count 1/Kids[100 0 R]>>");
    assert_eq!(check(&file.table()).pages, Some(1));
}

#[test]
fn a_block_for_every_ten_bits_brings_no_table_of_codes_each() {
    // Empty blocks with the fixed codes: the tables of those were made for each of 1,600,000 blocks.
    let mut content = vec![0x78, 0x9C];
    let (mut held, mut count) = (0_u32, 0);
    for _ in 0..1_600_000 {
        // Not the last block, fixed codes, end of block; the lowest bit comes first.
        held |= 0b10 << count;
        count += 10;
        while count >= 8 {
            content.push(held.to_le_bytes()[0]);
            held >>= 8;
            count -= 8;
        }
    }
    let mut file = Writer::page("");
    file.put(10, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 11 0 R>>");
    file.stream(11, "/Filter/FlateDecode", &content);
    assert_eq!(check(&file.table()).pages, Some(1));
}
