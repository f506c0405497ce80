#!/usr/bin/env bash
# Chooses the Rust toolchain and stores it in .tools/toolchain: `own` (the cargo in PATH can build for wasm32) or
# `debian`. Delete that file to choose again, or set FLINKS_TOOLCHAIN=own or =debian.
. "$(dirname "$0")/../lib.sh"
. scripts/setup/apt.sh

oldest=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
debian_files=(/usr/bin/{rustc,cargo,cargo-clippy,cargo-fmt,rust-lld} /usr/lib/rustlib/src/rust/library/std/Cargo.toml)

own_toolchain_works() {
  have cargo && cargo clippy --version && cargo fmt --version &&
    compgen -G "$(rustc --print target-libdir --target wasm32-unknown-unknown)/libstd-*.rlib" &&
    [ -e "$(rustc --print sysroot)/lib/rustlib/src/rust/library/std/Cargo.toml" ] &&
    printf '%s\n' "$oldest" "$(rustc -V | cut -d' ' -f2)" | sort -CV
} >/dev/null 2>&1

# Fail within seconds if the server is unreachable, but allow for a slow connection: 20 s until the download starts.
install_with_rustup() {
  have rustup || return 1
  local log=.tools/log/rustup.log began=$SECONDS job
  say "asking rustup for the wasm32 target (about 30 seconds, once)…"
  timeout 600 bash -c 'rustup target add wasm32-unknown-unknown && rustup component add clippy rustfmt rust-src' >"$log" 2>&1 </dev/null &
  job=$!
  while kill -0 "$job" 2>/dev/null && ! grep -qi download "$log"; do
    if [ $((SECONDS - began)) -ge 20 ]; then kill "$job"; fi
    sleep 0.2
  done
  wait "$job" && own_toolchain_works
}

install_from_debian() {
  local part
  for part in "${debian_files[@]}"; do
    [ -e "$part" ] && continue
    have apt-get || fail "Rust $oldest or newer with the wasm32-unknown-unknown target is needed: install rustup (https://rustup.rs), then run: make setup"
    apt_lists
    # The linker's package name contains its version, which must match the compiler's LLVM.
    local llvm
    llvm=$(apt-cache depends rust-web-llvm 2>/dev/null | sed -n 's/.*Depends: llvm-\([0-9]*\)$/\1/p' | head -n 1)
    apt_install "Rust" rustc-web cargo-web rust-web-src rust-web-llvm "lld-${llvm:-22}" rust-web-clippy rustfmt-web
    return
  done
}

mkdir -p .tools/log
choice=${FLINKS_TOOLCHAIN:-$(cat .tools/toolchain 2>/dev/null || true)}
if [ -z "$choice" ]; then
  if own_toolchain_works || install_with_rustup; then choice=own; else choice=debian; fi
  say "Rust toolchain: $choice"
fi
case $choice in
  own) own_toolchain_works || fail "the cargo in PATH is older than $oldest, or lacks clippy, rustfmt, rust-src or the wasm32-unknown-unknown target: rustup update && rustup target add wasm32-unknown-unknown && rustup component add clippy rustfmt rust-src" ;;
  debian) install_from_debian ;;
  *) fail "FLINKS_TOOLCHAIN is '$choice'; expected: own or debian" ;;
esac
printf '%s\n' "$choice" >.tools/toolchain
