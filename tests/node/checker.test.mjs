// The checker's client: its queue, its timeouts, and the messages between page and worker.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as protocol from '../../www/checker/protocol.js';
import { createQueue } from '../../www/checker/queue.js';
import { startTimeout } from '../../www/checker/timeout.js';

/** A promise that is settled from outside. */
function deferred() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}

test('a queue runs so many jobs at a time, in their order', async () => {
  const run = createQueue(2);
  const jobs = Array.from({ length: 5 }, deferred);
  const begun = [];
  const answers = jobs.map((job, at) => run(() => (begun.push(at), job.promise)));
  assert.deepEqual(begun, [0, 1]);
  jobs[1].resolve('one');
  assert.equal(await answers[1], 'one');
  await new Promise(setImmediate);
  assert.deepEqual(begun, [0, 1, 2]);
  for (const job of jobs) job.resolve();
  await Promise.all(answers);
  assert.deepEqual(begun, [0, 1, 2, 3, 4]);
});

test('a job that fails makes room for the next one', async () => {
  const run = createQueue(1);
  const failed = run(() => Promise.reject(new Error('no')));
  const next = run(async () => 'next');
  await assert.rejects(failed, /no/);
  assert.equal(await next, 'next');
});

test('a job that is aborted before its turn is not begun, and one that runs goes on', async () => {
  const run = createQueue(1);
  const first = deferred();
  const [running, waiting] = [new AbortController(), new AbortController()];
  const begun = run(() => first.promise, running.signal);
  const left = run(() => assert.fail('it was begun'), waiting.signal);
  running.abort();
  waiting.abort();
  first.resolve('done');
  assert.equal(await begun, 'done');
  await assert.rejects(left, { name: 'AbortError' });
});

test('a timeout that is canceled in either half does not ring', async () => {
  const rang = [];
  const cancelAtOnce = startTimeout(20, () => rang.push('at once'));
  const cancelLate = startTimeout(60, () => rang.push('late'));
  startTimeout(20, () => rang.push('rang'));
  cancelAtOnce();
  await new Promise((resolve) => setTimeout(resolve, 45));
  cancelLate();
  await new Promise((resolve) => setTimeout(resolve, 60));
  assert.deepEqual(rang, ['rang']);
});

const MESSAGES = {
  start: protocol.start('/checker.wasm', '/reader.wasm', '/fallback.wasm', '/report.wasm'),
  'start with the bytes inside': protocol.start(new ArrayBuffer(8), new ArrayBuffer(8), new ArrayBuffer(8), '/report.wasm'),
  request: protocol.request(1, 'inspect', [{ name: 'a.pdf' }]),
  started: protocol.started(undefined),
  failed: protocol.started('it did not load'),
  answer: protocol.answer(1, new Uint8Array(12)),
  error: protocol.error(1, new TypeError('wrong option')),
};

for (const [name, message] of Object.entries(MESSAGES)) {
  test(`a message is read as it was written, after its copy, too: ${name}`, () => {
    assert.equal(protocol.read(message), message);
    const copy = structuredClone(message);
    assert.equal(protocol.read(copy), copy);
  });
}

test('a trap is told apart from other errors', () => {
  assert.deepEqual(protocol.error(1, new WebAssembly.RuntimeError('unreachable')).error, { name: 'RuntimeError', message: 'unreachable', isTrap: true });
  assert.deepEqual(protocol.error(1, undefined).error, { name: 'undefined', message: 'undefined', isTrap: false });
});

test('what is no message of this version is ignored', () => {
  const { request, error, start } = MESSAGES;
  const others = [
    null,
    undefined,
    'start',
    7,
    [],
    {},
    { ...request, version: request.version - 1 },
    { ...request, version: undefined },
    { ...request, type: 'ask' },
    { ...request, type: 'toString' },
    { ...request, type: undefined },
    { ...request, id: '1' },
    { ...request, method: 'default' },
    { ...request, method: 'toString' },
    { ...request, args: { length: 1 } },
    { ...start, wasmUrl: undefined },
    { ...start, wasmUrl: { byteLength: 8 } },
    { ...start, readerWasmUrl: undefined },
    { ...start, reportWasmUrl: undefined },
    { ...error, error: null },
    { ...error, error: { name: 'x', message: 'y' } },
    { ...MESSAGES.failed, failure: 7 },
  ];
  for (const other of others) assert.equal(protocol.read(other), null, JSON.stringify(other));
});
