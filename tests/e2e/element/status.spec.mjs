// The status stream after the hand-off: "received" becomes "ready" without polling.
import { expect, packageFolder, test } from '../host-page.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const STREAM = 'https://lender.example/uploads/a1/events';
const attributes = { instance: 'toolbox', 'status-url': '/uploads/a1/events' };
const event = (status, id) => `event: status\nid: ${id}\ndata: {"status":"${status}","at":"2026-11-23T10:00:00Z"}\n\n`;

/** Opens the page. The stream returns `answers` in turn, repeating the last one. Returns the requests it received. */
async function open(hostPage, answers, more = {}) {
  const requests = [];
  await hostPage.open({ ...attributes, ...more });
  await hostPage.page.route(STREAM, (route) => {
    requests.push(route.request().headers());
    const answer = answers[Math.min(requests.length, answers.length) - 1];
    if (answer === null) return route.abort();
    return route.fulfill(typeof answer === 'string' ? { contentType: 'text/event-stream', body: answer } : answer);
  });
  return requests;
}

async function handOff(hostPage) {
  await hostPage.chooseUpload();
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(1);
  await hostPage.part('continue').click();
}

/** Lets a minute of the page's time pass, and waits until a request that the page makes after it was answered. */
async function passMinute({ page }) {
  await page.clock.runFor('01:00');
  await page.evaluate(() => fetch('/package/package.json').then((response) => response.text()));
}

const redirect = (hostPage) => hostPage.postFromConnect({ step: 'REDIRECT', loginId: 'l-1', requestId: 'r-1', institution: 'FlinksCapital' });
const statuses = async (hostPage) => (await hostPage.events('upload-status')).map(({ detail }) => detail.status);

test('received turns into ready by itself, and then nothing more is asked', async ({ hostPage }) => {
  await hostPage.page.clock.install();
  const requests = await open(hostPage, [event('received', 1) + event('processing', 2), event('ready', 3)]);
  await handOff(hostPage);
  await expect.poll(() => statuses(hostPage)).toEqual(['received', 'processing', 'ready']);
  await expect(hostPage.part('received')).toHaveAttribute('data-status', 'ready');
  await expect(hostPage.part('received')).toContainText('Your documents have been read');
  expect((await hostPage.events('upload-status'))[0].detail).toEqual({ status: 'received', at: '2026-11-23T10:00:00Z' });
  expect(requests[0].accept).toBe('text/event-stream');
  expect(requests[0]['last-event-id']).toBe(undefined);
  expect(requests[1]['last-event-id']).toBe('2');
  await passMinute(hostPage);
  expect(requests).toHaveLength(2);
});

test('a server that asks for a longer pause gets it', async ({ hostPage }) => {
  await hostPage.page.clock.install();
  const requests = await open(hostPage, [`retry: 30000\n${event('received', 1)}`, { status: 429, headers: { 'retry-after': '20' }, body: '' }, event('ready', 3)]);
  await handOff(hostPage);
  await expect.poll(() => statuses(hostPage)).toEqual(['received']);
  const pass = async (seconds) => {
    await hostPage.page.clock.runFor(seconds * 1000);
    await hostPage.page.evaluate(() => fetch('/package/package.json').then((response) => response.text()));
  };
  await pass(20);
  expect(requests).toHaveLength(1);
  // Up to half longer.
  await pass(26);
  expect(requests).toHaveLength(2);
  await pass(10);
  expect(requests).toHaveLength(2);
  await pass(21);
  await expect.poll(() => statuses(hostPage)).toEqual(['received', 'ready']);
});

test('before the hand-off nothing is asked', async ({ hostPage }) => {
  const requests = await open(hostPage, [event('received', 1)]);
  await hostPage.chooseUpload();
  await hostPage.page.waitForTimeout(300);
  expect(requests).toHaveLength(0);
});

test('REDIRECT ends the upload, and the status goes on @claim:status-breaks-off', async ({ hostPage }) => {
  await hostPage.page.clock.install();
  await open(hostPage, [null, null, event('processing', 1)]);
  await handOff(hostPage);
  await redirect(hostPage);
  await expect(hostPage.part('received')).toContainText('Your documents were received');
  // Asked again a second later, then after two.
  await hostPage.page.clock.runFor('00:05');
  await expect(hostPage.part('received')).toContainText('Your documents are being read', { timeout: 10_000 });
  expect(await hostPage.eventCount('upload-complete')).toBe(1);
});

test('a stream that is refused is told to the host once, and the person is not troubled with it @claim:status-refused', async ({ hostPage }) => {
  await hostPage.page.clock.install();
  const requests = await open(hostPage, [{ status: 404, body: '' }]);
  await handOff(hostPage);
  await expect.poll(() => hostPage.eventCount('upload-error')).toBe(1);
  expect((await hostPage.events('upload-error'))[0].detail).toMatchObject({
    code: 'status-refused',
    attribute: 'status-url',
    expected: 'an event stream',
    received: 'HTTP status 404',
  });
  await expect(hostPage.part('error')).toHaveCount(0);
  await passMinute(hostPage);
  expect(requests).toHaveLength(1);
});

test('a page instead of a stream is named', async ({ hostPage }) => {
  await open(hostPage, [{ status: 200, contentType: 'text/html', body: '<title>Log in</title>' }]);
  await handOff(hostPage);
  await expect.poll(async () => (await hostPage.events('upload-error'))[0]?.detail.received).toBe("an answer of type 'text/html'");
});

test('a busy server is asked again @claim:status-breaks-off', async ({ hostPage }) => {
  const requests = await open(hostPage, [{ status: 503, body: '' }, event('ready', 1)]);
  await handOff(hostPage);
  await expect.poll(() => statuses(hostPage)).toEqual(['ready']);
  expect(requests).toHaveLength(2);
  expect(await hostPage.eventCount('upload-error')).toBe(0);
});

test('while the page is hidden nothing is asked, and seen again it goes on where it was', async ({ hostPage }) => {
  await hostPage.page.clock.install();
  const requests = await open(hostPage, [event('processing', 7)]);
  await handOff(hostPage);
  await expect.poll(() => statuses(hostPage)).toContain('processing');
  const setHidden = (isHidden) =>
    hostPage.page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isHidden);
  await setHidden(true);
  await passMinute(hostPage);
  const before = requests.length;
  await passMinute(hostPage);
  expect(requests).toHaveLength(before);
  await setHidden(false);
  await expect.poll(() => requests.length, { timeout: 1000 }).toBeGreaterThan(before);
  expect(requests[before]['last-event-id']).toBe('7');
});

test('whatever a stream sends, only what names a status counts @claim:hostile-stream', async ({ hostPage }) => {
  const nonsense = [
    'data: ready\n\n', 'data: {"status":7}\n\n', 'data: null\n\n', 'data: {"status":""}\n\n', 'event: other\ndata: {"status":"ready"}\n\n',
    `data: {"status":"${'x'.repeat(100)}"}\n\n`, `data: ${'x'.repeat(200_000)}\n\n`, 'data: {"__proto__":{"status":"ready"}}\n\n', '\u0000\uffff\r\r\r',
  ].join('');
  await open(hostPage, [`${nonsense}data: {"status":"on-holiday"}\n\n${event('ready', 1)}`]);
  await handOff(hostPage);
  await expect.poll(() => statuses(hostPage)).toEqual(['on-holiday', 'ready']);
});

test('an element that is removed asks no more', async ({ hostPage }) => {
  await hostPage.page.clock.install();
  const requests = await open(hostPage, [event('processing', 1)]);
  await handOff(hostPage);
  await expect.poll(() => requests.length).toBeGreaterThan(0);
  await hostPage.element.evaluate((element) => element.remove());
  await passMinute(hostPage);
  const before = requests.length;
  await passMinute(hostPage);
  expect(requests).toHaveLength(before);
});

test('after documents that could not be read, the person chooses others', async ({ hostPage }) => {
  await open(hostPage, [event('failed', 1)], { mode: 'upload' });
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(1);
  await hostPage.part('continue').click();
  await expect(hostPage.part('received')).toContainText('couldn’t be read');
  await hostPage.part('retry').click();
  await expect(hostPage.part('dropzone')).toBeVisible();
  await expect(hostPage.fileRows).toHaveCount(0);
  await expect(hostPage.part('browse')).toBeVisible();
});

test('in French, too', async ({ hostPage }) => {
  await open(hostPage, [event('ready', 1)], { language: 'fr' });
  await handOff(hostPage);
  await expect(hostPage.part('received')).toContainText('Vos documents ont été lus');
});

test('the host may hand over by itself and name the stream later', async ({ hostPage }) => {
  await open(hostPage, [event('processing', 1)], { handoff: 'event', 'status-url': '' });
  await hostPage.element.evaluate((element) => element.removeAttribute('status-url'));
  await handOff(hostPage);
  await hostPage.element.evaluate((element) => (element.statusUrl = '/uploads/a1/events'));
  await expect(hostPage.part('received')).toContainText('being read');
});

test('streams read as the standard says, in whatever pieces they arrive', async () => {
  const { eventStreamParser } = await import(pathToFileURL(join(packageFolder, 'event-stream.js')));
  const table = JSON.parse(readFileSync(new URL('../../event_streams.json', import.meta.url), 'utf8'));
  for (const { what, text, events } of table) {
    for (let at = 0; at <= text.length; at += 1) {
      const parsed = [];
      const read = eventStreamParser('', (...event) => parsed.push(event));
      for (const piece of [text.slice(0, at), text.slice(at)]) read(piece);
      expect(parsed, `${what}, cut at ${at}`).toEqual(events);
    }
  }
  expect(table.length).toBeGreaterThanOrEqual(10);
});

test('a line or an event without end is dropped, and the next one heard @claim:hostile-stream', async () => {
  const { eventStreamParser } = await import(pathToFileURL(join(packageFolder, 'event-stream.js')));
  const parsed = [];
  const read = eventStreamParser('5', (...event) => parsed.push(event));
  read('data: ');
  for (let times = 0; times < 1000; times += 1) read('x'.repeat(1000));
  read(`\n\nid: ${'x'.repeat(300)}\ndata: heard\n\n`);
  read(`${'data: x\n'.repeat(70_000)}\ndata: again\n\n`);
  expect(parsed).toEqual([['message', 'heard', '5'], ['message', 'again', '5']]);
});
