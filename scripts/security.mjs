// Each test that SECURITY.md names must be there: a claim without its test is a promise that nobody keeps.
import { readFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const text = readFileSync(new URL('SECURITY.md', root), 'utf8');
const missing = [];
let count = 0;
for (const [, file, names] of text.matchAll(/`([\w./-]+\.(?:mjs|rs))`: ((?:"[^"]+"(?:, )?)+)/g)) {
  const source = readFileSync(new URL(file, root), 'utf8');
  for (const [, name] of names.matchAll(/"([^"]+)"/g)) {
    count += 1;
    if (!source.includes(name)) missing.push(`${file} has no test "${name}"`);
  }
}
for (const line of missing) console.error(`error: ${line}; mend it, or the claim in SECURITY.md`);
if (count < 20) console.error(`error: SECURITY.md names ${count} tests; is its table still read?`);
console.log(`${count} tests`);
process.exitCode = missing.length > 0 || count < 20 ? 1 : 0;
