#!/usr/bin/env bash
# The two programs that come as source from crates.io, into .tools/bin.
. "$(dirname "$0")/../lib.sh"

wasm_bindgen_version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock)
[ -n "$wasm_bindgen_version" ] || fail "Cargo.lock names no version of wasm-bindgen"

is_here() { [ "$(".tools/bin/$1" --version 2>/dev/null || true)" = "$1 $2" ]; }

# install PROGRAM CRATE VERSION DURATION OPTION…
install() {
  local program=$1 crate=$2 version=$3 duration=$4
  shift 4
  is_here "$program" "$version" && return
  step "$program" "installing $crate $version ($duration, once)" "Is the network there? Try again with: make setup" \
    env -u RUSTFLAGS CARGO_TARGET_DIR="$TOOLS/build" cargo install "$crate" --version "$version" --root .tools --force "$@"
}

# Not --locked: a dependency in its lock file was withdrawn. Less optimised and without debug information, both are built
# in half the time.
export CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_DEV_DEBUG=false
install wasm-bindgen wasm-bindgen-cli "$wasm_bindgen_version" "about 3 minutes"
# Without TLS and optimisation: it serves a folder on this machine and downloads nothing.
install trunk trunk "$TRUNK_VERSION" "about 4 minutes" --locked --no-default-features --debug
rm -rf .tools/build
