#!/usr/bin/env bash
# The element's wasm with its glue, as the npm package holds them: target/npm/stage.
. "$(dirname "$0")/lib.sh"

stage=target/npm/stage
wasm=${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/release/flinks-upload.wasm

# Exactly what rustc switches on for this target. All features would let wasm-opt use some that no browser loads yet.
features=(bulk-memory multivalue mutable-globals nontrapping-float-to-int reference-types sign-ext)

rm -rf "$stage"
mkdir -p "$stage"
cargo build --release --target wasm32-unknown-unknown --no-default-features --features element --bin flinks-upload
wasm-bindgen --target web --out-name flinks-upload --out-dir "$stage" "$wasm"
wasm-opt -Oz "${features[@]/#/--enable-}" "$stage/flinks-upload_bg.wasm" -o "$stage/flinks-upload_bg.wasm"
