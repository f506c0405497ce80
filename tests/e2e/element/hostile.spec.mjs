// Sends ten thousand hostile messages, about a thousand per second, from every window that may post to the page. Nothing may happen.
// All rounds are alike, so a slow handler is slow in every round, while a busy machine only disturbs some.
import { CONNECT_ORIGIN, HOST_ORIGIN, expect, test } from '../host-page.mjs';

const ROUNDS = 5;
const PER_ROUND = 2000;

/** Posts this window's share of a round in small batches. */
async function postMessages({ target, count }) {
  const listener = window.opener ?? window.top;
  let deep = 'REDIRECT';
  for (let depth = 0; depth < 500; depth += 1) deep = { step: deep, flinksCode: [] };
  const polluted = JSON.parse('{"__proto__":{"step":"REDIRECT"},"constructor":{"prototype":{"step":"REDIRECT"}},"flinksCode":"INVALID_LOGIN"}');
  const kinds = [
    { step: 'REDIRECT', loginId: 'stolen', url: 'https://evil.example/?loginId=stolen' },
    { flinksCode: 'INVALID_LOGIN', institution: '<img src=x onerror=alert(1)>' },
    { step: 'INSTITUTION_SELECTED', institution: '../../evil' },
    JSON.stringify({ step: 'REDIRECT', loginId: 'stolen' }),
    { get step() { return 'REDIRECT'; }, get loginId() { return 'stolen'; } },
    polluted, deep, '['.repeat(20_000), 'x'.repeat(20_000), { step: 'x'.repeat(20_000) },
    new Map([['step', 'REDIRECT']]), new Uint8Array(20_000), new Error('INVALID_LOGIN'), [[['REDIRECT']]], null, undefined, NaN,
    Object.assign(Object.create(null), { flinksCode: 'RETRY_LATER' }), new Date(NaN), 10n,
  ];
  const huge = { step: 'INSTITUTION_SELECTED', institution: 'x'.repeat(2_000_000) };
  let sent = 0;
  while (sent < count) {
    for (const until = Math.min(count, sent + count / 20); sent < until; sent += 1) {
      listener.postMessage(sent % 400 === 7 ? huge : kinds[sent % kinds.length], target);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return sent;
}

/** All windows that may post to the page but are not Connect. */
async function foreignWindows(hostPage, { isRedirected }) {
  const { page } = hostPage;
  const add = async (name, src, sandbox) => {
    await page.evaluate(([name, src, sandbox]) => {
      const frame = Object.assign(document.createElement('iframe'), { name, src });
      if (sandbox) frame.sandbox = sandbox;
      document.body.append(frame);
      return new Promise((resolve) => (frame.onload = resolve));
    }, [name, src, sandbox]);
    return page.frame({ name });
  };
  const found = [
    await add('other-origin', 'https://evil.example/'),
    await add('other-customer', 'https://other-iframe.private.fin.ag/v2/'),
    await add('same-origin', `${CONNECT_ORIGIN}/v2/`),
    await add('null-origin', `${CONNECT_ORIGIN}/v2/`, 'allow-scripts'),
  ];
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.evaluate((url) => window.open(url) && undefined, `${CONNECT_ORIGIN}/v2/`),
  ]);
  await popup.waitForLoadState();
  found.push(popup);
  const outer = isRedirected ? await hostPage.connectFrame() : found[2];
  await outer.evaluate((src) => {
    const frame = Object.assign(document.createElement('iframe'), { name: 'nested', src });
    document.body.append(frame);
    return new Promise((resolve) => (frame.onload = resolve));
  }, `${CONNECT_ORIGIN}/v2/`);
  found.push(page.frame({ name: 'nested' }));
  if (!isRedirected) return found;
  // A second element whose frame was navigated away.
  const away = await (await page.locator('#away [part~="frame"]').elementHandle()).contentFrame();
  await away.evaluate(() => location.assign('https://evil.example/'));
  await away.waitForURL('https://evil.example/');
  return [...found, away];
}

/** Measures only the element's own listeners; the rest of a task belongs to the browser. */
const TIMED_LISTENERS = `window.longest = 0;
  const { addEventListener } = window;
  window.addEventListener = (type, listener, ...rest) => addEventListener.call(window, type, type !== 'message' ? listener : (event) => {
    const began = performance.now();
    listener.call(window, event);
    window.longest = Math.max(window.longest, performance.now() - began);
  }, ...rest);
  await import('/package/define.js');`;

/** Floods the page round after round. Returns the longest handler time (ms), the heap size and the wasm's memory of each round. */
async function floodWithMessages(hostPage, windows, wasmMemory) {
  const { page } = hostPage;
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const heapUsed = async () => {
    await cdp.send('HeapProfiler.collectGarbage');
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSHeapUsedSize').value;
  };
  await page.evaluate(() => {
    window.received = 0;
    window.addEventListener('message', () => (window.received += 1));
  });
  const [longest, heap, wasm] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.evaluate(() => (window.longest = 0));
    const count = Math.ceil(PER_ROUND / windows.length);
    const sent = await Promise.all(windows.map((window) => window.evaluate(postMessages, { target: HOST_ORIGIN, count })));
    const total = sent.reduce((sum, count) => sum + count);
    await expect.poll(() => page.evaluate(() => window.received), { timeout: 60_000 }).toBe((round + 1) * total);
    longest.push(await page.evaluate(() => window.longest));
    heap.push(await heapUsed());
    wasm.push(await wasmMemory());
  }
  return { longest, heap, wasm, received: await page.evaluate(() => window.received) };
}

const TWO_ELEMENTS = '<flinks-upload id="mine" instance="toolbox"></flinks-upload><flinks-upload id="away" instance="toolbox"></flinks-upload>';

test('ten thousand hostile messages change nothing, keep nobody waiting and leave nothing behind @claim:message-flood', async ({ hostPage }) => {
  test.setTimeout(180_000);
  await hostPage.open({}, { body: TWO_ELEMENTS, policy: '', script: TIMED_LISTENERS });
  await expect(hostPage.page.locator('[part~="frame"]')).toHaveCount(2);
  // The first message ends the connect timeout, which may otherwise fire during the test.
  for (const id of ['mine', 'away']) {
    hostPage.part = (name) => hostPage.page.locator(`#${id} [part~="${name}"]`);
    await hostPage.postFromConnect({ step: 'APP_MOUNTED' });
  }
  await hostPage.page.evaluate(() => (window.events.length = 0));
  hostPage.part = (name) => hostPage.page.locator(`#mine [part~="${name}"]`);
  const windows = await foreignWindows(hostPage, { isRedirected: true });
  const memory = () => hostPage.page.evaluate(async () => {
    const exports = Object.values(await (await import('/package/flinks-upload.js')).initSync());
    return exports.find((one) => one instanceof WebAssembly.Memory).buffer.byteLength;
  });
  const shown = () => hostPage.page.evaluate(() => [...document.querySelectorAll('flinks-upload')].map(({ shadowRoot }) => shadowRoot.innerHTML));
  const shownBefore = await shown();
  const { longest, heap, wasm, received } = await floodWithMessages(hostPage, windows, memory);
  console.log(`${received} messages from ${windows.length} windows; the element took up to ${longest.map((time) => time.toFixed(1)).join(' ')} ms for one; heap ${heap.map((bytes) => (bytes / 1e6).toFixed(2)).join(' ')} MB`);
  expect(received).toBeGreaterThanOrEqual(ROUNDS * PER_ROUND);
  expect(await hostPage.events()).toEqual([]);
  expect(await shown()).toEqual(shownBefore);
  // In the first round buffers grow to what they need. After it, two pages: keeping 17 bytes per message would take more.
  const grown = wasm.at(-1) - wasm[0];
  console.log(`the wasm’s memory grew by ${wasm.map((bytes) => bytes - wasm[0]).join(' ')} bytes`);
  expect(grown).toBeLessThanOrEqual(2 * 65_536);
  expect(heap.at(-1) - heap[0]).toBeLessThan(500_000);
  expect(Math.max(...longest)).toBeGreaterThan(0);
  expect(Math.min(...longest)).toBeLessThanOrEqual(50);
  // It still handles messages from its own frame.
  await Promise.all(windows.filter((window) => 'opener' in window).map((popup) => popup.close()));
  await hostPage.failLogin('INVALID_LOGIN');
  await expect(hostPage.part('offer')).toBeVisible();
});

/** Counts what the element's listener reads of each message and of the page; the privacy recorder reads every message, too. */
const COUNTED_READS = `let isInside = false;
  const { addEventListener } = window;
  window.addEventListener = (type, listener, ...rest) => addEventListener.call(window, type, type !== 'message' ? listener : (event) => {
    isInside = true;
    listener.call(window, event);
    isInside = false;
  }, ...rest);
  window.reads = { data: 0, origin: 0, source: 0, ports: 0, lastEventId: 0, matches: 0, querySelector: 0 };
  const count = (prototype, name) => {
    const own = Object.getOwnPropertyDescriptor(prototype, name);
    const read = own.get ?? own.value;
    const counted = function (...args) {
      window.reads[name] += isInside ? 1 : 0;
      return read.apply(this, args);
    };
    Object.defineProperty(prototype, name, { ...own, ...(own.get ? { get: counted } : { value: counted }) });
  };
  for (const name of ['data', 'origin', 'source', 'ports', 'lastEventId']) count(MessageEvent.prototype, name);
  for (const name of ['matches', 'querySelector']) count(Element.prototype, name);
  window.tasks = 0;
  const { queueMicrotask } = window;
  window.queueMicrotask = (task) => ((window.tasks += 1), queueMicrotask.call(window, task));
  const { then } = Promise.prototype;
  Promise.prototype.then = function (...args) {
    window.tasks += 1;
    return then.apply(this, args);
  };
  await import('/package/define.js');`;

test('of a hundred thousand messages of a foreign frame only the source is read, and nothing is done @claim:message-flood', async ({ hostPage }) => {
  test.setTimeout(180_000);
  const COUNT = 100_000;
  const { page } = hostPage;
  await hostPage.open({ instance: 'toolbox' }, { policy: '', script: COUNTED_READS });
  await hostPage.postFromConnect({ step: 'APP_MOUNTED' });
  await page.evaluate(() => {
    const frame = Object.assign(document.createElement('iframe'), { name: 'foreign', src: 'https://evil.example/' });
    document.body.append(frame);
    return new Promise((resolve) => (frame.onload = resolve));
  });
  await page.evaluate(() => {
    window.received = 0;
    window.addEventListener('message', () => (window.received += 1));
    window.tasks = 0;
    for (const name of Object.keys(window.reads)) window.reads[name] = 0;
  });
  const began = Date.now();
  await page.frame({ name: 'foreign' }).evaluate(([target, count]) => {
    for (let at = 0; at < count; at += 1) parent.postMessage({ step: 'REDIRECT', loginId: 'stolen' }, target);
  }, [HOST_ORIGIN, COUNT]);
  await expect.poll(() => page.evaluate(() => window.received), { timeout: 120_000, intervals: [500] }).toBe(COUNT);
  const { reads, tasks } = await page.evaluate(() => ({ reads: window.reads, tasks: window.tasks }));
  console.log(`${COUNT} messages of a foreign frame in ${Date.now() - began} ms; read: ${JSON.stringify(reads)}; ${tasks} tasks`);
  expect(reads).toEqual({ data: 0, origin: 0, source: COUNT, ports: 0, lastEventId: 0, matches: 0, querySelector: 0 });
  // Those of this test's own waiting.
  expect(tasks).toBeLessThan(1000);
  expect(await hostPage.eventCount('connect-event')).toBe(1);
  await hostPage.failLogin('INVALID_LOGIN');
  await expect(hostPage.part('offer')).toBeVisible();
});
