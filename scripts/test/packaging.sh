#!/usr/bin/env bash
# The package as users get it: the tarball, installed next to the examples, built by each bundler, opened in Chromium.
# The build tools are installed once into target/packaging. Further arguments go to Playwright.
. "$(dirname "$0")/../lib.sh"

[ -n "$CHROMIUM" ] || fail "Chromium is not installed; run: make setup"
tarball=$(find "${NPM_FOLDER:-target/npm}" -maxdepth 1 -name "*.tgz" 2>/dev/null || true)
[ -f "$tarball" ] || fail "target/npm contains no tarball; run: make package"

workspace=target/packaging
mkdir -p "$workspace/react-18"
if ! cmp -s tests/packaging/package-lock.json "$workspace/installed-lock.json"; then
  cp tests/packaging/package{,-lock}.json "$workspace/"
  cp tests/packaging/react-18/package.json "$workspace/react-18/"
  step packaging-tools "installing the bundlers and frameworks from npm (about 20 seconds, once)" \
    "Check the network, then run: scripts/test.sh packaging" \
    npm --prefix "$workspace" ci --no-audit --no-fund --ignore-scripts
  cp tests/packaging/package-lock.json "$workspace/installed-lock.json"
fi

# Next to the examples, so that it is resolved first; once more for the oldest React.
for home in "$workspace" "$workspace/react-18"; do
  rm -rf "$home/examples"
  cp -r examples "$home/examples"
  cp -r tests/packaging/{apps,types} "$home/examples/"
  printf '{ "private": true }\n' >"$home/examples/package.json"
  step packaging-install "installing ${tarball##*/}" "If it is corrupt, run: make package" \
    npm --prefix "$home/examples" install --offline --no-save --no-package-lock --no-audit --no-fund "$ROOT/$tarball"
done

scripts/setup/trunk.sh
# The same versions as everywhere else. A copy of the lock file, because the app is not a workspace member.
cp Cargo.lock examples/yew-app/Cargo.lock
step packaging-yew "building the Yew example (about a minute the first time)" "Run it again: cd examples/yew-app; trunk build --offline" \
  env -C examples/yew-app RUST_BACKTRACE=0 CARGO_TARGET_DIR="$ROOT/target" trunk build --offline --release --dist "$ROOT/$workspace/yew-app"

export TARBALL=$tarball
exec scripts/test/playwright.sh packaging tests/packaging/playwright.config.mjs "$@"
