#!/usr/bin/env bash
# Debian's Rust has the standard library for wasm32 only as source. Builds it once per compiler version into a
# local sysroot (see env.sh), without writing to /usr.
. "$(dirname "$0")/../lib.sh"
[ "$(cat .tools/toolchain)" = debian ] || exit 0

case $ROOT in *[[:space:]]*) fail "the path of this folder contains a space, which cargo's flags do not support: move it, then run: make setup" ;; esac

sysroot=$TOOLS/sysroot
libraries=$sysroot/lib/rustlib/wasm32-unknown-unknown/lib
version=$(rustc -vV)
[ "$version" != "$(cat "$sysroot/built-by" 2>/dev/null || true)" ] || exit 0

# Panic messages in the published wasm must not reveal local paths.
source=/usr/lib/rustlib/src/rust
flags="-Cembed-bitcode=yes --remap-path-prefix=$source=/rustc --remap-path-prefix=$(readlink -f "$source")=/rustc
  --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=crates"

build() {
  rm -rf "$sysroot" .tools/std
  mkdir -p .tools/std/src "$libraries"
  : >.tools/std/src/lib.rs
  printf '[package]\nname = "std-for-wasm"\nedition = "2021"\n[workspace]\n' >.tools/std/Cargo.toml
  # -Zbuild-std needs a nightly compiler, hence the first variable; without bitcode, LTO fails.
  (cd .tools/std && RUSTC_BOOTSTRAP=1 RUSTFLAGS=$flags CARGO_TARGET_DIR=target \
    cargo build --release --target wasm32-unknown-unknown -Zbuild-std=std,panic_abort,test)
  cp .tools/std/target/wasm32-unknown-unknown/release/deps/*.rlib "$libraries/"
  rm "$libraries"/libstd_for_wasm-*
  rm -rf .tools/std
  printf '%s\n' "$version" >"$sysroot/built-by"
}

step std "building the standard library for wasm32 (about a minute, once)" \
  "To choose another toolchain: rm -r .tools/toolchain .tools/sysroot, then run: make setup" build
