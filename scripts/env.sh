# shellcheck shell=bash
# The one place that says which tools are used. Source it, from any folder: `. scripts/env.sh`.

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

# For wasm only: cargo gives a target's flags to nothing that runs on this machine, such as proc macros.
# The remapped paths keep this machine's folders out of the wasm and make it the same everywhere.
wasm_flags="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=crates --remap-path-prefix=$ROOT=."
wasm_doc_flags=

if [ "$(cat "$TOOLS/toolchain" 2>/dev/null)" = debian ]; then
  # cargo, rustc, clippy and rustfmt must all be Debian's: its standard library fits no other compiler.
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

# First of these that is there.
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
# Not exported: the runner of the tests in a browser would take it before Chromium's.
GECKODRIVER=${GECKODRIVER:-$(find_program geckodriver)}
WEBKITDRIVER=${WEBKITDRIVER:-$(find_program WebKitWebDriver)}
MINIBROWSER=${MINIBROWSER:-$(find_program /usr/lib/*/webkit2gtk-4.1/MiniBrowser)}
XVFB=${XVFB:-$(find_program Xvfb)}
export CHROMIUM CHROMEDRIVER FIREFOX WEBKITDRIVER MINIBROWSER XVFB
# Playwright drives the browser above; its own download is never wanted.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
