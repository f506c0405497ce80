#!/usr/bin/env bash
# The pure core on the host: no browser, no wasm. Runs all binaries even after a failure, so that the count is complete.
set -euo pipefail
# Without qpdf's fixtures, the tests that need them are skipped.
"$(dirname "$0")/../make-fixtures.sh"
exec "$(dirname "$0")/cargo.sh" native --no-default-features --features fallback-parser,signature --no-fail-fast
