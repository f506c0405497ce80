#!/usr/bin/env bash
# What splits a wasm into a part that is loaded at first and one that is loaded later, from crates.io into .tools/bin: for the package.
. "$(dirname "$0")/../lib.sh"
. scripts/setup/cargo.sh

cargo_install wasm-split-cli wasm_split_cli_support "$WASM_SPLIT_VERSION" "about 1 minute" --locked --features build-binary
