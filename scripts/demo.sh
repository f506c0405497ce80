#!/usr/bin/env bash
# The demo page with a stand-in for Flinks Connect beside it. Ctrl-C ends both.
. "$(dirname "$0")/lib.sh"

export SANDBOX_PORT=${SANDBOX_PORT:-8081}
port=${DEMO_PORT:-8080}
address=http://127.0.0.1:$port/

[ -d samples ] || step samples "writing sample statements" "Repeat it with: node scripts/samples.mjs samples" node scripts/samples.mjs samples

# --offline keeps trunk from downloading tools, but cargo from downloading crates, too.
step fetch "fetching crates (seconds)" "Is the network there? Try again with: make demo" \
  cargo fetch --locked --target wasm32-unknown-unknown
# Its own backtraces would bury what the compiler says.
export RUST_BACKTRACE=0
# Before serving, because trunk goes on serving the page of yesterday when today's does not compile.
step demo "building the demo (about 2 minutes the first time)" "Once it builds: make demo" trunk build --offline --release

children=()
stop() {
  trap - EXIT INT TERM
  [ "${#children[@]}" = 0 ] || kill "${children[@]}" 2>/dev/null || true
  wait
}
trap stop EXIT
trap 'exit 0' INT TERM

node www/sandbox/server.mjs >.tools/log/sandbox.log 2>&1 </dev/null &
children+=("$!")
trunk serve --offline --release --port "$port" >.tools/log/trunk.log 2>&1 </dev/null &
children+=("$!")

say "starting…"
until curl -sf -o /dev/null "$address"; do
  for child in "${children[@]}"; do
    kill -0 "$child" 2>/dev/null && continue
    tail -n 20 .tools/log/sandbox.log .tools/log/trunk.log >&2
    fail "the demo did not start, see above. Is a port taken? DEMO_PORT and SANDBOX_PORT name others"
  done
  sleep 0.5
done
say "$address"
wait -n
