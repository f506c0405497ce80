#!/usr/bin/env bash
# How far the check agrees with qpdf, poppler and mutool: over the public files of ../shared/corpus, if they are there,
# and over documents of this project that qpdf encrypts. Fails below the shares of tests/agreement.env.
. "$(dirname "$0")/lib.sh"

scripts/generated.sh
[ -e ../shared/corpus/oracle.tsv ] || say "no public files at ../shared/corpus: only the generated documents are looked into"
say "looking into all of them (about 10 seconds, and a minute to build)…"
exec cargo test --locked --quiet --no-default-features --features fallback-parser \
  --test pdf_corpus --test pdf_generated -- --nocapture --test-threads 1
