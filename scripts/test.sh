#!/usr/bin/env bash
# Runs every suite; a suite that ran no tests fails. The last line is the total. One suite: scripts/test.sh native
. "$(dirname "$0")/lib.sh"
# shellcheck source=tests/test-count-floor.env
. tests/test-count-floor.env

export CI_COUNTS=$TOOLS/counts
rm -rf "$CI_COUNTS"
mkdir -p "$CI_COUNTS"
passed=0 failed=0

# suite NAME MINIMUM: runs scripts/test/NAME.sh, which writes "PASSED FAILED" to its counts file.
suite() {
  local name=$1 minimum=$2 good=0 bad=0 code=0
  say "$name tests…"
  "scripts/test/$name.sh" || code=$?
  [ ! -f "$CI_COUNTS/$name" ] || read -r good bad <"$CI_COUNTS/$name"
  if [ "$good" -lt "$minimum" ] && [ "$bad" = 0 ]; then
    say "error: $good $name tests passed; tests/test-count-floor.env requires $minimum"
    bad=1
  elif [ "$code" != 0 ] && [ "$bad" = 0 ]; then
    say "error: the $name tests ended with code $code"
    bad=1
  fi
  say "$name: $good passed, $bad failed"
  passed=$((passed + good)) failed=$((failed + bad))
}

# gate NAME: a check that passes or fails as a whole.
gate() {
  say "$1…"
  "scripts/test/$1.sh" || { say "error: $1 failed"; failed=$((failed + 1)); }
}

all() {
  suite native "$NATIVE"
  gate coverage
  gate mutants
  suite browser "$BROWSER"
  suite e2e "$E2E"
  suite engines "$ENGINES"
  gate reproducible
  suite packaging "$PACKAGING"
  suite relay "$RELAY"
}

for name in "${@:-all}"; do
  case $name in
    native) suite native "$NATIVE" ;;
    browser) suite browser "$BROWSER" ;;
    e2e) suite e2e "$E2E" ;;
    engines) suite engines "$ENGINES" ;;
    packaging) suite packaging "$PACKAGING" ;;
    relay) suite relay "$RELAY" ;;
    coverage | mutants | reproducible) gate "$name" ;;
    all) all ;;
    *) fail "unknown suite '$name'; expected one of: native coverage mutants browser e2e engines reproducible packaging relay" ;;
  esac
done

# CI parses this line.
say "$passed passed, $failed failed"
[ "$failed" = 0 ]
