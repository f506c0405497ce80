// The functions of a wasm get names by which similar ones are sorted side by side, and nothing else changes.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../scripts/order-functions.mjs', import.meta.url));

const sized = (bytes) => [bytes.length, ...bytes];
const section = (id, bytes) => [id, ...sized(bytes)];
/** `i32.const value, drop` for each value. */
const body = (...values) => sized([0, ...values.flatMap((value) => [0x41, value, 0x1a]), 0x0b]);

/** A module that imports one function, one table, one memory and one global, and has these functions. */
function moduleOf(bodies) {
  const name = (kind) => [1, 0x61, 1, 0x61, ...kind];
  return Buffer.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 0, 0]),
    ...section(2, [4, ...name([1, 0x70, 1, 1, 2]), ...name([0, 0]), ...name([2, 0, 1]), ...name([3, 0x7f, 0])]),
    ...section(3, [bodies.length, ...bodies.map(() => 0)]),
    ...section(10, [bodies.length, ...bodies.flat()]),
  ]);
}

function order(wasm) {
  const folder = mkdtempSync(join(tmpdir(), 'order-functions-'));
  try {
    const [input, output] = [join(folder, 'in.wasm'), join(folder, 'out.wasm')];
    writeFileSync(input, wasm);
    execFileSync(process.execPath, [script, input, output], { stdio: 'pipe' });
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The names of functions by their numbers, from the custom section `name`. */
function namesOf(wasm) {
  const [custom] = WebAssembly.Module.customSections(new WebAssembly.Module(wasm), 'name');
  const bytes = Buffer.from(custom);
  assert.equal(bytes[0], 1, 'names of functions');
  const names = {};
  for (let left = bytes[2], at = 3; left > 0; left -= 1) {
    const [number, length] = [bytes[at], bytes[at + 1]];
    names[number] = bytes.toString('utf8', at + 2, at + 2 + length);
    at += 2 + length;
  }
  return names;
}

test('similar functions stand side by side, from the smallest on', () => {
  const wasm = moduleOf([body(1, 2, 3, 4), body(40, 41, 42, 43, 44), body(1, 2, 3), body(40, 41, 42, 43)]);
  const ordered = order(wasm);
  // The imported function has the number 0.
  assert.deepEqual(namesOf(ordered), { 1: '000001', 2: '000003', 3: '000000', 4: '000002' });
  assert.deepEqual(ordered.subarray(0, wasm.length), wasm, 'names are appended');
  assert.deepEqual(order(wasm), ordered, 'the same each time');
});

test('a module with one function, or none, stays valid', () => {
  assert.deepEqual(namesOf(order(moduleOf([body()]))), { 1: '000000' });
  assert.ok(WebAssembly.validate(order(moduleOf([]))));
});

test('what is not understood is refused', () => {
  const wasm = moduleOf([body(1)]);
  // The kind of the imported function.
  wasm[wasm.indexOf(Buffer.from([1, 0x61, 1, 0x61, 0, 0])) + 4] = 9;
  assert.throws(() => order(wasm), /an import of the unknown kind 9/);
});
