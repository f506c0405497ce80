#!/usr/bin/env bash
# Whole journeys: Playwright drives Chromium over the built package. Further arguments go to Playwright.
. "$(dirname "$0")/../lib.sh"

[ -n "$CHROMIUM" ] || fail "no Chromium is there; bring it with: make setup"
# A page that reloads itself in the middle of a test is a flaky test.
export TRUNK_SERVE_NO_AUTORELOAD=true
# What the browser says of files is compared with what they are natively.
step inspect "building the native check (about a minute the first time)" "Repeat it with: cargo build --example inspect" \
  cargo build --locked --no-default-features --features fallback-parser --example inspect
exec scripts/test/playwright.sh e2e tests/e2e/playwright.config.mjs "$@"
