#!/usr/bin/env bash
# Firefox with its driver, and WebKitGTK with a screen for it: brought by the tests in them, since all else does without.
# What can't be had is left out.
. "$(dirname "$0")/../lib.sh"
. scripts/setup/apt.sh
. scripts/setup/cargo.sh

packages=()
[ -n "$FIREFOX" ] || packages+=(firefox-esr)
if [ -z "$WEBKITDRIVER" ] || [ -z "$MINIBROWSER" ]; then packages+=(webkit2gtk-driver); fi
[ -n "$XVFB" ] || packages+=(xvfb)
# In a process of its own, because it ends the one it fails in.
[ "${#packages[@]}" = 0 ] || (apt_install "Firefox and WebKitGTK, to test in them," "${packages[@]}") || true

# Debian has no package of it. One that this machine has is as good; without a Firefox there is nothing to drive.
. scripts/env.sh
if [ -n "$FIREFOX" ] && [ "${GECKODRIVER:-$TOOLS/bin/geckodriver}" = "$TOOLS/bin/geckodriver" ]; then
  cargo_install geckodriver geckodriver "$GECKODRIVER_VERSION" "about a minute" --locked --debug
fi
