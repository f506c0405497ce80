#!/usr/bin/env bash
# The wasm of the element, of the checker and of the fallback parser with their glue, as the npm package holds them: target/npm/stage.
# The standard library is built along, for size: with the one that comes with the compiler the element is a quarter larger.
. "$(dirname "$0")/lib.sh"

stage=target/npm/stage
# Exactly what rustc switches on for this target. All features would let wasm-opt use some that no browser loads yet.
features=(bulk-memory multivalue mutable-globals nontrapping-float-to-int reference-types sign-ext)

source=$(rustc --print sysroot)/lib/rustlib/src/rust
[ -e "$source/library/std/Cargo.toml" ] || fail "the source of Rust's standard library is not there; bring it with: make setup"

# -Z is for nightly compilers only, hence the first variable. A folder of its own: cargo would build all anew each time
# that these flags and the ordinary ones take turns.
export RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=target/small
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none
  -Zlocation-detail=none --cfg sha2_backend=\"soft\" --cfg sha2_backend_soft=\"compact\"
  --cfg aes_backend=\"soft\" --cfg aes_backend_soft=\"compact\"
  --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=crates --remap-path-prefix=$source=/rustc --remap-path-prefix=$ROOT=."

# build FEATURES BINARY
build() {
  cargo build --locked --release --target wasm32-unknown-unknown -Zbuild-std=std,panic_abort \
    -Zbuild-std-features=optimize_for_size --no-default-features --features "$1" --bin "$2"
  wasm-bindgen --no-typescript --target web --out-name "$2" --out-dir "$stage" \
    "$CARGO_TARGET_DIR/wasm32-unknown-unknown/release/$2.wasm"
  # Flattened first, it finds more to merge; locals in the same order and similar names side by side compress better.
  wasm-opt "${features[@]/#/--enable-}" --flatten --rereloop -Oz -Oz --reorder-locals --reorder-functions-by-name --strip-producers \
    --minify-imports-and-exports-and-modules "$stage/$2_bg.wasm" -o "$stage/$2_bg.wasm" >"$CARGO_TARGET_DIR/$2.names.json"
  node scripts/shorten.mjs "$stage/$2.js" "$CARGO_TARGET_DIR/$2.names.json"
  # Its comments and long names are most of the glue.
  esbuild "$stage/$2.js" --minify --format=esm --target=es2022 --allow-overwrite --outfile="$stage/$2.js"
}

rm -rf "$stage"
mkdir -p "$stage"
build element flinks-upload
build worker flinks-upload-worker
build fallback-parser,worker flinks-upload-fallback
