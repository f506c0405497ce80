// The gate that holds claims of the documentation to their tests.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unprovenClaims, wrongClaims } from '../../scripts/check-doc-claims.mjs';

// Not written out, because the gate reads this file, too.
const TAG = '@' + 'claim:a-tag';
const PAGE = `A claim (\`${TAG}\`).\n`;
const errorsOf = (sources, page = PAGE) => wrongClaims({ 'SECURITY.md': page }, sources).errors;

for (const [what, path, source] of [
  ['in a title', 'tests/a.spec.mjs', `test('one ${TAG}', () => {});`],
  ['beside another', 'tests/a.spec.mjs', `test("one ${TAG} @" + "x", () => {});\ntest('it’s \\'two\\' ${TAG}', () => {});`],
  ['in a title of many tests', 'tests/a.test.mjs', `for (const a of b) {\n  test(\`\${a} ${TAG}\`, () => {});\n}`],
  ['with a condition under which it runs', 'tests/a.spec.mjs', `test('one ${TAG}', () => {\n  test.skip(!isThere, 'there are no files');\n});`],
  ['beside another test that is skipped', 'tests/a.spec.mjs', `test('one ${TAG}', () => {\n});\n\ntest('two', () => {\n  test.skip();\n});`],
  ['above a function', 'src/a.rs', `    // ${TAG}\n    #[test]\n    fn one() {}`],
  ['above other attributes and comments', 'src/a.rs', `/// Docs.\n// ${TAG}\n#[cfg(unix)]\n// Why.\n#[tokio::test(flavor = "multi_thread")]\nasync fn one() {}`],
]) {
  test(`a tag counts ${what}`, () => assert.deepEqual(errorsOf({ [path]: source }), []));
}

const IN_NO_TITLE = new RegExp(`^tests/a.spec.mjs:1: ${TAG} is in no title of a test that runs$`);
for (const [what, path, source, error] of [
  ['a comment', 'tests/a.spec.mjs', `// ${TAG}`, IN_NO_TITLE],
  ['a test that was commented out', 'tests/a.spec.mjs', `// test('one ${TAG}', () => {});`, IN_NO_TITLE],
  ['a test that is skipped', 'tests/a.spec.mjs', `test.skip('one ${TAG}', () => {});`, IN_NO_TITLE],
  ['a test that is to be fixed', 'tests/a.spec.mjs', `test.fixme('one ${TAG}', () => {});`, IN_NO_TITLE],
  ['a text', 'tests/a.spec.mjs', `test('one', () => check('${TAG}'));`, IN_NO_TITLE],
  ['a test that always skips itself', 'tests/a.spec.mjs', `test('one ${TAG}', () => {\n  test.skip();\n});`, /"one .*" is skipped/],
  ['a test that always skips itself, with a reason', 'tests/a.spec.mjs', `test('one ${TAG}', () => {\n  test.skip(true, 'later');\n});`, /"one .*" is skipped/],
  ['a test that must fail', 'tests/a.spec.mjs', `test('one ${TAG}', () => {\n  test.fail();\n});`, /"one .*" is skipped/],
  ['a test of Node that is skipped', 'tests/a.test.mjs', `test('one ${TAG}', { skip: 'later' }, () => {});`, /"one .*" is skipped/],
  ['a test of Node that skips itself', 'tests/a.test.mjs', `test('one ${TAG}', (context) => {\n  context.skip('later');\n});`, /"one .*" is skipped/],
  ['a test in a group that is skipped', 'tests/a.spec.mjs', `test.describe.skip('group', () => {\n  test('one ${TAG}', () => {});\n});`, /^tests\/a.spec.mjs:1: tests are skipped in a file with proofs/],
  ['a file that no suite runs', 'tests/a.mjs', `test('one ${TAG}', () => {});`, /^tests\/a.mjs: no suite runs this file/],
  ['a function that is no test', 'src/a.rs', `// ${TAG}\n#[cfg(test)]\nfn one() {}`, /one is no test/],
  ['a test that is ignored', 'src/a.rs', `// ${TAG}\n#[test]\n#[ignore = "slow"]\nfn one() {}`, /one is ignored/],
  ['nothing below it', 'src/a.rs', `// ${TAG}\n\n#[test]\nfn one() {}`, /is not directly above a function/],
  ['a sentence in Rust', 'src/a.rs', `// See ${TAG}.\n#[test]\nfn one() {}`, /is not directly above a function/],
]) {
  test(`a tag does not count on ${what}`, () => assert.match(errorsOf({ [path]: source })[0], error));
}

test('a claim without a test is named, and a test without a claim', () => {
  assert.deepEqual(errorsOf({}), [`SECURITY.md: no test proves ${TAG}`]);
  const other = `test('one ${TAG}-too', () => {});\ntest('two ${TAG}', () => {});`;
  assert.deepEqual(errorsOf({ 'tests/a.spec.mjs': other }), [`tests/a.spec.mjs: "one ${TAG}-too" proves ${TAG}-too, which is in none of: SECURITY.md`]);
});

test('each row of a table of proofs has a tag, a script, or says that there is none', () => {
  const table = (cell) => `${PAGE}\n| claim | proof |\n| --- | --- |\n| one | ${cell} |\n`;
  const sources = { 'tests/a.spec.mjs': `test('one ${TAG}', () => {});` };
  for (const cell of [`\`${TAG}\``, `\`${TAG}\` \`${TAG}\``, '`scripts/test/a.sh`', '–']) assert.deepEqual(errorsOf(sources, table(cell)), []);
  for (const cell of ['', 'see above', '`tests/a.spec.mjs`']) assert.match(errorsOf(sources, table(cell))[0], /^SECURITY.md:5: the proof is "/);
  // Other tables are none.
  assert.deepEqual(errorsOf(sources, `${PAGE}\n| a | b |\n| --- | --- |\n| c | d |\n`), []);
});

test('a claim is not proven by tests that a run skipped', () => {
  const sources = {
    'examples/relay/tests/faults/disk.rs': `// ${TAG}\n#[tokio::test]\nasync fn a_full_disk() {}`,
    'tests/a.spec.mjs': `for (const a of b) {\n  test(\`it\\'s \${a.b}: so (1) ${TAG}-too\`, () => {});\n}`,
  };
  const unproven = (...lines) => unprovenClaims(sources, lines);
  assert.deepEqual(unproven('disk::a_full: none', 'a_full_disk_too: none', 'disk::a_full_diskette: none', ''), []);
  assert.deepEqual(unproven('disk::a_full_disk: it needs root'), ['a-tag']);
  assert.deepEqual(unproven(`it's x: so (1) ${TAG}-too: it needs y`), ['a-tag-too']);
  // Another test of the same claim is enough.
  sources['src/b.rs'] = `// ${TAG}\n#[test]\nfn another() {}`;
  assert.deepEqual(unproven('disk::a_full_disk: it needs root'), []);
  assert.deepEqual(unproven('disk::a_full_disk: it needs root', 'b::tests::another: it needs root'), ['a-tag']);
});
