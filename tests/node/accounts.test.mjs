// Accounts in JavaScript, held to the tables that also hold the core and the relay.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { classify } from '../../www/accounts/classify.js';
import { accounts } from '../../www/accounts/summary.js';
import { viewOf } from '../../www/accounts/view.js';

const read = (name) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
const responses = read('account_responses.json');
const summaries = read('accounts.json');
/** A page gets a body without its HTTP status. */
const bodies = responses.filter(({ httpStatus }) => httpStatus === undefined);

/** The upload statuses that a server may have told for what a page shows. */
const STATUSES = { shown: ['ready'], empty: ['needs-attention'], pending: ['processing'], failed: ['failed'], unavailable: ['needs-attention', null] };

test('the tables are read', () => {
  assert.ok(responses.length > 50);
  assert.ok(bodies.length > 45);
  assert.ok(summaries.length > 20);
});

for (const { name, body, httpStatus, kind, count, code } of responses) {
  test(`is classified as the table says: ${name}`, () => {
    const found = classify(body, httpStatus);
    assert.equal(found.kind, kind);
    assert.equal(found.count, count);
    if (kind === 'error') assert.equal(found.code, code);
  });
}

for (const { name, body, kind, count, uploadStatus, state } of bodies) {
  test(`is shown as the table says: ${name}`, () => {
    for (const given of [body, JSON.stringify(body)]) {
      const view = viewOf(given);
      assert.equal(view.state, state);
      assert.equal(view.groups.flatMap((group) => group.accounts).length, count ?? 0);
      assert.equal(view.error !== undefined, state === 'unavailable');
    }
    assert.ok(STATUSES[state].includes(uploadStatus), 'the page contradicts the status');
  });

  test(`has a summary only if it is a result: ${name}`, () => {
    if (kind === 'accounts') assert.equal(accounts(body).length, count);
    else if (kind === 'no-accounts') assert.deepEqual(accounts(body), []);
    else assert.throws(() => accounts(body), /^TypeError: flinks-upload: /);
  });
}

for (const { name, answer, accounts: expected, error } of summaries) {
  test(`is summed up or refused as the table says: ${name}`, () => {
    for (const given of [answer, JSON.stringify(answer)]) {
      if (error === undefined) assert.deepEqual(accounts(given), expected);
      else assert.throws(() => accounts(given), { name: 'TypeError', message: `flinks-upload: ${error}` });
    }
  });
}

test('an error names the code only if it looks like one, and otherwise the status', () => {
  const messageOf = (body) => viewOf(body).error.message;
  assert.match(messageOf({ HttpStatusCode: 401, FlinksCode: 'INVALID_LOGIN' }), /\(INVALID_LOGIN\)$/);
  assert.match(messageOf({ HttpStatusCode: 401, FlinksCode: 'Ada Example <b>' }), /\(status 401\)$/);
  assert.match(messageOf({ HttpStatusCode: 500 }), /\(status 500\)$/);
});

test('a sparse list that seems to be long is refused at once', () => {
  assert.equal(classify({ Accounts: new Array(4e9) }).kind, 'unrecognized');
});
