# Each target runs a script in scripts/, the same scripts that CI runs.
.PHONY: help demo test nightly corpus fuzz package bench screenshots check release-check setup clean
# Parallel cargo runs would only wait for each other.
.NOTPARALLEL:
.DEFAULT_GOAL := help

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 22

demo: ## the demo page on http://127.0.0.1:8080/
	@scripts/setup.sh demo
	@scripts/demo.sh

test: setup ## what CI runs: gates, package, native, in-browser and end-to-end tests
	@scripts/test.sh

nightly: package ## what takes too long for each commit: audit, coverage, mutants, long fuzzing, benchmarks; about two hours
	@scripts/nightly.sh

corpus: setup ## how far the check agrees with qpdf, poppler and mutool, file by file
	@scripts/corpus.sh

fuzz: setup ## fuzzes the decoders and the session, FUZZ_SECONDS (60) each
	@scripts/fuzz.sh

package: setup ## the npm package, in target/npm, and its size against the budget
	@scripts/package.sh
	@node scripts/size.mjs

bench: package ## sizes and benchmarks
	@scripts/bench.sh

screenshots: package ## every state × 3 widths × light, dark × English, French, to look through (4 minutes); ONLY=readme for the README's
	@scripts/screenshots.sh $(ONLY)

check: setup ## the fast gates: formatting, lints, documentation
	@scripts/check.sh

release-check: setup ## whether this commit can be released; publishes nothing (about 10 minutes)
	@scripts/release-check.sh

setup: ## brings the tools; skips what is there
	@scripts/setup.sh

clean: ## removes what was built; the tools in .tools and node_modules stay
	@rm -rf target dist test-results playwright-report fuzz/target
