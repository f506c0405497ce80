#!/usr/bin/env bash
# What it costs: sizes against their limits. Run `make package` first, which `make bench` does.
. "$(dirname "$0")/lib.sh"

node scripts/size.mjs

# Benchmarks are added here, one script each under scripts/bench/. A benchmark compares in the same run, prints medians
# and ratios, and names the versions that it compared with.
