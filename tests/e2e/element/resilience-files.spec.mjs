// Files too large for any memory, workers that die of one, and pages that may keep nothing.
import { TYPES, expect, listen, packageFolder, pdf, test } from '../host-page.mjs';
import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { extname, join } from 'node:path';

const upload = { instance: 'toolbox', mode: 'upload' };
const WORKER = readFileSync(join(packageFolder, 'worker.js'), 'utf8');
const codes = (report) => report.files.map(({ findings }) => findings.map(({ code }) => code));

/** Lets the worker run after this script of ours. */
const withWorker = (script) => ({
  meddle: (route, url) => url.pathname.endsWith('/worker.js') && route.fulfill({ contentType: 'text/javascript', body: `${script}\n${WORKER}` }),
});

/** Meddles with what a worker is asked about a file of this name: `event` is the question. */
const asked = (name, then) => `{
  const { addEventListener } = self;
  self.addEventListener = (type, hear) => addEventListener.call(self, type, (event) => {
    if (event.data.args?.[0]?.name === '${name}') { ${then} }
    hear(event);
  });
}`;

/** A PDF of this size on the disk, of which only the ends are written. */
function sparse(path, size) {
  const [start, end] = pdf(path);
  const file = openSync(path, 'w');
  writeSync(file, start, 0);
  ftruncateSync(file, size - end.length);
  writeSync(file, end, size - end.length);
  closeSync(file);
  return path;
}

test('two files of four gigabytes are named in a moment, and hardly read', async ({ lender }, info) => {
  const paths = ['a.pdf', 'b.pdf'].map((name) => sparse(info.outputPath(name), 2 ** 32 + 1000));
  await lender.open(upload, withWorker(`{
    const { arrayBuffer } = Blob.prototype;
    Blob.prototype.arrayBuffer = function () { console.log('read', this.size); return arrayBuffer.call(this); };
  }`));
  let read = 0;
  lender.page.on('console', (line) => {
    const [, size] = /^read (\d+)$/.exec(line.text()) ?? [];
    read += Number(size ?? 0);
  });
  await lender.add([{ name: 'small.pdf' }]);
  await lender.input.setInputFiles(paths);
  const report = await lender.checked(3);
  expect(codes(report)).toEqual([[], ['over-total-size'], ['over-total-size']].map((expected) => expect.arrayContaining(expected)));
  expect(report.files.map(({ status }) => status)).toEqual(['ready', 'rejected', 'rejected']);
  expect(report).toMatchObject({ withinLimits: false, canContinue: true });
  await expect(lender.files.nth(1)).toContainText('One upload holds');
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(20_000_000);
});

test('a worker that dies of one file is replaced, and the others have their verdicts', async ({ lender }) => {
  await lender.open(upload, withWorker(asked('huge.pdf', "setTimeout(() => { throw new RangeError('Array buffer allocation failed'); }); return;")));
  await lender.add([{ name: 'a.pdf' }, { name: 'huge.pdf', size: 5000 }, { name: 'bb.pdf' }]);
  const report = await lender.checked(3);
  expect(report.files.map(({ status }) => status)).toEqual(['ready', 'warning', 'ready']);
  expect(codes(report)[1]).toEqual(['unchecked']);
  expect(report.canContinue).toBe(true);
  await lender.add([{ name: 'next.pdf' }]);
  expect((await lender.checked(4)).files[3].status).toBe('ready');
});

test('a worker that the browser closes without a word is missed, and the others have their verdicts', async ({ lender, page }) => {
  await page.clock.install();
  await lender.open(upload, withWorker(asked('huge.pdf', 'self.close(); return;')));
  await lender.add([{ name: 'a.pdf' }, { name: 'huge.pdf', size: 5000 }, { name: 'bb.pdf' }]);
  await expect
    .poll(async () => {
      await page.clock.runFor(5000);
      return lender.element.evaluate((element) => element.report.complete);
    }, { timeout: 15_000 })
    .toBe(true);
  const report = await lender.checked(3);
  expect(codes(report)[1]).toEqual(['unchecked']);
  expect(report).toMatchObject({ canContinue: true, totals: { ready: 3 } });
  expect(await lender.events('upload-error')).toEqual([]);
});

test('a worker that dies while it has nothing to do is not asked again', async ({ lender }) => {
  await lender.open(upload, {
    ...withWorker("self.addEventListener('message', ({ data }) => { if (data === 'die') throw new Error('dead'); });"),
    script: `const { Worker } = window;
      window.workers = [];
      window.Worker = class extends Worker {
        constructor(...rest) {
          super(...rest);
          window.workers.push(this);
        }
      };
      await import('/package/define.js');`,
  });
  await lender.add([{ name: 'a.pdf' }]);
  await lender.checked(1);
  await lender.page.evaluate(() => {
    window.died = new Promise((resolve) => window.workers[0].addEventListener('error', () => setTimeout(resolve)));
    window.workers[0].postMessage('die');
    return window.died;
  });
  await lender.add([{ name: 'bb.pdf' }]);
  expect((await lender.checked(2)).files[1]).toMatchObject({ status: 'ready', findings: [] });
  expect(await lender.page.evaluate(() => window.workers.length)).toBe(2);
});

/** The number that stands here in a wasm, and where it ends. */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7, at += 1) {
    value |= (bytes[at] & 127) << shift;
    if (bytes[at] < 128) return [value, at + 1];
  }
}

const encoded = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...encoded(value >>> 7)]);

/** The same wasm with a memory that grows by this many pages of 64 KB and no more. */
function withLittleMemory(wasm, pages) {
  for (let at = 8; at < wasm.length; ) {
    const [size, start] = number(wasm, at + 1);
    if (wasm[at] !== 5) {
      at = start + size;
      continue;
    }
    const [least] = number(wasm, start + 2);
    const memory = [1, 1, ...encoded(least), ...encoded(least + pages)];
    return Buffer.concat([wasm.subarray(0, at), Buffer.from([5, ...encoded(memory.length), ...memory]), wasm.subarray(start + size)]);
  }
  throw new Error('a wasm without a memory of its own');
}

test('a file for which the checker’s memory does not do ends as a doubt, and the next ones are checked', async ({ lender, page }) => {
  const body = withLittleMemory(readFileSync(join(packageFolder, 'flinks-upload-worker_bg.wasm')), 4);
  let started = 0;
  await lender.open(upload, {
    meddle: (route, url) => {
      if (!url.pathname.endsWith('/flinks-upload-worker_bg.wasm')) return false;
      started += 1;
      return route.fulfill({ contentType: 'application/wasm', body });
    },
  });
  await lender.add([{ name: 'a.pdf' }, { name: 'huge.pdf', size: 250_000 }, { name: 'bb.pdf' }]);
  const report = await lender.checked(3);
  expect(codes(report)).toEqual([[], ['unchecked'], []]);
  expect(report.canContinue).toBe(true);
  await lender.add([{ name: 'next.pdf' }]);
  expect((await lender.checked(4)).files[3]).toMatchObject({ status: 'ready', findings: [] });
  // One for all, one in which each is asked by itself, and one for those after it.
  expect(started).toBe(3);
  expect(page.workers()).toHaveLength(1);
});

/** What a browser that keeps nothing answers: to touch it throws. */
function keepNothing() {
  window.touched = [];
  const refuse = (name) => ({
    configurable: true,
    get() {
      window.touched.push(name);
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
    set() {
      window.touched.push(name);
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore']) Object.defineProperty(window, name, refuse(name));
  Object.defineProperty(Document.prototype, 'cookie', refuse('cookie'));
  Object.defineProperty(Navigator.prototype, 'storage', refuse('storage'));
  Object.defineProperty(Navigator.prototype, 'serviceWorker', refuse('serviceWorker'));
}

test('without any storage the whole journey works, and nobody asked for some', async ({ lender, page, context }) => {
  await context.addInitScript(keepNothing);
  await lender.open();
  await lender.collect();
  await lender.add([{ name: 'a.pdf' }, { name: 'bb.pdf' }]);
  await lender.checked(2);
  await lender.part('continue').click();
  await lender.say({ step: 'REDIRECT', loginId: 'l-1' });
  await expect(lender.part('received')).toBeVisible();
  expect(await page.evaluate(() => window.touched)).toEqual([]);
  expect(await page.evaluate(() => {
    try {
      return typeof localStorage;
    } catch (error) {
      return error.name;
    }
  })).toBe('SecurityError');
});

test('in a sandboxed page, which has no origin and no worker, files are looked into in the page', async ({ lender }) => {
  await lender.open({ ...upload, handoff: 'event' }, {
    policy: 'sandbox allow-scripts',
    meddle: (route, url) => {
      // To a page without an origin its own scripts come from elsewhere.
      const headers = { 'access-control-allow-origin': '*' };
      if (['/page.js', '/listen.js'].includes(url.pathname)) {
        return route.fulfill({ headers, contentType: 'text/javascript', body: url.pathname === '/page.js' ? "import '/package/define.js'" : listen() });
      }
      if (!url.pathname.startsWith('/package/')) return false;
      return route.fulfill({ headers, contentType: TYPES[extname(url.pathname)], body: readFileSync(join(packageFolder, url.pathname.slice(9))) });
    },
  });
  expect(await lender.page.evaluate(() => self.origin)).toBe('null');
  await lender.add([{ name: 'a.pdf' }, { name: 'page.pdf', text: '<html>' }]);
  expect((await lender.checked(2)).files.map(({ status }) => status)).toEqual(['ready', 'rejected']);
  expect(lender.page.workers()).toEqual([]);
  await lender.part('continue').click();
  await expect(lender.part('checklist')).toContainText('a.pdf');
});
