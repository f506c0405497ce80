//! Files that were updated: which updates change what a page shows, and that the comparison never changes the state.

use super::support::{Random, Writer, find_last, inspect_counting, inspect_in_chunks};
use flinks_upload::pdf::{Budget, State, inspect};
use miniz_oxide::deflate::compress_to_vec_zlib;

/// A file of three pages with these objects in a second revision.
fn updated(old: Vec<u8>, objects: &[(u32, &str)]) -> Vec<u8> {
    let start = find_last(&old, b"startxref");
    let previous = String::from_utf8_lossy(&old[start + 10..]).lines().next().unwrap().parse().unwrap();
    let mut update = Writer::default();
    for (id, body) in objects {
        update.put(*id, body);
    }
    update.update(old, previous)
}

/// With a cross-reference table, and with the pages in an object stream.
fn both_forms() -> [Vec<u8>; 2] {
    [Writer::statement(3).table(), Writer::statement(3).streams()]
}

/// Whether each form is called edited after the update.
fn is_edited(objects: &[(u32, &str)]) -> [bool; 2] {
    both_forms().map(|old| {
        let bytes = updated(old, objects);
        let report = inspect(&bytes, &Budget::default());
        assert_eq!((report.state, report.printed), (State::Intact, false));
        assert_eq!(inspect_in_chunks(&bytes, &Budget::default(), &mut Random(7)), report);
        report.edited
    })
}

fn stream(content: &str) -> String {
    format!("<</Length {}>>\nstream\n{content}\nendstream", content.len())
}

const PAGE_1: &str = "/Type/Page/Parent 2 0 R/Resources<</Font<</F 3 0 R>>>>";

#[test]
fn a_file_of_one_revision_is_not_edited() {
    for bytes in both_forms() {
        assert!(!inspect(&bytes, &Budget::default()).edited);
    }
}

#[test]
fn replaced_content_is_an_edit_on_whichever_page() {
    let content = stream("BT /F 12 Tf 72 700 Td (Opening balance 9,999.00) Tj ET");
    for content_id in [11, 13, 15] {
        assert_eq!(is_edited(&[(content_id, &content)]), [true, true], "object {content_id}");
    }
}

#[test]
fn a_page_whose_content_is_elsewhere_or_longer_is_an_edit() {
    let content = stream("BT /F 12 Tf 72 700 Td (Paid) Tj ET");
    for contents in ["30 0 R", "[30 0 R]", "[12 0 R 30 0 R]", "[]"] {
        let page = format!("<<{PAGE_1}/Contents {contents}>>");
        assert_eq!(is_edited(&[(12, &page), (30, &content)]), [true, true], "{contents}");
    }
}

#[test]
fn an_array_of_contents_that_is_an_object_is_compared() {
    let page = format!("<<{PAGE_1}/Contents 31 0 R>>");
    for form in [Writer::table as fn(&Writer) -> Vec<u8>, Writer::streams] {
        let mut old = Writer::statement(3);
        old.put(12, &page).put(31, "[13 0 R]");
        let old = form(&old);
        assert!(!inspect(&old, &Budget::default()).edited);
        let longer = updated(old.clone(), &[(31, "[13 0 R 30 0 R]"), (30, &stream("BT ET"))]);
        assert!(inspect(&longer, &Budget::default()).edited);
        let replaced = updated(old.clone(), &[(13, &stream("BT ET"))]);
        assert!(inspect(&replaced, &Budget::default()).edited);
        let same = updated(old, &[(31, "[13 0 R]")]);
        assert!(!inspect(&same, &Budget::default()).edited);
    }
}

#[test]
fn signatures_comments_forms_and_new_pages_are_no_edit() {
    let signed = format!("<<{PAGE_1}/Contents 13 0 R/Annots[40 0 R]>>");
    let same_array = format!("<<{PAGE_1}/Contents [13 0 R]/Rotate 90>>");
    let catalog = "<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[40 0 R]>>>>";
    let tree = "<</Type/Pages/Count 4/Kids[10 0 R 12 0 R 14 0 R 42 0 R]/MediaBox[0 0 612 792]>>";
    let new_page = format!("<<{PAGE_1}/Contents 43 0 R>>");
    let updates: [&[(u32, &str)]; 5] = [
        &[(12, &signed), (40, "<</Type/Annot/Subtype/Widget/FT/Sig>>"), (1, catalog)],
        &[(12, &same_array)],
        &[(4, "<</Producer(OpenText Exstream)/ModDate(D:20260101)>>")],
        &[(2, tree), (42, &new_page), (43, &stream("BT /F 12 Tf 72 700 Td (Closing balance) Tj ET"))],
        &[],
    ];
    for update in updates {
        assert_eq!(is_edited(update), [false, false], "{update:?}");
    }
}

#[test]
fn the_same_content_saved_again_is_no_edit() {
    let content = b"BT /F 12 Tf 72 700 Td (Opening balance on page 1) Tj ET";
    assert_eq!(is_edited(&[(13, &stream(std::str::from_utf8(content).unwrap()))]), [false, false]);
    // Compressed in another way.
    let mut update = Writer::default();
    update.stream(13, "/Filter/FlateDecode", &compress_to_vec_zlib(content, 0));
    let old = Writer::statement(3).table();
    let previous = find_last(&old, b"xref\n0 1") as u64;
    assert!(!inspect(&update.update(old, previous), &Budget::default()).edited);
}

#[test]
fn an_edit_that_a_later_revision_leaves_is_found() {
    let edited = updated(Writer::statement(3).table(), &[(13, &stream("BT ET"))]);
    let signed = updated(edited, &[(40, "<</Type/Annot>>")]);
    assert!(inspect(&signed, &Budget::default()).edited);
    // And one that was taken back is none.
    let back = updated(signed, &[(13, &stream("BT /F 12 Tf 72 700 Td (Opening balance on page 1) Tj ET"))]);
    assert!(!inspect(&back, &Budget::default()).edited);
}

#[test]
fn a_first_revision_that_cannot_be_read_changes_nothing() {
    let mut bytes = updated(Writer::statement(3).table(), &[(13, &stream("BT /F 12 Tf (New balance) Tj ET"))]);
    let report = inspect(&bytes, &Budget::default());
    assert!(report.edited);
    let old = bytes.windows(8).position(|window| window == b"13 0 obj").unwrap();
    bytes[old..old + 8].copy_from_slice(b"99 9 xyz");
    let damaged = inspect(&bytes, &Budget::default());
    assert_eq!((damaged.state, damaged.pages, damaged.edited), (report.state, report.pages, false));
}

#[test]
fn a_limit_ends_the_comparison_and_not_the_inspection() {
    let content = stream(&"BT ET ".repeat(2000));
    let mut old = Writer::statement(24);
    for page in 0..24 {
        old.stream(11 + page * 2, "", "BT /F 12 Tf 72 700 Td (Opening balance) Tj ET ".repeat(2000).as_bytes());
    }
    let bytes = updated(old.table(), &[(57, &content)]);
    let whole = inspect_counting(&bytes, &Budget::default());
    assert!(whole.report.edited);
    // With more and more, first the inspection is whole, then the comparison is, too.
    let budgets: [fn(u64) -> Budget; 2] = [
        |limit| Budget { bytes: limit * 4096, ..Budget::default() },
        |limit| Budget { objects: u32::try_from(limit).unwrap(), ..Budget::default() },
    ];
    for budget in budgets {
        let reports: Vec<_> = (1..=300).map(|limit| inspect(&bytes, &budget(limit))).collect();
        let first_intact = reports.iter().position(|report| report.state == State::Intact).unwrap();
        let first_edited = reports.iter().position(|report| report.edited).unwrap();
        assert!(first_intact < first_edited, "{first_intact} {first_edited}");
        for report in &reports[first_intact..] {
            assert_eq!((report.state, report.pages, report.text), (State::Intact, Some(24), whole.report.text));
        }
    }
}
