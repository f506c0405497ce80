#!/usr/bin/env bash
# The journey in Chromium, Firefox and WebKitGTK through WebDriver, over the built package. Missing engines are
# skipped with a message; CI requires all three. Further arguments go to Playwright, which only runs the tests.
. "$(dirname "$0")/../lib.sh"

scripts/setup/engines.sh
. scripts/env.sh
export GECKODRIVER
node tests/engines/engines.mjs || fail "CI requires every engine, see above"
exec scripts/test/playwright.sh engines tests/engines/playwright.config.mjs "$@"
