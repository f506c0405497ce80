#!/usr/bin/env bash
# Line coverage of the core and the PDF check by the native tests: at least COVERAGE percent each.
. "$(dirname "$0")/../lib.sh"
. scripts/setup/apt.sh
. scripts/setup/cargo.sh
# shellcheck source=tests/test-count-floor.env
. tests/test-count-floor.env

cargo_install cargo-llvm-cov cargo-llvm-cov "$CARGO_LLVM_COV_VERSION" "about a minute" --locked

# LLVM's tools come from rustup if its server is reachable, else from Debian's package of the same LLVM.
major=$(rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
if [ -z "$(find "$(rustc --print sysroot)/lib/rustlib" -name llvm-cov -print -quit)" ] && ! rustup component add llvm-tools >/dev/null 2>&1; then
  have "llvm-cov-$major" || apt_install "LLVM's coverage tools" "llvm-$major"
  LLVM_COV=$(command -v "llvm-cov-$major") LLVM_PROFDATA=$(command -v "llvm-profdata-$major")
  export LLVM_COV LLVM_PROFDATA
fi

report=.tools/log/coverage.json
step coverage "measuring line coverage (about 3 minutes the first time)" \
  "Run it again: scripts/test/coverage.sh" \
  cargo llvm-cov --locked --no-default-features --features fallback-parser,signature --lib --tests --json --summary-only --output-path "$report"
node scripts/test/coverage.mjs "$report" "$COVERAGE"
