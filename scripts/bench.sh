#!/usr/bin/env bash
# What it costs: sizes against their limits, then time and memory beside its peers in one Chromium, about 8 minutes. The
# parts by name: scripts/bench.sh check growth startup. Run `make package` first, which `make bench` does.
. "$(dirname "$0")/lib.sh"

[ -n "$CHROMIUM" ] || fail "no Chromium is there; bring it with: make setup"
node scripts/size.mjs

# The peers are installed for this alone. Their optional packages are for Node; their install scripts are not wanted.
bench=scripts/bench
stamp=$bench/node_modules/.installed-lock.json
if ! cmp -s "$bench/package-lock.json" "$stamp"; then
  step bench-npm "installing the peers from npm (120 MB; about 20 seconds, once)" "Is the network there? Try again with: make bench" \
    npm ci --prefix "$bench" --omit=optional --no-audit --no-fund --ignore-scripts
  cp "$bench/package-lock.json" "$stamp"
fi

node "$bench/main.mjs" "$@"
