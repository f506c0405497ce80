#!/usr/bin/env bash
# Screenshots of every state of the packaged element, in target/screenshots (about 2 minutes); with `readme`, the
# README's pictures in docs/ instead.
. "$(dirname "$0")/lib.sh"

[ -n "$CHROMIUM" ] || fail "Chromium is not installed; run: make setup"
what=${1:-all}
case $what in
  all) where=target/screenshots/index.html ;;
  readme) where=docs/ ;;
  *) fail "unknown set '$what'; expected: all or readme" ;;
esac
projects=(--project="$what")
[ "$what" = readme ] || projects+=(--project=comparer)
[ "$what" = readme ] || rm -rf target/screenshots
step screenshots "taking screenshots" "See test-results" playwright test -c tests/e2e/visual.config.mjs "${projects[@]}" --reporter=line
say "$where"
