// Each test that SECURITY.md and docs/faults.md name must be there: a claim without its test is a promise that nobody keeps.
// And each journey in a browser runs under the recorder of what leaves the page.
import { readFileSync, readdirSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const errors = [];

/** Whether a name is made of this pattern, whose ${…} is a text or a key in one of these sources. */
function matchesTemplate(name, [start, end, ...more], sources) {
  if (end === undefined || more.length > 0 || !name.startsWith(start) || !name.endsWith(end)) return false;
  const middle = name.slice(start.length, name.length - end.length);
  const isKey = (source) => /^\w+$/.test(middle) && new RegExp(`^ +${middle}:`, 'm').test(source);
  return sources.some((source) => source.includes(`'${middle}'`) || isKey(source));
}

/** The tests that a document names as `file`: "name", "name". */
function checkClaims(document, minimum) {
  let count = 0;
  for (const [, file, names] of read(document).matchAll(/`([\w./-]+\.(?:mjs|rs))`: ((?:"[^"]+"(?:, )?)+)/g)) {
    const source = read(file);
    const patterns = [...source.matchAll(/test\(`([^`]+)`/g)].map(([, name]) => name.split(/\$\{[^}]+\}/));
    const sources = [source, ...[...source.matchAll(/from '\.\.\/([\w/-]+\.mjs)'/g)].map(([, name]) => read(`tests/e2e/${name}`))];
    for (const [, name] of names.matchAll(/"([^"]+)"/g)) {
      count += 1;
      if (!source.includes(name) && !patterns.some((pattern) => matchesTemplate(name, pattern, sources))) errors.push(`${file} has no test "${name}"; mend it, or the claim in ${document}`);
    }
  }
  if (count < minimum) errors.push(`${document} names ${count} tests; is its table still read?`);
  return count;
}

const count = checkClaims('SECURITY.md', 20) + checkClaims('docs/faults.md', 60);

// Pictures are of states that the accessibility tests reach under the recorder.
const journeys = ['element', 'demo'].flatMap((folder) => readdirSync(new URL(`tests/e2e/${folder}`, root)).map((name) => `tests/e2e/${folder}/${name}`));
for (const path of journeys.filter((path) => path.endsWith('.spec.mjs'))) {
  if (!/import \{[^}]*\btest\b[^}]*\} from '\.\.\/(?:host-page|privacy-recorder|visual\/capture)\.mjs';/.test(read(path))) {
    errors.push(`${path} does not take its test from host-page.mjs or privacy-recorder.mjs, and runs without the recorder`);
  }
}

for (const line of errors) console.error(`error: ${line}`);
console.log(`${count} tests`);
process.exitCode = errors.length > 0 ? 1 : 0;
