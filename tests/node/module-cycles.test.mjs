import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { cyclesOf, moduleGraph } from '../../scripts/check-module-cycles.mjs';

function cyclesIn(files) {
  const folder = mkdtempSync(join(tmpdir(), 'modules-'));
  try {
    for (const [name, code] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), code);
    }
    return cyclesOf(moduleGraph(folder)).map((cycle) => cycle.sort());
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('two modules that import each other are a cycle, however the import is written', () => {
  const forms = ['use crate::a::b::B;', 'use super::b::B;', 'use super::{b::{B, C}};', 'use crate::{\n    a::b::B,\n};', 'fn f() -> super::b::B {}', 'use super::B;'];
  for (const form of forms) {
    const cycles = cyclesIn({ 'a/mod.rs': 'mod b;\nmod c;\npub use b::B;', 'a/b.rs': 'use super::c::C;', 'a/c.rs': form });
    assert.deepEqual(cycles, [['a::b', 'a::c']], form);
  }
});

test('a longer way round is a cycle, too', () => {
  const cycles = cyclesIn({ 'a.rs': 'use crate::b::B;', 'b.rs': 'use crate::c::C;', 'c.rs': 'use crate::a::A;', 'd.rs': 'use crate::a::A;' });
  assert.deepEqual(cycles, [['a', 'b', 'c']]);
});

test('parents, tests and comments make no cycle', () => {
  const cycles = cyclesIn({
    'a/mod.rs': 'mod b;\nuse b::B;',
    'a/b.rs': '// use super::c::C;\nuse super::A;\n#[cfg(test)]\nmod tests {\n    use crate::a::c::C;\n}',
    'a/c.rs': 'use super::b::B;',
    'a/tests.rs': 'use super::c::C;',
  });
  assert.deepEqual(cycles, []);
});
