#!/usr/bin/env bash
# Tests that need a DOM, in a headless browser (options in webdriver.json).
. "$(dirname "$0")/../lib.sh"

[ -n "$CHROMEDRIVER" ] || fail "chromedriver is not installed; run: make setup"
exec scripts/test/cargo.sh browser --target wasm32-unknown-unknown --no-default-features --features element,event-stream,worker,english,french,spanish --test browser
