//! Feeds the reader as a caller may, and watches what it asks for.

use super::Random;
use flinks_upload::pdf::{Budget, Inspector, PdfReport, Range, Step};

/// More questions in a row than any file takes.
const ROUNDS: u32 = 1000;
/// Less than this between two questions is cheaper to ask for again than to leave out.
const GAP: u64 = 4 << 10;

/// The report on a file whose answers are put together from pieces and run on behind what was asked for.
///
/// Asserts what every caller relies on: each question is about bytes of the file, hardly any of which are asked for
/// twice, all of them together are within the budget, and the questions come to an end.
pub(crate) fn look_in_pieces(bytes: &[u8], budget: &Budget, random: &mut Random) -> PdfReport {
    let mut inspector = Inspector::new(bytes.len() as u64, budget.clone());
    let mut step = inspector.start();
    let mut answered: Vec<Range> = Vec::new();
    let mut rounds = 0;
    loop {
        let ranges = match step {
            Step::Done(report) => return report,
            Step::Need(ranges) => ranges,
        };
        rounds += 1;
        assert!(rounds <= ROUNDS, "{rounds} rounds");
        assert!(!ranges.is_empty(), "a question about nothing");
        for range in &ranges {
            assert!(range.len > 0 && end(range) <= bytes.len() as u64, "{range:?} of {}", bytes.len());
            let both = |known: &Range| end(range).min(end(known)).saturating_sub(range.offset.max(known.offset));
            let twice = answered.iter().find(|known| both(known) > GAP);
            assert_eq!(twice, None, "{range:?} is asked for again");
            answered.push(*range);
        }
        let read: u64 = answered.iter().map(|range| u64::from(range.len)).sum();
        assert!(read <= budget.bytes, "{read} bytes read, of {}", budget.bytes);
        step = inspector.supply(ranges.iter().map(|range| in_pieces(bytes, range, random)).collect());
    }
}

fn end(range: &Range) -> u64 {
    range.offset + u64::from(range.len)
}

/// The bytes of a range and some behind it, in chunks as a stream gives them.
fn in_pieces(bytes: &[u8], range: &Range, random: &mut Random) -> Vec<u8> {
    let start = usize::try_from(range.offset).unwrap();
    let end = (usize::try_from(end(range)).unwrap() + random.below(100)).min(bytes.len());
    let size = 1 + random.below(range.len as usize);
    bytes[start..end].chunks(size).flatten().copied().collect()
}
