#!/usr/bin/env bash
# Builds the wasm and glue of the element and the checker, in two parts each, the report of `checkFiles` and the fallback parser, for the npm package, in target/npm/wasm.
# The standard library is rebuilt for size: with the prebuilt one the element is a quarter larger.
. "$(dirname "$0")/lib.sh"

out=target/npm/wasm
# Exactly the features that rustc enables for this target. Enabling all would let wasm-opt use some that no browser supports yet.
features=(bulk-memory multivalue mutable-globals nontrapping-float-to-int reference-types sign-ext)

source=$(rustc --print sysroot)/lib/rustlib/src/rust
scripts/setup/wasm-split.sh
[ -e "$source/library/std/Cargo.toml" ] || fail "the source of Rust's standard library is missing; run: make setup"

# -Z needs a nightly compiler, hence the first variable. A separate target folder, because cargo would rebuild everything
# whenever these flags and the usual ones alternate.
export RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=target/small
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none
  -Zlocation-detail=none --cfg sha2_backend=\"soft\" --cfg sha2_backend_soft=\"compact\"
  --cfg aes_backend=\"soft\" --cfg aes_backend_soft=\"compact\"
  --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=crates --remap-path-prefix=$source=/rustc --remap-path-prefix=$ROOT=."

# What decides the result, beside what cargo builds.
tools=$(cat scripts/build-wasm.sh versions.env scripts/minify-names.mjs scripts/order-functions.mjs scripts/copy-small-functions.mjs package-lock.json Cargo.lock | sha256sum)

# optimize WASM NAMES OPTION…: NAMES gets what wasm-opt prints.
optimize() {
  local wasm=$1 names=$2 ordered=$CARGO_TARGET_DIR/ordered.wasm
  # Nothing stands below address 1024: the stack comes first and never grows down to there. Flattening exposes more duplicates,
  # and the flow analysis (gufa) finds what is never reached; locals in the same order compress better. So do values that are
  # computed again instead of kept in a local (cse), and functions that stay apart although they have a single caller.
  wasm-opt "${features[@]/#/--enable-}" --low-memory-unused --one-caller-inline-max-function-size 40 --skip-pass=local-cse \
    --flatten --rereloop -Oz --gufa-optimizing -Oz --reorder-locals --strip-producers "${@:3}" "$wasm" -o "$wasm" >"$names"
  # Similar functions side by side compress better, too. The levels are for writing: no pass runs but the one that is named.
  node scripts/order-functions.mjs "$wasm" "$ordered"
  wasm-opt "${features[@]/#/--enable-}" --optimize-level=2 --shrink-level=2 --reorder-functions-by-name --strip-debug "$ordered" -o "$wasm"
}

# build FEATURES BINARY [PART]: a part is split off at the function that has `#[wasm_split(PART)]`; www/shared/parts.js adds it again.
build() {
  local built=$CARGO_TARGET_DIR/wasm32-unknown-unknown/release/$2.wasm part=${3:-} stamp split shared build names=$CARGO_TARGET_DIR/$2.names.json
  # What splits a wasm has to know what refers to what.
  cargo rustc --locked --release --target wasm32-unknown-unknown -Zbuild-std=std,panic_abort \
    -Zbuild-std-features=optimize_for_size --no-default-features --features "$1" --bin "$2" -- ${part:+-Clink-args=--emit-relocs}
  stamp="$(sha256sum <"$built") $tools"
  if [ "$stamp" = "$(cat "$CARGO_TARGET_DIR/$2.stamp" 2>/dev/null)" ] && [ -f "$out/$2.js" ] && [ -f "$out/$2_bg.wasm" ] &&
    { [ -z "$part" ] || [ -f "$out/flinks-upload-${part}_bg.wasm" ]; }; then return; fi
  rm -f "$CARGO_TARGET_DIR/$2.stamp"
  split=$CARGO_TARGET_DIR/split/$2
  rm -rf "$split"
  if [ -n "$part" ]; then
    wasm-split-cli --out-name "$2" "$built" "$split"
    built=$split/$2.wasm
  fi
  wasm-bindgen --no-typescript ${part:+--keep-lld-exports} --target web --out-name "$2" --out-dir "$out" "$built"
  if [ -n "$part" ]; then
    grep -q '"\./__wasm_split\.js"' "$out/$2.js" || fail "the glue of $2 imports no ./__wasm_split.js; has wasm-split-cli's output changed?"
    sed -i 's#"\./__wasm_split\.js"#"./shared/parts.js"#' "$out/$2.js"
    # What a part shares with the rest, by the names by which it asks for it; and of which build both are.
    shared=$(sed -n 's/^ *const { \(.*\),  } = initSync.*/\1/p' "$split/__wasm_split.js" | sed -E 's/(\w+)/\1: wasm.\1/g')
    [ -n "$shared" ] || fail "$split/__wasm_split.js says nothing of what is shared; has wasm-split-cli's output changed?"
    build=${stamp:0:16}
    printf 'export const shared = () => ({ %s });\nexport const build = "%s";\n' "$shared" "$build" >>"$out/$2.js"
    [ "$(cd "$split" && echo ./*.wasm)" = "./$2.wasm ./split_$part.wasm" ] || fail "the split of $2 gave other parts than $part: see $split"
    node scripts/copy-small-functions.mjs "$split/$2.wasm" "$split/split_$part.wasm" "$out/flinks-upload-${part}_bg.wasm" "${features[@]}"
    optimize "$out/flinks-upload-${part}_bg.wasm" /dev/null
    # A custom section with a name of 5 bytes and a text of 16.
    printf '\0\026\005build%s' "$build" >>"$out/flinks-upload-${part}_bg.wasm"
  fi
  optimize "$out/$2_bg.wasm" "$names" --minify-imports-and-exports-and-modules
  node scripts/minify-names.mjs "$out/$2.js" "$names"
  # The element's loader fetches and compiles by itself; nobody instantiates the others synchronously.
  local init='__wbg_init as default'
  [ "$2" != flinks-upload ] || init=initSync
  sed -i "s/^export { initSync, __wbg_init as default };\$/export { $init };/" "$out/$2.js"
  # Comments and long names are most of the glue.
  esbuild "$out/$2.js" --minify --tree-shaking=true --format=esm --target=es2022 --allow-overwrite --outfile="$out/$2.js"
  printf '%s\n' "$stamp" >"$CARGO_TARGET_DIR/$2.stamp"
}

mkdir -p "$out"
build split-element flinks-upload deferred
build split-checker flinks-upload-worker reader
build worker flinks-upload-report
build fallback-parser,worker flinks-upload-fallback
