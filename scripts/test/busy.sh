#!/usr/bin/env bash
# The end-to-end tests of the element, BUSY_RUNS (10) times beside four processes that never rest: none may depend on how fast
# the machine is. The first run is in Chromium itself, the others in its headless shell. Nothing is repeated. Further arguments go to Playwright.
. "$(dirname "$0")/../lib.sh"

runs=${BUSY_RUNS:-10}
children=()
trap 'kill "${children[@]}" 2>/dev/null || true' EXIT
for _ in 1 2 3 4; do
  (while :; do :; done) &
  children+=("$!")
done

failed=0
unset CI
for ((run = 1; run <= runs; run++)); do
  log=.tools/log/busy-$run.log
  if [ "$run" = 1 ]; then export HEADLESS_SHELL=; else unset HEADLESS_SHELL; fi
  if scripts/test/e2e.sh --project=element "$@" >"$log" 2>&1 </dev/null; then
    say "run $run of $runs: passed ($(grep -oE '[0-9]+ passed.*' "$log" | tail -n 1))"
  else
    failed=$((failed + 1))
    grep -aE '^ +[0-9]+\) ' "$log" | sort -u || tail -n 20 "$log"
    say "run $run of $runs: failed, see $log"
  fi
done
[ "$failed" = 0 ] || fail "$failed of $runs runs failed"
