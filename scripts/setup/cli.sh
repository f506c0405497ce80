#!/usr/bin/env bash
# wasm-bindgen's programs, from crates.io into .tools/bin.
. "$(dirname "$0")/../lib.sh"
. scripts/setup/cargo.sh

wasm_bindgen_version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock)
[ -n "$wasm_bindgen_version" ] || fail "Cargo.lock names no version of wasm-bindgen"

# Not --locked: its lock file names a yanked dependency. Without TLS: a browser's driver is on the same machine.
cargo_install wasm-bindgen wasm-bindgen-cli "$wasm_bindgen_version" "about a minute" --no-default-features
