#!/usr/bin/env bash
# The package as its users meet it: the tarball, installed beside the examples, built by each bundler, opened in Chromium.
# What they are built with is installed once into target/packaging. Further arguments go to Playwright.
. "$(dirname "$0")/../lib.sh"

[ -n "$CHROMIUM" ] || fail "no Chromium is there; bring it with: make setup"
tarball=$(find "${NPM_FOLDER:-target/npm}" -maxdepth 1 -name "*.tgz" 2>/dev/null)
[ -f "$tarball" ] || fail "there is no tarball in target/npm; make it with: make package"

workspace=target/packaging
mkdir -p "$workspace/react-18"
if ! cmp -s tests/packaging/package-lock.json "$workspace/installed-lock.json"; then
  cp tests/packaging/package{,-lock}.json "$workspace/"
  cp tests/packaging/react-18/package.json "$workspace/react-18/"
  step packaging-tools "installing the bundlers and frameworks from npm (about 20 seconds, once)" \
    "Is the network there? Try again with: scripts/test.sh packaging" \
    npm --prefix "$workspace" ci --no-audit --no-fund --ignore-scripts
  cp tests/packaging/package-lock.json "$workspace/installed-lock.json"
fi

# Beside the examples, so that they find it before anything else; once more for the oldest React.
for home in "$workspace" "$workspace/react-18"; do
  rm -rf "$home/examples"
  cp -r examples "$home/examples"
  cp -r tests/packaging/{apps,types} "$home/examples/"
  printf '{ "private": true }\n' >"$home/examples/package.json"
  step packaging-install "installing ${tarball##*/}" "Is it whole? Make it anew with: make package" \
    npm --prefix "$home/examples" install --offline --no-save --no-package-lock --no-audit --no-fund "$ROOT/$tarball"
done

# The same versions as everything else. A copy of the lock file, for the app is no member of a workspace.
cp Cargo.lock examples/yew-app/Cargo.lock
step packaging-yew "building the Yew example (about a minute the first time)" "Repeat it with: cd examples/yew-app; trunk build --offline" \
  env -C examples/yew-app RUST_BACKTRACE=0 CARGO_TARGET_DIR="$ROOT/target" trunk build --offline --release --dist "$ROOT/$workspace/yew-app"

export TARBALL=$tarball
exec scripts/test/playwright.sh packaging tests/packaging/playwright.config.mjs "$@"
