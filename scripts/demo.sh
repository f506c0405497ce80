#!/usr/bin/env bash
# The demo page, with mocks of Flinks Connect and of Flinks' API beside it. Ctrl-C ends all of them.
. "$(dirname "$0")/lib.sh"

export SANDBOX_PORT=${SANDBOX_PORT:-8081}
port=${DEMO_PORT:-8080}
address=http://127.0.0.1:$port/

scripts/setup/trunk.sh
node scripts/samples.mjs samples

# --offline stops trunk from downloading tools, but also cargo from downloading crates.
step fetch "fetching crates (seconds)" "Check the network, then run: make demo" \
  cargo fetch --locked --target wasm32-unknown-unknown
# Trunk's backtraces would bury the compiler's messages.
export RUST_BACKTRACE=0
# Build before serving, because trunk keeps serving the last page when a build fails.
step demo "building the demo (about 2 minutes the first time)" "When it builds, run: make demo" trunk build --offline --release

step relay "building the reference server and the mock of Flinks' API (about 2 minutes the first time)" "Once it builds: make demo" \
  cargo build --locked -p flinks-upload-relay -p flinks-upload-mock

children=()
stop() {
  trap - EXIT INT TERM
  [ "${#children[@]}" = 0 ] || kill "${children[@]}" 2>/dev/null || true
  wait
}
trap stop EXIT
trap 'exit 0' INT TERM

relay_port=${RELAY_PORT:-8090} mock_port=${MOCK_PORT:-8082}
mkdir -p target/demo
MOCK_LISTEN=127.0.0.1:$mock_port MOCK_WEBHOOK_URL=http://127.0.0.1:$relay_port/webhooks/flinks \
  target/debug/flinks-mock >.tools/log/mock.log 2>&1 </dev/null &
children+=("$!")
# The keys are those of the mock. Polling for a lost webhook starts after 10 seconds.
FLINKS_API_BASE=http://127.0.0.1:$mock_port FLINKS_CUSTOMER_ID=43387ca6-0391-4c82-857d-70d95f087ecb \
  FLINKS_WEBHOOK_KEY=a-webhook-key-for-demos-only FLINKS_SECRET_KEY=a-secret-key-for-demos-only \
  FLINKS_API_KEY=an-api-key-for-demos-only RELAY_ALLOWED_ORIGINS=http://127.0.0.1:$port RELAY_LISTEN=127.0.0.1:$relay_port \
  RELAY_POLL_AFTER_SECONDS=${RELAY_POLL_AFTER_SECONDS:-10} RELAY_REQUESTS_PER_MINUTE=6000 DATABASE_URL="sqlite://target/demo/relay-$relay_port.db?mode=rwc" \
  target/debug/relay >.tools/log/relay.log 2>&1 </dev/null &
children+=("$!")
MOCK_URL=http://127.0.0.1:$mock_port node sandbox/server.mjs >.tools/log/sandbox.log 2>&1 </dev/null &
children+=("$!")
trunk serve --offline --release --port "$port" >.tools/log/trunk.log 2>&1 </dev/null &
children+=("$!")

say "starting…"
until curl -sf -o /dev/null "$address"; do
  for child in "${children[@]}"; do
    kill -0 "$child" 2>/dev/null && continue
    tail -n 20 .tools/log/{mock,relay,sandbox,trunk}.log >&2
    fail "the demo did not start, see above. Is a port taken? DEMO_PORT, SANDBOX_PORT, MOCK_PORT and RELAY_PORT name others"
  done
  sleep 0.5
done
say "$address"
wait -n
