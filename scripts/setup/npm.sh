#!/usr/bin/env bash
# wasm-opt, Playwright, axe and TypeScript, as locked in package-lock.json.
. "$(dirname "$0")/../lib.sh"

stamp=node_modules/.installed-lock.json
cmp -s package-lock.json "$stamp" && exit 0
step npm "installing wasm-opt and the test tools from npm (about 20 seconds, once)" "Check the network, then run: make setup" \
  npm ci --no-audit --no-fund --ignore-scripts
cp package-lock.json "$stamp"
