//! Drives the inspector with irregular chunks, and checks the ranges that it asks for.

use super::Random;
use flinks_upload::pdf::{Budget, Inspector, PdfReport, Range, Step};

/// More rounds of reading than any file needs.
const MAX_ROUNDS: u32 = 1000;
/// The longest overlap of two ranges, in bytes. Reading a short gap again is cheaper than splitting a range.
const MAX_OVERLAP: u64 = 4 << 10;

/// Inspects a file whose ranges are supplied in chunks, with extra bytes at the end.
///
/// Asserts what every caller relies on: ranges are inside the file, hardly any byte is read twice, all of them are within
/// the budget, and the number of rounds is limited.
pub(crate) fn inspect_in_chunks(bytes: &[u8], budget: &Budget, random: &mut Random) -> PdfReport {
    let mut inspector = Inspector::new(bytes.len() as u64, budget.clone());
    let mut step = inspector.start();
    let mut supplied: Vec<Range> = Vec::new();
    let mut rounds = 0;
    loop {
        let ranges = match step {
            Step::Done(report) => return report,
            Step::Need(ranges) => ranges,
        };
        rounds += 1;
        assert!(rounds <= MAX_ROUNDS, "{rounds} rounds");
        assert!(!ranges.is_empty(), "a round without ranges");
        for range in &ranges {
            assert!(range.len > 0 && end(range) <= bytes.len() as u64, "{range:?} of {}", bytes.len());
            let overlap = |other: &Range| end(range).min(end(other)).saturating_sub(range.offset.max(other.offset));
            let again = supplied.iter().find(|other| overlap(other) > MAX_OVERLAP);
            assert_eq!(again, None, "{range:?} is read again");
            supplied.push(*range);
        }
        let read: u64 = supplied.iter().map(|range| u64::from(range.len)).sum();
        assert!(read <= budget.bytes, "{read} bytes read, of {}", budget.bytes);
        step = inspector.supply(ranges.iter().map(|range| in_chunks(bytes, range, random)).collect());
    }
}

fn end(range: &Range) -> u64 {
    range.offset + u64::from(range.len)
}

/// The bytes of a range and some behind it, joined from chunks as a stream delivers them.
fn in_chunks(bytes: &[u8], range: &Range, random: &mut Random) -> Vec<u8> {
    let start = usize::try_from(range.offset).unwrap();
    let end = (usize::try_from(end(range)).unwrap() + random.below(100)).min(bytes.len());
    let size = 1 + random.below(range.len as usize);
    bytes[start..end].chunks(size).flatten().copied().collect()
}
