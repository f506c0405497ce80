// Files that exceed memory, crashing workers, and pages without storage.
import { contentType, expect, eventRecorderScript, packageFolder, pdf, test } from '../host-page.mjs';
import { SOON } from '../../support/element-page.mjs';
import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const upload = { instance: 'toolbox', mode: 'upload' };
const WORKER = readFileSync(join(packageFolder, 'worker.js'), 'utf8');
const codes = (report) => report.files.map(({ findings }) => findings.map(({ code }) => code));

/** Prepends a script to the worker. */
const withWorker = (script) => ({
  intercept: (route, url) => url.pathname.endsWith('/worker.js') && route.fulfill({ contentType: 'text/javascript', body: `${script}\n${WORKER}` }),
});

/** Runs `then` when the worker is asked about a file with this name; `event` is the request. */
const onFileRequest = (name, then) => `{
  const { addEventListener } = self;
  self.addEventListener = (type, listener) => addEventListener.call(self, type, (event) => {
    if (event.data.args?.[0]?.name === '${name}') { ${then} }
    listener(event);
  });
}`;

/** A sparse PDF of this size: only its two ends are written. */
function sparseFile(path, size) {
  const [start, end] = pdf(path);
  const file = openSync(path, 'w');
  writeSync(file, start, 0);
  ftruncateSync(file, size - end.length);
  writeSync(file, end, size - end.length);
  closeSync(file);
  return path;
}

test('two files of four gigabytes are named in a moment, and hardly read @claim:huge-files', async ({ hostPage }, info) => {
  const paths = ['a.pdf', 'b.pdf'].map((name) => sparseFile(info.outputPath(name), 2 ** 32 + 1000));
  await hostPage.open(upload, withWorker(`{
    const { arrayBuffer } = Blob.prototype;
    Blob.prototype.arrayBuffer = function () { console.log('read', this.size); return arrayBuffer.call(this); };
  }`));
  let read = 0;
  hostPage.page.on('console', (line) => {
    const [, size] = /^read (\d+)$/.exec(line.text()) ?? [];
    read += Number(size ?? 0);
  });
  await hostPage.addFiles([{ name: 'small.pdf' }]);
  await hostPage.fileInput.setInputFiles(paths);
  const report = await hostPage.waitForReport(3);
  expect(codes(report)).toEqual([[], ['over-total-size'], ['over-total-size']].map((expected) => expect.arrayContaining(expected)));
  expect(report.files.map(({ status }) => status)).toEqual(['ready', 'rejected', 'rejected']);
  expect(report).toMatchObject({ withinLimits: false, canContinue: true });
  await expect(hostPage.fileRows.nth(1)).toContainText('Left out');
  await expect(hostPage.element.locator('.batch-finding')).toContainText('Together, files can be up to');
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(20_000_000);
});

test('a worker that dies of one file is replaced, and the others have their verdicts @claim:file-crashes-checker', async ({ hostPage }) => {
  await hostPage.open(upload, withWorker(onFileRequest('huge.pdf', "setTimeout(() => { throw new RangeError('Array buffer allocation failed'); }); return;")));
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'huge.pdf', size: 5000 }, { name: 'bb.pdf' }]);
  const report = await hostPage.waitForReport(3);
  expect(report.files.map(({ status }) => status)).toEqual(['ready', 'warning', 'ready']);
  expect(codes(report)[1]).toEqual(['unchecked']);
  expect(report.canContinue).toBe(true);
  await hostPage.addFiles([{ name: 'next.pdf' }]);
  expect((await hostPage.waitForReport(4)).files[3].status).toBe('ready');
});

test('a worker that the browser closes without a word is missed, and the others have their verdicts @claim:worker-hangs', async ({ hostPage, page }) => {
  await page.clock.install();
  await hostPage.open(upload, withWorker(onFileRequest('huge.pdf', 'self.close(); return;')));
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'huge.pdf', size: 5000 }, { name: 'bb.pdf' }]);
  await expect
    .poll(async () => {
      await page.clock.runFor(5000);
      return hostPage.element.evaluate((element) => element.report.complete);
    }, { ...SOON, timeout: 15_000 })
    .toBe(true);
  const report = await hostPage.waitForReport(3);
  expect(codes(report)[1]).toEqual(['unchecked']);
  expect(report).toMatchObject({ canContinue: true, totals: { ready: 3 } });
  expect(await hostPage.events('upload-error')).toEqual([]);
});

test('a worker that dies while it has nothing to do is not asked again @claim:idle-worker-crashes', async ({ hostPage }) => {
  await hostPage.open(upload, {
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
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(1);
  await hostPage.page.evaluate(() => {
    window.died = new Promise((resolve) => window.workers[0].addEventListener('error', () => setTimeout(resolve)));
    window.workers[0].postMessage('die');
    return window.died;
  });
  await hostPage.addFiles([{ name: 'bb.pdf' }]);
  expect((await hostPage.waitForReport(2)).files[1]).toMatchObject({ status: 'ready', findings: [] });
  expect(await hostPage.page.evaluate(() => window.workers.length)).toBe(2);
});

/** Reads a LEB128 number; returns its value and the offset after it. */
function readLeb128(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7, at += 1) {
    value |= (bytes[at] & 127) << shift;
    if (bytes[at] < 128) return [value, at + 1];
  }
}

const encodeLeb128 = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...encodeLeb128(value >>> 7)]);

/** The same wasm, with a memory limited to `pages` more pages of 64 KB. */
function limitMemory(wasm, pages) {
  for (let at = 8; at < wasm.length; ) {
    const [size, start] = readLeb128(wasm, at + 1);
    if (wasm[at] !== 5) {
      at = start + size;
      continue;
    }
    const [minimum] = readLeb128(wasm, start + 2);
    const memory = [1, 1, ...encodeLeb128(minimum), ...encodeLeb128(minimum + pages)];
    return Buffer.concat([wasm.subarray(0, at), Buffer.from([5, ...encodeLeb128(memory.length), ...memory]), wasm.subarray(start + size)]);
  }
  throw new Error('a wasm without a memory of its own');
}

test('a file for which the checker’s memory does not do ends as a doubt, and the next ones are checked @claim:file-crashes-checker', async ({ hostPage, page }) => {
  const body = limitMemory(readFileSync(join(packageFolder, 'flinks-upload-worker_bg.wasm')), 4);
  let started = 0;
  await hostPage.open(upload, {
    intercept: (route, url) => {
      if (!url.pathname.endsWith('/flinks-upload-worker_bg.wasm')) return false;
      started += 1;
      return route.fulfill({ contentType: 'application/wasm', body });
    },
  });
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'huge.pdf', size: 250_000 }, { name: 'bb.pdf' }]);
  const report = await hostPage.waitForReport(3);
  expect(codes(report)).toEqual([[], ['unchecked'], []]);
  expect(report.canContinue).toBe(true);
  await hostPage.addFiles([{ name: 'next.pdf' }]);
  expect((await hostPage.waitForReport(4)).files[3]).toMatchObject({ status: 'ready', findings: [] });
  // One for the batch, one for the retries one by one, and one for the files after that.
  expect(started).toBe(3);
  expect(page.workers()).toHaveLength(1);
});

/** Simulates a browser with storage disabled: every access throws. */
function denyStorage() {
  window.storageAccesses = [];
  const refuse = (name) => ({
    configurable: true,
    get() {
      window.storageAccesses.push(name);
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
    set() {
      window.storageAccesses.push(name);
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore']) Object.defineProperty(window, name, refuse(name));
  Object.defineProperty(Document.prototype, 'cookie', refuse('cookie'));
  Object.defineProperty(Navigator.prototype, 'storage', refuse('storage'));
  Object.defineProperty(Navigator.prototype, 'serviceWorker', refuse('serviceWorker'));
}

test('without any storage the whole journey works, and nobody asked for some @claim:no-storage', async ({ hostPage, page, context }) => {
  await context.addInitScript(denyStorage);
  await hostPage.open();
  await hostPage.chooseUpload();
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'bb.pdf' }]);
  await hostPage.waitForReport(2);
  await hostPage.part('continue').click();
  await hostPage.postFromConnect({ step: 'REDIRECT', loginId: 'l-1' });
  await expect(hostPage.part('received')).toBeVisible();
  expect(await page.evaluate(() => window.storageAccesses)).toEqual([]);
  expect(await page.evaluate(() => {
    try {
      return typeof localStorage;
    } catch (error) {
      return error.name;
    }
  })).toBe('SecurityError');
});

test('in a sandboxed page, which has no origin and no worker, files are checked in the page @claim:sandboxed-page', async ({ hostPage }) => {
  await hostPage.open({ ...upload, handoff: 'event' }, {
    policy: 'sandbox allow-scripts',
    intercept: (route, url) => {
      // In a page with an opaque origin, its own scripts are cross-origin.
      const headers = { 'access-control-allow-origin': '*' };
      if (['/page.js', '/record-events.js'].includes(url.pathname)) {
        return route.fulfill({ headers, contentType: 'text/javascript', body: url.pathname === '/page.js' ? "import '/package/define.js'" : eventRecorderScript() });
      }
      if (!url.pathname.startsWith('/package/')) return false;
      return route.fulfill({ headers, contentType: contentType(url.pathname), body: readFileSync(join(packageFolder, url.pathname.slice(9))) });
    },
  });
  expect(await hostPage.page.evaluate(() => self.origin)).toBe('null');
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'page.pdf', text: '<html>' }]);
  expect((await hostPage.waitForReport(2)).files.map(({ status }) => status)).toEqual(['ready', 'rejected']);
  expect(hostPage.page.workers()).toEqual([]);
  await hostPage.part('continue').click();
  await expect(hostPage.part('list')).toContainText('a.pdf');
});
