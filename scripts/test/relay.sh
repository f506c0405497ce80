#!/usr/bin/env bash
# The reference server and the Flinks stand-in: over SQLite, and over PostgreSQL if it is or can be installed.
. "$(dirname "$0")/../lib.sh"
. scripts/test/postgres.sh

packages=(-p flinks-upload-relay -p flinks-upload-stand-in)
counts=${CI_COUNTS:-.tools/log}
code=0

step relay-build "building the relay (about 2 minutes the first time)" "Run it again: . scripts/env.sh; cargo build ${packages[*]}" \
  cargo test --locked "${packages[@]}" --no-run
scripts/test/cargo.sh relay "${packages[@]}" --no-fail-fast || code=$?
trap stop_postgres EXIT
if start_postgres; then
  RELAY_TEST_DATABASE=$POSTGRES_URL scripts/test/cargo.sh relay-postgres "${packages[@]}" --test relay --no-fail-fast || code=$?
  # One suite, two databases.
  paste "$counts/relay" "$counts/relay-postgres" | awk '{ print $1 + $3, $2 + $4 }' >"$counts/relay-both"
  mv "$counts/relay-both" "$counts/relay"
else
  say "relay: not tested over PostgreSQL: $POSTGRES_MISSING"
fi
exit "$code"
