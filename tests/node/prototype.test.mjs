// What another script has put on `Object.prototype` is no option, no address, no account and no setting of a request.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classify } from '../../www/accounts/classify.js';
import { accounts } from '../../www/accounts/summary.js';
import { viewOf } from '../../www/accounts/view.js';
import { startWorker } from '../../www/checker/worker-url.js';
import { readEventStream } from '../../www/event-stream.js';
import { PROPERTIES } from '../../www/element/attributes.js';
import { asOptions, own } from '../../www/shared/options.js';
import { setUrls, urls } from '../../www/shared/urls.js';

const EVIL = 'https://evil.example/';

/** Runs `use` while every object seems to have these. */
async function polluted(values, use) {
  const names = Object.keys(values);
  for (const name of names) assert.ok(!(name in Object.prototype), name);
  for (const name of names) Object.defineProperty(Object.prototype, name, { configurable: true, value: values[name], writable: true, enumerable: true });
  try {
    return await use();
  } finally {
    for (const name of names) delete Object.prototype[name];
  }
}

const all = (names, value = EVIL) => Object.fromEntries(names.map((name) => [name, value]));

/** What an object gives for names, inherited or not. */
const seen = (object, names) => Object.fromEntries(names.map((name) => [name, object[name]]).filter(([, value]) => value !== undefined));

test('the pollution of these tests can be seen', async () => {
  await polluted({ wasmUrl: EVIL }, () => assert.equal({}.wasmUrl, EVIL));
  assert.equal({}.wasmUrl, undefined);
});

test('options are those of the object alone @claim:polluted-prototype', async () => {
  await polluted(all([...PROPERTIES, 'getAuthorizeToken', 'messages']), () => {
    assert.deepEqual(seen(asOptions({ instance: 'toolbox' }), [...PROPERTIES, 'getAuthorizeToken', 'messages']), { instance: 'toolbox' });
    assert.deepEqual(seen(own({ mode: 'upload' }), PROPERTIES), { mode: 'upload' });
    assert.deepEqual(seen(own(undefined), PROPERTIES), {});
  });
});

test('an option named like one that every object has is unknown, and not read', () => {
  assert.throws(() => asOptions(JSON.parse('{"__proto__":{"connectBase":"https://evil.example"}}')), /unknown option '__proto__'/);
  assert.throws(() => asOptions({ constructor: 'x' }), /unknown option 'constructor'/);
});

/** A `Worker` that keeps what it was made with. */
async function startedWorker() {
  const made = {};
  globalThis.Worker = class {
    constructor(url, options) {
      Object.assign(made, { url: String(url), options });
    }

    postMessage(message) {
      made.message = message;
    }
  };
  try {
    startWorker();
  } finally {
    delete globalThis.Worker;
  }
  // The addresses may be promises.
  await new Promise(setImmediate);
  return made;
}

test('the worker and the wasm files come from their own addresses @claim:polluted-prototype', async () => {
  const names = ['workerUrl', 'deferredWasmUrl', 'checkerWasmUrl', 'readerWasmUrl', 'fallbackWasmUrl', 'reportWasmUrl', 'worker', 'deferredWasm', 'checkerWasm', 'readerWasm', 'fallbackWasm', 'reportWasm', 'wasmUrl', 'module', 'name', 'credentials'];
  const usual = await startedWorker();
  await polluted(all(names), async () => {
    for (const options of [undefined, {}, { wasmUrl: '/mine.wasm' }]) setUrls(options);
    assert.deepEqual(seen(urls, names), {});
    const { url, options, message } = await startedWorker();
    assert.deepEqual([url, message], [usual.url, usual.message]);
    assert.deepEqual(seen(options, ['type', ...names]), { type: 'module' });
  });
});

test('the request for the status stream has no setting but its own @claim:polluted-prototype', async () => {
  const settings = ['method', 'body', 'mode', 'redirect', 'referrer', 'referrerPolicy', 'integrity', 'keepalive', 'priority', 'duplex', 'window'];
  const { fetch } = globalThis;
  const sent = [];
  const statuses = [];
  const body = 'data: {}\n\ndata: {"status":"processing"}\n\ndata: 7\n\ndata: null\n\n';
  const { signal } = new AbortController();
  globalThis.fetch = async (url, init) => {
    sent.push({ url, init: seen(init, ['headers', 'cache', 'credentials', 'signal', ...settings]) });
    return new Response(body, { __proto__: null, headers: new Headers([['content-type', 'text/event-stream']]) });
  };
  // Only until the request is sent: what Node's own streams read is not looked at here.
  const reading = await polluted(all([...settings, 'last-event-id']), async () => [readEventStream('/events', '', signal, (_, status) => statuses.push(status))]);
  globalThis.fetch = fetch;
  assert.equal(await reading[0], undefined);
  assert.deepEqual(sent, [{ url: '/events', init: { headers: { accept: 'text/event-stream' }, cache: 'no-store', credentials: 'include', signal } }]);
  assert.deepEqual(statuses, [undefined, 'processing', undefined, undefined]);
});

test('a status is that of the event alone', async () => {
  const { fetch } = globalThis;
  const statuses = [];
  const response = new Response('data: {}\n\n', { headers: { 'content-type': 'text/event-stream' } });
  globalThis.fetch = async () => response;
  await polluted({ status: 'ready', at: 'now' }, () => readEventStream('/events', '', undefined, (...event) => statuses.push(event)));
  globalThis.fetch = fetch;
  assert.deepEqual(statuses, [['', undefined, undefined]]);
});

test('accounts are those of the response alone @claim:polluted-prototype', async () => {
  const pollution = {
    Accounts: [{ Title: 'Stolen', Balance: { Available: 1 } }], FlinksCode: 'INVALID_LOGIN', ResponseType: 'KYC', HttpStatusCode: 500, Title: 'Stolen',
    AccountNumber: '1234567', LastFourDigits: '1234', Balance: { Available: 1 }, Holder: { Name: 'Stolen' }, Transactions: [{ Date: '2020-01-01' }],
    Available: 1, Current: 1, Limit: 1, Name: 'Stolen', Date: '2020-01-01', Id: 'stolen', Type: 'Savings', Currency: 'USD',
    title: 'Stolen', kind: 'savings', holder: 'Stolen', number: '1234567', member: '1234567', balance: { available: 1 }, available: 1, from: '2020-01-01',
  };
  const responses = [{}, { Accounts: [] }, { Accounts: [{}] }, { Accounts: [{ Balance: {}, Holder: {}, Transactions: [{}] }] }, { HttpStatusCode: 202 }];
  const outcome = (response) => {
    try {
      return accounts(response);
    } catch (error) {
      return error.message;
    }
  };
  const views = [...responses, [], [{ balance: {}, transactions: {} }]];
  const plain = JSON.stringify([responses.map((one) => [classify(one), outcome(one)]), views.map(viewOf)]);
  const now = await polluted(pollution, () => JSON.stringify([responses.map((one) => [classify(one), outcome(one)]), views.map(viewOf)]));
  assert.equal(now, plain);
  assert.match(plain, /"transactions":\{"count":1/);
});
