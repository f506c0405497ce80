// Files are checked in a worker, or in the page where workers are unavailable.
import { NO_PAGE_TREE, POLICY, expect, packageFolder, test } from '../host-page.mjs';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const upload = { instance: 'toolbox', mode: 'upload' };

/** A page tree without pages. */
const NO_PAGE = NO_PAGE_TREE.replace('/Contents 3 0 R', '');

const codes = (report) => report.files.map(({ findings }) => findings.map(({ code }) => code));

/** Imports the element with a `Worker` class that passes each new worker to the function, with its number. */
const wrapWorker = (intercept) => `const { Worker } = window;
  window.started = 0;
  window.Worker = class extends Worker {
    constructor(...rest) {
      super(...rest);
      window.started += 1;
      (${intercept})(this, window.started);
    }
  };
  await import('/package/define.js');`;

const isCheckerRequest = ({ url }) => /worker|checker/.test(url);

test('nothing of the checker is loaded before files can be picked', async ({ hostPage }) => {
  await hostPage.open();
  await hostPage.selectInstitution('FlinksCapital');
  await expect(hostPage.part('offer')).toBeVisible();
  expect(hostPage.requests.filter(isCheckerRequest)).toEqual([]);
  await hostPage.part('use-upload').click();
  await expect.poll(() => hostPage.requests.filter(isCheckerRequest).map(({ url }) => url.split('/').at(-1))).toEqual(
    ['client.js', 'worker.js', 'flinks-upload-worker_bg.wasm']);
  await expect.poll(() => hostPage.page.workers().length).toBe(1);
});

test('a checker that can’t be loaded ahead of time is loaded with the first file @claim:checker-scripts-not-loaded', async ({ hostPage }) => {
  await hostPage.open();
  await hostPage.page.route('**/package/checker/client.js', (route) => route.abort(), { times: 1 });
  await hostPage.chooseUpload();
  await expect.poll(() => hostPage.requests.filter(isCheckerRequest).length).toBe(1);
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  expect((await hostPage.waitForReport(1)).totals.ready).toBe(1);
});

test('files are checked in one worker', async ({ hostPage }) => {
  await hostPage.open(upload);
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'bb.pdf' }, { name: 'ccc.pdf' }]);
  expect((await hostPage.waitForReport(3)).totals.ready).toBe(3);
  expect(hostPage.page.workers().map((worker) => worker.url())).toEqual(['https://lender.example/package/worker.js']);
});

test('where the policy forbids workers, files are checked in the page @claim:no-worker', async ({ hostPage }) => {
  await hostPage.open(upload, { policy: POLICY.replace("worker-src 'self'", "worker-src 'none'") });
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'page.pdf', text: '<html>' }]);
  const report = await hostPage.waitForReport(2);
  expect(report.files.map(({ status }) => status)).toEqual(['ready', 'rejected']);
  expect(hostPage.page.workers()).toEqual([]);
  expect(hostPage.violations.every((text) => text.includes('worker'))).toBe(true);
  hostPage.violations.length = 0;
});

test('in the page, too, a file that never answers is given up, and the others are checked @claim:worker-hangs', async ({ hostPage, page }) => {
  await hostPage.open(upload, { policy: POLICY.replace("worker-src 'self'", "worker-src 'none'") });
  await page.evaluate(() => {
    const { arrayBuffer } = Blob.prototype;
    // That of a slice has no name: the silent file has a size of its own.
    Blob.prototype.arrayBuffer = function () {
      return this.size === 777 ? new Promise(() => {}) : arrayBuffer.call(this);
    };
  });
  await page.clock.install();
  await hostPage.addFiles([{ name: 'silent.pdf', text: `%PDF-1.7\n${' '.repeat(768)}` }, { name: 'a.pdf' }]);
  await expect.poll(() => hostPage.element.evaluate((element) => element.report.files.map(({ status }) => status))).toEqual(['checking', 'ready']);
  await page.clock.runFor('00:21');
  const report = await hostPage.waitForReport(2);
  expect(report.files[0]).toMatchObject({ status: 'warning', findings: [{ code: 'unchecked', budget: 'checker' }] });
  expect(hostPage.violations.every((text) => text.includes('worker'))).toBe(true);
  hostPage.violations.length = 0;
});

test('a worker that is lost is replaced, and every file gets a verdict @claim:hostile-file @claim:file-crashes-checker', async ({ hostPage }) => {
  await hostPage.open(upload, {
    // The first worker traps on its second request; its first message is the init message.
    script: wrapWorker((worker, index) => {
      if (index > 1) return;
      let requests = -1;
      const post = worker.postMessage.bind(worker);
      worker.postMessage = (data) => {
        requests += 1;
        if (requests !== 2) return post(data);
        const error = { name: 'RuntimeError', message: 'unreachable', isTrap: true };
        worker.dispatchEvent(new MessageEvent('message', { data: { version: 5, type: 'error', id: data.id, error } }));
      };
    }),
  });
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'bb.pdf' }, { name: 'ccc.pdf' }, { name: 'dddd.pdf' }]);
  const report = await hostPage.waitForReport(4);
  expect(codes(report).filter((found) => found.includes('unchecked'))).toHaveLength(1);
  expect(report.totals.ready).toBe(4);
  expect(await hostPage.page.evaluate(() => window.started)).toBe(2);
});

test('verdicts come first: no pages are read while a file is being checked', async ({ hostPage }) => {
  await hostPage.open(upload, {
    script: wrapWorker((worker) => {
      window.sent = [];
      const post = worker.postMessage.bind(worker);
      worker.postMessage = (data) => {
        if (data.type !== 'request') return post(data);
        window.sent.push(data.method);
        if (window.sent.length !== 2) return post(data);
        window.release = () => post(data);
      };
    }),
  });
  const sent = () => hostPage.page.evaluate(() => window.sent);
  const statuses = () => hostPage.element.evaluate((element) => element.report.files.map(({ status }) => status));
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'bb.pdf' }, { name: 'ccc.pdf' }]);
  await expect.poll(async () => (await statuses()).sort()).toEqual(['checking', 'ready', 'ready']);
  expect(await sent()).toEqual(['inspect', 'inspect', 'inspect']);
  await hostPage.page.evaluate(() => window.release());
  await expect.poll(sent).toEqual(['inspect', 'inspect', 'inspect', 'read', 'read', 'read']);
});

test('a checker that can’t be loaded leaves a doubt, never an error', async ({ hostPage }) => {
  await hostPage.open();
  await hostPage.page.route('**/flinks-upload-worker*', (route) => route.fulfill({ status: 503, body: '' }));
  await hostPage.chooseUpload();
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  const report = await hostPage.waitForReport(1);
  expect(report.files[0]).toMatchObject({ status: 'warning', findings: [{ code: 'unchecked', budget: 'checker' }] });
  expect(report.canContinue).toBe(true);
});

test('the worker and its wasm may be hosted elsewhere', async ({ hostPage }) => {
  await hostPage.open(upload, {
    script: `const { init, defineElement } = await import('/package/index.js');
      init({ workerUrl: '/other/worker.js', checkerWasmUrl: '/other/worker.wasm', readerWasmUrl: '/other/reader.wasm', fallbackWasmUrl: '/other/fallback.wasm' });
      defineElement();`,
  });
  const fetched = [];
  await hostPage.page.route('**/other/*', async (route) => {
    const path = new URL(route.request().url()).pathname;
    fetched.push(path);
    if (!path.endsWith('.wasm')) return route.fulfill({ contentType: 'text/javascript', body: "import '/package/worker.js';" });
    const name = `flinks-upload-${basename(path, '.wasm')}_bg.wasm`;
    return route.fulfill({ contentType: 'application/wasm', path: join(packageFolder, name) });
  });
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'lost.pdf', text: NO_PAGE_TREE }]);
  expect(codes(await hostPage.waitForReport(2))).toEqual([[], ['incomplete']]);
  expect(fetched.toSorted()).toEqual(['/other/fallback.wasm', '/other/reader.wasm', '/other/worker.js', '/other/worker.wasm']);
});

test('a file in which no page was found is checked again, and nothing for that is loaded before', async ({ hostPage }) => {
  await hostPage.open(upload);
  await hostPage.addFiles([{ name: 'good.pdf' }]);
  await hostPage.waitForReport(1);
  expect(hostPage.requests.filter(({ url }) => url.endsWith('fallback_bg.wasm'))).toEqual([]);
  await hostPage.addFiles([{ name: 'lost.pdf', text: NO_PAGE_TREE }, { name: 'nothing.pdf', text: NO_PAGE }]);
  const report = await hostPage.waitForReport(3);
  expect(codes(report)).toEqual([[], ['incomplete'], ['damaged']]);
  expect(report.files.map(({ pages }) => pages)).toEqual([1, 1, null]);
});

test('in the page, too, damaged files are checked again', async ({ hostPage }) => {
  await hostPage.open(upload, { policy: POLICY.replace("worker-src 'self'", "worker-src 'none'") });
  await hostPage.addFiles([{ name: 'lost.pdf', text: NO_PAGE_TREE }]);
  expect(codes(await hostPage.waitForReport(1))).toEqual([['incomplete']]);
  hostPage.violations.length = 0;
});

test('without the fallback parser, a damaged file is a doubt', async ({ hostPage }) => {
  await hostPage.open(upload);
  await hostPage.page.route('**/flinks-upload-fallback_bg.wasm', (route) => route.fulfill({ status: 503, body: '' }));
  await hostPage.addFiles([{ name: 'lost.pdf', text: NO_PAGE_TREE }, { name: 'good.pdf' }]);
  expect(codes(await hostPage.waitForReport(2))).toEqual([['unchecked'], []]);
});

test('a fallback parser that traps takes neither the other files nor the next damaged one with it @claim:file-crashes-checker', async ({ hostPage }) => {
  await hostPage.open(upload);
  await hostPage.page.route('**/worker.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `const { instantiateStreaming } = WebAssembly;
        const trap = () => { throw new WebAssembly.RuntimeError('unreachable'); };
        WebAssembly.instantiateStreaming = async (response, imports) => {
          const isFallback = (await response).url.includes('fallback');
          const made = await instantiateStreaming(response, imports);
          if (!isFallback) return made;
          const exports = Object.entries(made.instance.exports).map(([name, value]) => [name, typeof value === 'function' ? trap : value]);
          return { ...made, instance: { exports: Object.fromEntries(exports) } };
        };
        ${readFileSync(join(packageFolder, 'worker.js'), 'utf8')}`,
    }),
    // The next worker works.
    { times: 1 },
  );
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'lost.pdf', text: NO_PAGE_TREE }, { name: 'bb.pdf' }]);
  expect(codes(await hostPage.waitForReport(3))).toEqual([[], ['unchecked'], []]);
  await hostPage.addFiles([{ name: 'lost-too.pdf', text: `${NO_PAGE_TREE} ` }]);
  expect(codes(await hostPage.waitForReport(4)).at(-1)).toEqual(['incomplete']);
});

test('a worker that is silent is replaced @claim:hostile-file @claim:worker-hangs', async ({ hostPage }) => {
  await hostPage.page.clock.install();
  await hostPage.open(upload, {
    script: wrapWorker((worker, index) => {
      if (index > 1) return;
      const post = worker.postMessage.bind(worker);
      worker.postMessage = (data) => data.type === 'start' && post(data);
    }),
  });
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await expect.poll(() => hostPage.page.evaluate(() => window.started)).toBe(1);
  await expect
    .poll(async () => {
      await hostPage.page.clock.runFor(5000);
      return hostPage.element.evaluate((element) => element.report.complete);
    })
    .toBe(true);
  expect(codes(await hostPage.waitForReport(1))).toEqual([['unchecked']]);
  await hostPage.addFiles([{ name: 'bb.pdf' }]);
  await expect
    .poll(async () => {
      await hostPage.page.clock.runFor(100);
      return hostPage.element.evaluate((element) => element.report.complete);
    })
    .toBe(true);
  expect(codes(await hostPage.waitForReport(2))).toEqual([['unchecked'], []]);
  expect(await hostPage.page.evaluate(() => window.started)).toBe(2);
});

test('a worker without work ends', async ({ hostPage }) => {
  await hostPage.page.clock.install();
  await hostPage.open(upload);
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await expect
    .poll(async () => {
      await hostPage.page.clock.runFor(100);
      return hostPage.element.evaluate((element) => element.report.complete);
    })
    .toBe(true);
  expect(hostPage.page.workers()).toHaveLength(1);
  await hostPage.page.clock.runFor(61_000);
  await expect.poll(() => hostPage.page.workers().length).toBe(0);
});
