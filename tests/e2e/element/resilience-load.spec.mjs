// Package files that fail to load: what is shown, what still works, and how to recover.
import { NO_PAGE_TREE, POLICY, expect, packageFolder, test } from '../host-page.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const WASM = 'flinks-upload_bg.wasm';
const CHECKER = 'flinks-upload-worker_bg.wasm';
const FALLBACK = 'flinks-upload-fallback_bg.wasm';
const upload = { instance: 'toolbox', mode: 'upload' };

/** Ways for a request to fail. */
const LOAD_FAILURES = {
  'the network is gone': (route) => route.abort('internetdisconnected'),
  'it is not there': (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<title>Not found</title>' }),
  'a page comes instead, as from servers of one page': (route) => route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><title>App</title>' }),
  'half of it comes': (route, name) => route.fulfill({ contentType: 'application/wasm', body: readFileSync(join(packageFolder, name)).subarray(0, 10_000) }),
};

/** Intercepts one file of the package while `isActive`. */
function interceptFile(name, answer) {
  const interceptor = { isActive: true };
  interceptor.intercept = (route, url) => interceptor.isActive && url.pathname.endsWith(`/${name}`) && answer(route, name);
  return interceptor;
}

const asText = (route, name) => route.fulfill({ contentType: 'text/plain', body: readFileSync(join(packageFolder, name)) });

/** Checks two files, one of which needs the fallback parser; returns the codes of both. */
async function check(hostPage) {
  await hostPage.addFiles([{ name: 'good.pdf' }, { name: 'lost.pdf', text: NO_PAGE_TREE }]);
  const { files, canContinue } = await hostPage.waitForReport(2);
  expect(canContinue).toBe(true);
  return files.map(({ findings }) => findings.map(({ code }) => code));
}

for (const [how, answer] of Object.entries(LOAD_FAILURES)) {
  test(`the element’s wasm: ${how} @claim:element-wasm-not-loaded`, async ({ hostPage }) => {
    const interceptor = interceptFile(WASM, answer);
    await hostPage.open(upload, { intercept: interceptor.intercept });
    await expect(hostPage.element.getByRole('alert')).toHaveText('This part of the page couldn’t be loaded. Please check your connection.');
    const [{ detail }] = await hostPage.events('upload-error');
    expect(detail).toMatchObject({ code: 'load-failed', expected: 'the wasm of flinks-upload', message: expect.stringContaining('its wasm could not be loaded') });
    // Files that the host added in the meantime are kept.
    await hostPage.addFiles([{ name: 'a.pdf' }]);
    expect(await hostPage.element.evaluate((element) => element.files.map(({ name }) => name))).toEqual(['a.pdf']);
    interceptor.isActive = false;
    await hostPage.part('retry').click();
    expect((await hostPage.waitForReport(1)).files[0].name).toBe('a.pdf');
    await expect(hostPage.element.getByRole('alert')).toHaveCount(0);
  });

  test(`the checker’s wasm: ${how} @claim:checker-wasm-not-loaded`, async ({ hostPage }) => {
    const interceptor = interceptFile(CHECKER, answer);
    await hostPage.open(upload, { intercept: interceptor.intercept });
    expect(await check(hostPage)).toEqual([['unchecked'], ['unchecked']]);
    await expect(hostPage.fileRows.first()).toContainText('This file couldn’t be fully checked.');
    expect(await hostPage.events('upload-error')).toEqual([]);
    // The next file loads it again.
    interceptor.isActive = false;
    await hostPage.addFiles([{ name: 'next.pdf' }]);
    expect((await hostPage.waitForReport(3)).files[2]).toMatchObject({ status: 'ready', findings: [] });
  });

  test(`the fallback parser’s wasm: ${how} @claim:fallback-parser-not-loaded`, async ({ hostPage }) => {
    const interceptor = interceptFile(FALLBACK, answer);
    await hostPage.open(upload, { intercept: interceptor.intercept });
    expect(await check(hostPage)).toEqual([[], ['unchecked']]);
    interceptor.isActive = false;
    await hostPage.addFiles([{ name: 'next.pdf', text: `${NO_PAGE_TREE} ` }]);
    expect((await hostPage.waitForReport(3)).files[2].findings[0].code).toBe('incomplete');
  });
}

test('wasm of a wrong MIME type works all the same @claim:wasm-mime-type', async ({ hostPage }) => {
  await hostPage.open(upload, { intercept: (route, url) => url.pathname.endsWith('.wasm') && asText(route, url.pathname.split('/').at(-1)) });
  expect(await check(hostPage)).toEqual([[], ['incomplete']]);
  expect(hostPage.page.workers()).toHaveLength(1);
  expect(await hostPage.events('upload-error')).toEqual([]);
});

for (const [how, answer] of [
  ['has a wrong MIME type', asText],
  ['is not there', LOAD_FAILURES['it is not there']],
  ['is a page', LOAD_FAILURES['a page comes instead, as from servers of one page']],
  ['throws', (route) => route.fulfill({ contentType: 'text/javascript', body: "throw new Error('no')" })],
]) {
  test(`a worker whose script ${how}: files are looked into in the page @claim:no-worker`, async ({ hostPage }) => {
    await hostPage.open(upload, { intercept: interceptFile('worker.js', answer).intercept });
    expect(await check(hostPage)).toEqual([[], ['incomplete']]);
    expect(hostPage.page.workers()).toEqual([]);
  });
}

test('scripts of a wrong MIME type: what is loaded late leaves a doubt, and comes with the next file @claim:checker-scripts-not-loaded', async ({ hostPage }) => {
  const late = interceptFile('checker/client.js', asText);
  await hostPage.open(upload, { intercept: late.intercept });
  expect(await check(hostPage)).toEqual([['unchecked'], ['unchecked']]);
  late.isActive = false;
  await hostPage.addFiles([{ name: 'next.pdf' }]);
  expect((await hostPage.waitForReport(3)).files[2].status).toBe('ready');
});

test('a policy without wasm: the element says so, and the host hears which policy @claim:element-wasm-blocked', async ({ hostPage }) => {
  await hostPage.open(upload, { policy: POLICY.replace(" 'wasm-unsafe-eval'", '') });
  await expect(hostPage.element.getByRole('alert')).toContainText('couldn’t be loaded');
  const [{ detail }] = await hostPage.events('upload-error');
  expect(detail).toMatchObject({ code: 'load-failed', received: 'CompileError' });
  expect(detail.message).toContain('unsafe-eval');
  hostPage.violations.length = 0;
});

test('a policy without wasm for the worker alone: files are looked into in the page @claim:no-worker', async ({ hostPage }) => {
  await hostPage.open(upload, { workerPolicy: "default-src 'none'; script-src 'self'; connect-src 'self'" });
  expect(await check(hostPage)).toEqual([[], ['incomplete']]);
  hostPage.violations.length = 0;
});

test('a policy that forbids to fetch the wasm is told as a wasm that does not come @claim:element-wasm-blocked', async ({ hostPage }) => {
  await hostPage.open(upload, { policy: POLICY.replace("connect-src 'self'", "connect-src 'none'") });
  await expect(hostPage.element.getByRole('alert')).toContainText('couldn’t be loaded');
  expect((await hostPage.events('upload-error'))[0].detail.code).toBe('load-failed');
  hostPage.violations.length = 0;
});

test('where the scripts do not come, what stands inside the element is shown @claim:scripts-not-loaded', async ({ hostPage }) => {
  await hostPage.open({}, {
    body: '<flinks-upload instance="toolbox"><a href="/help">Send us your statements</a></flinks-upload>',
    intercept: interceptFile('element/element.js', LOAD_FAILURES['the network is gone']).intercept,
  });
  await hostPage.page.waitForLoadState('networkidle');
  await expect(hostPage.page.getByRole('link', { name: 'Send us your statements' })).toBeVisible();
  hostPage.pageErrors.length = 0;
});
