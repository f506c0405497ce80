// `node coverage.mjs REPORT PERCENT`: the line coverage of each part, and its least covered files.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const [report, minimum] = process.argv.slice(2);
const files = JSON.parse(readFileSync(report, 'utf8')).data[0].files.map(({ filename, summary: { lines } }) => ({ name: relative('.', filename), ...lines }));
// Tests and test-only code.
const isTest = ({ name }) => /(^tests\/|\/tests\.rs$|\/tests\/|_tests\.rs$|\/testing\.rs$|\/harness\.rs$|\/model\/)/.test(name);
const percent = (covered, count) => Math.floor((covered / count) * 1000) / 10;

let failed = false;
for (const part of ['src/core/', 'src/pdf/']) {
  const own = files.filter((file) => file.name.startsWith(part) && !isTest(file));
  const count = own.reduce((sum, file) => sum + file.count, 0);
  const covered = own.reduce((sum, file) => sum + file.covered, 0);
  if (count === 0) throw new Error(`the report contains nothing of ${part}`);
  const share = percent(covered, count);
  console.log(`${part}: ${share} % of ${count} lines in ${own.length} files`);
  if (share >= Number(minimum)) continue;
  failed = true;
  console.error(`error: tests/test-count-floor.env requires ${minimum} %`);
  for (const file of own.sort((a, b) => b.count - b.covered - (a.count - a.covered)).slice(0, 10)) {
    console.error(`  ${file.name}: ${file.count - file.covered} of ${file.count} lines not covered`);
  }
}
process.exitCode = failed ? 1 : 0;
