# shellcheck shell=bash
# Sourced after lib.sh: installs a program that comes as source from crates.io, into .tools/bin.

# Some that are parts of cargo want to be called as such.
has_version() {
  local output
  output=$(".tools/bin/$1" --version 2>/dev/null || ".tools/bin/$1" "${1#cargo-}" --version 2>/dev/null) || return
  [ "${output%%$'\n'*}" = "$1 $2" ]
}

# cargo_install PROGRAM CRATE VERSION DURATION OPTION…
# Less optimised and without debug information, it is built in half the time; for it alone, or what is built next would be, too.
cargo_install() {
  local program=$1 crate=$2 version=$3 duration=$4
  shift 4
  has_version "$program" "$version" && return
  step "$program" "installing $crate $version ($duration, once)" "Is the network there? Then try again" \
    env -u RUSTFLAGS CARGO_TARGET_DIR="$TOOLS/build" CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_DEV_DEBUG=false \
    cargo install "$crate" --version "$version" --root .tools --force "$@"
  rm -rf "$TOOLS/build"
}
