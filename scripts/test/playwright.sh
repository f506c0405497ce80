#!/usr/bin/env bash
# playwright.sh SUITE CONFIG ARGUMENT…: Playwright with these arguments, its results counted.
. "$(dirname "$0")/../lib.sh"

suite=$1 config=$2
shift 2
export PLAYWRIGHT_JSON_OUTPUT_NAME=$TOOLS/log/$suite.json
mkdir -p .tools/log
rm -f "$PLAYWRIGHT_JSON_OUTPUT_NAME"
code=0
playwright test -c "$config" --reporter=line,json "$@" </dev/null || code=$?
[ -f "$PLAYWRIGHT_JSON_OUTPUT_NAME" ] || fail "Playwright did not get as far as running tests, see above"
# A flaky test passed only when repeated: that is a failure, too. So is an error outside of any test.
node -e '
  const { suites, stats, errors } = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
  console.log(stats.expected, stats.unexpected + stats.flaky + errors.length);
  const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];
  const skipped = suites.flatMap(specsOf).flatMap(({ title, tests }) => tests.filter(({ status }) => status === "skipped").map((test) => ({ title, ...test })));
  for (const { title, projectName, annotations } of skipped) {
    const reason = annotations.find(({ type }) => type === "skip")?.description ?? "without a reason";
    console.error(`left out: ${projectName}: ${title}: ${reason}`);
  }
' "$PLAYWRIGHT_JSON_OUTPUT_NAME" >"${CI_COUNTS:-.tools/log}/$suite"
exit "$code"
