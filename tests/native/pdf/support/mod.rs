//! Support for the tests of the PDF check: writes small PDFs, inspects them, and measures.
#![allow(dead_code, unused_imports, reason = "each test file uses another part of this")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "test code, although not in a test function")]
#![allow(clippy::format_push_string, clippy::format_collect, reason = "easy to read, and speed does not matter here")]

mod chunked;
mod fixtures;
mod mutate;
mod random;
mod rate;
mod rc4_encryption;
mod skip;
mod stopwatch;
mod unlock;
mod writer;

pub(crate) use chunked::inspect_in_chunks;
pub(crate) use fixtures::fixtures;
use flinks_upload::pdf::{Budget, Inspector, PdfReport, Step};
pub(crate) use mutate::mutate;
pub(crate) use random::Random;
pub(crate) use rate::Rate;
pub(crate) use rc4_encryption::Rc4Encryption;
pub(crate) use skip::skip;
pub(crate) use stopwatch::Stopwatch;
pub(crate) use unlock::unlock;
pub(crate) use writer::Writer;

/// An inspection and what it cost.
pub(crate) struct Inspection {
    pub(crate) report: PdfReport,
    pub(crate) bytes_read: u64,
    pub(crate) rounds: u32,
}

/// Inspects a file and counts the bytes and rounds of reading.
pub(crate) fn inspect_counting(bytes: &[u8], budget: &Budget) -> Inspection {
    let mut inspector = Inspector::new(bytes.len() as u64, budget.clone());
    let mut step = inspector.start();
    let (mut bytes_read, mut rounds) = (0, 0);
    loop {
        match step {
            Step::Need(ranges) => {
                rounds += 1;
                bytes_read += ranges.iter().map(|range| u64::from(range.len)).sum::<u64>();
                step = inspector.supply(ranges.iter().map(|range| range.of(bytes).to_vec()).collect());
            }
            Step::Done(report) => return Inspection { report, bytes_read, rounds },
        }
    }
}

/// The position of the last `needle`.
pub(crate) fn find_last(bytes: &[u8], needle: &[u8]) -> usize {
    bytes.windows(needle.len()).rposition(|window| window == needle).unwrap()
}
