#!/usr/bin/env bash
# wasm-opt, Playwright, axe and TypeScript, exactly as package-lock.json has them.
. "$(dirname "$0")/../lib.sh"

stamp=node_modules/.installed-lock.json
cmp -s package-lock.json "$stamp" && exit 0
step npm "installing wasm-opt and the test tools from npm (about 20 seconds, once)" "Is the network there? Try again with: make setup" \
  npm ci --no-audit --no-fund --ignore-scripts
cp package-lock.json "$stamp"
