// Member numbers in JavaScript, held to the table that also holds the core.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { memberNumber } from '../../www/accounts/member.js';

const cases = JSON.parse(readFileSync(new URL('../member_numbers.json', import.meta.url), 'utf8'));

test('the table is read', () => assert.ok(cases.length >= 40));

for (const { text, number } of cases) {
  test(`is taken apart or refused as the table says: ${JSON.stringify(text)}`, () => assert.deepEqual(memberNumber(text), number));
}

test('takes no longer for a long text than for many short ones', () => {
  const began = performance.now();
  for (const part of [' ', '1', '-', '1-', '- ', '1 ', '\u0000', 'x']) {
    for (const end of ['', '!', '-0', '1-0!', ' -']) memberNumber(part.repeat(100_000) + end);
  }
  assert.ok(performance.now() - began < 2000);
});
