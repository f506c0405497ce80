#!/usr/bin/env bash
# Builds the npm package target/npm/flinks-upload-VERSION.tgz from the wasm and www/.
. "$(dirname "$0")/lib.sh"

stage=target/npm/stage
version=$(sed -n '/^version = /{s/version = "\(.*\)"/\1/p;q}' Cargo.toml)
mapfile -t files < <(cd www && find . -type f | sed 's#^\./##' | LC_ALL=C sort)
for file in www/package.json www/custom-elements.json README.md LICENSE-APACHE LICENSE-MIT; do
  [ -f "$file" ] || fail "the package needs $file, which is missing"
done
minify=(esbuild --minify --format=esm --target=es2022 --log-level=warning --allow-overwrite)

step build-wasm "building the wasm (about 2 minutes the first time)" "Run it alone: scripts/build-wasm.sh" scripts/build-wasm.sh
rm -rf "$stage"
cp -r target/npm/wasm "$stage"
for file in "${files[@]}"; do
  [ ! -e "$stage/$file" ] || fail "www/$file has the name of a file that wasm-bindgen writes; rename it"
done
cp -r www/. README.md LICENSE-APACHE LICENSE-MIT "$stage/"

# bundle ENTRY APART…: one file of a module and all that it imports, without those that stay apart, by their paths.
bundle() {
  local entry=$1 apart
  apart=("${@:2}")
  # The annotations are those of the package, whose entries have side effects and are not all that has.
  "${minify[@]}" --bundle --ignore-annotations --external:react "${apart[@]/#/--external:$ROOT/$stage/}" "$stage/$entry" --outfile="$stage/$entry"
}
# Most bundlers copy only the file that `new URL` names.
bundle worker.js
# A page without a bundler makes fewer requests. What is loaded later, or imported by others, too, stays apart.
bundle checker/client.js shared/{parts,urls}.js checker/{fallback,reader,report}-loader.js flinks-upload-worker.js
languages=(www/languages/??.js www/languages/??-staff.js)
bundle element/element.js 'shared/*' element/attributes.js checker/client.js event-stream.js receipt.js "${languages[@]#www/}"
# Everything inside, but what the other entries share with it. After the worker, which is one of its texts.
node scripts/inline.mjs "$stage"
bundle inline.js 'shared/*' element/element.js index.js
rm "$stage/inline-data.js"
bundle react.js element/{attributes,element,events}.js shared/options.js
bundle testing/react.js testing/index.js element/{attributes,events}.js shared/options.js
bundle testing/index.js accounts/{member,summary}.js element/{attributes,events,fallback-codes,reflect}.js shared/options.js
# Jest reads packages as CommonJS.
for entry in index define react; do
  apart=(--external:./index.js)
  [ "$entry" != index ] || apart=()
  "${minify[@]}" --bundle --ignore-annotations --format=cjs --external:react "${apart[@]}" "www/testing/$entry.js" --outfile="$stage/testing/$entry.cjs"
  sed -i 's#\./index\.js#./index.cjs#g' "$stage/testing/$entry.cjs"
  # What is an ES module for the compiler says so.
  sed "s#from '\\(\\.\\./[^']*\\)'#from '\\1' with { 'resolution-mode': 'import' }#; s#'\\./index\\.js'#'./index.cjs'#" "www/testing/$entry.d.ts" >"$stage/testing/$entry.d.cts"
done
rm "$stage"/react/component.js "$stage"/testing/{elements,fire,functions,report}.js
rmdir "$stage/react"
rm "$stage"/checker/{in-page,protocol,queue,timeout,worker,worker-client,worker-url}.js \
  "$stage"/element/{early-panel,fallback-face,first-visible,host,node,observe-language,places,shared-checker,style}.js
for file in "${files[@]}"; do
  case $file in
    worker.js | checker/client.js | element/element.js | inline.js | react.js | testing/index.js | testing/react.js) ;;
    # Strips comments. URLs of sibling files must stay as they are, because bundlers match them literally.
    *.js) [ ! -e "$stage/$file" ] || "${minify[@]}" "$stage/$file" --outfile="$stage/$file" ;;
  esac
done

step sbom "writing the SBOM" "Run it again: . scripts/env.sh; node scripts/sbom.mjs $stage/sbom.cdx.json" \
  node scripts/sbom.mjs "$stage/sbom.cdx.json"
# The version comes from Cargo.toml alone.
(cd "$stage" && npm pkg set version="$version")
rm -f target/npm/*.tgz
step npm-pack "packing" "See $stage" npm pack "./$stage" --pack-destination target/npm
say "target/npm/flinks-upload-$version.tgz"
