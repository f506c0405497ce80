#!/usr/bin/env bash
# Brings everything that building and testing needs. What is there is skipped: a second run takes seconds.
set -euo pipefail
here=$(dirname "$0")/setup

# A process each, so that each sees the tools that the one before has brought.
for part in system rust build-std cli npm; do
  bash "$here/$part.sh"
done
