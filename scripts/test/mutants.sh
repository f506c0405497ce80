#!/usr/bin/env bash
# Changes the modules that decide, in every small way that compiles (.cargo/mutants.toml), and sees whether the native tests
# notice. All of it takes half an hour (`make mutants`); `make test` looks at one part in sixteen, another one with each commit.
. "$(dirname "$0")/../lib.sh"
. scripts/setup/cargo.sh

cargo_install cargo-mutants cargo-mutants "$CARGO_MUTANTS_VERSION" "about 2 minutes" --locked

parts=16 part=()
if [ "${1:-}" != all ]; then
  number=$((16#$(git rev-parse --short=7 HEAD 2>/dev/null | cut -c -7 || echo 0) % parts))
  part=(--shard "$number/$parts" --sharding round-robin)
  say "mutants, part $number of $parts…"
fi
# Which change it was is told by its name; a property's smallest counterexample is not waited for.
export PROPTEST_CASES=64 PROPTEST_MAX_SHRINK_ITERS=0
code=0
cargo mutants --jobs 2 --minimum-test-timeout 60 --no-shuffle --colors never --output .tools/log "${part[@]}" >.tools/log/mutants.log 2>&1 </dev/null || code=$?
tail -n 1 .tools/log/mutants.log
[ "$code" = 0 ] || [ "$code" = 3 ] || {
  grep -E "^(MISSED|FAILED|ERROR)" .tools/log/mutants.log >&2 || tail -n 20 .tools/log/mutants.log >&2
  fail "tests notice nothing of the changes above. Repeat it with: . scripts/env.sh; cargo mutants ${part[*]}"
}
