//! Unlocks a file that is in memory.

use flinks_upload::pdf::{Budget, Inspector, Range, Step, UnlockError, UnlockStep, Unlocker};

/// The unlocked copy; `None` if no password could open the file.
pub(crate) fn unlock(file: &[u8], password: &str, budget: &Budget) -> Option<Result<Vec<u8>, UnlockError>> {
    let slices = |ranges: Vec<Range>| ranges.iter().map(|range| range.of(file).to_vec()).collect();
    let mut inspector = Inspector::new(file.len() as u64, Budget::default());
    let mut step = inspector.start();
    while let Step::Need(ranges) = step {
        step = inspector.supply(slices(ranges));
    }
    let mut unlocker: Unlocker = inspector.into_unlocker(budget)?;
    let mut step = unlocker.start(password);
    loop {
        match step {
            UnlockStep::Need(ranges) => step = unlocker.supply(slices(ranges)),
            UnlockStep::Done(result) => return Some(result),
        }
    }
}
