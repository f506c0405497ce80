# shellcheck shell=bash
# Sourced after lib.sh: installs a program from crates.io into .tools/bin.

# Cargo subcommands may require their own name as the first argument.
has_version() {
  local output
  output=$(".tools/bin/$1" --version 2>/dev/null || ".tools/bin/$1" "${1#cargo-}" --version 2>/dev/null) || return
  [ "${output%%$'\n'*}" = "$1 $2" ]
}

# cargo_install PROGRAM CRATE VERSION DURATION OPTION…
# Less optimization and no debug information halve the build time. Set for this command only.
cargo_install() {
  local program=$1 crate=$2 version=$3 duration=$4
  shift 4
  has_version "$program" "$version" && return
  # One folder each, because two may be installed at a time.
  local build=$TOOLS/build-$program
  step "$program" "installing $crate $version ($duration, once)" "Check the network and try again" \
    env -u RUSTFLAGS CARGO_TARGET_DIR="$build" CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_DEV_DEBUG=false \
    cargo install "$crate" --version "$version" --root .tools --force "$@"
  rm -rf "$build"
}
