#!/usr/bin/env bash
# Pictures of every state of the packed element, in target/screenshots (about 2 minutes); with `readme` the three of the
# README instead, in docs/.
. "$(dirname "$0")/lib.sh"

[ -n "$CHROMIUM" ] || fail "no Chromium is there; bring it with: make setup"
what=${1:-all}
case $what in
  all) where=target/screenshots/index.html ;;
  readme) where=docs/ ;;
  *) fail "there are no pictures called '$what'; there are: all readme" ;;
esac
[ "$what" = readme ] || rm -rf target/screenshots
step screenshots "taking pictures" "Look into test-results" playwright test -c tests/e2e/visual.config.mjs --project="$what" --reporter=line
say "$where"
