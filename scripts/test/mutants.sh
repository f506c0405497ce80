#!/usr/bin/env bash
# Mutation testing of the modules in .cargo/mutants.toml: the native tests must detect every mutant.
# Part of `make nightly`: about half an hour. Arguments go to cargo-mutants: scripts/test/mutants.sh --re files/verdict.rs
. "$(dirname "$0")/../lib.sh"
. scripts/setup/cargo.sh

cargo_install cargo-mutants cargo-mutants "$CARGO_MUTANTS_VERSION" "about 2 minutes" --locked

# The mutant's name identifies the change, so shrinking counterexamples is not worth the time.
export PROPTEST_CASES=64 PROPTEST_MAX_SHRINK_ITERS=0
code=0
cargo mutants --jobs 2 --minimum-test-timeout 60 --no-shuffle --colors never --output .tools/log "$@" >.tools/log/mutants.log 2>&1 </dev/null || code=$?
tail -n 1 .tools/log/mutants.log
[ "$code" = 0 ] || [ "$code" = 3 ] || {
  grep -E "^(MISSED|FAILED|ERROR)" .tools/log/mutants.log >&2 || tail -n 20 .tools/log/mutants.log >&2
  fail "the tests missed the mutants above. Run it again: . scripts/env.sh; cargo mutants $*"
}
