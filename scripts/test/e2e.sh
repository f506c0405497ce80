#!/usr/bin/env bash
# End-to-end tests: Playwright drives Chromium over the built package. Further arguments go to Playwright.
. "$(dirname "$0")/../lib.sh"

[ -n "$CHROMIUM" ] || fail "Chromium is not installed; run: make setup"
# Live reload during a test would make it flaky.
export TRUNK_SERVE_NO_AUTORELOAD=true
# The differential tests compare browser reports with native ones.
step inspect "building the native check (about a minute the first time)" "Run it again: cargo build --example inspect" \
  cargo build --locked --no-default-features --features fallback-parser --example inspect
# Where they are built, the demo has them from its first moment.
scripts/build-servers.sh
exec scripts/test/playwright.sh e2e tests/e2e/playwright.config.mjs "$@"
