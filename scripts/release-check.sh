#!/usr/bin/env bash
# Whether this commit can be released: versions, changelog, licenses, the package with its SBOM, a second build that must be
# the same, and dry runs of both registries. It publishes nothing. What can't be done here is skipped, and says why.
# Single parts: scripts/release-check.sh files npm
. "$(dirname "$0")/lib.sh"

parts=(committed files package packed npm reproducible crate cargo)
version=$(sed -n '/^version = /{s/version = "\(.*\)"/\1/p;q}' Cargo.toml)
tarball=./target/npm/flinks-upload-$version.tgz

# Everything is committed, and the version is not released yet.
committed() {
  local changed tagged
  changed=$(git status --porcelain | head -n 3 | tr '\n' ' ')
  [ -z "$changed" ] || fail "files are changed or not tracked: $changed"
  tagged=$(git rev-parse -q --verify "refs/tags/v$version^{commit}" || git rev-parse HEAD)
  [ "$tagged" = "$(git rev-parse HEAD)" ] || fail "v$version is the tag of another commit: that version is released"
}

# Versions, changelog, licenses and addresses, as files have them.
files() { node scripts/check-release.mjs; }

# The npm package is built.
package() { scripts/package.sh; }

# The tarball has the SBOM of this version, the licenses and this README.
packed() {
  local file
  [ -f "$tarball" ] || fail "$tarball is missing; run: make package"
  tar -xzOf "$tarball" package/sbom.cdx.json | node -e '
    const { bomFormat, metadata, components } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
    const { name, version } = metadata.component;
    if (bomFormat !== "CycloneDX" || components.length === 0) throw new Error("sbom.cdx.json lists nothing");
    if (version !== process.argv[1] || name !== "flinks-upload") throw new Error(`sbom.cdx.json is of ${name} ${version}`);
  ' "$version"
  for file in LICENSE-MIT LICENSE-APACHE README.md; do
    tar -xzOf "$tarball" "package/$file" | cmp -s - "$file" || fail "$file in the tarball is not that of the repository; run: make package"
  done
}

# npm pack and npm publish, as dry runs: the files are those of the list.
npm() {
  local packed
  packed=$(command npm pack "$tarball" --dry-run --json 2>/dev/null)
  node -e '
    const [{ files }] = JSON.parse(process.argv[1]);
    const listed = require("node:fs").readFileSync("tests/packaging/files.txt", "utf8").trim().split("\n");
    const packed = files.map(({ path }) => path);
    const other = [...packed.filter((path) => !listed.includes(path)), ...listed.filter((path) => !packed.includes(path))];
    if (other.length > 0) throw new Error(`in the tarball or in tests/packaging/files.txt, but not in both: ${other.join(", ")}`);
  ' "$packed"
  command npm publish "$tarball" --dry-run
}

# Another build in another folder gives the same bytes.
reproducible() { scripts/test/reproducible.sh; }

# The crate has its licenses.
crate() {
  local listed file
  listed=$(command cargo package --list --locked --allow-dirty -p flinks-upload)
  for file in LICENSE-MIT LICENSE-APACHE README.md Cargo.toml src/lib.rs; do
    grep -qx "$file" <<<"$listed" || fail "the crate would not have $file"
  done
}

# cargo publish, as a dry run; it compiles the crate as others get it. Without a registry it is packed and compiled all the same.
cargo() {
  if timeout 60 cargo info --registry crates-io serde >.tools/log/release-registry.log 2>&1; then
    command cargo publish --dry-run --locked --allow-dirty -p flinks-upload
  else
    echo "skipped: cargo publish --dry-run: the registry can't be reached (.tools/log/release-registry.log); cargo package instead"
    command cargo package --locked --offline --allow-dirty -p flinks-upload
  fi
}

[ "$#" -gt 0 ] || set -- "${parts[@]}"
failed=()
mkdir -p .tools/log
for name in "$@"; do
  case " ${parts[*]} " in *" $name "*) ;; *) fail "unknown part '$name'; expected one of: ${parts[*]}" ;; esac
  log=.tools/log/release-$name.log code=0 began=$SECONDS
  # In a process of its own, in which a failing command ends the part.
  bash -c '. scripts/lib.sh; version=$1 tarball=$2; eval "$3"; "$4"' bash "$version" "$tarball" "$(declare -f "$name")" "$name" >"$log" 2>&1 </dev/null || code=$?
  grep -a '^skipped: ' "$log" | sed 's/^/  /' || true
  if [ "$code" = 0 ]; then
    say "$name: as it should be ($((SECONDS - began)) s)"
  else
    say "$name: not ready ($log)"
    mapfile -t errors < <(grep -aE '^(error|.*Error): ' "$log" | head -n 8 || true)
    [ "${#errors[@]}" -gt 0 ] || errors=("$(cause "$log")")
    for error in "${errors[@]}"; do failed+=("$name: ${error#*rror: }"); done
  fi
done

if [ "${#failed[@]}" -gt 0 ]; then
  say "not ready to be released as $version:"
  printf '  %s\n' "${failed[@]}"
  exit 1
fi
[ "$#" -lt "${#parts[@]}" ] || say "ready to be released as $version; the next steps are in docs/releasing.md"
