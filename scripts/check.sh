#!/usr/bin/env bash
# The fast gates: formatting, lints for each combination of features, documentation, and no private data in tracked files.
. "$(dirname "$0")/lib.sh"

wasm=(--target wasm32-unknown-unknown)
failed=${CI_COUNTS:-.tools/log}/check.failed
mkdir -p .tools/log
: >"$failed"
# gate NAME COMMAND…: notes a failure and goes on. In a subshell, because a failure exits.
gate() { (step "check-$1" "checking $1" "Run it again: . scripts/env.sh; ${*:2}" "${@:2}") || printf '%s: %s\n' "$1" "$(cause ".tools/log/check-$1.log")" >>"$failed"; }

# Set per target, or the sysroot from env.sh would be lost.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTDOCFLAGS="$CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTDOCFLAGS -D warnings"

gate privacy scripts/privacy.sh
gate doc-claims node scripts/check-doc-claims.mjs
gate doc-links node scripts/check-doc-links.mjs
gate doc-code node scripts/check-doc-code.mjs
# It prints itself what it leaves out.
scripts/audit.sh 2>&1 | tee .tools/log/check-audit.log || printf 'audit: %s\n' "$(cause .tools/log/check-audit.log)" >>"$failed"
# scripts/test.sh runs them by themselves, to count them.
[ -n "${CI_COUNTS:-}" ] || gate scripts node --test tests/node
gate module-cycles node scripts/check-module-cycles.mjs
gate formatting cargo fmt --all --check
gate generated-files cargo run --locked --no-default-features --features generate --example generate -- --check
gate clippy-core cargo clippy --locked --no-default-features --features fallback-parser,signature --all-targets -- -D warnings
gate clippy-generate cargo clippy --locked --no-default-features --features generate --lib --example generate -- -D warnings
for feature in browser component worker split-checker element split-element component,event-stream,worker fallback-parser,worker; do
  gate "clippy-$feature" cargo clippy --locked "${wasm[@]}" --no-default-features --features "$feature" -- -D warnings
done
gate clippy-tests cargo clippy --locked "${wasm[@]}" --no-default-features --features element,event-stream,worker,english,french,spanish --test browser -- -D warnings
# The fuzz targets are a workspace of their own. Nothing is linked, so that libFuzzer need not be compiled.
gate clippy-fuzz env CUSTOM_LIBFUZZER_PATH=/none/libfuzzer.a RUSTFLAGS="--cfg fuzzing" cargo clippy --locked --manifest-path fuzz/Cargo.toml \
  --target-dir target/fuzz --bins --examples -- -D warnings
gate clippy-servers cargo clippy --locked -p flinks-upload-relay -p flinks-upload-mock --all-targets -- -D warnings
gate doc-core env RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --no-default-features
gate doc-browser cargo doc --locked --no-deps "${wasm[@]}" --all-features
# Compiles the example that the crate's documentation and the quickstart show.
gate doc-example cargo test --locked --doc --no-default-features --features component,event-stream,worker FlinksUploadProps
gate example-formatting cargo fmt --check --manifest-path examples/yew-app/Cargo.toml

if command -v systemd-analyze >/dev/null; then
  unit=target/units/flinks-upload-relay.service
  mkdir -p target/units
  # The relay is not installed here.
  sed 's#^ExecStart=.*#ExecStart=/bin/true#' examples/relay/flinks-upload-relay.service >"$unit"
  gate relay-unit systemd-analyze verify "$unit"
  gate relay-unit-security systemd-analyze security --offline=true --threshold=20 "$unit"
else
  say "checking relay-unit: skipped, there is no systemd-analyze (Debian: systemd)"
fi

if have docker && docker info >/dev/null 2>&1; then
  gate relay-image docker build --quiet -f examples/relay/Dockerfile .
else
  say "checking relay-image: not built, no Docker daemon answers (tests/node/dockerfile.test.mjs reads it)"
fi

oldest=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
if rustup run "$oldest" cargo --version >/dev/null 2>&1; then
  gate oldest-rust env CARGO_TARGET_DIR="target/rust-$oldest" rustup run "$oldest" cargo check --locked --features element,fallback-parser
else
  say "checking oldest-rust: skipped, Rust $oldest is not installed (rustup toolchain install $oldest)"
fi

[ ! -s "$failed" ] || { sed 's/^/error: /' "$failed" >&2; exit 1; }
