#!/usr/bin/env bash
# How much of the core and of the PDF check the native tests go through: at least COVERAGE percent of the lines of each.
. "$(dirname "$0")/../lib.sh"
. scripts/setup/apt.sh
. scripts/setup/cargo.sh
# shellcheck source=tests/minimum.env
. tests/minimum.env

cargo_install cargo-llvm-cov cargo-llvm-cov "$CARGO_LLVM_COV_VERSION" "about a minute" --locked

# rustup brings LLVM's tools where its server is reached; Debian has those of the same LLVM as a package.
major=$(rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
if [ -z "$(find "$(rustc --print sysroot)/lib/rustlib" -name llvm-cov -print -quit)" ] && ! rustup component add llvm-tools >/dev/null 2>&1; then
  have "llvm-cov-$major" || apt_install "LLVM's coverage tools" "llvm-$major"
  LLVM_COV=$(command -v "llvm-cov-$major") LLVM_PROFDATA=$(command -v "llvm-profdata-$major")
  export LLVM_COV LLVM_PROFDATA
fi

report=.tools/log/coverage.json
step coverage "counting the lines that tests go through (about 3 minutes the first time)" \
  "Repeat it with: scripts/test/coverage.sh" \
  cargo llvm-cov --locked --no-default-features --features fallback-parser,signature --lib --tests --json --summary-only --output-path "$report"
node scripts/test/coverage.mjs "$report" "$COVERAGE"
