// Shortens the import and export names between wasm and glue: `node scripts/minify-names.mjs GLUE MAP`, where MAP is the output
// of wasm-opt --minify-imports-and-exports-and-modules. The long names contain hashes, which do not compress.
// An unexpected name fails the build: half-renamed glue would fail only in the browser.
import { readFileSync, writeFileSync } from 'node:fs';

const [gluePath, mapPath] = process.argv.slice(2);
const { imports, exports } = JSON.parse(readFileSync(mapPath, 'utf8'));
let glue = readFileSync(gluePath, 'utf8');

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function replace(pattern, replacement, expected, name) {
  let count = 0;
  glue = glue.replace(pattern, () => {
    count += 1;
    return replacement;
  });
  if (!expected(count)) throw new Error(`${name} occurs ${count} times in the glue; has wasm-bindgen's output changed?`);
}

const once = (count) => count === 1;
// All imports are of one module afterwards, which the object of the glue's own functions becomes.
const isOwn = ([module]) => /_bg\.js$/.test(module);
const own = imports.filter(isOwn);
const foreign = imports.filter((one) => !isOwn(one));
for (const [, name, short] of own) {
  replace(new RegExp(`^( +)(?:${escaped(name)}|"${escaped(name)}"|'${escaped(name)}'): function`, 'm'), `${JSON.stringify(short)}: function`, once, name);
}
for (const [name, short] of exports) replace(new RegExp(`\\bwasm\\.${escaped(name)}\\b(?!\\$)`, 'g'), `wasm[${JSON.stringify(short)}]`, () => true, name);
const [[module]] = own;
replace(new RegExp(`"${escaped(module)}": import0`), '"a": import0', once, module);
// What loads a part comes from one module of the package.
if (new Set(foreign.map(([module]) => module)).size > 1) throw new Error('the wasm imports from more than one module beside its glue');
const others = foreign.map(([, name, short]) => `${JSON.stringify(short)}: import1.${name},`);
if (others.length > 0) {
  replace(/^import \* as import[2-9] from .*\n/gm, '', () => true, 'an import');
  replace(/^ +"[^"]+": import[1-9],\n/gm, '', (count) => count > 0, 'a module');
  replace(/^ +const import0 = \{$/m, `const import0 = { ${others.join(' ')}`, once, 'the object of imports');
}
if (/\bwasm\.[\w$]/.test(glue)) throw new Error(`the glue still contains ${/\bwasm\.[\w$]+/.exec(glue)[0]}`);
writeFileSync(gluePath, glue);
