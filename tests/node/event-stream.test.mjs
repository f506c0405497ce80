// The reader of the host's event stream, held to the tables that also hold the core.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { classifyResponse, eventStreamParser, readEventStream } from '../../www/event-stream.js';

const read = (name) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
const streams = read('event_streams.json');
const responses = read('event_stream_responses.json');
const nameOf = ({ status, contentType }) => `${status} with the type '${contentType}'`;

test('the tables are read', () => {
  assert.ok(streams.length >= 10);
  assert.ok(responses.length >= 20);
});

for (const { what, text, events, retryAfter } of streams) {
  test(`is parsed as the standard says, in whatever pieces it arrives: ${what}`, () => {
    for (let at = 0; at <= text.length; at += 1) {
      const parsed = [];
      let asked;
      const feed = eventStreamParser('', (...event) => parsed.push(event), (milliseconds) => (asked = milliseconds));
      for (const piece of [text.slice(0, at), text.slice(at)]) feed(piece);
      assert.deepEqual(parsed, events, `cut at ${at}`);
      assert.equal(asked, retryAfter, `cut at ${at}`);
    }
  });
}

for (const { status, contentType, outcome, received } of responses) {
  test(`a response is a stream, worth another attempt or refused as the table says: ${nameOf({ status, contentType })}`, () => {
    const found = classifyResponse(status, contentType);
    assert.equal(found.outcome, outcome);
    assert.equal(found.received, received);
  });
}

/** Reads from a server that answers with this. */
async function readFrom(t, body, init) {
  t.mock.method(globalThis, 'fetch', async () => new Response(body, init));
  const statuses = [];
  return [await readEventStream('/events', '6', undefined, (...status) => statuses.push(status)), statuses];
}

test('what the session is told: try again, no more, or what came instead', async (t) => {
  const type = { 'content-type': 'text/event-stream' };
  const text = 'id: 7\ndata: {"status":"ready","at":"now"}\n\nevent: other\ndata: {"status":"failed"}\n\ndata: no JSON\n\n';
  assert.deepEqual(await readFrom(t, text, { headers: type }), [undefined, [['7', 'ready', 'now'], ['7']]]);
  assert.deepEqual(await readFrom(t, null, { status: 204 }), ['', []]);
  assert.deepEqual(await readFrom(t, '', { status: 503 }), [undefined, []]);
  assert.deepEqual(await readFrom(t, '', { status: 429, headers: { 'retry-after': '30' } }), [30_000, []]);
  assert.deepEqual(await readFrom(t, '', { status: 503, headers: { 'retry-after': 'Fri, 27 Nov 2026 10:00:00 GMT' } }), [undefined, []]);
  assert.deepEqual(await readFrom(t, ': too many\nretry: 30000\n\n', { headers: type }), [30_000, []]);
  assert.deepEqual(await readFrom(t, '', { status: 404 }), ['HTTP status 404', []]);
});
