// Receipts in JavaScript, held to the table that also holds the core.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { receiptOf } from '../../www/receipt/contents.js';
import { csvOf, jsonOf } from '../../www/receipt/export.js';

const cases = JSON.parse(readFileSync(new URL('../receipts.json', import.meta.url), 'utf8'));

test('the table is read', () => assert.ok(cases.length > 5));

for (const { name, madeAt, csv, json } of cases) {
  test(`is written as the table says: ${name}`, () => {
    const files = json.files.map((file) => ({ ...file, findings: file.findings.map((code) => ({ code, severity: 'error' })) }));
    const receipt = receiptOf({ files, totals: json.totals }, json.files.map(({ sha256 }) => sha256), madeAt);
    assert.equal(csvOf(receipt), csv);
    assert.deepEqual(JSON.parse(jsonOf(receipt)), json);
  });
}
