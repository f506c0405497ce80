#!/usr/bin/env bash
# Compares the check with qpdf, poppler and mutool, over the public files of ../shared/corpus, if present,
# and over this project's documents encrypted by qpdf; the text with that of pdftotext; and the text and facts of the
# synthetic statements of ../shared/statements, if present, with what their pages show. Fails below the shares of tests/differential.env and of the
# tests of statements.
. "$(dirname "$0")/lib.sh"

. scripts/setup/apt.sh

scripts/make-fixtures.sh
have pdftotext || apt_install "pdftotext, whose words the text is compared with," poppler-utils
[ -e ../shared/corpus/oracle.tsv ] || say "no public files at ../shared/corpus: checking only the generated documents"
say "checking all files (about 30 seconds, and a minute to build)…"
exec cargo test --locked --quiet --no-default-features --features fallback-parser \
  --test native -- --include-ignored --nocapture --test-threads 1 pdf::corpus pdf::generated pdf::text statement_facts
