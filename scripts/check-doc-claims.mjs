// Holds the claims of the documentation to the tests that prove them. A page states a claim in plain words with a tag, as
// `@claim:message-origin`; a test that proves it has the tag in its title, or in Rust in a comment directly above it. Each claim
// needs a test, each tagged test a claim, and neither may be skipped. Also checks that every browser test runs under the
// privacy recorder.
// `--without FILE…`: which claims a run did not prove, because it skipped their tests, listed in these files (scripts/test/skipped.mjs).
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const PAGES = ['SECURITY.md', 'docs/faults.md', 'examples/relay/README.md'];
/** Fewer means that pages or tests were not read. */
const MIN_CLAIMS = 55;
const MIN_TESTS = 130;

const TAG = /@claim:([a-z\d]+(?:-[a-z\d]+)*)/g;
const lineAt = (text, index) => text.slice(0, index).split('\n').length;
const tagsIn = (text) => [...text.matchAll(TAG)].map(([, tag]) => tag);

/** The tags of a page, and what is wrong with its tables: each row of a table whose last column is "proof" has one. */
export function readPage(text) {
  const claims = new Set([...text.matchAll(/`@claim:([^`]*)`/g)].map(([, tag]) => tag));
  const errors = [];
  let isProof = false;
  for (const [at, line] of text.split('\n').entries()) {
    if (!line.startsWith('|')) {
      isProof = false;
      continue;
    }
    const last = line.replace(/\s*\|\s*$/, '').split(' | ').at(-1).trim();
    if (last === 'proof') isProof = true;
    else if (isProof && !/^(?:---|–|`scripts\/[\w./-]+`|`@claim:[a-z\d-]+`(?: `@claim:[a-z\d-]+`)*)$/.test(last)) {
      errors.push({ line: at + 1, message: `the proof is "${last}"; expected tags, a script, or –` });
    }
  }
  return { claims, errors };
}

/** The tagged tests of a JavaScript file, `[{name, tags}]`, and tags that are on no test that runs. */
function readJavaScript(source) {
  const tests = [];
  const errors = [];
  const isInTitle = new Set();
  for (const match of source.matchAll(/(?<![.\w])test\(\s*(['"`])((?:(?!\1)[^\\\n]|\\.)*)\1/g)) {
    const [whole, , name] = match;
    const tags = tagsIn(name);
    const before = source.slice(source.lastIndexOf('\n', match.index) + 1, match.index);
    if (tags.length === 0 || /\/\/|^\s*\*|\/\*/.test(before)) continue;
    for (const { index } of whole.matchAll(TAG)) isInTitle.add(match.index + index);
    const after = source.slice(match.index + whole.length);
    const indent = /^\s*/.exec(before)[0];
    const body = after.slice(0, after.indexOf(`\n${indent}}`) + 1 || undefined);
    // A condition with its reason is printed; without a condition, the test never runs.
    const isSkipped = /^\s*,\s*\{[^}]*\b(?:skip|todo|fixme)\b/.test(body) || /\btest\.(?:skip|fixme|fail)\(\s*(?:\)|true\b|['"`])/.test(body) || /\b\w+\.(?:skip|todo)\(\s*(?:\)|['"`])/.test(body);
    if (isSkipped) errors.push({ line: lineAt(source, match.index), message: `"${name}" is skipped, so it proves nothing` });
    tests.push({ name, tags });
  }
  for (const { index, 0: tag } of source.matchAll(TAG)) {
    if (!isInTitle.has(index)) errors.push({ line: lineAt(source, index), message: `${tag} is in no title of a test that runs` });
  }
  const skipped = /\bdescribe\.(?:skip|fixme)\(/.exec(source);
  if (tests.length > 0 && skipped) errors.push({ line: lineAt(source, skipped.index), message: 'tests are skipped in a file with proofs' });
  return { tests, errors };
}

/** The same of a Rust file. */
function readRust(source) {
  const tests = [];
  const errors = [];
  const lines = source.split('\n');
  for (const [at, line] of lines.entries()) {
    const tags = tagsIn(line);
    if (tags.length === 0) continue;
    const report = (message) => errors.push({ line: at + 1, message });
    let next = at + 1;
    while (/^\s*(?:#\[|\/\/(?!.*@claim))/.test(lines[next] ?? '')) next += 1;
    const attributes = lines.slice(at + 1, next).join('\n');
    const [, name] = /^\s*(?:pub )?(?:async )?fn (\w+)\(/.exec(lines[next] ?? '') ?? [];
    if (!/^\s*\/\/ (?:@claim:[a-z\d-]+ ?)+$/.test(line) || name === undefined) report(`${tags[0]} is not directly above a function`);
    else if (!/^\s*#\[(?:tokio::)?(?:wasm_bindgen_)?test\b/m.test(attributes)) report(`${name} is no test, so it proves nothing`);
    else if (/#\[ignore/.test(attributes)) report(`${name} is ignored, so it proves nothing`);
    else tests.push({ name, tags });
  }
  return { tests, errors };
}

export const readTests = (path, source) => (path.endsWith('.rs') ? readRust(source) : readJavaScript(source));

/** What is wrong between these pages and tests, which map paths to texts. */
export function wrongClaims(pages, sources) {
  const errors = [];
  const claims = new Map();
  for (const [path, text] of Object.entries(pages)) {
    const page = readPage(text);
    for (const claim of page.claims) claims.set(claim, path);
    errors.push(...page.errors.map(({ line, message }) => `${path}:${line}: ${message}`));
  }
  const proven = new Set();
  let count = 0;
  for (const [path, source] of Object.entries(sources)) {
    const { tests, errors: wrong } = readTests(path, source);
    errors.push(...wrong.map(({ line, message }) => `${path}:${line}: ${message}`));
    if (tests.length > 0 && !/\.rs$|\.(?:spec|test)\.mjs$/.test(path)) errors.push(`${path}: no suite runs this file`);
    for (const { name, tags } of tests) {
      count += 1;
      for (const tag of tags) {
        proven.add(tag);
        if (!claims.has(tag)) errors.push(`${path}: "${name}" proves @claim:${tag}, which is in none of: ${Object.keys(pages).join(', ')}`);
      }
    }
  }
  for (const [claim, path] of claims) if (!proven.has(claim)) errors.push(`${path}: no test proves @claim:${claim}`);
  return { errors, claims: claims.size, tests: count };
}

/** Whether a test is in these lines, `name: reason`. Of several that share a title with a placeholder, one is enough. */
function isSkipped(name, lines) {
  const parts = name.replace(/\\(.)/g, '$1').split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const line = new RegExp(`^(?:\\w+::)*${parts.join('.*')}: `);
  return lines.some((one) => line.test(one));
}

/** The claims of which every test is in these lines. */
export function unprovenClaims(sources, lines) {
  const proven = new Map();
  for (const [path, source] of Object.entries(sources)) {
    for (const { name, tags } of readTests(path, source).tests) {
      for (const tag of tags) proven.set(tag, proven.get(tag) === true || !isSkipped(name, lines));
    }
  }
  return [...proven.keys()].filter((tag) => !proven.get(tag));
}

function main(root, [option, ...files]) {
  const read = (path) => readFileSync(join(root, path), 'utf8');
  const tracked = execFileSync('git', ['ls-files', '-z', '--', 'src/*.rs', 'tests/*.rs', 'tests/*.mjs', 'examples/*.rs'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  const texts = (paths) => Object.fromEntries(paths.map((path) => [path, read(path)]));
  if (option === '--without') {
    const unproven = unprovenClaims(texts(tracked), files.flatMap((path) => readFileSync(path, 'utf8').split('\n')));
    if (unproven.length > 0) console.log(`claims that this run did not prove: ${unproven.join(', ')}`);
    process.exitCode = unproven.length > 0 ? 1 : 0;
    return;
  }
  const { errors, claims, tests } = wrongClaims(texts(PAGES), texts(tracked));
  if (claims < MIN_CLAIMS || tests < MIN_TESTS) errors.push(`only ${claims} claims and ${tests} tests were found; has the form of the tags changed?`);

  const journeys = ['element', 'demo'].flatMap((folder) => readdirSync(join(root, 'tests/e2e', folder)).map((name) => `tests/e2e/${folder}/${name}`));
  for (const path of journeys.filter((path) => path.endsWith('.spec.mjs'))) {
    if (!/import \{[^}]*\btest\b[^}]*\} from '\.\.\/(?:host-page|privacy-recorder)\.mjs';/.test(read(path))) {
      errors.push(`${path} must import its test function from host-page.mjs or privacy-recorder.mjs, or it runs without the recorder`);
    }
  }
  for (const line of errors) console.error(`error: ${line}`);
  console.log(`${claims} claims, ${tests} tests`);
  process.exitCode = errors.length > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(fileURLToPath(new URL('..', import.meta.url)), process.argv.slice(2));
