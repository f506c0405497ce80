// Where files are looked into: in a worker, away from the page's main thread; in the page where there can be none.
import { POLICY, expect, test } from '../lender.mjs';

const upload = { instance: 'toolbox', mode: 'upload' };

test('nothing of the checker is loaded before the first file', async ({ lender }) => {
  await lender.open(upload);
  await lender.checked(0);
  expect(lender.requests.filter(({ url }) => /worker|checker/.test(url))).toEqual([]);
  expect(lender.page.workers()).toEqual([]);
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
    script: `const { Worker } = window;
      window.started = 0;
      window.Worker = class extends Worker {
        constructor(...rest) {
          super(...rest);
          window.started += 1;
          // The first one traps at the second question it is asked.
          if (window.started > 1) return;
          let asked = 0;
          const post = this.postMessage.bind(this);
          this.postMessage = (data) => {
            asked += 1;
            if (asked !== 2) return post(data);
            const error = { name: 'RuntimeError', message: 'unreachable', isTrap: true };
            this.dispatchEvent(new MessageEvent('message', { data: { version: 1, ticket: data.ticket, error } }));
          };
        }
      };
      await import('/package/define.js');`,
  });
  await lender.add([{ name: 'a.pdf' }, { name: 'bb.pdf' }, { name: 'ccc.pdf' }, { name: 'dddd.pdf' }]);
  const report = await lender.checked(4);
  expect(report.files.map(({ findings }) => findings.map(({ code }) => code)).filter((codes) => codes.includes('unchecked'))).toHaveLength(1);
  expect(report.totals.ready).toBe(4);
  expect(await lender.page.evaluate(() => window.started)).toBe(2);
});

test('a checker that can’t be loaded leaves a doubt, never an error', async ({ lender }) => {
  await lender.open(upload);
  await lender.page.route('**/flinks-upload-worker*', (route) => route.fulfill({ status: 503, body: '' }));
  await lender.add([{ name: 'a.pdf' }]);
  const report = await lender.checked(1);
  expect(report.files[0]).toMatchObject({ status: 'warning', findings: [{ code: 'unchecked', budget: 'checker' }] });
  expect(report.canContinue).toBe(true);
});

test('the worker and its wasm may be hosted elsewhere', async ({ lender }) => {
  await lender.open(upload, {
    script: `const { init, defineElement } = await import('/package/index.js');
      init({ workerUrl: '/other/worker.js', checkerWasmUrl: '/other/checker.wasm' });
      defineElement();`,
  });
  const fetched = [];
  await lender.page.route('**/other/*', async (route) => {
    const path = new URL(route.request().url()).pathname;
    fetched.push(path);
    const source = path.endsWith('.wasm') ? '/package/flinks-upload-worker_bg.wasm' : "import '/package/worker.js';";
    if (!path.endsWith('.wasm')) return route.fulfill({ contentType: 'text/javascript', body: source });
    return route.fulfill({ status: 302, headers: { location: source } });
  });
  await lender.add([{ name: 'a.pdf' }]);
  expect((await lender.checked(1)).totals.ready).toBe(1);
  expect(fetched).toEqual(['/other/worker.js', '/other/checker.wasm']);
});
