#!/usr/bin/env bash
# Whole journeys: Playwright drives Chromium over the built package. Further arguments go to Playwright.
. "$(dirname "$0")/../lib.sh"

[ -n "$CHROMIUM" ] || fail "no Chromium is there; bring it with: make setup"
# A page that reloads itself in the middle of a test is a flaky test.
export TRUNK_SERVE_NO_AUTORELOAD=true PLAYWRIGHT_JSON_OUTPUT_NAME=$TOOLS/log/e2e.json
mkdir -p .tools/log
rm -f "$PLAYWRIGHT_JSON_OUTPUT_NAME"
code=0
playwright test -c tests/e2e/playwright.config.mjs --reporter=line,json "$@" </dev/null || code=$?
[ -f "$PLAYWRIGHT_JSON_OUTPUT_NAME" ] || fail "Playwright did not get as far as running tests, see above"
# A flaky test passed only when repeated: that is a failure, too. So is an error outside of any test.
node -e '
  const { stats, errors } = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
  console.log(stats.expected, stats.unexpected + stats.flaky + errors.length);
' "$PLAYWRIGHT_JSON_OUTPUT_NAME" >"${CI_COUNTS:-.tools/log}/e2e"
exit "$code"
