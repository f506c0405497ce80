#!/usr/bin/env bash
# System packages: a C compiler, Node, and a browser with its driver. Existing installations are used.
. "$(dirname "$0")/../lib.sh"
. scripts/setup/apt.sh

node_is_supported() {
  have node && have npm && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge "$NODE_MAJOR_MIN" ]
}

have cc || apt_install "a C compiler" gcc libc6-dev
have curl || apt_install "curl" curl ca-certificates
node_is_supported || apt_install "Node $NODE_MAJOR_MIN or newer" nodejs npm
node_is_supported || fail "Node $NODE_MAJOR_MIN or newer, with npm, is needed; found: $(node --version 2>/dev/null || echo none). Install it, then run: make setup"

[ -n "$CHROMIUM" ] || apt_install "Chromium" chromium
[ -n "$CHROMEDRIVER" ] || apt_install "Chromium's driver" chromium-driver
