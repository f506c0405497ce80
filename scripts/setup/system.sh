#!/usr/bin/env bash
# System packages: a C compiler, curl and Node. Existing installations are used.
. "$(dirname "$0")/../lib.sh"
. scripts/setup/apt.sh

node_is_supported() {
  have node && have npm && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge "$NODE_MAJOR_MIN" ]
}

# unpack PACKAGE VERSION SHA512: a package of the npm registry, into .tools/node/PACKAGE.
unpack() {
  local package=$1 version=$2 sum=$3 folder=$TOOLS/node/$1
  rm -rf "$folder"
  mkdir -p "$folder"
  curl -fsSL --retry 3 -o "$folder.tgz" "${npm_config_registry:-https://registry.npmjs.org}/$package/-/$package-$version.tgz"
  echo "$sum  $folder.tgz" | sha512sum --check --quiet
  tar -xzf "$folder.tgz" -C "$folder" --strip-components=1
  rm "$folder.tgz"
}

unpack_node() {
  unpack "$1" "$NODE_VERSION" "$2"
  unpack npm "$NPM_VERSION" "$NPM_SHA512"
  mkdir -p "$TOOLS/bin"
  ln -sf "../node/$1/bin/node" "$TOOLS/bin/node"
  ln -sf ../node/npm/bin/npm-cli.js "$TOOLS/bin/npm"
  ln -sf ../node/npm/bin/npx-cli.js "$TOOLS/bin/npx"
}

# For this repository alone; scripts/env.sh puts it first. Not Debian's, whose npm brings 370 packages.
install_node() {
  local machine sum
  case $(uname -m) in
    x86_64) machine=x64 sum=$NODE_X64_SHA512 ;;
    aarch64 | arm64) machine=arm64 sum=$NODE_ARM64_SHA512 ;;
    *) return ;;
  esac
  step node "installing Node $NODE_VERSION in .tools (about 10 seconds, once)" "Install Node $NODE_MAJOR_MIN or newer, then run: make setup" \
    unpack_node "node-linux-$machine" "$sum"
  hash -r
}

have cc || apt_install "a C compiler" gcc libc6-dev
have curl || apt_install "curl" curl ca-certificates
node_is_supported || [ "$(uname -s)" != Linux ] || install_node
node_is_supported || fail "Node $NODE_MAJOR_MIN or newer, with npm, is needed; found: $(node --version 2>/dev/null || echo none). Install it, then run: make setup"
