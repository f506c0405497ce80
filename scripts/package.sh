#!/usr/bin/env bash
# The npm package: target/npm/flinks-upload-VERSION.tgz, made of the wasm and of www/ without its demo and sandbox.
. "$(dirname "$0")/lib.sh"

stage=target/npm/stage
version=$(sed -n '/^version = /{s/version = "\(.*\)"/\1/p;q}' Cargo.toml)
files=(www/package.json www/custom-elements.json www/*.js www/*.d.ts www/languages/{,accounts/}*.js README.md LICENSE-*)
for file in "${files[@]}"; do
  [ -f "$file" ] || fail "the package needs $file, which is not there"
done

step build-wasm "building the element's wasm (about 2 minutes the first time)" "Build it alone with: scripts/build-wasm.sh" scripts/build-wasm.sh
mkdir -p "$stage/languages/accounts"
for file in "${files[@]}"; do
  target=$stage/${file#www/}
  [ ! -e "$target" ] || fail "$file has the name of a file that wasm-bindgen writes; rename it"
  case $file in
    # Without its comments; a URL of a neighbour must stay as it is, for bundlers look for just that.
    *.js) esbuild "$file" --minify --format=esm --target=es2022 --log-level=warning --outfile="$target" ;;
    *) cp "$file" "$target" ;;
  esac
done
# With all that it imports: most bundlers copy a worker that is named by its address, and leave its neighbours behind.
esbuild "$stage/worker.js" --bundle --minify --format=esm --target=es2022 --log-level=warning --allow-overwrite --outfile="$stage/worker.js"
step sbom "writing what is in it" "Repeat it with: . scripts/env.sh; node scripts/sbom.mjs $stage/sbom.cdx.json" \
  node scripts/sbom.mjs "$stage/sbom.cdx.json"
# The version is Cargo.toml's alone.
(cd "$stage" && npm pkg set version="$version")
rm -f target/npm/*.tgz
step npm-pack "packing" "Look into $stage" npm pack "./$stage" --pack-destination target/npm
say "target/npm/flinks-upload-$version.tgz"
