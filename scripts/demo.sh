#!/usr/bin/env bash
# The demo page, with mocks of Flinks Connect and of Flinks' API beside it. Ctrl-C ends all of them.
. "$(dirname "$0")/lib.sh"

export SANDBOX_PORT=${SANDBOX_PORT:-8081}
port=${DEMO_PORT:-8080} relay_port=${RELAY_PORT:-8090} mock_port=${MOCK_PORT:-8082}
address=http://127.0.0.1:$port/

node scripts/samples.mjs samples

# --offline stops trunk from downloading tools, but also cargo from downloading crates.
step fetch "fetching crates (seconds)" "Check the network, then run: make demo" \
  cargo fetch --locked --target wasm32-unknown-unknown
# Trunk's backtraces would bury the compiler's messages.
export RUST_BACKTRACE=0
# Build before serving, because trunk keeps serving the last page when a build fails.
step demo "building the demo (about a minute the first time)" "When it builds, run: make demo" trunk build --offline --release

children=()
stop() {
  trap - EXIT INT TERM
  [ "${#children[@]}" = 0 ] || kill "${children[@]}" 2>/dev/null || true
  wait
}
trap stop EXIT
trap 'exit 0' INT TERM

# start NAME COMMAND…: with a log of its own.
start() {
  local name=$1
  shift
  "$@" >".tools/log/$name.log" 2>&1 </dev/null &
  children+=("$!")
}

start_servers() {
  mkdir -p target/demo
  start mock env MOCK_LISTEN="127.0.0.1:$mock_port" MOCK_WEBHOOK_URL="http://127.0.0.1:$relay_port/webhooks/flinks" target/debug/flinks-mock
  # The keys are those of the mock. Polling for a lost webhook starts after 10 seconds.
  start relay env FLINKS_API_BASE="http://127.0.0.1:$mock_port" FLINKS_CUSTOMER_ID=43387ca6-0391-4c82-857d-70d95f087ecb \
    FLINKS_WEBHOOK_KEY=a-webhook-key-for-demos-only FLINKS_SECRET_KEY=a-secret-key-for-demos-only \
    FLINKS_API_KEY=an-api-key-for-demos-only RELAY_ALLOWED_ORIGINS="http://127.0.0.1:$port" RELAY_LISTEN="127.0.0.1:$relay_port" \
    RELAY_POLL_AFTER_SECONDS="${RELAY_POLL_AFTER_SECONDS:-10}" RELAY_REQUESTS_PER_MINUTE=6000 \
    DATABASE_URL="sqlite://target/demo/relay-$relay_port.db?mode=rwc" target/debug/relay
}

# Whether all that was started still runs; a process that ended may have found its port taken.
all_run() {
  local child
  for child in "${children[@]}"; do kill -0 "$child" 2>/dev/null || return 1; done
}

# await ADDRESS: until it answers, whatever the status.
await() {
  until curl -s -o /dev/null "$1"; do
    if ! all_run; then
      tail -n 20 .tools/log/{mock,relay,sandbox,trunk}.log >&2 2>/dev/null || true
      fail "the demo did not start, see above. Is a port taken? DEMO_PORT, SANDBOX_PORT, MOCK_PORT and RELAY_PORT name others"
    fi
    sleep 0.5
  done
}

# The page works without them until an upload is sent, so the first time it doesn't wait until they are built.
servers_first=
if [ -x target/debug/relay ] && [ -x target/debug/flinks-mock ]; then servers_first=1; fi
if [ -n "$servers_first" ]; then
  nice scripts/build-servers.sh
  start_servers
fi
start sandbox env MOCK_URL="http://127.0.0.1:$mock_port" node sandbox/server.mjs
start trunk trunk serve --offline --release --port "$port"

say "starting…"
[ -z "$servers_first" ] || await "http://127.0.0.1:$relay_port/"
await "$address"
say "$address"
if [ -z "$servers_first" ]; then
  say "What follows after an upload is sent needs two servers, which are built now."
  nice scripts/build-servers.sh
  start_servers
  await "http://127.0.0.1:$relay_port/"
  say "They run: reload the page to follow an upload to its accounts."
fi
wait -n
