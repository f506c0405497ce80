# shellcheck shell=bash
# Defines which tools are used. Source it from any folder: `. scripts/env.sh`.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
TOOLS=$ROOT/.tools
export ROOT TOOLS
# shellcheck source=versions.env
. "$ROOT/versions.env"

prepend_path() {
  case ":$PATH:" in
    ":$1:"*) ;;
    *) PATH=$1:$PATH ;;
  esac
}

# For wasm only: cargo does not apply a target's flags to what runs on the host, such as proc macros.
# The remapped paths keep local folders out of the wasm and make builds reproducible.
wasm_flags="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=crates --remap-path-prefix=$ROOT=."
wasm_doc_flags=

if [ "$(cat "$TOOLS/toolchain" 2>/dev/null)" = debian ]; then
  # cargo, rustc, clippy and rustfmt must all be Debian's: its standard library works with no other compiler.
  prepend_path /usr/bin
  wasm_doc_flags="--sysroot=$TOOLS/sysroot"
  wasm_flags="$wasm_flags $wasm_doc_flags"
fi
prepend_path "$ROOT/node_modules/.bin"
prepend_path "$TOOLS/bin"
export PATH

export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$wasm_flags
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTDOCFLAGS=$wasm_doc_flags
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner
unset wasm_flags wasm_doc_flags

# Prints the first program that exists.
find_program() {
  local name
  for name in "$@"; do
    if command -v "$name"; then return; fi
  done
  true
}

CHROMIUM=${CHROMIUM:-$(find_program /usr/bin/chromium chromium google-chrome google-chrome-stable chromium-browser)}
CHROMEDRIVER=${CHROMEDRIVER:-$(find_program /usr/bin/chromedriver chromedriver)}
FIREFOX=${FIREFOX:-$(find_program firefox-esr firefox)}
# Not exported: wasm-bindgen's test runner would prefer it to Chromium's driver.
GECKODRIVER=${GECKODRIVER:-$(find_program geckodriver)}
WEBKITDRIVER=${WEBKITDRIVER:-$(find_program WebKitWebDriver)}
MINIBROWSER=${MINIBROWSER:-$(find_program /usr/lib/*/webkit2gtk-4.1/MiniBrowser)}
XVFB=${XVFB:-$(find_program Xvfb)}
export CHROMIUM CHROMEDRIVER FIREFOX WEBKITDRIVER MINIBROWSER XVFB
# Playwright drives the browser above and must not download its own.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
