#!/usr/bin/env bash
# Fuzzes each target of fuzz/ for FUZZ_SECONDS (60) at low priority: scripts/fuzz.sh, or scripts/fuzz.sh inspect
# Crashing inputs are kept in fuzz/artifacts.
. "$(dirname "$0")/lib.sh"
. scripts/setup/apt.sh
. scripts/setup/cargo.sh

have c++ || apt_install "a C++ compiler, for libFuzzer" g++
cargo_install cargo-fuzz cargo-fuzz "$CARGO_FUZZ_VERSION" "about 2 minutes" --locked

# The fuzzer's flags need a nightly compiler, hence the variable. No sanitizer: there is no unsafe code.
export RUSTC_BOOTSTRAP=1
step fuzz-build "building the fuzz targets (about 2 minutes the first time)" \
  "Run it again: . scripts/env.sh; RUSTC_BOOTSTRAP=1 cargo fuzz build --sanitizer none" cargo fuzz build --sanitizer none
for target in inspect unlock; do
  cargo run --quiet --locked --manifest-path fuzz/Cargo.toml --example seeds "fuzz/corpus/$target"
done

# fuzz TARGET OPTION…
fuzz() {
  local target=$1 seconds=${FUZZ_SECONDS:-60} log=.tools/log/fuzz-$1.log
  shift
  say "fuzzing $target for $seconds s…"
  mkdir -p "fuzz/corpus/$target"
  if ! nice cargo fuzz run --sanitizer none "$target" -- -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 \
    -max_len=16384 -print_final_stats=1 "$@" >"$log" 2>&1 </dev/null; then
    tail -n 40 "$log" >&2
    fail "$target crashed. Input: fuzz/artifacts/$target; full log: $log"
  fi
  sed -n 's/^stat::number_of_executed_units: */  executed inputs: /p' "$log"
}

[ "$#" -gt 0 ] || set -- inspect message server session unlock
for target in "$@"; do
  case $target in
    inspect | unlock) fuzz "$target" -dict=fuzz/pdf.dict ;;
    *) fuzz "$target" ;;
  esac
done
