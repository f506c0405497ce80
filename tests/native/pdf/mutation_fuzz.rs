//! Mutation fuzzing: the inspection of ten thousand mutated files ends within a second, with the same report however the
//! bytes are supplied.

use super::support::{Random, Stopwatch, fixtures, inspect_in_chunks, mutate};
use flinks_upload::pdf::{Budget, inspect};

/// Mutates the short or the long files in turn. The long ones mostly consist of white space, so they get fewer mutants.
fn assert_mutants_are_inspected(mutants: usize, is_long: bool) {
    let all = fixtures();
    let seeds: Vec<_> = all.iter().filter(|(_, bytes)| (bytes.len() > 100_000) == is_long).collect();
    assert!(!seeds.is_empty());
    let mut random = Random(0x5DEE_CE66_D1CE_4E5B);
    let budget = Budget { bytes: 1 << 20, objects: 2000, depth: 16, work: 1 << 20 };
    for round in 0..mutants {
        let (name, seed) = seeds[round % seeds.len()];
        let mut bytes = seed.clone();
        for _ in 0..=random.below(4) {
            mutate(&mut bytes, &mut random);
        }
        let stopwatch = Stopwatch::start();
        let report = inspect(&bytes, &budget);
        stopwatch.assert_within_limit(&report);
        assert_eq!(inspect_in_chunks(&bytes, &budget, &mut random), report, "mutant {round}, of {name}");
    }
}

// @claim:hostile-file
#[test]
fn nine_thousand_mutants_of_short_files_are_inspected() {
    assert_mutants_are_inspected(9000, false);
}

#[test]
fn a_thousand_mutants_of_files_that_take_many_rounds_are_inspected() {
    assert_mutants_are_inspected(1000, true);
}

#[test]
fn the_report_does_not_depend_on_how_bytes_are_supplied() {
    for (name, bytes) in fixtures() {
        let report = inspect(&bytes, &Budget::default());
        assert_eq!(inspect_in_chunks(&bytes, &Budget::default(), &mut Random(1)), report, "{name}");
        assert!(report.pages.is_some() || name == "encrypted", "{name}: {report:?}");
    }
}
