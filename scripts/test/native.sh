#!/usr/bin/env bash
# The pure core, on this machine: no browser, no wasm. All binaries run, even after a failure, so that the count is whole.
set -euo pipefail
# Where they are not, the tests that need them are left out.
"$(dirname "$0")/../generated.sh"
exec "$(dirname "$0")/cargo.sh" native --no-default-features --features fallback-parser,signature --no-fail-fast
