#!/usr/bin/env bash
# Runs every part: gates, package, suites. A suite with fewer passed tests than its floor fails. At the end stand the time of
# each part, what was skipped and which claims that leaves unproven, then each failure with its cause; the last line is the total. Single parts: scripts/test.sh native e2e
. "$(dirname "$0")/lib.sh"
# shellcheck source=tests/test-count-floor.env
. tests/test-count-floor.env

export CI_COUNTS=$TOOLS/counts
rm -rf "$CI_COUNTS"
mkdir -p "$CI_COUNTS" .tools/log

# A part may run beside another, in a process of its own: all that it has to tell is in its files in CI_COUNTS.
# run NAME COMMAND…: runs a part, and keeps its output and time.
run() {
  local name=$1 log=.tools/log/part-$1.log began=$SECONDS code=0
  shift
  say "$name…"
  "$@" 2>&1 | tee "$log" || code=$?
  printf '%s\n' $((SECONDS - began)) >"$CI_COUNTS/$name.seconds"
  return "$code"
}

# broke NAME [CAUSE]: a part that failed without naming a test.
broke() {
  [ -s "$CI_COUNTS/$1.failed" ] || printf '%s\n' "${2:-$(cause ".tools/log/part-$1.log")}" >"$CI_COUNTS/$1.failed"
}

# suite NAME MINIMUM: scripts/test/NAME.sh writes "PASSED FAILED" to its counts file, the failed tests to NAME.failed, and those that
# did not run to NAME.skipped.
suite() {
  local name=$1 minimum=$2 good=0 bad=0 code=0 skipped
  run "$name" "scripts/test/$name.sh" || code=$?
  [ ! -f "$CI_COUNTS/$name" ] || read -r good bad <"$CI_COUNTS/$name"
  if [ "$code" != 0 ] && [ "$bad" = 0 ]; then
    broke "$name"
    bad=1
  elif [ "$good" -lt "$minimum" ] && [ "$bad" = 0 ]; then
    broke "$name" "only $good tests passed; tests/test-count-floor.env requires $minimum"
    bad=1
  fi
  skipped=$(cat "$CI_COUNTS/$name.skipped" 2>/dev/null | wc -l)
  say "$name: $good passed, $bad failed, $skipped skipped"
  printf '%s %s %s\n' "$good" "$bad" "$skipped" >"$CI_COUNTS/$name.result"
}

# gate NAME COMMAND…: a check that passes or fails as a whole.
gate() {
  local name=$1 bad=0
  shift
  run "$name" "$@" || bad=1
  [ "$bad" = 0 ] || broke "$name"
  [ "$bad" = 0 ] || say "error: $name failed"
  printf '0 %s\n' "$bad" >"$CI_COUNTS/$name.result"
}

# With what the suites need that come after it: unpacked, for several of them at a time.
make_package() { scripts/package.sh && node scripts/size.mjs && node tests/support/package.mjs && scripts/setup/trunk.sh; }

part() {
  case $1 in
    check) gate check scripts/check.sh ;;
    package) gate package make_package ;;
    add-one) gate add-one scripts/test/add-one.sh ;;
    native) suite native "$NATIVE" ;;
    node) suite node "$NODE" ;;
    browser) suite browser "$BROWSER" ;;
    e2e) suite e2e "$E2E" ;;
    engines) suite engines "$ENGINES" ;;
    packaging) suite packaging "$PACKAGING" ;;
    frameworks) suite frameworks "$FRAMEWORKS" ;;
    relay) suite relay "$RELAY" ;;
    *) fail "unknown part '$1'; expected one of: check package native node add-one browser e2e engines packaging frameworks relay" ;;
  esac
}

# beside PART "PART…": one part, and beside it others after each other, whose output follows.
beside() {
  local other name first=$1 output=.tools/log/beside.log
  (for name in $2; do part "$name"; done) >"$output" 2>&1 </dev/null &
  other=$!
  part "$first"
  wait "$other" || true
  cat "$output"
}

all() {
  # Another target folder, and long stretches on one core.
  beside check package
  # Each leaves a core idle for long: the state search, and the compiler for the one crate that add-one changes.
  beside native "node add-one browser"
  if [ "$(cat "$CI_COUNTS/package.result")" = "0 0" ]; then
    # Each waits for browsers, for timeouts and for killed servers much of the time.
    beside e2e "relay engines packaging frameworks"
  else
    printf 'not run, because there is no package\n' | tee "$CI_COUNTS"/{e2e,engines,packaging,frameworks}.failed >/dev/null
    part relay
  fi
}

for name in "${@:-all}"; do
  if [ "$name" = all ]; then all; else part "$name"; fi
done

# list FILE LINES HEADING: the first lines of a file in .tools/counts.
list() {
  say "$3"
  head -n "$2" "$1" | cut -c -300 | sed 's/^/  /'
  [ "$(wc -l <"$1")" -le "$2" ] || say "  and $(($(wc -l <"$1") - $2)) more, in .tools/counts/$1"
}

summary() {
  local file
  cd "$CI_COUNTS"
  say "seconds: $(for file in *.seconds; do say "${file%.seconds} $(cat "$file")"; done | sort -k 2,2nr | tr '\n' ',' | sed 's/,$//; s/,/, /g'); in all $SECONDS"
  for file in *.failed; do
    [ ! -s "$file" ] || sed "s/^/${file%.failed}: /" "$file"
  done >failures
  for file in *.skipped; do
    [ ! -s "$file" ] || sed "s/^/${file%.skipped}: /" "$file"
  done >skips
  # CI shows the last 20 lines.
  if [ -s skips ]; then
    list skips 3 "skipped, so they prove nothing:"
    node "$ROOT/scripts/check-doc-claims.mjs" --without ./*.skipped || true
  fi
  [ ! -s failures ] || list failures 10 "failed:"
  # CI parses this line.
  cat ./*.result | awk '{ passed += $1; failed += $2; skipped += $3 } END { print passed + 0 " passed, " failed + 0 " failed, " skipped + 0 " skipped"; exit failed > 0 }'
}
summary
