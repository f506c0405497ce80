// What keeps this commit from being released, as far as files say: versions, changelog, licenses, addresses. Run by
// scripts/release-check.sh. The form of the changelog is also held by tests/node/release.test.mjs, with each change.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SECTIONS = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];
const VERSION = /^\d+\.\d+\.\d+(?:-[\da-z.-]+)?$/;

/** `[{name, date, body}]`: the versions of a changelog, and those lines that have another form than Keep a Changelog's. */
export function readChangelog(text) {
  const versions = [];
  const problems = [];
  for (const part of text.split(/^## /m).slice(1)) {
    const [heading] = part.split('\n');
    const [, name, date] = /^\[(.+?)\](?: - (\d{4}-\d{2}-\d{2}))?$/.exec(heading) ?? [];
    const body = part.slice(heading.length);
    if (name === undefined || (name !== 'Unreleased' && (!VERSION.test(name) || Number.isNaN(Date.parse(date))))) {
      problems.push(`CHANGELOG.md: "## ${heading}" is neither [Unreleased] nor [VERSION] - DATE`);
    }
    const sections = [...body.matchAll(/^### (.*)$/gm)].map(([, section]) => section);
    for (const section of sections) {
      if (!SECTIONS.includes(section)) problems.push(`CHANGELOG.md: ${heading} has a section "${section}"; expected one of: ${SECTIONS.join(', ')}`);
    }
    for (const [at, section] of sections.entries()) {
      if (sections.indexOf(section) !== at) problems.push(`CHANGELOG.md: ${heading} has the section "${section}" twice`);
    }
    if (/^- /m.test(body.split(/^### /m)[0])) problems.push(`CHANGELOG.md: ${heading} has entries above its first section`);
    versions.push({ name, date, body });
  }
  if (versions[0]?.name !== 'Unreleased') problems.push('CHANGELOG.md: the first section is not [Unreleased]');
  return { versions, problems };
}

const hasEntries = (body) => /^- /m.test(body);

function changelogProblems(text, version) {
  const { versions, problems } = readChangelog(text);
  const [unreleased, newest] = versions;
  if (newest?.name !== version) problems.push(`CHANGELOG.md: the newest version is ${newest?.name ?? 'none'}; expected "## [${version}] - DATE" below [Unreleased]`);
  else if (!hasEntries(newest.body)) problems.push(`CHANGELOG.md: ${version} has no entries`);
  if (newest?.name === version && unreleased?.name === 'Unreleased' && hasEntries(unreleased.body)) problems.push(`CHANGELOG.md: [Unreleased] still has entries; they belong to ${version}, or to another commit`);
  return problems;
}

/** What is wrong, in sentences. `files` maps paths to texts; a file that is missing is absent. */
export function releaseProblems(files) {
  const field = (path, name) => new RegExp(`^${name} = "(.*)"`, 'm').exec(files[path] ?? '')?.[1];
  const version = field('Cargo.toml', 'version');
  const npm = JSON.parse(files['www/package.json']);
  const problems = [];
  if (!VERSION.test(version ?? '')) problems.push(`Cargo.toml: ${version} is no version`);
  if (npm.version !== version) problems.push(`www/package.json: the version is ${npm.version}, in Cargo.toml ${version}`);
  for (const path of Object.keys(files).filter((one) => one.endsWith('Cargo.lock'))) {
    const locked = /name = "flinks-upload"\nversion = "(.*)"/.exec(files[path])?.[1];
    if (locked !== version) problems.push(`${path}: the version is ${locked}, in Cargo.toml ${version}`);
  }
  for (const path of Object.keys(files).filter((one) => /^examples\/.*package\.json$/.test(one))) {
    const wanted = JSON.parse(files[path]).dependencies?.['flinks-upload'];
    if (wanted !== version) problems.push(`${path}: asks for ${wanted}, and Cargo.toml is ${version}`);
  }
  problems.push(...changelogProblems(files['CHANGELOG.md'] ?? '', version));

  const license = field('Cargo.toml', 'license');
  if (npm.license !== license) problems.push(`www/package.json: the license is ${npm.license}, in Cargo.toml ${license}`);
  for (const [path, words] of [['LICENSE-MIT', 'Permission is hereby granted, free of charge'], ['LICENSE-APACHE', 'Apache License']]) {
    if (!files[path]?.includes(words)) problems.push(`${path} is missing, or is another license`);
  }
  if (!field('Cargo.toml', 'repository')) problems.push('Cargo.toml: repository is missing; without it the README’s links lead nowhere on the registry');
  if (!npm.repository) problems.push('www/package.json: repository is missing; without it the README’s links lead nowhere on the registry');
  return problems;
}

function releaseFiles(root) {
  const examples = readdirSync(join(root, 'examples')).map((name) => `examples/${name}/package.json`);
  const paths = ['Cargo.toml', 'Cargo.lock', 'fuzz/Cargo.lock', 'www/package.json', 'CHANGELOG.md', 'LICENSE-MIT', 'LICENSE-APACHE', ...examples];
  return Object.fromEntries(paths.filter((path) => existsSync(join(root, path))).map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = releaseProblems(releaseFiles(fileURLToPath(new URL('..', import.meta.url))));
  for (const problem of problems) console.error(`error: ${problem}`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
