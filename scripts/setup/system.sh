#!/usr/bin/env bash
# What comes from the system: a C compiler, Node, a browser with its driver. What is there already is used.
. "$(dirname "$0")/../lib.sh"
. scripts/setup/apt.sh

node_is_supported() {
  have node && have npm && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge "$NODE_MAJOR_MIN" ]
}

have cc || apt_install "a C compiler" gcc libc6-dev
have curl || apt_install "curl" curl ca-certificates
node_is_supported || apt_install "Node $NODE_MAJOR_MIN or newer" nodejs npm
node_is_supported || fail "Node $NODE_MAJOR_MIN or newer, with npm, is needed; found: $(node --version 2>/dev/null || echo none). Install it, then: make setup"

[ -n "$CHROMIUM" ] || apt_install "Chromium" chromium
[ -n "$CHROMEDRIVER" ] || apt_install "Chromium's driver" chromium-driver
