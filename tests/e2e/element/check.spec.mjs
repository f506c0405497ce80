// `flinks-upload/check` alone: for custom UIs and for strict policies.
import { POLICY, expect, packageFolder, test } from '../host-page.mjs';
import { join } from 'node:path';

const NO_WASM = POLICY.replace(" 'wasm-unsafe-eval'", '');

/** A page with the check but without the element. */
const withoutElement = { body: '<p>An upload page of its own</p>', script: "window.flinks = await import('/package/check.js');" };

/** The report on valid files with these names, or the rejection message. */
const check = (page, names, options) =>
  page.evaluate(
    async ([list, given]) => {
      const files = list.map((name) => new File(window.pdf(name), name));
      return window.flinks.checkFiles(files, given).catch((error) => error.message);
    },
    [names, options],
  );

test('files are checked without the element and without its wasm', async ({ hostPage }) => {
  await hostPage.open({}, withoutElement);
  await expect.poll(() => hostPage.page.evaluate(() => window.flinks !== undefined)).toBe(true);
  const report = await check(hostPage.page, ['a.pdf', 'bb.pdf', 'a.pdf'], { maxFiles: 10 });
  expect(report.files.map(({ status, pages }) => [status, pages])).toEqual([['ready', 1], ['ready', 1], ['rejected', 1]]);
  expect(report.files[2].findings).toMatchObject([{ code: 'duplicate', of: report.files[0].id }]);
  expect(report.limits.maxFiles).toBe(10);
  const loaded = hostPage.requests.map(({ url }) => url.split('/').at(-1)).filter((name) => name.endsWith('.wasm'));
  expect(loaded.toSorted()).toEqual(['flinks-upload-reader_bg.wasm', 'flinks-upload-report_bg.wasm', 'flinks-upload-worker_bg.wasm']);
});

test('what is no file, and a wrong option, are refused by name before any file is checked', async ({ hostPage }) => {
  await hostPage.open({}, withoutElement);
  await expect.poll(() => hostPage.page.evaluate(() => window.flinks !== undefined)).toBe(true);
  expect(await hostPage.page.evaluate(() => window.flinks.checkFiles(['a.pdf']).catch((error) => error.message))).toContain('[object String]');
  expect(await check(hostPage.page, ['a.pdf'], { maxFile: 1 })).toContain("'maxFile'");
  expect(await check(hostPage.page, ['a.pdf'], { maxFiles: -1 })).toContain('-1');
});

test('a checker that is lost over a file leaves it unchecked, and the others are checked', async ({ hostPage }) => {
  const script = `const { Worker } = window;
    window.started = 0;
    window.Worker = class extends Worker {
      constructor(...rest) {
        super(...rest);
        window.started += 1;
        if (window.started > 1) return;
        const post = this.postMessage.bind(this);
        this.postMessage = (data) => {
          if (data.args?.[0]?.name !== 'bb.pdf') return post(data);
          const error = { name: 'RuntimeError', message: 'unreachable', isTrap: true };
          this.dispatchEvent(new MessageEvent('message', { data: { version: 5, type: 'error', id: data.id, error } }));
        };
      }
    };
    ${withoutElement.script}`;
  await hostPage.open({}, { ...withoutElement, script });
  await expect.poll(() => hostPage.page.evaluate(() => window.flinks !== undefined)).toBe(true);
  const report = await check(hostPage.page, ['a.pdf', 'bb.pdf', 'ccc.pdf', 'dddd.pdf', 'eeeee.pdf']);
  expect(report.files.map(({ findings }) => findings.map(({ code }) => code))).toEqual([[], ['unchecked'], [], [], []]);
  expect(report.complete).toBe(true);
  expect(await hostPage.page.evaluate(() => window.started)).toBe(2);
});

test('the wasm of the report may be hosted elsewhere; one that doesn’t load is named, and asked for anew by the next call', async ({ hostPage }) => {
  await hostPage.open({}, withoutElement);
  await expect.poll(() => hostPage.page.evaluate(() => window.flinks !== undefined)).toBe(true);
  const asked = [];
  await hostPage.page.route('**/other/report.wasm', (route) => {
    asked.push(route.request().url());
    if (asked.length === 1) return route.fulfill({ status: 404, contentType: 'text/html', body: '<title>Not found</title>' });
    return route.fulfill({ contentType: 'application/wasm', path: join(packageFolder, 'flinks-upload-report_bg.wasm') });
  });
  const failure = await hostPage.page.evaluate(() => window.flinks.init({ reportWasmUrl: '/other/report.wasm' }).catch((error) => error.message));
  expect(failure).toMatch(/the wasm of the report could not be loaded/);
  expect((await check(hostPage.page, ['a.pdf'])).files[0].status).toBe('ready');
  expect(asked).toHaveLength(2);
});

test('where there can be no worker, the page makes the report', async ({ hostPage }) => {
  await hostPage.open({}, { ...withoutElement, policy: POLICY.replace("worker-src 'self'", "worker-src 'none'") });
  await expect.poll(() => hostPage.page.evaluate(() => window.flinks !== undefined)).toBe(true);
  expect((await check(hostPage.page, ['a.pdf', 'a.pdf'])).files.map(({ status }) => status)).toEqual(['ready', 'rejected']);
  hostPage.violations.length = 0;
});

test('without wasm in the page’s policy, a worker with a policy of its own checks', async ({ hostPage }) => {
  await hostPage.open({}, { ...withoutElement, policy: NO_WASM });
  await expect.poll(() => hostPage.page.evaluate(() => window.flinks !== undefined)).toBe(true);
  const report = await check(hostPage.page, ['a.pdf']);
  expect(report.files[0]).toMatchObject({ status: 'ready', pages: 1 });
});

test('where neither policy allows wasm, the rejection says so', async ({ hostPage }) => {
  await hostPage.open({}, { ...withoutElement, policy: NO_WASM, workerPolicy: NO_WASM });
  await expect.poll(() => hostPage.page.evaluate(() => window.flinks !== undefined)).toBe(true);
  expect(await check(hostPage.page, ['a.pdf'])).toMatch(/neither in a worker .* nor in the page .*'wasm-unsafe-eval'/);
  expect(hostPage.violations.every((text) => text.includes('WebAssembly') || text.includes('unsafe-eval'))).toBe(true);
  hostPage.violations.length = 0;
});
