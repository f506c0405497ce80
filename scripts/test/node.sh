#!/usr/bin/env bash
# The package's JavaScript that needs no browser, as it stands in www/, against the tables that also hold the core.
. "$(dirname "$0")/../lib.sh"

log=.tools/log/test-node.log
mkdir -p .tools/log
code=0
node --test --test-reporter=tap tests/node/*.test.mjs >"$log" 2>&1 </dev/null || code=$?
[ "$code" = 0 ] || grep -A 20 '^ *not ok' "$log" >&2 || tail -n 25 "$log" >&2
node scripts/test/skipped.mjs tap "$log" >"${CI_COUNTS:-.tools/log}/node.skipped"
awk '/^# pass / { passed = $3 } /^# fail / { failed = $3 } END { print passed + 0, failed + 0 }' "$log" >"${CI_COUNTS:-.tools/log}/node"
[ "$code" = 0 ] || node scripts/test/failures.mjs tap "$log" >"${CI_COUNTS:-.tools/log}/node.failed"
exit "$code"
