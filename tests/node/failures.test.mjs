// The lists of failed and of skipped tests with which a run ends.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

/** What a script prints of these result files. */
function run(script, format, ...texts) {
  const folder = mkdtempSync(join(tmpdir(), 'results-'));
  try {
    const paths = texts.map((text, index) => join(folder, `result-${index}`));
    for (const [index, path] of paths.entries()) writeFileSync(path, texts[index]);
    const program = fileURLToPath(new URL(`../../scripts/test/${script}.mjs`, import.meta.url));
    return execFileSync(process.execPath, [program, format, ...paths], { encoding: 'utf8' }).split('\n').slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const failures = (format, text) => run('failures', format, text);
const skipped = (format, ...texts) => run('skipped', format, ...texts);

test('cargo: each failed test with its panic', () => {
  const text = `
running 3 tests
test core::a::holds ... ok
test core::a::breaks ... FAILED
test core::a::returns_an_error ... FAILED

failures:

---- core::a::breaks stdout ----

thread 'core::a::breaks' panicked at src/core/a.rs:12:5:
assertion \`left == right\` failed
  left: 1
 right: 2
---- core::a::returns_an_error stdout ----
Error: "no file"

failures:
    core::a::breaks
    core::a::returns_an_error

test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s

error: test failed, to rerun pass \`--lib\`
`;
  assert.deepEqual(failures('cargo', text), [
    'core::a::breaks: src/core/a.rs:12:5: assertion `left == right` failed',
    'core::a::returns_an_error: Error: "no file"',
  ]);
});

test('cargo: what did not compile names its place', () => {
  const text = '   Compiling flinks-upload v0.1.0\nerror[E0425]: cannot find value `x` in this scope\n --> src/lib.rs:3:5\n';
  assert.deepEqual(failures('cargo', text), ['cargo: error[E0425]: cannot find value `x` in this scope --> src/lib.rs:3:5']);
});

test("Node: each failed test, but not the file or suite around it", () => {
  const text = `TAP version 13
# Subtest: a suite
    # Subtest: breaks
    not ok 1 - breaks
      ---
      duration_ms: 1.5
      failureType: 'testCodeFailure'
      error: |-
        Expected values to be strictly equal:
        
        1 !== 2
      code: 'ERR_ASSERTION'
      ...
    1..1
not ok 1 - a suite
  ---
  failureType: 'subtestsFailed'
  error: '1 subtest failed'
  ...
# Subtest: throws
not ok 2 - throws
  ---
  failureType: 'testCodeFailure'
  error: 'no file'
  ...
1..2
`;
  assert.deepEqual(failures('tap', text), ['breaks: Expected values to be strictly equal:', 'throws: no file']);
});

test('Playwright: what failed each time it was tried, and errors outside of tests', () => {
  const spec = (title, status, ...messages) => ({
    title,
    file: 'element/files.spec.mjs',
    tests: [{ status, projectName: 'element', results: messages.map((message) => ({ status: 'failed', error: { message } })) }],
  });
  const result = {
    suites: [{ specs: [spec('passes', 'expected')], suites: [{ specs: [spec('passes when repeated', 'flaky', 'x'), spec('breaks', 'unexpected', 'x', '\u001b[31mError: no button\u001b[39m\n\nCall log')] }] }],
    errors: [{ message: 'Error: the server did not start' }],
  };
  assert.deepEqual(failures('playwright', JSON.stringify(result)), [
    'element/files.spec.mjs: breaks: Error: no button',
    'outside of a test: Error: the server did not start',
  ]);
});

test('cargo: a test that skipped itself is skipped, unless it ran in another environment', () => {
  // A single thread writes the name of the test first.
  const one = 'skipped: disk::full: it needs root\ntest disk::full ... ok\ntest postgres::killed ... skipped: postgres::killed: it needs PostgreSQL\nok\ntest slow ... ignored, slow\n';
  const other = 'skipped: disk::full: it needs SQLite\nabout skipped: disk::other: a line of a log\ntest postgres::killed ... ok\n';
  assert.deepEqual(skipped('cargo', one), ['disk::full: it needs root', 'postgres::killed: it needs PostgreSQL']);
  assert.deepEqual(skipped('cargo', other), ['disk::full: it needs SQLite']);
  assert.deepEqual(skipped('cargo', one, other), ['disk::full: it needs root']);
});

test('Node: each skipped test with its reason', () => {
  const text = 'ok 1 - runs\nok 2 - needs a tool # SKIP no tool\n    ok 1 - inner # SKIP\nok 3 - later # TODO\nnot ok 4 - breaks\n';
  assert.deepEqual(skipped('tap', text), ['needs a tool: no tool', 'inner: no reason given', 'later: no reason given']);
});

test('Playwright: what was skipped in each engine', () => {
  const spec = (title, ...statuses) => ({
    title,
    tests: statuses.map((status) => ({ status, annotations: status === 'skipped' ? [{ type: 'skip', description: `no ${title}` }] : [] })),
  });
  const result = { suites: [{ specs: [spec('runs', 'expected')], suites: [{ specs: [spec('only in one', 'skipped', 'expected'), spec('in none', 'skipped', 'skipped')] }] }] };
  assert.deepEqual(skipped('playwright', JSON.stringify(result)), ['in none: no in none']);
});
