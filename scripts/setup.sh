#!/usr/bin/env bash
# Installs everything needed to build and test; `scripts/setup.sh demo` only what the demo needs. Skips what is installed: a second
# run takes seconds.
set -euo pipefail
cd "$(dirname "$0")/setup"

# One process each, so that each sees the tools installed by the previous one.
one_by_one() {
  local part
  for part in "$@"; do bash "$part.sh"; done
}

# beside "PART…"…: each of these lists one by one, and the lists at a time, since each has stretches on one core. The others make way for
# the first, which takes longest. Each line names its part.
beside() {
  local parts part job jobs=() failed=0 first=$1
  for parts in "$@"; do
    for part in $parts; do
      nice -n "$([ "$parts" = "$first" ] && echo 0 || echo 5)" bash "$part.sh" 2>&1 </dev/null | sed -u "s/^/$part: /"
    done &
    jobs+=("$!")
  done
  for job in "${jobs[@]}"; do wait "$job" || failed=1; done
  return "$failed"
}

one_by_one system rust
case ${1:-all} in
  demo) beside trunk "build-std demo-wasm" cli ;;
  all)
    one_by_one browser
    beside cli build-std npm
    ;;
  *)
    echo "error: unknown set '$1'; expected: all or demo" >&2
    exit 1
    ;;
esac
