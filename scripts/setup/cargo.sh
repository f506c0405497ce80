# shellcheck shell=bash
# Sourced after lib.sh: installs a program from crates.io into .tools/bin.

# has_version PROGRAM CRATE VERSION: by the list that cargo keeps.
has_version() { [ -x ".tools/bin/$1" ] && grep -qs "^\"$2 $3 (" .tools/.crates.toml; }

# cargo_install PROGRAM CRATE VERSION DURATION OPTION…
# Without optimization and debug information the build takes half the time, and each run a third of a second more. For this command only.
cargo_install() {
  local program=$1 crate=$2 version=$3 duration=$4
  shift 4
  has_version "$program" "$crate" "$version" && return
  # One folder each, because two may be installed at a time.
  local build=$TOOLS/build-$program
  step "$program" "installing $crate $version ($duration, once)" "Check the network and try again" \
    env -u RUSTFLAGS CARGO_TARGET_DIR="$build" CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_DEV_DEBUG=false \
    cargo install "$crate" --version "$version" --root .tools --force "$@"
  rm -rf "$build"
}
