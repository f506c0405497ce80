#!/usr/bin/env bash
# wasm-bindgen's programs, from crates.io into .tools/bin.
. "$(dirname "$0")/../lib.sh"
. scripts/setup/cargo.sh

wasm_bindgen_version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock)
[ -n "$wasm_bindgen_version" ] || fail "Cargo.lock names no version of wasm-bindgen"

# Splits a wasm into what is loaded at first and later.
cargo_install wasm-split-cli wasm_split_cli_support "$WASM_SPLIT_VERSION" "about 1 minute" --locked --features build-binary

# Not --locked: its lock file names a yanked dependency.
cargo_install wasm-bindgen wasm-bindgen-cli "$wasm_bindgen_version" "about 3 minutes"
