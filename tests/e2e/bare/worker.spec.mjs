// Where files are looked into: in a worker, away from the page's main thread; in the page where there can be none.
import { NO_PAGE_TREE, POLICY, expect, packageFolder, test } from '../lender.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const upload = { instance: 'toolbox', mode: 'upload' };

/** A page tree that leads nowhere. */
const NO_PAGE = NO_PAGE_TREE.replace('/Contents 3 0 R', '');

const codes = (report) => report.files.map(({ findings }) => findings.map(({ code }) => code));

/** Imports the element with a `Worker` whose instances go through `window.meddle(worker, which)` before they are used. */
const meddling = (meddle) => `const { Worker } = window;
  window.started = 0;
  window.Worker = class extends Worker {
    constructor(...rest) {
      super(...rest);
      window.started += 1;
      (${meddle})(this, window.started);
    }
  };
  await import('/package/define.js');`;

const ofChecker = ({ url }) => /worker|checker/.test(url);

test('nothing of the checker is loaded before files can be picked', async ({ lender }) => {
  await lender.open();
  await lender.select('FlinksCapital');
  await expect(lender.part('offer')).toBeVisible();
  expect(lender.requests.filter(ofChecker)).toEqual([]);
  await lender.part('use-upload').click();
  await expect.poll(() => lender.requests.filter(ofChecker).map(({ url }) => url.split('/').at(-1))).toEqual(
    ['client.js', 'worker.js', 'flinks-upload-worker_bg.wasm']);
  await expect.poll(() => lender.page.workers().length).toBe(1);
});

test('a checker that can’t be loaded ahead of time is loaded with the first file', async ({ lender }) => {
  await lender.open();
  await lender.page.route('**/package/checker/client.js', (route) => route.abort(), { times: 1 });
  await lender.collect();
  await expect.poll(() => lender.requests.filter(ofChecker).length).toBe(1);
  await lender.add([{ name: 'a.pdf' }]);
  expect((await lender.checked(1)).totals.ready).toBe(1);
});

test('files are looked into in one worker', async ({ lender }) => {
  await lender.open(upload);
  await lender.add([{ name: 'a.pdf' }, { name: 'bb.pdf' }, { name: 'ccc.pdf' }]);
  expect((await lender.checked(3)).totals.ready).toBe(3);
  expect(lender.page.workers().map((worker) => worker.url())).toEqual(['https://lender.example/package/worker.js']);
});

test('where the policy forbids workers, files are looked into in the page', async ({ lender }) => {
  await lender.open(upload, { policy: POLICY.replace("worker-src 'self'", "worker-src 'none'") });
  await lender.add([{ name: 'a.pdf' }, { name: 'page.pdf', text: '<html>' }]);
  const report = await lender.checked(2);
  expect(report.files.map(({ status }) => status)).toEqual(['ready', 'rejected']);
  expect(lender.page.workers()).toEqual([]);
  expect(lender.violations.every((text) => text.includes('worker'))).toBe(true);
  lender.violations.length = 0;
});

test('a worker that is lost is replaced, and every file gets a verdict', async ({ lender }) => {
  await lender.open(upload, {
    // The first one traps at the second question it is asked, after the message that starts it.
    script: meddling((worker, which) => {
      if (which > 1) return;
      let asked = -1;
      const post = worker.postMessage.bind(worker);
      worker.postMessage = (data) => {
        asked += 1;
        if (asked !== 2) return post(data);
        const error = { name: 'RuntimeError', message: 'unreachable', isTrap: true };
        worker.dispatchEvent(new MessageEvent('message', { data: { version: 2, type: 'error', id: data.id, error } }));
      };
    }),
  });
  await lender.add([{ name: 'a.pdf' }, { name: 'bb.pdf' }, { name: 'ccc.pdf' }, { name: 'dddd.pdf' }]);
  const report = await lender.checked(4);
  expect(codes(report).filter((found) => found.includes('unchecked'))).toHaveLength(1);
  expect(report.totals.ready).toBe(4);
  expect(await lender.page.evaluate(() => window.started)).toBe(2);
});

test('a checker that can’t be loaded leaves a doubt, never an error', async ({ lender }) => {
  await lender.open();
  await lender.page.route('**/flinks-upload-worker*', (route) => route.fulfill({ status: 503, body: '' }));
  await lender.collect();
  await lender.add([{ name: 'a.pdf' }]);
  const report = await lender.checked(1);
  expect(report.files[0]).toMatchObject({ status: 'warning', findings: [{ code: 'unchecked', budget: 'checker' }] });
  expect(report.canContinue).toBe(true);
});

test('the worker and its wasm may be hosted elsewhere', async ({ lender }) => {
  await lender.open(upload, {
    script: `const { init, defineElement } = await import('/package/index.js');
      init({ workerUrl: '/other/worker.js', checkerWasmUrl: '/other/checker.wasm', fallbackWasmUrl: '/other/fallback.wasm' });
      defineElement();`,
  });
  const fetched = [];
  await lender.page.route('**/other/*', async (route) => {
    const path = new URL(route.request().url()).pathname;
    fetched.push(path);
    if (!path.endsWith('.wasm')) return route.fulfill({ contentType: 'text/javascript', body: "import '/package/worker.js';" });
    const name = path.includes('fallback') ? 'flinks-upload-fallback_bg.wasm' : 'flinks-upload-worker_bg.wasm';
    return route.fulfill({ contentType: 'application/wasm', path: join(packageFolder, name) });
  });
  await lender.add([{ name: 'a.pdf' }, { name: 'lost.pdf', text: NO_PAGE_TREE }]);
  expect(codes(await lender.checked(2))).toEqual([[], ['repaired']]);
  expect(fetched).toEqual(['/other/worker.js', '/other/checker.wasm', '/other/fallback.wasm']);
});

test('a file in which no page was found is looked into again, and nothing for that is loaded before', async ({ lender }) => {
  await lender.open(upload);
  await lender.add([{ name: 'good.pdf' }]);
  await lender.checked(1);
  expect(lender.requests.filter(({ url }) => url.endsWith('fallback_bg.wasm'))).toEqual([]);
  await lender.add([{ name: 'lost.pdf', text: NO_PAGE_TREE }, { name: 'nothing.pdf', text: NO_PAGE }]);
  const report = await lender.checked(3);
  expect(codes(report)).toEqual([[], ['repaired'], ['damaged']]);
  expect(report.files.map(({ pages }) => pages)).toEqual([1, 1, null]);
});

test('in the page, too, damaged files are looked into again', async ({ lender }) => {
  await lender.open(upload, { policy: POLICY.replace("worker-src 'self'", "worker-src 'none'") });
  await lender.add([{ name: 'lost.pdf', text: NO_PAGE_TREE }]);
  expect(codes(await lender.checked(1))).toEqual([['repaired']]);
  lender.violations.length = 0;
});

test('without its second look, a damaged file is a doubt', async ({ lender }) => {
  await lender.open(upload);
  await lender.page.route('**/flinks-upload-fallback_bg.wasm', (route) => route.fulfill({ status: 503, body: '' }));
  await lender.add([{ name: 'lost.pdf', text: NO_PAGE_TREE }, { name: 'good.pdf' }]);
  expect(codes(await lender.checked(2))).toEqual([['unchecked'], []]);
});

test('a second look that traps takes neither the other files nor the next damaged one with it', async ({ lender }) => {
  await lender.open(upload);
  await lender.page.route('**/worker.js', (route) =>
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
  );
  await lender.add([{ name: 'a.pdf' }, { name: 'lost.pdf', text: NO_PAGE_TREE }, { name: 'bb.pdf' }]);
  expect(codes(await lender.checked(3))).toEqual([[], ['unchecked'], []]);
  await lender.page.unroute('**/worker.js');
  await lender.add([{ name: 'lost-too.pdf', text: `${NO_PAGE_TREE} ` }]);
  expect(codes(await lender.checked(4)).at(-1)).toEqual(['repaired']);
});

test('a worker that is silent is replaced', async ({ lender }) => {
  await lender.page.clock.install();
  await lender.open(upload, {
    script: meddling((worker, which) => {
      if (which > 1) return;
      const post = worker.postMessage.bind(worker);
      worker.postMessage = (data) => data.type === 'start' && post(data);
    }),
  });
  await lender.add([{ name: 'a.pdf' }]);
  await expect.poll(() => lender.page.evaluate(() => window.started)).toBe(1);
  await expect
    .poll(async () => {
      await lender.page.clock.runFor(5000);
      return lender.element.evaluate((element) => element.report.complete);
    })
    .toBe(true);
  expect(codes(await lender.checked(1))).toEqual([['unchecked']]);
  await lender.add([{ name: 'bb.pdf' }]);
  await expect
    .poll(async () => {
      await lender.page.clock.runFor(100);
      return lender.element.evaluate((element) => element.report.complete);
    })
    .toBe(true);
  expect(codes(await lender.checked(2))).toEqual([['unchecked'], []]);
  expect(await lender.page.evaluate(() => window.started)).toBe(2);
});

test('a worker without work ends', async ({ lender }) => {
  await lender.page.clock.install();
  await lender.open(upload);
  await lender.add([{ name: 'a.pdf' }]);
  await expect
    .poll(async () => {
      await lender.page.clock.runFor(100);
      return lender.element.evaluate((element) => element.report.complete);
    })
    .toBe(true);
  expect(lender.page.workers()).toHaveLength(1);
  await lender.page.clock.runFor(61_000);
  await expect.poll(() => lender.page.workers().length).toBe(0);
});
