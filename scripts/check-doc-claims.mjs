// Fails if a test that SECURITY.md or docs/faults.md names does not exist, or is always skipped.
// Also checks that every browser test runs under the privacy recorder.
import { readFileSync, readdirSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const errors = [];

/** Whether a title matches this template, whose ${…} is a string or a key in one of the sources. */
function matchesTemplate(name, [start, end, ...more], sources) {
  if (end === undefined || more.length > 0 || !name.startsWith(start) || !name.endsWith(end)) return false;
  const middle = name.slice(start.length, name.length - end.length);
  const isKey = (source) => /^\w+$/.test(middle) && new RegExp(`^ +${middle}:`, 'm').test(source);
  return sources.some((source) => source.includes(`'${middle}'`) || isKey(source));
}

/** Whether a source declares a test of this name that runs: one that is skipped or only mentioned proves nothing. */
function declares(file, source, name) {
  if (file.endsWith('.rs')) {
    const [, attributes] = new RegExp(`((?:^ *#\\[.*\n)+) *(?:async )?fn ${name}\\(`, 'm').exec(source) ?? [];
    return /^ *#\[(?:tokio::)?(?:wasm_bindgen_)?test\b/m.test(attributes ?? '') && !/#\[ignore/.test(attributes);
  }
  return ["'", '`', '"'].some((quote) => source.includes(`test(${quote}${name}${quote}`));
}

/** Checks the tests that a document names as `file`: "title", "title". */
function checkClaims(document, minimum) {
  let count = 0;
  for (const [, file, names] of read(document).matchAll(/`([\w./-]+\.(?:mjs|rs))`: ((?:"[^"]+"(?:, )?)+)/g)) {
    const source = read(file);
    const patterns = [...source.matchAll(/test\(`([^`]+)`/g)].map(([, name]) => name.split(/\$\{[^}]+\}/));
    const sources = [source, ...[...source.matchAll(/from '\.\.\/([\w/-]+\.mjs)'/g)].map(([, name]) => read(`tests/e2e/${name}`))];
    for (const [, name] of names.matchAll(/"([^"]+)"/g)) {
      count += 1;
      if (!declares(file, source, name) && !patterns.some((pattern) => matchesTemplate(name, pattern, sources))) errors.push(`${file} has no test "${name}" that runs; fix the test name, or the claim in ${document}`);
    }
  }
  if (count < minimum) errors.push(`${document} names only ${count} tests; has its format changed?`);
  return count;
}

const count = checkClaims('SECURITY.md', 20) + checkClaims('docs/faults.md', 60);

const journeys = ['element', 'demo'].flatMap((folder) => readdirSync(new URL(`tests/e2e/${folder}`, root)).map((name) => `tests/e2e/${folder}/${name}`));
for (const path of journeys.filter((path) => path.endsWith('.spec.mjs'))) {
  if (!/import \{[^}]*\btest\b[^}]*\} from '\.\.\/(?:host-page|privacy-recorder)\.mjs';/.test(read(path))) {
    errors.push(`${path} must import its test function from host-page.mjs or privacy-recorder.mjs, or it runs without the recorder`);
  }
}

for (const line of errors) console.error(`error: ${line}`);
console.log(`${count} tests`);
process.exitCode = errors.length > 0 ? 1 : 0;
