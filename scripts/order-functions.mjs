// Puts similar functions of a wasm side by side, which brotli compresses better: `node scripts/order-functions.mjs IN OUT`. OUT has
// names by which `wasm-opt --reorder-functions-by-name` sorts them, as only that renumbers what refers to a function.
import { readFileSync, writeFileSync } from 'node:fs';

/** How many bytes in a row make two functions similar. */
const RUN = 3;

const [input, output] = process.argv.slice(2);
const wasm = readFileSync(input);
let at = 8;

function number() {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = wasm[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return value;
  }
}

function skipText() {
  const length = number();
  at += length;
}

function skipLimits() {
  const flags = wasm[at++];
  number();
  if (flags & 1) number();
}

/** The functions among the imports, which come first in the numbering. */
function countImportedFunctions() {
  let functions = 0;
  for (let left = number(); left > 0; left -= 1) {
    skipText();
    skipText();
    const kind = wasm[at++];
    if (kind === 0) functions += 1;
    if (kind === 0) number();
    else if (kind === 1) at += 1;
    if (kind === 1 || kind === 2) skipLimits();
    else if (kind === 3) at += 2;
    else if (kind !== 0) throw new Error(`an import of the unknown kind ${kind} in ${input}`);
  }
  return functions;
}

let imported = 0;
const bodies = [];
while (at < wasm.length) {
  const section = wasm[at++];
  const length = number();
  const end = at + length;
  if (section === 2) imported = countImportedFunctions();
  if (section === 10) {
    for (let left = number(); left > 0; left -= 1) {
      const size = number();
      bodies.push(wasm.subarray(at, at + size));
      at += size;
    }
  }
  at = end;
}

/** The runs of bytes that stand in a function, each once. */
const runs = bodies.map((body) => {
  const found = new Set();
  for (let index = 0; index + RUN <= body.length; index += 1) found.add(body.readUIntBE(index, RUN));
  return found;
});

function similarity(one, other) {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const run of few) if (many.has(run)) shared += 1;
  return (shared + 0.01) / (few.size + many.size - shared + 1);
}

/** From the smallest function on, always the most similar of those that are left. */
function orderBySimilarity() {
  const left = new Set(bodies.keys());
  const order = [];
  let next = bodies.reduce((smallest, body, index) => (body.length < bodies[smallest].length ? index : smallest), 0);
  while (left.size > 0) {
    order.push(next);
    left.delete(next);
    const current = runs[next];
    let best = -1;
    for (const index of left) {
      const found = similarity(current, runs[index]);
      if (found > best) [best, next] = [found, index];
    }
  }
  return order;
}

const leb = (value) => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(Math.floor(value / 0x80))]);
const sized = (bytes) => [...leb(bytes.length), ...bytes];
const text = (characters) => sized(Buffer.from(characters));

const names = [];
for (const [place, index] of orderBySimilarity().entries()) names[index] = String(place).padStart(6, '0');
const entries = names.flatMap((name, index) => [...leb(imported + index), ...text(name)]);
const section = [...text('name'), 1, ...sized([...leb(names.length), ...entries])];
writeFileSync(output, Buffer.concat([wasm, Buffer.from([0, ...sized(section)])]));
