#!/usr/bin/env bash
# The package, built a second time from nothing in another folder, must be the same to the last byte.
. "$(dirname "$0")/../lib.sh"

first=$(find target/npm -maxdepth 1 -name "*.tgz" 2>/dev/null)
[ -f "$first" ] || fail "there is no tarball in target/npm; make it with: make package"
second=$(mktemp -d)/elsewhere
trap 'rm -rf "${second%/*}"' EXIT
mkdir "$second"
git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents --no-dereference -t "$second" 2>/dev/null || true
ln -s "$ROOT/.tools" "$ROOT/node_modules" "$second/"

step reproducible "building the package anew in another folder (about 3 minutes)" "Repeat it with: scripts/test/reproducible.sh" \
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
