// Each part of the package that does not come, or comes as something else: what is said, what still works, and the way on.
import { NO_PAGE_TREE, POLICY, expect, packageFolder, test } from '../lender.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const WASM = 'flinks-upload_bg.wasm';
const CHECKER = 'flinks-upload-worker_bg.wasm';
const REPAIR = 'flinks-upload-fallback_bg.wasm';
const upload = { instance: 'toolbox', mode: 'upload' };

/** How a file may fail to come. */
const LOST = {
  'the network is gone': (route) => route.abort('internetdisconnected'),
  'it is not there': (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<title>Not found</title>' }),
  'a page comes instead, as from servers of one page': (route) => route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><title>App</title>' }),
  'half of it comes': (route, name) => route.fulfill({ contentType: 'application/wasm', body: readFileSync(join(packageFolder, name)).subarray(0, 10_000) }),
};

/** Answers for one file of the package, for as long as it is wanted. */
function meddler(name, answer) {
  const meddler = { isOn: true };
  meddler.meddle = (route, url) => meddler.isOn && url.pathname.endsWith(`/${name}`) && answer(route, name);
  return meddler;
}

const asText = (route, name) => route.fulfill({ contentType: 'text/plain', body: readFileSync(join(packageFolder, name)) });

/** Looks at two files, one of which needs the second look; gives the codes of both. */
async function check(lender) {
  await lender.add([{ name: 'good.pdf' }, { name: 'lost.pdf', text: NO_PAGE_TREE }]);
  const { files, canContinue } = await lender.checked(2);
  expect(canContinue).toBe(true);
  return files.map(({ findings }) => findings.map(({ code }) => code));
}

for (const [how, answer] of Object.entries(LOST)) {
  test(`the element’s wasm: ${how}`, async ({ lender }) => {
    const meddler_ = meddler(WASM, answer);
    await lender.open(upload, { meddle: meddler_.meddle });
    await expect(lender.element.getByRole('alert')).toHaveText('This part of the page could not be loaded. Please check your connection.');
    const [{ detail }] = await lender.events('upload-error');
    expect(detail).toMatchObject({ code: 'load-failed', expected: 'the wasm of flinks-upload', message: expect.stringContaining('its wasm could not be loaded') });
    // What the host gave meanwhile is kept.
    await lender.add([{ name: 'a.pdf' }]);
    expect(await lender.element.evaluate((element) => element.files.map(({ name }) => name))).toEqual(['a.pdf']);
    meddler_.isOn = false;
    await lender.part('retry').click();
    expect((await lender.checked(1)).files[0].name).toBe('a.pdf');
    await expect(lender.element.getByRole('alert')).toHaveCount(0);
  });

  test(`the checker’s wasm: ${how}`, async ({ lender }) => {
    const meddler_ = meddler(CHECKER, answer);
    await lender.open(upload, { meddle: meddler_.meddle });
    expect(await check(lender)).toEqual([['unchecked'], ['unchecked']]);
    await expect(lender.files.first()).toContainText('This file could not be checked completely.');
    expect(await lender.events('upload-error')).toEqual([]);
    // The next file finds it.
    meddler_.isOn = false;
    await lender.add([{ name: 'next.pdf' }]);
    expect((await lender.checked(3)).files[2]).toMatchObject({ status: 'ready', findings: [] });
  });

  test(`the second look’s wasm: ${how}`, async ({ lender }) => {
    const meddler_ = meddler(REPAIR, answer);
    await lender.open(upload, { meddle: meddler_.meddle });
    expect(await check(lender)).toEqual([[], ['unchecked']]);
    meddler_.isOn = false;
    await lender.add([{ name: 'next.pdf', text: `${NO_PAGE_TREE} ` }]);
    expect((await lender.checked(3)).files[2].findings[0].code).toBe('repaired');
  });
}

test('wasm of a wrong MIME type works all the same', async ({ lender }) => {
  await lender.open(upload, { meddle: (route, url) => url.pathname.endsWith('.wasm') && asText(route, url.pathname.split('/').at(-1)) });
  expect(await check(lender)).toEqual([[], ['repaired']]);
  expect(lender.page.workers()).toHaveLength(1);
  expect(await lender.events('upload-error')).toEqual([]);
});

for (const [how, answer] of [
  ['has a wrong MIME type', asText],
  ['is not there', LOST['it is not there']],
  ['is a page', LOST['a page comes instead, as from servers of one page']],
  ['throws', (route) => route.fulfill({ contentType: 'text/javascript', body: "throw new Error('no')" })],
]) {
  test(`a worker whose script ${how}: files are looked into in the page`, async ({ lender }) => {
    await lender.open(upload, { meddle: meddler('worker.js', answer).meddle });
    expect(await check(lender)).toEqual([[], ['repaired']]);
    expect(lender.page.workers()).toEqual([]);
  });
}

test('scripts of a wrong MIME type: what is loaded late leaves a doubt, and comes with the next file', async ({ lender }) => {
  const late = meddler('checker/client.js', asText);
  await lender.open(upload, { meddle: late.meddle });
  expect(await check(lender)).toEqual([['unchecked'], ['unchecked']]);
  late.isOn = false;
  await lender.add([{ name: 'next.pdf' }]);
  expect((await lender.checked(3)).files[2].status).toBe('ready');
});

test('a policy without wasm: the element says so, and the host hears which policy', async ({ lender }) => {
  await lender.open(upload, { policy: POLICY.replace(" 'wasm-unsafe-eval'", '') });
  await expect(lender.element.getByRole('alert')).toContainText('could not be loaded');
  const [{ detail }] = await lender.events('upload-error');
  expect(detail).toMatchObject({ code: 'load-failed', received: 'CompileError' });
  expect(detail.message).toContain('unsafe-eval');
  lender.violations.length = 0;
});

test('a policy without wasm for the worker alone: files are looked into in the page', async ({ lender }) => {
  await lender.open(upload, { workerPolicy: "default-src 'none'; script-src 'self'; connect-src 'self'" });
  expect(await check(lender)).toEqual([[], ['repaired']]);
  lender.violations.length = 0;
});

test('a policy that forbids to fetch the wasm is told as a wasm that does not come', async ({ lender }) => {
  await lender.open(upload, { policy: POLICY.replace("connect-src 'self'", "connect-src 'none'") });
  await expect(lender.element.getByRole('alert')).toContainText('could not be loaded');
  expect((await lender.events('upload-error'))[0].detail.code).toBe('load-failed');
  lender.violations.length = 0;
});

test('where the scripts do not come, what stands inside the element is shown', async ({ lender }) => {
  await lender.open({}, {
    body: '<flinks-upload instance="toolbox"><a href="/help">Send us your statements</a></flinks-upload>',
    meddle: meddler('element/element.js', LOST['the network is gone']).meddle,
  });
  await lender.page.waitForLoadState('networkidle');
  await expect(lender.page.getByRole('link', { name: 'Send us your statements' })).toBeVisible();
  lender.pageErrors.length = 0;
});
