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

step relay "building the reference server and a stand-in for Flinks' API (about 2 minutes the first time)" "Once it builds: make demo" \
  cargo build --locked -p flinks-upload-relay -p flinks-upload-stand-in

children=()
stop() {
  trap - EXIT INT TERM
  [ "${#children[@]}" = 0 ] || kill "${children[@]}" 2>/dev/null || true
  wait
}
trap stop EXIT
trap 'exit 0' INT TERM

relay_port=${RELAY_PORT:-8090} stand_in_port=${STAND_IN_PORT:-8082}
mkdir -p target/demo
STAND_IN_LISTEN=127.0.0.1:$stand_in_port STAND_IN_WEBHOOK_URL=http://127.0.0.1:$relay_port/webhooks/flinks \
  target/debug/flinks-stand-in >.tools/log/stand-in.log 2>&1 </dev/null &
children+=("$!")
# The keys are those of the stand-in; a webhook that is lost is noticed at once.
FLINKS_API_BASE=http://127.0.0.1:$stand_in_port FLINKS_CUSTOMER_ID=43387ca6-0391-4c82-857d-70d95f087ecb \
  FLINKS_WEBHOOK_KEY=a-webhook-key-for-demos-only FLINKS_SECRET_KEY=a-secret-key-for-demos-only \
  FLINKS_API_KEY=an-api-key-for-demos-only RELAY_ALLOWED_ORIGINS=http://127.0.0.1:$port RELAY_LISTEN=127.0.0.1:$relay_port \
  RELAY_POLL_AFTER_SECONDS=10 RELAY_REQUESTS_PER_MINUTE=6000 DATABASE_URL="sqlite://target/demo/relay-$relay_port.db?mode=rwc" \
  target/debug/relay >.tools/log/relay.log 2>&1 </dev/null &
children+=("$!")
STAND_IN_URL=http://127.0.0.1:$stand_in_port node sandbox/server.mjs >.tools/log/sandbox.log 2>&1 </dev/null &
children+=("$!")
trunk serve --offline --release --port "$port" >.tools/log/trunk.log 2>&1 </dev/null &
children+=("$!")

say "starting…"
until curl -sf -o /dev/null "$address"; do
  for child in "${children[@]}"; do
    kill -0 "$child" 2>/dev/null && continue
    tail -n 20 .tools/log/{stand-in,relay,sandbox,trunk}.log >&2
    fail "the demo did not start, see above. Is a port taken? DEMO_PORT, SANDBOX_PORT, STAND_IN_PORT and RELAY_PORT name others"
  done
  sleep 0.5
done
say "$address"
wait -n
