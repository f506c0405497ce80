#!/usr/bin/env bash
# Rebuilds the package from scratch in another folder: it must be identical to the byte.
. "$(dirname "$0")/../lib.sh"

first=$(find target/npm -maxdepth 1 -name "*.tgz" 2>/dev/null || true)
[ -f "$first" ] || fail "target/npm contains no tarball; run: make package"
second=$(mktemp -d)/elsewhere
trap 'rm -rf "${second%/*}"' EXIT
mkdir "$second"
git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents --no-dereference -t "$second" 2>/dev/null || true
ln -s "$ROOT/.tools" "$ROOT/node_modules" "$second/"

step reproducible "rebuilding the package in another folder (about 3 minutes)" "Run it again: scripts/test/reproducible.sh" \
  "$second/scripts/package.sh"
again=$second/target/npm/${first##*/}
if ! cmp -s "$first" "$again"; then
  mkdir -p "$second/"{first,again}
  tar -xzf "$first" -C "$second/first"
  tar -xzf "$again" -C "$second/again"
  (cd "$second" && diff -rq first again) >&2 || true
  fail "two builds of the package differ, see above"
fi
say "  both are $(sha256sum <"$first" | cut -c -64)"
