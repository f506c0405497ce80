// Small functions are copied into a part that is split off: `copy-small-functions.mjs WHOLE.wasm PART.wasm OUTPUT.wasm FEATURE…`.
//
// The splitter lets a part call what it shares with the rest through the table. That is slow for what is called for each byte of a
// page, and for the smallest functions the call is as long as they are.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** In lines of binaryen's text. The reader of the checker gets no larger by functions of this length, and by longer ones no faster. */
const MAX_LINES = 30;
/** What the splitter calls a function that calls another through the table. */
const SHIM = ' indirect_call_shim';

/** A name of the text format, with quotes or without. */
const NAME = String.raw`\$(?:"[^"]*"|[^\s()]+)`;
const plain = (name) => name.replace(/^\$"?|"$/g, '');

const FUNCTION = new RegExp(String.raw`^ \(func (${NAME})[^]*?^ \)\n`, 'gm');
const CALL = new RegExp(String.raw`\(call (${NAME})`, 'g');
const GLOBAL = new RegExp(String.raw`\(global\.[gs]et (${NAME})`, 'g');
const MEMORY = new RegExp(String.raw`\((memory\.\w+)(?: ${NAME})+`, 'g');
/** What would need the numbers of types, tables or segments of the other module. */
const UNPORTABLE = /\((?:call_indirect|return_call|ref\.|table\.|elem\.|data\.|memory\.init|type )|\(type /;
/** The linker's, which the part imports. */
const STACK_POINTER = '__stack_pointer';

const functionsOf = (text) => Array.from(text.matchAll(FUNCTION), ([body, name]) => [plain(name), { name, body }]);
const callsOf = (body) => Array.from(body.matchAll(CALL), ([, name]) => plain(name));

/** The text of the part with the small functions of the whole in the place of their shims, and how many these are. */
export function copySmallFunctions(whole, part) {
  const theirs = new Map(functionsOf(whole));
  const ours = new Map(functionsOf(part));
  const importsStackPointer = part.includes(`(global $${STACK_POINTER} `);
  const inPart = (name) => ours.get(name) ?? ours.get(name + SHIM);
  const copied = new Map();
  for (const name of ours.keys()) {
    const found = name.endsWith(SHIM) && theirs.get(name.slice(0, -SHIM.length));
    if (!found || found.body.split('\n').length > MAX_LINES || UNPORTABLE.test(found.body)) continue;
    const globals = Array.from(found.body.matchAll(GLOBAL), ([, global]) => plain(global));
    if (!globals.every((global) => global === STACK_POINTER && importsStackPointer)) continue;
    if (callsOf(found.body).every(inPart)) copied.set(name, found);
  }
  const text = part.replace(FUNCTION, (shim, shimName) => {
    const found = copied.get(plain(shimName));
    if (!found) return shim;
    return found.body
      .replace(found.name, () => shimName)
      .replace(CALL, (_, called) => `(call ${inPart(plain(called)).name}`)
      .replace(MEMORY, '($1');
  });
  return { text, count: copied.size };
}

if (process.argv[1]?.endsWith('copy-small-functions.mjs')) {
  const [whole, part, output, ...features] = process.argv.slice(2);
  const folder = mkdtempSync(join(tmpdir(), 'copy-'));
  const run = (program, ...args) => execFileSync(program, [...features.map((feature) => `--enable-${feature}`), ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  const textOf = (wasm, name) => {
    run('wasm-dis', wasm, '-o', join(folder, name));
    return readFileSync(join(folder, name), 'utf8');
  };
  try {
    const { text, count } = copySmallFunctions(textOf(whole, 'whole.wat'), textOf(part, 'part.wat'));
    if (count === 0) throw new Error(`no function of ${whole} could be copied into ${part}: does binaryen write another text?`);
    writeFileSync(join(folder, 'copied.wat'), text);
    run('wasm-as', join(folder, 'copied.wat'), '-o', output);
    console.log(`${count} functions copied into ${part}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
