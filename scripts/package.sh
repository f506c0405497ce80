#!/usr/bin/env bash
# Builds the npm package target/npm/flinks-upload-VERSION.tgz from the wasm and from www/ without its demo and sandbox.
. "$(dirname "$0")/lib.sh"

stage=target/npm/stage
version=$(sed -n '/^version = /{s/version = "\(.*\)"/\1/p;q}' Cargo.toml)
files=(www/package.json www/custom-elements.json www/*.js www/*.d.ts www/{accounts,receipt}/* www/languages/{,accounts/}*.js README.md LICENSE-*)
for file in "${files[@]}"; do
  [ -f "$file" ] || fail "the package needs $file, which is missing"
done

step build-wasm "building the element's wasm (about 2 minutes the first time)" "Run it alone: scripts/build-wasm.sh" scripts/build-wasm.sh
mkdir -p "$stage"/{accounts,receipt,languages/accounts}
for file in "${files[@]}"; do
  target=$stage/${file#www/}
  [ ! -e "$target" ] || fail "$file has the name of a file that wasm-bindgen writes; rename it"
  case $file in
    # Strips comments. URLs of sibling files must stay as they are, because bundlers match them literally.
    *.js) esbuild "$file" --minify --format=esm --target=es2022 --log-level=warning --outfile="$target" ;;
    *) cp "$file" "$target" ;;
  esac
done
# Bundled with its imports: most bundlers copy a worker referenced by URL without its siblings.
esbuild "$stage/worker.js" --bundle --minify --format=esm --target=es2022 --log-level=warning --allow-overwrite --outfile="$stage/worker.js"
step sbom "writing the SBOM" "Run it again: . scripts/env.sh; node scripts/sbom.mjs $stage/sbom.cdx.json" \
  node scripts/sbom.mjs "$stage/sbom.cdx.json"
# The version comes from Cargo.toml alone.
(cd "$stage" && npm pkg set version="$version")
rm -f target/npm/*.tgz
step npm-pack "packing" "See $stage" npm pack "./$stage" --pack-destination target/npm
say "target/npm/flinks-upload-$version.tgz"
