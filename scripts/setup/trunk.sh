#!/usr/bin/env bash
# Trunk, from crates.io into .tools/bin: for the demo, and for the test of the Yew example.
. "$(dirname "$0")/../lib.sh"
. scripts/setup/cargo.sh

# Without TLS and optimization: it only serves a local folder.
cargo_install trunk trunk "$TRUNK_VERSION" "about 3 minutes" --locked --no-default-features --debug
