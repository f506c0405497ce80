#!/usr/bin/env bash
# System packages: a C compiler, curl and Node. Existing installations are used.
. "$(dirname "$0")/../lib.sh"
. scripts/setup/apt.sh

node_is_supported() {
  have node && have npm && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge "$NODE_MAJOR_MIN" ]
}

# A newer Node for this repository alone, by the npm of an older one; scripts/env.sh puts it first.
npm_node() {
  local machine
  case $(uname -m) in
    x86_64) machine=x64 ;;
    aarch64 | arm64) machine=arm64 ;;
    *) return ;;
  esac
  step node "installing Node $NODE_VERSION from npm, in .tools (about 15 seconds, once)" "Install Node $NODE_MAJOR_MIN or newer, then run: make setup" \
    npm install --no-audit --no-fund --ignore-scripts --prefix "$TOOLS/node" "node-linux-$machine@$NODE_VERSION" "npm@$NPM_VERSION"
  mkdir -p "$TOOLS/bin"
  ln -sf "../node/node_modules/node-linux-$machine/bin/node" "$TOOLS/bin/node"
  ln -sf ../node/node_modules/npm/bin/npm-cli.js "$TOOLS/bin/npm"
  ln -sf ../node/node_modules/npm/bin/npx-cli.js "$TOOLS/bin/npx"
  hash -r
}

have cc || apt_install "a C compiler" gcc libc6-dev
have curl || apt_install "curl" curl ca-certificates
have npm || node_is_supported || apt_install "Node" nodejs npm
node_is_supported || npm_node
node_is_supported || fail "Node $NODE_MAJOR_MIN or newer, with npm, is needed; found: $(node --version 2>/dev/null || echo none). Install it, then run: make setup"
