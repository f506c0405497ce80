// Package files that fail to load: what is shown, what still works, and how to recover.
import { HOST_ORIGIN, NO_PAGE_TREE, POLICY, expect, packageFolder, test } from '../host-page.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const WASM = 'flinks-upload_bg.wasm';
const DEFERRED = 'flinks-upload-deferred_bg.wasm';
const CHECKER = 'flinks-upload-worker_bg.wasm';
const READER = 'flinks-upload-reader_bg.wasm';
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
  for (const [part, name] of [['the element’s wasm', WASM], ['the rest of it, where files are picked at once', DEFERRED]]) {
    test(`${part}: ${how} @claim:element-wasm-not-loaded`, async ({ hostPage }) => {
      const interceptor = interceptFile(name, answer);
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
  }

  test(`the rest of the element’s wasm, beside Connect: ${how} @claim:deferred-wasm-not-loaded`, async ({ hostPage }) => {
    const interceptor = interceptFile(DEFERRED, answer);
    await hostPage.open({ instance: 'toolbox' }, { intercept: interceptor.intercept });
    await expect.poll(() => hostPage.events('upload-error')).toMatchObject([{ detail: { code: 'load-failed', message: expect.stringContaining(DEFERRED) } }]);
    // Connect is there all the same, and what happens in the meantime is not lost.
    const frame = await hostPage.connectFrame();
    await frame.evaluate((target) => parent.postMessage({ step: 'INSTITUTION_SELECTED', institution: 'FlinksCapital' }, target), HOST_ORIGIN);
    await hostPage.addFiles([{ name: 'a.pdf' }]);
    await expect(hostPage.element.getByRole('alert')).toHaveCount(0);
    await expect(hostPage.part('offer')).toHaveCount(0);
    expect(await hostPage.element.evaluate((element) => element.files.map(({ name }) => name))).toEqual(['a.pdf']);
    interceptor.isActive = false;
    await expect(hostPage.part('offer')).toBeVisible();
    await hostPage.part('use-upload').click();
    expect((await hostPage.waitForReport(1)).files[0].name).toBe('a.pdf');
    expect((await hostPage.events('connect-event')).map(({ detail }) => detail.step)).toContain('INSTITUTION_SELECTED');
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
  test(`a worker whose script ${how}: files are checked in the page @claim:no-worker`, async ({ hostPage }) => {
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
  expect(detail).toMatchObject({ code: 'load-failed', received: 'CompileError: the policy forbids wasm' });
  expect(detail.message).toContain('unsafe-eval');
  hostPage.violations.length = 0;
});

test('a policy without wasm for the worker alone: files are checked in the page @claim:no-worker', async ({ hostPage }) => {
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

const ELSEWHERE = 'https://cdn.example';
const wasmFile = () => readFileSync(join(packageFolder, WASM));
const wasmRequests = (hostPage) => hostPage.requests.map(({ url }) => url).filter((url) => url.endsWith(`/${WASM}`) || url.endsWith('/mine.wasm'));

/** Serves the wasm at addresses of another name. */
const asMine = (route, url) => url.pathname === '/mine.wasm' && route.fulfill({ contentType: 'application/wasm', body: wasmFile() });

for (const mode of ['upload', 'primary']) {
  test(`the address of the rest that is given beside the import is asked, and no other, mode ${mode}`, async ({ hostPage }) => {
    await hostPage.open({ instance: 'toolbox', mode }, {
      script: "import '/package/define.js'; import { init } from '/package/index.js'; init({ deferredWasmUrl: '/mine.wasm' });",
      intercept: (route, url) => url.pathname === '/mine.wasm' && route.fulfill({ contentType: 'application/wasm', body: readFileSync(join(packageFolder, DEFERRED)) }),
    });
    if (mode === 'primary') await hostPage.chooseUpload();
    await expect(hostPage.part('dropzone')).toBeVisible();
    expect(hostPage.requests.map(({ url }) => url).filter((url) => url.endsWith(`/${DEFERRED}`) || url.endsWith('/mine.wasm'))).toEqual(['https://lender.example/mine.wasm']);
  });
}

/** As of another build: the text at its end says of which it is. */
function ofAnotherBuild(name) {
  const wasm = readFileSync(join(packageFolder, name));
  wasm[wasm.length - 1] ^= 1;
  return wasm;
}

test('the rest of another build is refused, and never mixed with this one @claim:other-build', async ({ hostPage }) => {
  const interceptor = interceptFile(DEFERRED, (route) => route.fulfill({ contentType: 'application/wasm', body: ofAnotherBuild(DEFERRED) }));
  await hostPage.open(upload, { intercept: interceptor.intercept });
  await expect(hostPage.part('retry')).toBeVisible();
  expect((await hostPage.events('upload-error'))[0].detail).toMatchObject({ code: 'load-failed', message: expect.stringContaining('another build') });
  interceptor.isActive = false;
  await hostPage.part('retry').click();
  await expect(hostPage.part('dropzone')).toBeVisible();
});

test('a reader of another build is refused: verdicts come without it @claim:other-build', async ({ hostPage }) => {
  await hostPage.open(upload, { intercept: (route, url) => url.pathname.endsWith(`/${READER}`) && route.fulfill({ contentType: 'application/wasm', body: ofAnotherBuild(READER) }) });
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  expect((await hostPage.waitForReport(1)).files[0]).toMatchObject({ status: 'ready', statement: null });
});

test('a reader that hangs keeps no file from its verdict, and is given up', async ({ hostPage }) => {
  // The worker's ten seconds are over when the test says so.
  const worker = `const { timeout } = AbortSignal;
    AbortSignal.timeout = (time) => {
      if (time !== 10_000) return timeout.call(AbortSignal, time);
      const controller = new AbortController();
      self.endTenSeconds = () => controller.abort(new DOMException('timed out', 'TimeoutError'));
      return controller.signal;
    };
    ${readFileSync(join(packageFolder, 'worker.js'), 'utf8')}`;
  const intercept = (route, url) => {
    if (url.pathname.endsWith('/worker.js')) return route.fulfill({ contentType: 'text/javascript', body: worker });
    // Never answered.
    return url.pathname.endsWith(`/${READER}`);
  };
  await hostPage.open(upload, { intercept });
  await hostPage.addFiles(Array.from({ length: 24 }, (_, index) => ({ name: `${index}.pdf` })));
  await expect.poll(() => hostPage.element.evaluate((element) => element.report?.totals.ready)).toBe(24);
  const asked = () => hostPage.requests.filter(({ url }) => url.endsWith(`/${READER}`)).length;
  expect(asked()).toBe(1);
  // Then all reads end together; the next file asks for it again.
  await hostPage.addFiles([{ name: 'next.pdf' }]);
  await hostPage.page.workers()[0].evaluate(() => self.endTenSeconds());
  await expect.poll(asked).toBe(2);
  await hostPage.page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('a mode that the page sets just after the element is there begins with files at once', async ({ hostPage }) => {
  const interceptor = interceptFile(DEFERRED, (route) => route.fulfill({ status: 503, body: '' }));
  await hostPage.open({ instance: 'toolbox', mode: 'fallback' }, {
    script: "import '/package/define.js'; document.querySelector('flinks-upload').mode = 'upload';",
    intercept: interceptor.intercept,
  });
  await expect(hostPage.part('retry')).toBeVisible();
  interceptor.isActive = false;
  await hostPage.part('retry').click();
  await expect(hostPage.part('dropzone')).toBeVisible();
});

test('an offer that the page asks for at once is in view once it is there', async ({ hostPage }) => {
  await hostPage.page.setViewportSize({ width: 1280, height: 500 });
  await hostPage.open({ instance: 'toolbox', mode: 'fallback' }, { script: "import '/package/define.js'; document.querySelector('flinks-upload').offerUpload();" });
  await expect(hostPage.part('use-upload')).toBeInViewport();
});

test('an address that is given beside the import is asked, and no other', async ({ hostPage }) => {
  await hostPage.open(upload, { script: "import '/package/define.js'; import { init } from '/package/index.js'; init({ wasmUrl: '/mine.wasm' });", intercept: asMine });
  await expect(hostPage.part('dropzone')).toBeVisible();
  expect(wasmRequests(hostPage)).toEqual(['https://lender.example/mine.wasm']);
});

test('"Try again" asks the address that was given', async ({ hostPage }) => {
  const first = { isActive: true };
  await hostPage.open(upload, {
    script: "import '/package/define.js'; import { init } from '/package/index.js'; init({ wasmUrl: '/mine.wasm' }).catch(() => {});",
    intercept: (route, url) => (url.pathname === '/mine.wasm' && first.isActive ? route.fulfill({ status: 503, body: '' }) : asMine(route, url)),
  });
  await expect(hostPage.part('retry')).toBeVisible();
  first.isActive = false;
  await hostPage.part('retry').click();
  await expect(hostPage.part('dropzone')).toBeVisible();
  expect(wasmRequests(hostPage)).toEqual(Array(2).fill('https://lender.example/mine.wasm'));
});

test('a later address takes the place of a load that hangs', async ({ hostPage }) => {
  await hostPage.open(upload, {
    script: "import '/package/define.js'; import { init } from '/package/index.js'; window.init = init;",
    // Never answered.
    intercept: (route, url) => url.pathname.endsWith(`/${WASM}`) || asMine(route, url),
  });
  await expect.poll(() => wasmRequests(hostPage)).toHaveLength(1);
  await hostPage.page.evaluate(() => window.init({ wasmUrl: '/mine.wasm' }));
  await expect(hostPage.part('dropzone')).toBeVisible();
  // After a load that succeeded, another address changes nothing.
  await hostPage.page.evaluate(() => window.init({ wasmUrl: '/other.wasm' }));
  expect(wasmRequests(hostPage)).toHaveLength(2);
  await hostPage.page.unrouteAll({ behavior: 'ignoreErrors' });
});

for (const [what, url, answer, received, remedy] of [
  ['it is not there', '/mine.wasm', { status: 404, contentType: 'text/html', body: '' }, 'status 404', /Copy the wasm files/],
  ['it is refused', '/mine.wasm', { status: 403, body: '' }, 'status 403', /public/],
  ['a page comes', '/mine.wasm', { contentType: 'text/html', body: '<!DOCTYPE html>' }, 'a page (text/html)', /unknown addresses/],
  ['half of it comes', '/mine.wasm', { contentType: 'application/wasm', body: Buffer.from('0061736d', 'hex') }, 'no whole wasm file (CompileError)', /cut off/],
  ['another origin does not allow it', `${ELSEWHERE}/mine.wasm`, { contentType: 'application/wasm', headers: { 'access-control-allow-origin': 'https://nobody.example' }, body: '' }, 'no answer that this page may read', /Access-Control-Allow-Origin/],
]) {
  test(`the developer hears which address was asked, what came and what helps: ${what}`, async ({ hostPage }) => {
    await hostPage.open(upload, {
      script: `import '/package/define.js'; import { init } from '/package/index.js'; init({ wasmUrl: '${url}?signature=secret' }).catch(() => {});`,
      policy: POLICY.replace("connect-src 'self'", `connect-src 'self' ${ELSEWHERE}`),
      intercept: (route, { pathname }) => pathname === '/mine.wasm' && route.fulfill(answer),
    });
    await expect.poll(() => hostPage.eventCount('upload-error')).toBe(1);
    const [{ detail }] = await hostPage.events('upload-error');
    expect(detail).toMatchObject({ code: 'load-failed', expected: 'the wasm of flinks-upload', received, message: expect.stringContaining(`${new URL(url, 'https://lender.example')}: got`) });
    expect(detail.message).toMatch(remedy);
    expect(detail.message).not.toContain('secret');
  });
}
