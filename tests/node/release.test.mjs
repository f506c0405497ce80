// What scripts/release-check.sh says of versions, changelog and licenses.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readChangelog, releaseProblems } from '../../scripts/check-release.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const CHANGELOG = '# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-12-01\n\n### Added\n- One.\n\n### Fixed\n- Two.\n\n## [1.1.0] - 2026-11-01\n\n### Added\n- Zero.\n';
const npm = (changes = {}) => JSON.stringify({ version: '1.2.0', license: 'MIT OR Apache-2.0', repository: 'https://example.org', ...changes });
const READY = {
  'Cargo.toml': '[package]\nversion = "1.2.0"\nlicense = "MIT OR Apache-2.0"\nrepository = "https://example.org"\n',
  'Cargo.lock': 'name = "other"\nversion = "3.0.0"\n\nname = "flinks-upload"\nversion = "1.2.0"\n',
  'fuzz/Cargo.lock': 'name = "flinks-upload"\nversion = "1.2.0"\n',
  'www/package.json': npm(),
  'examples/vite/package.json': '{ "dependencies": { "flinks-upload": "1.2.0" } }',
  'CHANGELOG.md': CHANGELOG,
  'LICENSE-MIT': 'Permission is hereby granted, free of charge, to',
  'LICENSE-APACHE': 'Apache License',
};
const problemsWith = (changes) => releaseProblems({ ...READY, ...changes });

test('a commit that has everything can be released', () => assert.deepEqual(problemsWith({}), []));

for (const [what, changes, problem] of [
  ['another version in the npm package', { 'www/package.json': npm({ version: '1.1.0' }) }, 'www/package.json: the version is 1.1.0, in Cargo.toml 1.2.0'],
  ['a lock file that is behind', { 'fuzz/Cargo.lock': 'name = "flinks-upload"\nversion = "1.1.0"\n' }, 'fuzz/Cargo.lock: the version is 1.1.0, in Cargo.toml 1.2.0'],
  ['an example that asks for an old version', { 'examples/vite/package.json': '{ "dependencies": { "flinks-upload": "1.1.0" } }' }, 'examples/vite/package.json: asks for 1.1.0, and Cargo.toml is 1.2.0'],
  ['no entry of the version', { 'CHANGELOG.md': CHANGELOG.replace('## [1.2.0] - 2026-12-01\n', '') }, 'CHANGELOG.md: the newest version is 1.1.0; expected "## [1.2.0] - DATE" below [Unreleased]'],
  ['an empty entry', { 'CHANGELOG.md': CHANGELOG.replace(/### Added\n- One[^]*Two\.\n/, '') }, 'CHANGELOG.md: 1.2.0 has no entries'],
  ['entries that are left over', { 'CHANGELOG.md': CHANGELOG.replace('[Unreleased]\n', '[Unreleased]\n\n### Added\n- Three.\n') }, 'CHANGELOG.md: [Unreleased] still has entries; they belong to 1.2.0, or to another commit'],
  ['no changelog', { 'CHANGELOG.md': undefined }, 'CHANGELOG.md: the first section is not [Unreleased]'],
  ['another license', { 'www/package.json': npm({ license: 'MIT' }) }, 'www/package.json: the license is MIT, in Cargo.toml MIT OR Apache-2.0'],
  ['a license without its text', { 'LICENSE-MIT': undefined }, 'LICENSE-MIT is missing, or is another license'],
  ['no address of the repository', { 'www/package.json': npm({ repository: undefined }) }, 'www/package.json: repository is missing; without it the README’s links lead nowhere on the registry'],
]) {
  test(`${what} keeps it from being released`, () => assert.ok(problemsWith(changes).includes(problem), problemsWith(changes).join('\n')));
}

for (const [what, text, problem] of [
  ['a version without a date', CHANGELOG.replace(' - 2026-12-01', ''), /"## \[1\.2\.0\]" is neither/],
  ['a date that is none', CHANGELOG.replace('2026-12-01', '2026-13-01'), /"## \[1\.2\.0\] - 2026-13-01" is neither/],
  ['another section', CHANGELOG.replace('### Fixed', '### Renamed'), /has a section "Renamed"/],
  ['a section twice', CHANGELOG.replace('### Fixed', '### Added'), /has the section "Added" twice/],
  ['entries without a section', CHANGELOG.replace('### Added\n- One', '- One'), /has entries above its first section/],
]) {
  test(`the form of the changelog: ${what}`, () => assert.match(readChangelog(text).problems.join('\n'), problem));
}

test('the changelog has the form of Keep a Changelog, and versions are equal everywhere', () => {
  assert.deepEqual(readChangelog(read('CHANGELOG.md')).problems, []);
  const version = /^version = "(.*)"/m.exec(read('Cargo.toml'))[1];
  assert.equal(JSON.parse(read('www/package.json')).version, version);
});

test('CI runs .ci/run, and nothing else', () => {
  const workflow = read('.github/workflows/ci.yml');
  assert.deepEqual([...workflow.matchAll(/^ +(?:- )?run: (.*)$/gm)].map(([, command]) => command), ['.ci/run']);
  assert.deepEqual([...workflow.matchAll(/^ +- uses: (.*)@/gm)].map(([, action]) => action), ['actions/checkout']);
});
