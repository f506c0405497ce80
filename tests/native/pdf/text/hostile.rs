//! Files that try to keep the extractor busy or to fill its memory. Each extraction ends within its budget, and keeps what
//! was read until then.

use super::{extract, first_page};
use crate::pdf::support::{Random, Stopwatch, Writer, fixtures};
use flinks_upload::pdf::{
    Budget, DocumentText, Inspector, LimitExceeded, Step, TextBudget, TextStep, extract_text, inspect,
};

/// Extracts within the time that an inspection may take.
fn check(file: &Writer) -> DocumentText {
    let bytes = file.table();
    let report = inspect(&bytes, &Budget::default());
    let stopwatch = Stopwatch::start();
    let text = extract(&bytes);
    stopwatch.assert_within_limit(&report);
    text
}

#[test]
fn fonts_that_refer_to_themselves_end() {
    for font in [
        "<</Subtype/Type0/DescendantFonts[3 0 R]/Encoding 3 0 R/ToUnicode 3 0 R/FontDescriptor 3 0 R/Widths 3 0 R>>",
        "<</Subtype/Type0/DescendantFonts 3 0 R/W 3 0 R/DW 3 0 R>>",
        "<</Subtype/Type3/FontMatrix 3 0 R/Encoding<</Differences 3 0 R/BaseEncoding 3 0 R>>/Widths[3 0 R]>>",
        "3 0 R",
    ] {
        let mut file = Writer::page("BT /F 10 Tf 50 700 Td (AB) Tj ET");
        file.put(3, font);
        assert!(check(&file).pages[0].1.is_some(), "{font}");
    }
    let mut file = Writer::page("BT /F 10 Tf 50 700 Td (AB) Tj ET");
    file.stream(3, "/Subtype/Type0/Encoding 3 0 R/ToUnicode 3 0 R/DescendantFonts[3 0 R]/W[3 0 R 3 0 R]", b"usecmap");
    check(&file);
}

#[test]
fn maps_of_endless_ranges_end() {
    let mut file = Writer::page(&format!("BT /F 10 Tf 50 700 Td <{}> Tj ET", "0041FFFF".repeat(5000)));
    file.put(3, "<</Subtype/Type0/Encoding 8 0 R/DescendantFonts[<</W[0 4294967295 500]>>]/ToUnicode 7 0 R>>");
    file.stream(
        7,
        "",
        "beginbfrange <0000> <FFFFFFFF> <0041> <0000> <FFFF> [<0042>] endbfrange ".repeat(6000).as_bytes(),
    );
    file.stream(
        8,
        "",
        "begincodespacerange <00> <FF> <0000> <FFFF> endcodespacerange begincidrange <00> <FFFFFFFF> 0 endcidrange "
            .repeat(4000)
            .as_bytes(),
    );
    check(&file);
}

#[test]
fn forms_that_multiply_end() {
    let mut file = Writer::page("/X Do /X Do /X Do /X Do");
    let content = "BT /F 1 Tf (x) Tj ET /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do";
    file.stream(6, "/Subtype/Form/Resources<</Font<</F 3 0 R>>/XObject<</X 6 0 R>>>>", content.as_bytes());
    let page = check(&file).pages.remove(0).1.unwrap();
    assert!((1..=200).contains(&page.codes), "{} codes", page.codes);
}

#[test]
fn deeply_marked_content_ends() {
    let open = "/Span <</ActualText (x)>> BDC ".repeat(10_000);
    let page =
        check(&Writer::page(&format!("BT /F 10 Tf 50 700 Td {open} (AB) Tj {} (C) Tj ET", "EMC ".repeat(40_000))));
    assert_eq!(page.pages[0].1.as_ref().unwrap().lines[0].squashed(), "xC");
}

#[test]
fn fonts_selected_again_and_again_are_loaded_once() {
    let differences = "/A ".repeat(1000);
    let mut file = Writer::page(&"/F 9 Tf (x) Tj ".repeat(30_000));
    file.put(
        10,
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 11 0 R\
                  /Resources<</Font<</F<</Encoding<</Differences[0 {differences}]>>>>>>>>>>"
        ),
    );
    assert_eq!(check(&file).pages[0].1.as_ref().unwrap().codes, 30_000);
}

#[test]
fn a_damaged_font_that_is_selected_again_and_again_is_parsed_once() {
    let mut file = Writer::page(&"/F 9 Tf (x) Tj ".repeat(30_000));
    file.put(3, format!("<</Type/Font{}", "/A 1 ".repeat(2500)));
    let page = check(&file).pages.remove(0).1.unwrap();
    assert_eq!((page.codes, page.unknown_codes), (30_000, 30_000));
}

#[test]
fn a_page_of_endless_text_is_truncated() {
    let page = first_page(&Writer::page(&format!("BT /F 9 Tf {} ET", "(0123456789) Tj ".repeat(20_000))));
    assert_eq!((page.codes, page.is_truncated), (60_000, true));
}

#[test]
fn each_limit_ends_the_extraction_and_keeps_the_pages_that_were_read() {
    let mut long = Writer::statement(20);
    for page in 0..20 {
        long.stream(11 + page * 2, "", format!("BT /F 9 Tf (page {page}) Tj ET{}", " ".repeat(90_000)).as_bytes());
    }
    let file = long.long_table(" \n");
    let run = |limits: Budget| {
        extract_text(&file, &Budget::default(), &TextBudget { limits, ..TextBudget::default() }).unwrap()
    };
    let read = |text: &DocumentText| text.pages.iter().filter(|page| page.1.is_some()).count();
    let all = run(Budget::default());
    assert_eq!((read(&all), all.limit), (20, None));
    let few_bytes = run(Budget { bytes: 500_000, ..Budget::default() });
    assert_eq!(few_bytes.limit, Some(LimitExceeded::Bytes));
    assert!((2..20).contains(&read(&few_bytes)), "{} pages", read(&few_bytes));
    assert!(few_bytes.pages[0].1.is_some());
    let little_work = run(Budget { work: 1_000_000, ..Budget::default() });
    assert_eq!(little_work.limit, Some(LimitExceeded::Work));
    assert!((1..20).contains(&read(&little_work)), "{} pages", read(&little_work));
}

#[test]
fn a_caller_that_runs_out_of_time_takes_what_was_read() {
    let mut long = Writer::statement(3);
    long.stream(13, "", &vec![b' '; 300_000]);
    long.stream(50, "", &vec![b' '; 300_000]);
    let file = long.long_table(" \n");
    let mut inspector = Inspector::new(file.len() as u64, Budget::default());
    let mut step = inspector.start();
    while let Step::Need(ranges) = step {
        step = inspector.supply(ranges.iter().map(|range| range.of(&file).to_vec()).collect());
    }
    let mut extractor = inspector.into_text(&TextBudget::default()).unwrap();
    assert!(matches!(extractor.start(), TextStep::Need(_)));
    let text = extractor.finish();
    assert_eq!(text.limit, Some(LimitExceeded::Time));
    assert_eq!(text.pages.iter().map(|page| page.1.is_some()).collect::<Vec<_>>(), [true, false, true]);
}

#[test]
fn a_file_that_needs_a_password_or_has_no_pages_has_no_text() {
    for file in [b"%PDF-1.4 nothing".to_vec(), b"GIF89a".to_vec(), Vec::new()] {
        assert_eq!(extract_text(&file, &Budget::default(), &TextBudget::default()), None);
    }
}

/// Seeds with fonts of each kind, for mutants.
fn seeds() -> Vec<Vec<u8>> {
    let content = "BT /F 10 Tf 50 700 Td /Span <</ActualText(a)>> BDC <0041> Tj EMC [(ab) -300 <8101>] TJ ET";
    let mut composite = Writer::page(content);
    composite
        .put(3, "<</Subtype/Type0/Encoding 8 0 R/DescendantFonts[<</DW 500/W[1 9 500 10[1 2]]>>]/ToUnicode 7 0 R>>");
    composite.stream(
        7,
        "",
        b"beginbfchar <41> <0041> endbfchar beginbfrange <00> <FF> <0020> <8100> <8102> [<0041>] endbfrange",
    );
    composite.stream(
        8,
        "",
        b"begincodespacerange <00> <7F> <8100> <81FF> endcodespacerange begincidrange <00> <7F> 1 endcidrange",
    );
    let mut simple = Writer::page(content);
    simple.put(
        3,
        "<</Subtype/Type3/FontMatrix[1 0 0 1 0 0]/FirstChar 65/Widths[5 5]/Encoding<</Differences[65/A/eacute]>>>>",
    );
    let mut type1 = Writer::page(content);
    type1.put(3, "<</Subtype/Type1/FontDescriptor<</MissingWidth 500/FontFile 7 0 R>>>>");
    type1.stream(7, "", b"/Encoding 256 array dup 65 /B put readonly def eexec");
    let others = fixtures().into_iter().map(|(_, bytes)| bytes).filter(|bytes| bytes.len() < 100_000);
    others.chain([composite.table(), simple.table(), type1.streams()]).collect()
}

#[test]
fn mutants_are_extracted_within_their_budget() {
    let (seeds, mut random) = (seeds(), Random(0x5DEE_CE66_D1CE_4E5B));
    let mut extracted = 0;
    for round in 0..4000 {
        let mut bytes = seeds[round % seeds.len()].clone();
        for _ in 0..=random.below(4) {
            let (at, from) = (random.below(bytes.len()), random.below(bytes.len()));
            match random.below(3) {
                0 => bytes[at] = u8::try_from(random.below(256)).unwrap(),
                1 => drop(bytes.drain(at..(at + random.below(30)).min(bytes.len() - 1))),
                _ => {
                    let part = bytes[from..(from + random.below(100)).min(bytes.len())].to_vec();
                    bytes.splice(at..at, part);
                }
            }
        }
        let stopwatch = Stopwatch::start();
        let text = extract_text(&bytes, &Budget::default(), &TextBudget::default());
        stopwatch.assert_within_limit(&inspect(&bytes, &Budget::default()));
        extracted += u32::from(text.is_some_and(|text| text.pages.iter().any(|page| page.1.is_some())));
    }
    assert!(extracted > 2000, "only {extracted} mutants had text");
}
