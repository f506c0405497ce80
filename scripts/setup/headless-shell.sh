#!/usr/bin/env bash
# Debian's Chromium without a window and what belongs to one: pages behave the same, and take half the time. Where it can't be had,
# the tests take Chromium itself.
. "$(dirname "$0")/../lib.sh"
. scripts/setup/apt.sh

if [ "$CHROMIUM" = /usr/bin/chromium ] && ! have chromium-headless-shell && have apt-get && can_use_root; then
  # In a subshell, because a failure exits.
  (apt_lists && apt-cache show chromium-headless-shell >/dev/null 2>&1 && apt_install "Chromium's headless shell" chromium-headless-shell) ||
    say "Chromium's headless shell can't be had here: the tests take Chromium itself"
fi
