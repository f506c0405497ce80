//! Any bytes at all: no panic, no question outside of the file or over the budget, and the same verdict however the
//! bytes arrive.
#![no_main]

#[path = "../gaps.rs"]
mod gaps;
#[path = "../../tests/pdf_support/mod.rs"]
mod pdf_support;

use flinks_upload::pdf::{Budget, PdfReport, inspect};
use libfuzzer_sys::fuzz_target;
use pdf_support::{Random, look_in_pieces};

fuzz_target!(|bytes: &[u8]| {
    let file = gaps::expand(bytes);
    let report = inspect(&file, &Budget::default());
    assert_eq!(look_in_pieces(&file, &Budget::default(), &mut Random(bytes.len() as u64 + 1)), report);
    assert_eq!(PdfReport::from_bytes(&report.to_bytes()), Some(report));
});
