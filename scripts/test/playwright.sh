#!/usr/bin/env bash
# playwright.sh SUITE CONFIG ARGUMENT…: Playwright with these arguments, its results counted.
. "$(dirname "$0")/../lib.sh"

suite=$1 config=$2
shift 2
export PLAYWRIGHT_JSON_OUTPUT_NAME=$TOOLS/log/$suite.json
mkdir -p .tools/log
rm -f "$PLAYWRIGHT_JSON_OUTPUT_NAME"
code=0
playwright test -c "$config" ${CI:+--retries=1} --reporter=line,json "$@" </dev/null || code=$?
[ -f "$PLAYWRIGHT_JSON_OUTPUT_NAME" ] || fail "Playwright did not get as far as running tests, see above"
# On machines of CI, which are slow at times, a test may be repeated once: what passed only then is said. An error outside of any
# test is a failure, too.
node -e '
  const { suites, stats, errors } = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
  console.log(stats.expected + stats.flaky, stats.unexpected + errors.length);
  const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];
  const all = suites.flatMap(specsOf).flatMap(({ title, tests }) => tests.map((test) => ({ title, ...test })));
  for (const { title, projectName } of all.filter(({ status }) => status === "flaky")) {
    console.error(`passed only when repeated: ${projectName}: ${title}`);
  }
  for (const { title, projectName, annotations } of all.filter(({ status }) => status === "skipped")) {
    const reason = annotations.find(({ type }) => type === "skip")?.description ?? "without a reason";
    console.error(`left out: ${projectName}: ${title}: ${reason}`);
  }
' "$PLAYWRIGHT_JSON_OUTPUT_NAME" >"${CI_COUNTS:-.tools/log}/$suite"
exit "$code"
