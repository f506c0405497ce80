// After the hand-off: the host's event stream is followed, so that "received" turns into "ready" without a poll.
import { expect, packageFolder, test } from '../lender.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const STREAM = 'https://lender.example/uploads/a1/events';
const attributes = { instance: 'toolbox', 'status-url': '/uploads/a1/events' };
const event = (status, id) => `event: status\nid: ${id}\ndata: {"status":"${status}","at":"2026-11-23T10:00:00Z"}\n\n`;

/** Opens the page; the stream answers in turn what `answers` say, the last one for ever. Gives the requests it saw. */
async function open(lender, answers, more = {}) {
  const requests = [];
  await lender.open({ ...attributes, ...more });
  await lender.page.route(STREAM, (route) => {
    requests.push(route.request().headers());
    const answer = answers[Math.min(requests.length, answers.length) - 1];
    if (answer === null) return route.abort();
    return route.fulfill(typeof answer === 'string' ? { contentType: 'text/event-stream', body: answer } : answer);
  });
  return requests;
}

async function handOff(lender) {
  await lender.collect();
  await lender.add([{ name: 'a.pdf' }]);
  await lender.checked(1);
  await lender.part('continue').click();
}

const redirect = (lender) => lender.say({ step: 'REDIRECT', loginId: 'l-1', requestId: 'r-1', institution: 'FlinksCapital' });
const statuses = async (lender) => (await lender.events('upload-status')).map(({ detail }) => detail.status);

test('received turns into ready by itself, and then nothing more is asked', async ({ lender }) => {
  const requests = await open(lender, [event('received', 1) + event('processing', 2), event('ready', 3)]);
  await handOff(lender);
  await expect.poll(() => statuses(lender)).toEqual(['received', 'processing', 'ready']);
  await expect(lender.part('received')).toHaveAttribute('data-status', 'ready');
  await expect(lender.part('received')).toContainText('Your documents have been read');
  expect((await lender.events('upload-status'))[0].detail).toEqual({ status: 'received', at: '2026-11-23T10:00:00Z' });
  expect(requests[0].accept).toBe('text/event-stream');
  expect(requests[0]['last-event-id']).toBe(undefined);
  expect(requests[1]['last-event-id']).toBe('2');
  await lender.page.waitForTimeout(1500);
  expect(requests).toHaveLength(2);
});

test('before the hand-off nothing is asked', async ({ lender }) => {
  const requests = await open(lender, [event('received', 1)]);
  await lender.collect();
  await lender.page.waitForTimeout(300);
  expect(requests).toHaveLength(0);
});

test('REDIRECT ends the upload, and the status goes on', async ({ lender }) => {
  await open(lender, [null, null, event('processing', 1)]);
  await handOff(lender);
  await redirect(lender);
  await expect(lender.part('received')).toContainText('Your documents were received');
  await expect(lender.part('received')).toContainText('Your documents are being read', { timeout: 10_000 });
  expect(await lender.count('upload-complete')).toBe(1);
});

test('a stream that is refused is told to the host once, and the person is not troubled with it', async ({ lender }) => {
  const requests = await open(lender, [{ status: 404, body: '' }]);
  await handOff(lender);
  await expect.poll(() => lender.count('upload-error')).toBe(1);
  expect((await lender.events('upload-error'))[0].detail).toMatchObject({
    code: 'status-refused',
    attribute: 'status-url',
    expected: 'an event stream',
    received: 'HTTP status 404',
  });
  await expect(lender.part('error')).toHaveCount(0);
  await lender.page.waitForTimeout(1500);
  expect(requests).toHaveLength(1);
});

test('a page instead of a stream is named', async ({ lender }) => {
  await open(lender, [{ status: 200, contentType: 'text/html', body: '<title>Log in</title>' }]);
  await handOff(lender);
  await expect.poll(async () => (await lender.events('upload-error'))[0]?.detail.received).toBe("an answer of type 'text/html'");
});

test('a busy server is asked again', async ({ lender }) => {
  const requests = await open(lender, [{ status: 503, body: '' }, event('ready', 1)]);
  await handOff(lender);
  await expect.poll(() => statuses(lender)).toEqual(['ready']);
  expect(requests).toHaveLength(2);
  expect(await lender.count('upload-error')).toBe(0);
});

test('while the page is hidden nothing is asked, and seen again it goes on where it was', async ({ lender }) => {
  const requests = await open(lender, [event('processing', 7)]);
  await handOff(lender);
  await expect.poll(() => statuses(lender)).toContain('processing');
  const show = (isHidden) =>
    lender.page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isHidden);
  await show(true);
  await lender.page.waitForTimeout(100);
  const before = requests.length;
  await lender.page.waitForTimeout(2500);
  expect(requests).toHaveLength(before);
  await show(false);
  await expect.poll(() => requests.length, { timeout: 1000 }).toBeGreaterThan(before);
  expect(requests[before]['last-event-id']).toBe('7');
});

test('whatever a stream sends, only what names a status counts', async ({ lender }) => {
  const nonsense = [
    'data: ready\n\n', 'data: {"status":7}\n\n', 'data: null\n\n', 'data: {"status":""}\n\n', 'event: other\ndata: {"status":"ready"}\n\n',
    `data: {"status":"${'x'.repeat(100)}"}\n\n`, `data: ${'x'.repeat(200_000)}\n\n`, 'data: {"__proto__":{"status":"ready"}}\n\n', '\u0000\uffff\r\r\r',
  ].join('');
  await open(lender, [`${nonsense}data: {"status":"on-holiday"}\n\n${event('ready', 1)}`]);
  await handOff(lender);
  await expect.poll(() => statuses(lender)).toEqual(['on-holiday', 'ready']);
});

test('an element that is removed asks no more', async ({ lender }) => {
  const requests = await open(lender, [event('processing', 1)]);
  await handOff(lender);
  await expect.poll(() => requests.length).toBeGreaterThan(0);
  await lender.element.evaluate((element) => element.remove());
  await lender.page.waitForTimeout(200);
  const before = requests.length;
  await lender.page.waitForTimeout(2500);
  expect(requests).toHaveLength(before);
});

test('documents that could not be read can be chosen again, and stay picked', async ({ lender }) => {
  await open(lender, [event('failed', 1)], { mode: 'upload' });
  await lender.add([{ name: 'a.pdf' }]);
  await lender.checked(1);
  await lender.part('continue').click();
  await expect(lender.part('received')).toContainText('couldn’t be read');
  await lender.part('retry').click();
  await expect(lender.part('dropzone')).toBeVisible();
  await expect(lender.files).toHaveCount(1);
});

test('in French, too', async ({ lender }) => {
  await open(lender, [event('ready', 1)], { language: 'fr' });
  await handOff(lender);
  await expect(lender.part('received')).toContainText('Vos documents ont été lus');
});

test('the host may hand over by itself and name the stream later', async ({ lender }) => {
  await open(lender, [event('processing', 1)], { handoff: 'event', 'status-url': '' });
  await lender.element.evaluate((element) => element.removeAttribute('status-url'));
  await handOff(lender);
  await lender.element.evaluate((element) => (element.statusUrl = '/uploads/a1/events'));
  await expect(lender.part('received')).toContainText('being read');
});

test('streams read as the standard says, in whatever pieces they arrive', async () => {
  const { eventStreamParser } = await import(pathToFileURL(join(packageFolder, 'event-stream.js')));
  const table = JSON.parse(readFileSync(new URL('../../event_streams.json', import.meta.url), 'utf8'));
  for (const { what, text, events } of table) {
    for (let at = 0; at <= text.length; at += 1) {
      const heard = [];
      const read = eventStreamParser('', (...event) => heard.push(event));
      for (const piece of [text.slice(0, at), text.slice(at)]) read(piece);
      expect(heard, `${what}, cut at ${at}`).toEqual(events);
    }
  }
  expect(table.length).toBeGreaterThanOrEqual(10);
});

test('a line or an event without end is dropped, and the next one heard', async () => {
  const { eventStreamParser } = await import(pathToFileURL(join(packageFolder, 'event-stream.js')));
  const heard = [];
  const read = eventStreamParser('5', (...event) => heard.push(event));
  read('data: ');
  for (let times = 0; times < 1000; times += 1) read('x'.repeat(1000));
  read(`\n\nid: ${'x'.repeat(300)}\ndata: heard\n\n`);
  read(`${'data: x\n'.repeat(70_000)}\ndata: again\n\n`);
  expect(heard).toEqual([['message', 'heard', '5'], ['message', 'again', '5']]);
});
