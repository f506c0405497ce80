#!/usr/bin/env bash
# The servers of the demo: the reference server, and the mock of Flinks' API.
. "$(dirname "$0")/lib.sh"

step servers "building the reference server and the mock of Flinks' API (about 2 minutes the first time)" "When they build, run: make demo" \
  cargo build --locked -p flinks-upload-relay -p flinks-upload-mock
