//! Any bytes: no panic, no range outside the file or beyond the budget, and the same report however the bytes are
//! supplied; text within its budget, and facts that survive the way from a worker to the page.
#![no_main]

#[path = "../gaps.rs"]
mod gaps;
#[path = "../../tests/native/pdf/support/mod.rs"]
mod pdf_support;

use flinks_upload::{
    pdf::{Budget, PdfReport, TextBudget, extract_text, inspect},
    statement::{Document, Facts, facts},
};
use libfuzzer_sys::fuzz_target;
use pdf_support::{Random, inspect_in_chunks};

fuzz_target!(|bytes: &[u8]| {
    let file = gaps::expand(bytes);
    let report = inspect(&file, &Budget::default());
    assert_eq!(inspect_in_chunks(&file, &Budget::default(), &mut Random(bytes.len() as u64 + 1)), report);
    let text = extract_text(&file, &Budget::default(), &TextBudget::default());
    if let Some(text) = text {
        assert!(text.pages.len() <= 24);
        assert!(Facts::from_bytes(&facts(&Document::from(text)).to_bytes()).is_some());
    }
    if let Some(facts) = Facts::from_bytes(bytes) {
        assert_eq!(Facts::from_bytes(&facts.to_bytes()), Some(facts));
    }
    assert_eq!(PdfReport::from_bytes(&report.to_bytes()), Some(report));
});
