#!/usr/bin/env bash
# Installs everything needed to build and test. Skips what is installed: a second run takes seconds.
set -euo pipefail
here=$(dirname "$0")/setup

# One process each, so that each sees the tools installed by the previous one.
for part in system rust build-std cli npm; do
  bash "$here/$part.sh"
done
