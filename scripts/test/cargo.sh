#!/usr/bin/env bash
# cargo.sh SUITE ARGUMENT…: runs cargo test and sums up the results of all binaries.
. "$(dirname "$0")/../lib.sh"

suite=$1
shift
log=.tools/log/test-$suite.log
mkdir -p .tools/log
code=0
cargo test --locked "$@" </dev/null 2>&1 | tee "$log" || code=$?
counts=${CI_COUNTS:-.tools/log}
node scripts/test/skipped.mjs cargo "$log" >"$counts/$suite.skipped"
# A test that skipped itself has passed for cargo.
sed -n 's/.*test result: .* \([0-9]*\) passed; \([0-9]*\) failed;.*/\1 \2/p' "$log" |
  awk -v "skipped=$(wc -l <"$counts/$suite.skipped")" '{ passed += $1; failed += $2 } END { print passed - skipped, failed + 0 }' >"$counts/$suite"
[ "$code" = 0 ] || node scripts/test/failures.mjs cargo "$log" >"$counts/$suite.failed"
exit "$code"
