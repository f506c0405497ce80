#!/usr/bin/env bash
# Runs every part: gates, package, suites. A suite with fewer passed tests than its floor fails. At the end stand the time of
# each part, then each failure with its cause; the last line is the total. Single parts: scripts/test.sh native e2e
. "$(dirname "$0")/lib.sh"
# shellcheck source=tests/test-count-floor.env
. tests/test-count-floor.env

export CI_COUNTS=$TOOLS/counts
rm -rf "$CI_COUNTS"
mkdir -p "$CI_COUNTS" .tools/log
times=$CI_COUNTS/times failures=$CI_COUNTS/failures
: >"$times" >"$failures"
passed=0 failed=0

# run NAME COMMAND…: runs a part with its output also in a log, and notes its time and what failed.
run() {
  local name=$1 log=.tools/log/part-$1.log began=$SECONDS code=0
  shift
  say "$name…"
  "$@" 2>&1 | tee "$log" || code=$?
  printf '%s %s\n' "$name" $((SECONDS - began)) >>"$times"
  [ ! -s "$CI_COUNTS/$name.failed" ] || sed "s/^/$name: /" "$CI_COUNTS/$name.failed" >>"$failures"
  return "$code"
}

# broke NAME: a part that failed without naming a test.
broke() {
  [ -s "$CI_COUNTS/$1.failed" ] || printf '%s: %s\n' "$1" "${2:-$(cause ".tools/log/part-$1.log")}" >>"$failures"
}

# suite NAME MINIMUM: scripts/test/NAME.sh writes "PASSED FAILED" to its counts file, and the failed tests to NAME.failed.
suite() {
  local name=$1 minimum=$2 good=0 bad=0 code=0
  run "$name" "scripts/test/$name.sh" || code=$?
  [ ! -f "$CI_COUNTS/$name" ] || read -r good bad <"$CI_COUNTS/$name"
  if [ "$code" != 0 ] && [ "$bad" = 0 ]; then
    broke "$name"
    bad=1
  elif [ "$good" -lt "$minimum" ] && [ "$bad" = 0 ]; then
    broke "$name" "only $good tests passed; tests/test-count-floor.env requires $minimum"
    bad=1
  fi
  say "$name: $good passed, $bad failed"
  passed=$((passed + good)) failed=$((failed + bad))
}

# gate NAME [COMMAND…]: a check that passes or fails as a whole.
gate() {
  local name=$1
  shift
  [ "$#" -gt 0 ] || set -- "scripts/test/$name.sh"
  run "$name" "$@" && return
  broke "$name"
  say "error: $name failed"
  failed=$((failed + 1))
  return 1
}

make_package() { scripts/package.sh && node scripts/size.mjs; }

all() {
  local packaged=yes
  gate check scripts/check.sh || true
  gate package make_package || packaged=
  suite native "$NATIVE"
  suite node "$NODE"
  gate add-one || true
  suite browser "$BROWSER"
  if [ -n "$packaged" ]; then
    suite e2e "$E2E"
    suite engines "$ENGINES"
    suite packaging "$PACKAGING"
  else
    printf '%s\n' "e2e, engines, packaging: not run, because there is no package" >>"$failures"
  fi
  suite relay "$RELAY"
}

for name in "${@:-all}"; do
  case $name in
    native) suite native "$NATIVE" ;;
    node) suite node "$NODE" ;;
    browser) suite browser "$BROWSER" ;;
    e2e) suite e2e "$E2E" ;;
    engines) suite engines "$ENGINES" ;;
    packaging) suite packaging "$PACKAGING" ;;
    relay) suite relay "$RELAY" ;;
    check) gate check scripts/check.sh || true ;;
    add-one) gate "$name" || true ;;
    all) all ;;
    *) fail "unknown part '$name'; expected one of: check native node add-one browser e2e engines packaging relay" ;;
  esac
done

say "seconds: $(sort -k 2,2nr "$times" | awk '{ printf "%s%s %s", separator, $1, $2; separator = ", " }'); in all $SECONDS"
# CI shows the last 20 lines.
if [ -s "$failures" ]; then
  say "failed:"
  head -n 14 "$failures" | cut -c -300 | sed 's/^/  /'
  [ "$(wc -l <"$failures")" -le 14 ] || say "  and $(($(wc -l <"$failures") - 14)) more, in .tools/counts/failures"
fi
# CI parses this line.
say "$passed passed, $failed failed"
[ "$failed" = 0 ]
