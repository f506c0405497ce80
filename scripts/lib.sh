# shellcheck shell=bash
# Common to all scripts: tool paths, terse output, and logs in .tools/log.

set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$ROOT"

say() { printf '%s\n' "$*"; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null; }

# step LOG MESSAGE ADVICE COMMAND…: prints one line; if the command fails, the end of its output and the advice.
step() {
  local log=.tools/log/$1.log message=$2 advice=$3 began=$SECONDS code
  shift 3
  mkdir -p .tools/log
  say "$message…"
  # Not as a condition: in one, a function would go on after a command that failed.
  set +e
  (set -e; "$@") >"$log" 2>&1 </dev/null
  code=$?
  set -e
  if [ "$code" = 0 ]; then
    say "  done in $((SECONDS - began)) s"
    return
  fi
  tail -n 25 "$log" >&2
  fail "$message: failed. Full log: $log. $advice"
}

# cause LOG: the line that tells best why a command failed.
cause() {
  local line
  line=$(grep -aE -m 1 '^(error|Error|ERROR|MISSED)|panicked at|AssertionError' "$1" || grep -a . "$1" | tail -n 1 || true)
  printf '%s\n' "${line:-it printed nothing}"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

can_use_root() { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
