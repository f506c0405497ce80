#!/usr/bin/env bash
# No tracked file may reveal the machine it was written on: its folders, package mirror or private addresses.
. "$(dirname "$0")/lib.sh"

# The brackets keep these patterns from matching themselves.
folders='(^|[^[:alnum:]_.-])/(wor[k]|roo[t]|hom[e]/[[:alnum:]._-]+|User[s]/[[:alnum:]._-]+)/'
hosts='registry\.npmj[s]\.org|(index|static)\.crate[s]\.io|deb\.debia[n]\.org|file[s]\.pythonhosted\.org|[[:alnum:]-]+\.pk[g]\.dev|artifactor[y]'
addresses='(^|[^0-9.])(1[0]\.[0-9]+|192\.16[8]|172\.(1[6-9]|2[0-9]|3[01]))\.[0-9]+\.[0-9]+'

mapfile -t files < <(git ls-files)
[ "${#files[@]}" -gt 0 ] || fail "git lists no files: nothing was checked"

found=0
report() { found=1; say "$1"; }

if lines=$(grep -nEsI "$folders|$hosts" -- "${files[@]}"); then report "$lines"; fi
mapfile -t crates < <(git ls-files '*Cargo.lock')
mapfile -t npm < <(git ls-files '*package-lock.json')
if lines=$(grep -nE "$addresses" -- "${crates[@]}" "${npm[@]}"); then report "$lines"; fi
if lines=$(grep -nH '"resolved": "http' -- "${npm[@]}"); then
  report "$lines"
  say "install with: npm install --omit-lockfile-registry-resolved"
fi
if lines=$(grep -nH '^source = ' -- "${crates[@]}" | grep -v '"registry+https://github.com/rust-lang/crates.io-index"$'); then report "$lines"; fi

[ "$found" = 0 ] || fail "the lines above reveal this machine or its package mirror"
say "${#files[@]} files checked"
