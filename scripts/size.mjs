// The size of what a page loads, raw and compressed, against the limits in size-budget.json and the
// figures in sizes.json, which `node scripts/size.mjs --update` writes, as it does those of the documentation. Limits are for
// brotli. KB = 1000 bytes.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { PAGES, withSizes } from './docs/sizes.mjs';

const root = new URL('..', import.meta.url);
const stage = new URL('target/npm/stage/', root);
const figures = new URL('sizes.json', root);
const read = (url) => JSON.parse(readFileSync(url, 'utf8'));
const { parts } = read(new URL('size-budget.json', root));
const known = read(figures);

let staged;
try {
  staged = readdirSync(stage, { recursive: true });
} catch {
  console.error('error: target/npm/stage is missing; run: make package');
  process.exit(1);
}

function sizes(file) {
  const bytes = readFileSync(new URL(file, stage));
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli.length };
}

const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(8);
const line = (name, { raw, gzip, brotli }, note) => console.log(`${name.padEnd(36)}${kb(raw)}${kb(gzip)}${kb(brotli)}  ${note}`.trimEnd());
function change(file, { brotli }) {
  if (known[file] === undefined) return 'new';
  const bytes = brotli - known[file];
  return bytes === 0 ? '' : `${bytes > 0 ? '+' : ''}${bytes} bytes`;
}

console.log(`${'KB'.padEnd(36)}     raw    gzip  brotli`);
const measured = {};
for (const { name, limit, files } of parts) {
  const missing = files.filter((file) => !staged.includes(file));
  const total = { raw: 0, gzip: 0, brotli: 0 };
  for (const file of files.filter((file) => staged.includes(file))) {
    const size = sizes(file);
    measured[file] = size.brotli;
    for (const form of Object.keys(total)) total[form] += size[form];
    line(`  ${file}`, size, change(file, size));
  }
  line(name, total, `of ${(limit / 1000).toFixed(1)}`);
  if (missing.length > 0) {
    console.error(`error: ${name} is incomplete: ${missing.join(', ')} missing`);
    process.exitCode = 1;
  } else if (total.brotli > limit) {
    console.error(`error: ${name} is ${total.brotli - limit} bytes over its limit in size-budget.json`);
    process.exitCode = 1;
  }
}

const uncounted = staged.filter((file) => /\.(js|wasm)$/.test(file) && measured[file] === undefined);
if (uncounted.length > 0) {
  console.error(`error: no part in size-budget.json counts ${uncounted.join(', ')}`);
  process.exitCode = 1;
}
if (process.argv.includes('--update')) {
  writeFileSync(figures, `${JSON.stringify(measured, null, 2)}\n`);
  for (const page of PAGES) {
    const url = new URL(page, root);
    writeFileSync(url, withSizes(page, readFileSync(url, 'utf8'), measured, parts));
  }
}
