#!/usr/bin/env bash
# What it costs: sizes against their limits, then time and memory beside its peers in one Chromium, about 8 minutes; and the
# reference server with a thousand open streams, seconds. The parts by name: scripts/bench.sh check scaling startup relay.
# For all but the last run `make package` first, which `make bench` does.
. "$(dirname "$0")/lib.sh"

[ "$#" -gt 0 ] || set -- check scaling startup relay
bench=scripts/bench

if [ "$*" != relay ]; then
  [ -n "$CHROMIUM" ] || fail "no Chromium is there; bring it with: make setup"
  node scripts/size.mjs

  # The peers are installed for this alone. Their optional packages are for Node; their install scripts are not wanted.
  stamp=$bench/node_modules/.installed-lock.json
  if ! cmp -s "$bench/package-lock.json" "$stamp"; then
    step bench-npm "installing the peers from npm (120 MB; about 20 seconds, once)" "Is the network there? Try again with: make bench" \
      npm ci --prefix "$bench" --omit=optional --no-audit --no-fund --ignore-scripts
    cp "$bench/package-lock.json" "$stamp"
  fi
fi

if [[ " $* " == *" relay "* ]]; then
  # A connection is an open file, on both sides of it.
  [ "$(ulimit -n)" -ge 2500 ] || ulimit -n 2500 || fail "a thousand streams need more open files; allow them with: ulimit -n 2500"
  step bench-relay "building the reference server for speed (about 4 minutes the first time)" \
    "Repeat it with: . scripts/env.sh; cargo build --profile server -p flinks-upload-relay" \
    cargo build --locked --profile server -p flinks-upload-relay
fi

node "$bench/main.mjs" "$@"
