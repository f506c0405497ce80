#!/usr/bin/env bash
# Debian's Rust has no standard library for wasm32, but its source. It is built once per compiler version, into a
# sysroot of this project's own (see env.sh), so that nothing under /usr is written.
. "$(dirname "$0")/../lib.sh"
[ "$(cat .tools/toolchain)" = debian ] || exit 0

case $ROOT in *[[:space:]]*) fail "the path of this folder holds a space, which cargo's flags cannot: move it, then: make setup" ;; esac

sysroot=$TOOLS/sysroot
libraries=$sysroot/lib/rustlib/wasm32-unknown-unknown/lib
version=$(rustc -vV)
[ "$version" != "$(cat "$sysroot/built-by" 2>/dev/null || true)" ] || exit 0

# The panic messages in a published wasm must not tell where this machine keeps the source.
source=/usr/lib/rustlib/src/rust
flags="-Cembed-bitcode=yes --remap-path-prefix=$source=/rustc --remap-path-prefix=$(readlink -f "$source")=/rustc
  --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=crates"

build() {
  rm -rf "$sysroot" .tools/std
  mkdir -p .tools/std/src "$libraries"
  : >.tools/std/src/lib.rs
  printf '[package]\nname = "std-for-wasm"\nedition = "2021"\n[workspace]\n' >.tools/std/Cargo.toml
  # -Zbuild-std is for nightly compilers only, hence the first variable; without bitcode, link-time optimisation fails.
  (cd .tools/std && RUSTC_BOOTSTRAP=1 RUSTFLAGS=$flags CARGO_TARGET_DIR=target \
    cargo build --release --target wasm32-unknown-unknown -Zbuild-std=std,panic_abort,test)
  cp .tools/std/target/wasm32-unknown-unknown/release/deps/*.rlib "$libraries/"
  rm "$libraries"/libstd_for_wasm-*
  rm -rf .tools/std
  printf '%s\n' "$version" >"$sysroot/built-by"
}

step std "building the standard library for wasm32 (about a minute, once)" \
  "To choose another toolchain: rm -r .tools/toolchain .tools/sysroot, then: make setup" build
