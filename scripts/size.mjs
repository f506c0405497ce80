// What a page loads, compressed with brotli as a server would send it, against the limits in size-budget.json.
// A file counts in the part that names it, else in the first part whose `*` pattern fits it. KB = 1000 bytes.
import { readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const root = new URL('..', import.meta.url);
const stage = new URL('target/npm/stage/', root);
const { parts } = JSON.parse(readFileSync(new URL('size-budget.json', root), 'utf8'));

const fits = (pattern, file) => pattern.startsWith('*') && file.endsWith(pattern.slice(1));
const partOf = (file) =>
  parts.find(({ files }) => files.includes(file)) ?? parts.find(({ files }) => files.some((pattern) => fits(pattern, file)));

const compressed = (file) =>
  brotliCompressSync(readFileSync(new URL(file, stage)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const line = (name, bytes, note = '') => console.log(`${name.padEnd(36)}${(bytes / 1000).toFixed(1).padStart(8)} KB${note}`);

let files;
try {
  files = readdirSync(stage).sort();
} catch {
  console.error('error: target/npm/stage is not there; build it with: make package');
  process.exit(1);
}

for (const part of parts) {
  const own = files.filter((file) => partOf(file) === part);
  const missing = part.files.filter((name) => !own.some((file) => file === name || fits(name, file)));
  let total = 0;
  for (const file of own) {
    const bytes = compressed(file);
    total += bytes;
    line(`  ${file}`, bytes);
  }
  line(part.name, total, ` of ${(part.limit / 1000).toFixed(1)} KB (brotli)`);
  if (missing.length > 0) {
    console.error(`error: ${part.name} lacks ${missing.join(', ')}: a size without them says nothing`);
    process.exitCode = 1;
  } else if (total > part.limit) {
    console.error(`error: ${part.name} is ${total - part.limit} bytes over its limit in size-budget.json`);
    process.exitCode = 1;
  }
}
