#!/usr/bin/env bash
# The examples of frameworks that have a lock file of their own, in tests/frameworks/locks: the newest major version of each, installed
# once into target/frameworks, built with the tarball and taken through the journey in Chromium.
# frameworks.sh: those that each commit is tested with, built for production; frameworks.sh NAME…: all tests of these; frameworks.sh all.
# frameworks.sh lock NAME…: writes lock files anew.
. "$(dirname "$0")/../lib.sh"

[ -n "$CHROMIUM" ] || fail "Chromium is not installed; run: make setup"
tarball=$(find "${NPM_FOLDER:-target/npm}" -maxdepth 1 -name "*.tgz" 2>/dev/null || true)
[ -f "$tarball" ] || fail "target/npm contains no tarball; run: make package"
all=()
for lock in tests/frameworks/locks/*.json; do
  name=${lock##*/}
  [ "${name%.json}" = node ] || all+=("${name%.json}")
done
export FRAMEWORKS_SHORT=0
case "$*" in
  '') FRAMEWORKS_SHORT=1 && set -- angular next react-router ;;
  all) set -- "${all[@]}" ;;
esac

workspace=target/frameworks
# manifest NAME FOLDER: what the example asks for, except the package itself, which no registry has yet.
manifest() {
  local source=examples/$1/package.json
  [ "$1" != node ] || source=tests/frameworks/node.json
  rm -rf "$2"
  mkdir -p "$2"
  node -e '
    const { readFileSync, writeFileSync } = require("node:fs");
    const read = (path) => JSON.parse(readFileSync(path, "utf8"));
    const [source, folder, name] = process.argv.slice(1);
    const manifest = { ...read(source), overrides: read("tests/frameworks/overrides.json")[name] };
    delete manifest.dependencies["flinks-upload"];
    writeFileSync(`${folder}/package.json`, JSON.stringify(manifest));
  ' "$source" "$2" "$1"
}

# In a folder without anything else, or the parts for other systems are left out.
if [ "${1:-}" = lock ]; then
  shift
  for name in "$@"; do
    manifest "$name" "$workspace/lock"
    step frameworks-lock "locking $name" "Check the network" \
      npm --prefix "$workspace/lock" install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund --ignore-scripts
    cp "$workspace/lock/package-lock.json" "tests/frameworks/locks/$name.json"
  done
  exit
fi

# install NAME
install() {
  local name=$1 folder=$workspace/$1
  cmp -s "tests/frameworks/locks/$name.json" "$folder/installed-lock.json" && return
  manifest "$name" "$folder"
  cp "tests/frameworks/locks/$name.json" "$folder/package-lock.json"
  step "frameworks-$name" "installing $name from npm (up to half a minute, once)" "Check the network, then run it again" \
    npm --prefix "$folder" ci --no-audit --no-fund --ignore-scripts
  cp "tests/frameworks/locks/$name.json" "$folder/installed-lock.json"
}

# The newest versions ask for a newer Node than the package does.
FRAMEWORKS_NODE=$(command -v node)
if ! node -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit((major === 22 && minor >= 22) || major >= 24 ? 0 : 1)'; then
  install node
  FRAMEWORKS_NODE=$(find "$ROOT/$workspace/node/node_modules" -path '*/bin/node' -type f | head -n 1)
  [ -x "$FRAMEWORKS_NODE" ] || fail "Node $(node --version) is too old for these frameworks, and no newer one is on npm for this machine"
fi
export FRAMEWORKS_NODE

for name in "$@"; do
  [ -f "tests/frameworks/locks/$name.json" ] || fail "unknown example '$name'; expected one of: ${all[*]}"
  install "$name"
  folder=$workspace/$name
  # Everything but what was installed: the rest is of the last run.
  find "$folder" -mindepth 1 -maxdepth 1 ! -name node_modules ! -name '*.json' -exec rm -rf {} +
  cp -r "examples/$name/." "$folder/"
  # What a bundler keeps of dependencies it takes as unchanged, because their version is.
  rm -rf "$folder"/node_modules/{flinks-upload,.vite,.cache}
  mkdir -p "$folder/node_modules/flinks-upload"
  tar -xzf "$tarball" -C "$folder/node_modules/flinks-upload" --strip-components=1
done

export FRAMEWORKS="$*"
exec scripts/test/playwright.sh frameworks tests/frameworks/playwright.config.mjs
