#!/usr/bin/env bash
# playwright.sh SUITE CONFIG ARGUMENT…: runs Playwright and counts the results.
. "$(dirname "$0")/../lib.sh"

suite=$1 config=$2
shift 2
scripts/setup/headless-shell.sh
# An empty HEADLESS_SHELL: Chromium itself. The engines' tests, and those that need what the shell lacks, always drive that.
if [ "$CHROMIUM" = /usr/bin/chromium ] && have chromium-headless-shell; then
  export HEADLESS_SHELL=${HEADLESS_SHELL-$(command -v chromium-headless-shell)}
fi
export PLAYWRIGHT_JSON_OUTPUT_NAME=$TOOLS/log/$suite.json
mkdir -p .tools/log
rm -f "$PLAYWRIGHT_JSON_OUTPUT_NAME"
code=0
playwright test -c "$config" ${CI:+--retries=1} --reporter=line,json "$@" </dev/null || code=$?
[ -f "$PLAYWRIGHT_JSON_OUTPUT_NAME" ] || fail "Playwright ran no tests, see above"
# CI machines can be slow, so each test may be retried once; tests that pass only then are reported. An error outside of
# a test is a failure, too.
node -e '
  const { suites, stats, errors } = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
  console.log(stats.expected + stats.flaky, stats.unexpected + errors.length);
  const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];
  const all = suites.flatMap(specsOf).flatMap(({ title, tests }) => tests.map((test) => ({ title, ...test })));
  for (const { title, projectName } of all.filter(({ status }) => status === "flaky")) {
    console.error(`passed only on retry: ${projectName}: ${title}`);
  }
  for (const { title, projectName, annotations } of all.filter(({ status }) => status === "skipped")) {
    const reason = annotations.find(({ type }) => type === "skip")?.description ?? "no reason given";
    console.error(`skipped: ${projectName}: ${title}: ${reason}`);
  }
' "$PLAYWRIGHT_JSON_OUTPUT_NAME" >"${CI_COUNTS:-.tools/log}/$suite"
node scripts/test/skipped.mjs playwright "$PLAYWRIGHT_JSON_OUTPUT_NAME" >"${CI_COUNTS:-.tools/log}/$suite.skipped"
[ "$code" = 0 ] || node scripts/test/failures.mjs playwright "$PLAYWRIGHT_JSON_OUTPUT_NAME" >"${CI_COUNTS:-.tools/log}/$suite.failed"
exit "$code"
