#!/usr/bin/env bash
# Benchmarks: sizes against their limits; time and memory next to peers in one Chromium (about 8 minutes); and the reference
# server with a thousand open streams (seconds). Single parts: scripts/bench.sh check text scaling startup relay.
# All parts but relay need `make package` first, which `make bench` runs.
. "$(dirname "$0")/lib.sh"

[ "$#" -gt 0 ] || set -- check text scaling startup relay
bench=scripts/bench

if [ "$*" != relay ]; then
  [ -n "$CHROMIUM" ] || fail "Chromium is not installed; run: make setup"
  node scripts/size.mjs

  # Peers are used only here. Their optional packages are for Node, and their install scripts are not needed.
  stamp=$bench/node_modules/.installed-lock.json
  if ! cmp -s "$bench/package-lock.json" "$stamp"; then
    step bench-npm "installing the peers from npm (120 MB; about 20 seconds, once)" "Check the network, then run: make bench" \
      npm ci --prefix "$bench" --omit=optional --no-audit --no-fund --ignore-scripts
    cp "$bench/package-lock.json" "$stamp"
  fi
fi

if [[ " $* " == *" relay "* ]]; then
  # A connection is an open file at each end.
  [ "$(ulimit -n)" -ge 2500 ] || ulimit -n 2500 || fail "a thousand streams need more open files; run: ulimit -n 2500"
  step bench-relay "building the reference server for speed (about 4 minutes the first time)" \
    "Run it again: . scripts/env.sh; cargo build --profile server -p flinks-upload-relay" \
    cargo build --locked --profile server -p flinks-upload-relay
  # shellcheck source=scripts/test/postgres.sh
  . scripts/test/postgres.sh
  trap stop_postgres EXIT
  # On disk, as in production: the tests' server does without.
  if POSTGRES_OPTIONS='-c fsync=on' start_postgres; then
    export BENCH_POSTGRES=$POSTGRES_URL
  else
    say "two relays over PostgreSQL: not measured, $POSTGRES_MISSING"
  fi
fi

node "$bench/main.mjs" "$@"
