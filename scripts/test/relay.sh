#!/usr/bin/env bash
# The reference server and the mock of Flinks: over SQLite, and over PostgreSQL where it is there or can be installed.
# The faults (tests/faults) print what was acknowledged, found, lost and duplicated. RELAY_FAULT_ROUNDS=20 repeats `kill -9`
# more often than the 3 times of a normal run. A full disk needs root, for a tmpfs. What can't run is counted as skipped, and fails in CI
# unless RELAY_MAY_SKIP=1.
. "$(dirname "$0")/../lib.sh"
. scripts/test/postgres.sh

packages=(-p flinks-upload-relay -p flinks-upload-mock)
counts=${CI_COUNTS:-.tools/log}
code=0

step relay-build "building the relay (about 2 minutes the first time)" "Run it again: . scripts/env.sh; cargo build ${packages[*]}" \
  cargo test --locked "${packages[@]}" --no-run
scripts/test/cargo.sh relay "${packages[@]}" --no-fail-fast || code=$?
trap stop_postgres EXIT
logs=(.tools/log/test-relay.log)
if start_postgres; then
  RELAY_TEST_DATABASE=$POSTGRES_URL scripts/test/cargo.sh relay-postgres "${packages[@]}" --test relay --test faults --no-fail-fast || code=$?
  logs+=(.tools/log/test-relay-postgres.log)
  # One suite, two databases.
  paste "$counts/relay" "$counts/relay-postgres" | awk '{ print $1 + $3, $2 + $4 }' >"$counts/relay-both"
  mv "$counts/relay-both" "$counts/relay"
  [ ! -s "$counts/relay-postgres.failed" ] || sed 's/^/over PostgreSQL: /' "$counts/relay-postgres.failed" >>"$counts/relay.failed"
  rm -f "$counts"/relay-postgres.{failed,skipped}
else
  say "relay: not tested over PostgreSQL: $POSTGRES_MISSING"
fi
# Those that ran over neither database.
node scripts/test/skipped.mjs cargo "${logs[@]}" >"$counts/relay.skipped"
# CI has root and installs PostgreSQL: what can't run there would never be noticed.
if [ -s "$counts/relay.skipped" ] && [ -n "${CI:-}" ] && [ -z "${RELAY_MAY_SKIP:-}" ]; then
  say "error: CI must run all of the relay's tests; RELAY_MAY_SKIP=1 allows it to skip these:"
  cat "$counts/relay.skipped"
  sed 's/: /: skipped: /' "$counts/relay.skipped" >>"$counts/relay.failed"
  code=1
fi
exit "$code"
