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

# beside PART…: at a time, since each has stretches on one core; each line names its part.
beside() {
  local part job jobs=() failed=0
  for part in "$@"; do
    bash "$part.sh" 2>&1 </dev/null | sed -u "s/^/$part: /" &
    jobs+=("$!")
  done
  for job in "${jobs[@]}"; do wait "$job" || failed=1; done
  return "$failed"
}

one_by_one system rust
case ${1:-all} in
  demo) beside build-std cli trunk ;;
  all)
    one_by_one browser
    beside build-std cli npm
    ;;
  *)
    echo "error: unknown set '$1'; expected: all or demo" >&2
    exit 1
    ;;
esac
