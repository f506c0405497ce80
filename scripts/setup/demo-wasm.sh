#!/usr/bin/env bash
# Compiles the demo's wasm with Trunk's own command, while Trunk is installed: it then finds everything done.
. "$(dirname "$0")/../lib.sh"

features=$(sed -n 's/.*data-cargo-features="\([^"]*\)".*/\1/p' index.html | head -n 1)
step demo-wasm "compiling the demo (about 2 minutes the first time)" "When it compiles, run: make demo" \
  cargo build --locked --profile demo --target wasm32-unknown-unknown --no-default-features --features "$features" --bins
