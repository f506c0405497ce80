#!/usr/bin/env bash
# The parts that need a DOM, in a real headless browser (webdriver.json holds its options).
. "$(dirname "$0")/../lib.sh"

[ -n "$CHROMEDRIVER" ] || fail "chromedriver is not there; bring it with: make setup"
exec scripts/test/cargo.sh browser --target wasm32-unknown-unknown --no-default-features --features element,follow,worker,english,french,spanish --test browser
