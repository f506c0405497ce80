#!/usr/bin/env bash
# Every suite, each of which must have run; the last line is the total. A suite by name: scripts/test.sh native
. "$(dirname "$0")/lib.sh"
# shellcheck source=tests/minimum.env
. tests/minimum.env

export CI_COUNTS=$TOOLS/counts
rm -rf "$CI_COUNTS"
mkdir -p "$CI_COUNTS"
passed=0 failed=0

# suite NAME MINIMUM: runs scripts/test/NAME.sh, which writes "PASSED FAILED" to its file of counts.
suite() {
  local name=$1 minimum=$2 good=0 bad=0 code=0
  say "$name tests…"
  "scripts/test/$name.sh" || code=$?
  [ ! -f "$CI_COUNTS/$name" ] || read -r good bad <"$CI_COUNTS/$name"
  if [ "$good" -lt "$minimum" ] && [ "$bad" = 0 ]; then
    say "error: $good $name tests passed; tests/minimum.env asks for $minimum"
    bad=1
  elif [ "$code" != 0 ] && [ "$bad" = 0 ]; then
    say "error: the $name tests ended with code $code"
    bad=1
  fi
  say "$name: $good passed, $bad failed"
  passed=$((passed + good)) failed=$((failed + bad))
}

# gate NAME: what is no count of tests, but right or wrong.
gate() {
  say "$1…"
  "scripts/test/$1.sh" || { say "error: $1 failed"; failed=$((failed + 1)); }
}

all() {
  suite native "$NATIVE"
  gate add-one
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
    add-one | coverage | mutants | reproducible) gate "$name" ;;
    all) all ;;
    *) fail "no suite is called '$name'; there are: native add-one coverage mutants browser e2e engines reproducible packaging relay" ;;
  esac
done

# CI reads this line.
say "$passed passed, $failed failed"
[ "$failed" = 0 ]
