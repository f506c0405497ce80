// What a part of a wasm calls through the table is copied into it where it is small.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copySmallFunctions } from '../../scripts/copy-small-functions.mjs';

const lines = (...all) => all.map((line) => `${line}\n`).join('');
const shim = (name, index) => lines(` (func $"${name} indirect_call_shim" (param $0 i32)`, '  (call_indirect $table (type $0)', '   (local.get $0)', `   (i32.const ${index})`, '  )', ' )');
const body = (name, ...inside) => lines(` (func $"${name}" (param $0 i32)`, ...inside.map((line) => `  ${line}`), ' )');
const module = (...parts) => lines('(module') + parts.join('') + lines(')');
const STACK = ' (import "env" "sp" (global $__stack_pointer (mut i32)))\n';

const copied = (whole, part) => copySmallFunctions(module(...whole), module(...part));

test('a small function takes the place of its shim, and calls what the part has', () => {
  const whole = [body('drop<u8>', '(call $"free"', ' (local.get $0)', ')', '(call $own)'), body('free', ...Array(40).fill('(nop)'))];
  const own = lines(' (func $own', '  (nop)', ' )');
  const { text, count } = copied(whole, [shim('drop<u8>', 7), shim('free', 8), own]);
  assert.equal(count, 1);
  assert.equal(
    text,
    module(body('drop<u8> indirect_call_shim', '(call $"free indirect_call_shim"', ' (local.get $0)', ')', '(call $own)'), shim('free', 8), own),
  );
});

test('what calls a function that the part does not have is not copied', () => {
  const whole = [body('outer', '(call $"inner")'), body('inner', '(call $"elsewhere")'), body('elsewhere', '(nop)')];
  const { text, count } = copied(whole, [shim('outer', 1), shim('inner', 2)]);
  assert.equal(count, 1);
  assert.equal(text, module(body('outer indirect_call_shim', '(call $"inner indirect_call_shim")'), shim('inner', 2)));
});

test('what has numbers of the other module in it is not copied', () => {
  for (const inside of ['(call_indirect $table (type $3) (i32.const 1))', '(drop (ref.func $"f"))', '(table.get $table (i32.const 1))', '(block (type $2))', '(global.set $other (i32.const 1))', '(memory.init $data (i32.const 1))']) {
    assert.equal(copied([body('f', inside)], [shim('f', 1)]).count, 0, inside);
  }
});

test('the stack pointer is the same one where the part imports it', () => {
  const whole = [body('f', '(global.set $__stack_pointer', ' (local.get $0)', ')')];
  assert.equal(copied(whole, [shim('f', 1)]).count, 0);
  assert.equal(copied(whole, [STACK, shim('f', 1)]).count, 1);
});

test('the memory is that of the part, whatever its name is', () => {
  const { text } = copied([body('f', '(memory.fill $memory', ' (local.get $0)', ')')], [shim('f', 1)]);
  assert.match(text, /\(memory\.fill\n/);
});
