#!/usr/bin/env bash
# Chromium and its driver, for the tests. Existing installations are used.
. "$(dirname "$0")/../lib.sh"
. scripts/setup/apt.sh

[ -n "$CHROMIUM" ] || apt_install "Chromium" chromium
[ -n "$CHROMEDRIVER" ] || apt_install "Chromium's driver" chromium-driver
