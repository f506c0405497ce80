#!/usr/bin/env bash
# Firefox with its driver, and WebKitGTK with a virtual display. Installed only for the engine tests;
# engines that cannot be installed are skipped.
. "$(dirname "$0")/../lib.sh"
. scripts/setup/apt.sh
. scripts/setup/cargo.sh

packages=()
[ -n "$FIREFOX" ] || packages+=(firefox-esr)
if [ -z "$WEBKITDRIVER" ] || [ -z "$MINIBROWSER" ]; then packages+=(webkit2gtk-driver); fi
[ -n "$XVFB" ] || packages+=(xvfb)
# In a subshell, because a failure exits.
[ "${#packages[@]}" = 0 ] || (apt_install "Firefox and WebKitGTK, to test in them," "${packages[@]}") || true

# Debian has no geckodriver package. An installed one will do; without Firefox it is not needed.
. scripts/env.sh
if [ -n "$FIREFOX" ] && [ "${GECKODRIVER:-$TOOLS/bin/geckodriver}" = "$TOOLS/bin/geckodriver" ]; then
  cargo_install geckodriver geckodriver "$GECKODRIVER_VERSION" "about a minute" --locked --debug
fi
