//! What makes the text of statements hard to read, one test each.

use super::{extract, first_page, lines};
use crate::pdf::support::Writer;
use flinks_upload::pdf::{Budget, Inspector, Step, TextBudget, TextStep};

/// A page of this content, whose font `F` is this dictionary.
fn page_with_font(content: &str, font: &str) -> Writer {
    let mut file = Writer::page(content);
    file.put(3, font);
    file
}

#[test]
fn a_code_without_a_map_is_a_replacement_character_and_never_nothing() {
    let font = "<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</DW 500>>]/ToUnicode 7 0 R>>";
    let mut file = page_with_font("BT /F 10 Tf 50 700 Td <0001000200030004> Tj ET", font);
    file.stream(
        7,
        "",
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0001> <0034> <0004> <0037> endbfchar",
    );
    let page = first_page(&file);
    assert_eq!(page.lines[0].text(), "4\u{FFFD}\u{FFFD}7");
    assert_eq!((page.codes, page.unknown_codes), (4, 2));
    assert!((page.unknown_share() - 0.5).abs() < 1e-9);
}

#[test]
fn a_font_without_any_map_has_no_readable_text() {
    for font in [
        "<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<<>>]>>",
        "<</Subtype/Type3/FontMatrix[.001 0 0 .001 0 0]/FirstChar 65/Widths[500 500]/Encoding<</Differences[65/a0/a1]>>>>",
    ] {
        let page = first_page(&page_with_font("BT /F 10 Tf 50 700 Td (AB) Tj ET", font));
        assert_eq!(page.unknown_codes, page.codes, "{font}");
        assert!(page.lines.iter().all(|line| line.squashed().chars().all(|char| char == '\u{FFFD}')), "{font}");
    }
}

#[test]
fn the_encoding_inside_of_a_type_1_font_program_is_read() {
    let font = "<</Subtype/Type1/FirstChar 1/Widths[600 600]/FontDescriptor<</FontFile 7 0 R>>>>";
    let mut file = page_with_font("BT /F 10 Tf 50 700 Td <0102> Tj ET", font);
    file.stream(
        7,
        "",
        b"%!PS-AdobeFont\n/Encoding 256 array dup 1 /T put dup 2 /D put readonly def currentfile eexec \xFF",
    );
    assert_eq!(lines(&file), ["TD"]);
}

#[test]
fn each_latin_encoding_reads_its_own_accents() {
    for (encoding, code) in [("WinAnsiEncoding", "E9"), ("MacRomanEncoding", "8E")] {
        let font = format!("<</Subtype/Type1/BaseFont/Helvetica/Encoding/{encoding}>>");
        let file = page_with_font(&format!("BT /F 10 Tf 50 700 Td (relev) Tj <{code}> Tj ET"), &font);
        assert_eq!(lines(&file), ["relevé"], "{encoding}");
    }
}

#[test]
fn differences_name_the_glyphs_of_codes() {
    let font = "<</Subtype/Type1/Encoding<</Differences[1/J/a/uni006E 65/eacute/nothing]>>>>";
    assert_eq!(
        lines(&page_with_font("BT /F 10 Tf 50 700 Td <010203414243> Tj ET", font)),
        ["Janécute".replace("cute", "\u{FFFD}C")]
    );
}

#[test]
fn a_type_3_font_with_a_map_is_read_whatever_the_size_of_its_glyphs() {
    for (matrix, size) in [(".001", "100"), (".01", "10"), ("1", ".1")] {
        let font = format!(
            "<</Subtype/Type3/FontMatrix[{matrix} 0 0 {matrix} 0 0]/FirstChar 1/Widths[50 50 50]/ToUnicode 7 0 R\
             /Encoding<</Differences[1/a1/a2/a3]>>>>"
        );
        let content = format!("BT /F {size} Tf 50 700 Td <010203> Tj 15.5 0 Td <01> Tj 8 0 Td <02> Tj ET");
        let mut file = page_with_font(&content, &font);
        file.stream(7, "", b"beginbfrange <01> <03> <0041> endbfrange");
        assert_eq!(lines(&file), ["ABCA B"], "{matrix}");
    }
}

#[test]
fn a_code_may_stand_for_several_characters_or_a_surrogate_pair() {
    let font = "<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</W[1[500 500]]>>]/ToUnicode 7 0 R>>";
    let mut file = page_with_font("BT /F 10 Tf 50 700 Td <00010002> Tj ET", font);
    file.stream(7, "", b"beginbfchar <0001> <00660069> <0002> <D835DFCF> endbfchar");
    assert_eq!(lines(&file), ["fi\u{1D7CF}"]);
}

#[test]
fn an_embedded_map_says_how_long_codes_are_and_which_glyphs_they_select() {
    let font = "<</Subtype/Type0/Encoding 8 0 R/DescendantFonts[<</DW 0/W[10[500 500]]>>]/ToUnicode 7 0 R>>";
    let mut file = page_with_font("BT /F 10 Tf 50 700 Td <018102> Tj ET", font);
    file.stream(7, "", b"beginbfchar <01> <0041> <8102> <0042> endbfchar");
    let map =
        b"begincodespacerange <00> <7F> <8100> <81FF> endcodespacerange begincidchar <01> 10 <8102> 11 endcidchar";
    file.stream(8, "/Type/CMap", map);
    let page = first_page(&file);
    assert_eq!(page.lines[0].text(), "AB");
    assert!((page.lines[0].cells[0].x1 - 60.0).abs() < 0.1);
}

#[test]
fn actual_text_stands_in_place_of_the_codes_that_it_marks() {
    let font = "<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</DW 500>>]>>";
    let content = "BT /F 10 Tf 50 700 Td /Span <</ActualText (From )>> BDC <000100020003> Tj EMC \
                   /Span <</ActualText <FEFF004A0061006E>>> BDC /Inner BMC <00040005> Tj EMC EMC <0006> Tj ET";
    let page = first_page(&page_with_font(content, font));
    assert_eq!(page.lines[0].squashed(), "FromJan\u{FFFD}");
    assert_eq!(page.unknown_codes, 1);
}

#[test]
fn actual_text_may_be_a_named_resource() {
    let mut file = Writer::page("BT /F 10 Tf 50 700 Td /Span /P1 BDC (xx) Tj EMC ET");
    file.put(
        10,
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 11 0 R\
                  /Resources<</Font<</F 3 0 R>>/Properties<</P1<</ActualText(Citi)>>>>>>>>",
    );
    assert_eq!(lines(&file), ["Citi"]);
}

#[test]
fn letters_and_strings_drawn_twice_for_weight_count_once() {
    let content = "BT /F 10 Tf 50 700 Td (Total 11.22) Tj .3 0 Td (Total 11.22) Tj \
                   0 -50 Td (7) Tj .3 0 Td (7) Tj 5.3 0 Td (7) Tj .3 0 Td (7) Tj ET";
    assert_eq!(lines(&Writer::page(content)), ["Total 11.22", "77"]);
}

#[test]
fn words_are_apart_by_a_movement_as_well_as_by_a_space() {
    assert_eq!(
        lines(&Writer::page("BT /F 10 Tf 50 700 Td [(January)-300(31,)-300(2025)] TJ ET")),
        ["January 31, 2025"]
    );
    assert_eq!(lines(&Writer::page("BT /F 10 Tf 50 700 Td [(Jan)-40(uary)] TJ ET")), ["January"]);
}

#[test]
fn spaced_out_letters_stay_a_word() {
    let content = "BT /F 10 Tf 3 Tc 50 700 Td (STATEMENT) Tj ET";
    assert_eq!(lines(&Writer::page(content)), ["STATEMENT"]);
    let scaled = "BT /F 1 Tf .2 Tc 10 0 0 10 50 700 Tm (STATEMENT) Tj ET";
    assert_eq!(lines(&Writer::page(scaled)), ["STATEMENT"]);
}

#[test]
fn a_line_is_read_by_its_places_in_whatever_order_it_is_drawn() {
    let backwards = "BT /F 10 Tf 1 0 0 1 66.1 700 Tm (C) Tj 1 0 0 1 56.7 700 Tm (B) Tj 1 0 0 1 50 700 Tm (A) Tj ET";
    assert_eq!(lines(&Writer::page(backwards))[0].replace(' ', ""), "ABC");
    let columns = "BT /F 10 Tf 1 0 0 1 50 700 Tm (Opening) Tj 1 0 0 1 50 680 Tm (Closing) Tj \
                   1 0 0 1 300 700 Tm (1.00) Tj 1 0 0 1 300 680 Tm (2.00) Tj ET";
    assert_eq!(lines(&Writer::page(columns)), ["Opening\t1.00", "Closing\t2.00"]);
}

#[test]
fn a_raised_ordinal_stays_in_its_line() {
    let content = "BT /F 10 Tf 50 700 Td (du 1) Tj /F 6 Tf 4 Ts (er) Tj /F 10 Tf 0 Ts ( mai) Tj ET";
    assert_eq!(lines(&Writer::page(content)), ["du 1er mai"]);
}

#[test]
fn what_the_inspection_did_not_read_is_read_in_few_rounds() {
    let mut file = Writer::default();
    for (id, body) in Writer::statement(9).objects_apart(20_000) {
        file.put(id, body);
    }
    let bytes = file.long_table(" \n");
    let mut inspector = Inspector::new(bytes.len() as u64, Budget::default());
    let mut step = inspector.start();
    while let Step::Need(ranges) = step {
        step = inspector.supply(ranges.iter().map(|range| range.of(&bytes).to_vec()).collect());
    }
    let mut extractor = inspector.into_text(&TextBudget::default()).unwrap();
    let (mut step, mut rounds) = (extractor.start(), 0);
    let text = loop {
        match step {
            TextStep::Done(text) => break text,
            TextStep::Need(ranges) => {
                rounds += 1;
                step = extractor.supply(ranges.iter().map(|range| range.of(&bytes).to_vec()).collect());
            }
        }
    };
    assert!((1..=3).contains(&rounds), "{rounds} rounds");
    assert!(text.pages.iter().all(|page| page.1.as_ref().is_some_and(|page| page.codes > 0)));
}

#[test]
fn a_heading_without_spaces_has_both_forms() {
    let page =
        first_page(&Writer::page("BT /F 10 Tf 50 700 Td (STATEMENT FROM) Tj 200 0 Td (JAN10TOFEB10,2025) Tj ET"));
    assert_eq!(page.lines[0].text(), "STATEMENT FROM\tJAN10TOFEB10,2025");
    assert_eq!(page.lines[0].squashed(), "STATEMENTFROMJAN10TOFEB10,2025");
}

#[test]
fn an_accent_drawn_by_itself_does_not_split_its_word() {
    let font = "<</Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";
    let content = "BT /F 10 Tf 50 700 Td [(relev)-10(e)450<B4>-30(s)] TJ ET";
    assert_eq!(lines(&page_with_font(content, font)), ["releve´s"]);
}

#[test]
fn white_text_is_visible_only_on_a_filled_box_or_an_image() {
    let page = first_page(&Writer::page(
        "0.1 0.2 0.4 rg 0 680 600 50 re f 1 g BT /F 10 Tf 50 700 Td (Royal Bank) Tj 0 -200 Td (decoy) Tj ET \
         0 g BT /F 10 Tf 50 600 Td (black) Tj ET",
    ));
    let all: Vec<_> = page.lines.iter().map(|line| (line.text(), line.is_hidden)).collect();
    assert_eq!(all, [("Royal Bank".to_owned(), false), ("black".to_owned(), false), ("decoy".to_owned(), true)]);
    let mut image = Writer::page("q 600 0 0 100 0 650 cm /I Do Q 0 0 0 0 k BT /F 10 Tf 50 700 Td (on an image) Tj ET");
    image.stream(5, "/Subtype/Image/SMask 6 0 R", b"");
    assert!(!first_page(&image).lines[0].is_hidden);
}

#[test]
fn the_text_layer_of_a_scan_is_read_and_marked_as_hidden() {
    for content in [
        "q 600 0 0 800 0 0 cm /I Do Q BT /F 10 Tf 3 Tr 50 700 Td (recognized) Tj ET",
        "BT /F 10 Tf 50 700 Td (recognized) Tj ET q 600 0 0 800 0 0 cm /I Do Q",
    ] {
        let mut file = Writer::page(content);
        file.stream(5, "/Subtype/Image", b"");
        let page = first_page(&file);
        assert!(page.is_hidden_only());
        assert_eq!(page.lines[0].text(), "recognized");
    }
}

#[test]
fn text_inside_of_forms_is_placed_by_their_matrices() {
    let mut file = Writer::page("q 1 0 0 1 100 0 cm /X Do Q BT /F 10 Tf 50 700 Td (left) Tj ET");
    file.stream(6, "/Subtype/Form/Matrix[1 0 0 1 0 300]", b"BT /F 10 Tf 50 400 Td (right) Tj ET");
    assert_eq!(lines(&file), ["left\tright"]);
}

#[test]
fn a_filled_in_form_field_is_part_of_its_page() {
    let mut file = Writer::page("BT /F 10 Tf 50 700 Td (Account) Tj ET");
    file.put(10, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 11 0 R/Annots[7 0 R]/Resources<</Font<</F 3 0 R>>>>>>");
    file.put(7, "<</Subtype/Widget/Rect[200 698 300 718]/AP<</N 6 0 R>>>>");
    file.stream(6, "/Subtype/Form/BBox[0 0 100 20]/Resources<</Font<</F 3 0 R>>>>", b"BT /F 10 Tf 2 2 Td (4618) Tj ET");
    assert_eq!(lines(&file), ["Account\t4618"]);
}

#[test]
fn rotated_pages_and_rotated_text_are_read_from_where_they_are_seen() {
    let turned =
        [(90, "0 1 -1 0 100 50"), (180, "-1 0 0 -1 550 100"), (270, "0 -1 1 0 500 750"), (0, "1 0 0 1 50 700")];
    for (degrees, matrix) in turned {
        let mut file = Writer::page(&format!("BT /F 10 Tf {matrix} Tm (Page 1) Tj 0 -20 Td (of 3) Tj ET"));
        file.put(2, format!("<</Type/Pages/Count 1/Kids[10 0 R]/Rotate {degrees}>>"));
        let page = first_page(&file);
        assert_eq!(
            page.lines.iter().map(|line| (line.text(), line.rotation)).collect::<Vec<_>>(),
            [("Page 1".to_owned(), 0), ("of 3".to_owned(), 0)]
        );
        assert!((page.lines[0].cells[0].x0 - 50.0).abs() < 0.1, "{degrees}: {:?}", page.lines[0]);
        assert!((page.lines[0].y - 100.0).abs() < 0.1, "{degrees}: {:?}", page.lines[0]);
        // The same text on a page that is not turned is read as well.
        file.put(2, "<</Type/Pages/Count 1/Kids[10 0 R]>>");
        assert_eq!(lines(&file), ["Page 1", "of 3"], "{degrees}");
    }
}

#[test]
fn all_kinds_of_spaces_separate_words() {
    let font = "<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</DW 500>>]/ToUnicode 7 0 R>>";
    let mut file = page_with_font("BT /F 10 Tf 50 700 Td <000100020001000300010004> Tj ET", font);
    file.stream(7, "", b"beginbfchar <0001> <0041> <0002> <00A0> <0003> <202F> <0004> <2009> endbfchar");
    assert_eq!(lines(&file), ["A A A"]);
}

#[test]
fn the_end_mark_inside_an_inline_image_does_not_lose_the_text_behind_it() {
    let content = "BI /W 4 /H 3 /BPC 8 /CS /G ID 12 EI ( text EI BT /F 10 Tf 50 700 Td (still here) Tj ET";
    assert_eq!(lines(&Writer::page(content)), ["still here"]);
}

#[test]
fn the_first_pages_and_the_last_one_of_a_long_file_are_read() {
    let text = extract(&Writer::statement(30).table());
    assert_eq!(text.page_count, 30);
    let indices: Vec<u32> = text.pages.iter().map(|page| page.0).collect();
    assert_eq!(indices, (0..23).chain([29]).collect::<Vec<_>>());
    for (index, page) in &text.pages {
        assert_eq!(page.as_ref().unwrap().text(), format!("Opening balance on page {index}\n"));
    }
}
