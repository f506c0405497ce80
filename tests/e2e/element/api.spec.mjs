// The package's functions, without the element.
import { CONNECT_ORIGIN, expect, test } from '../host-page.mjs';

const SCRIPT = "window.api = await import('/package/index.js'); window.isLoaded = true;";

async function open(hostPage, { loaded = true } = {}) {
  await hostPage.open({}, { body: '<main></main>', script: SCRIPT });
  await hostPage.page.waitForFunction(() => window.isLoaded);
  if (loaded) await hostPage.page.evaluate(() => window.api.init());
}

const call = (hostPage, name, ...args) => hostPage.page.evaluate(([fn, rest]) => window.api[fn](...rest), [name, args]);
const failure = (hostPage, name, ...args) => call(hostPage, name, ...args).then(() => 'no error', (error) => error.message);

test('importing has no side effects', async ({ hostPage }) => {
  await open(hostPage, { loaded: false });
  expect(await hostPage.page.evaluate(() => customElements.get('flinks-upload') === undefined)).toBe(true);
  expect(hostPage.requests.filter(({ url }) => url.endsWith('.wasm'))).toEqual([]);
});

test('used before init, each function says so in one sentence', async ({ hostPage }) => {
  await open(hostPage, { loaded: false });
  for (const name of ['connectUrl', 'uploadUrl', 'readConnectMessage']) {
    expect(await failure(hostPage, name, name.endsWith('Url') ? { instance: 'toolbox' } : 'x')).toContain(`\`await init()\` comes before \`${name}()\``);
  }
});

test('addresses are those of the guide', async ({ hostPage }) => {
  await open(hostPage);
  expect(await call(hostPage, 'connectUrl', { instance: 'toolbox' })).toBe(`${CONNECT_ORIGIN}/v2/`);
  expect(await call(hostPage, 'uploadUrl', { instance: 'toolbox' })).toBe(`${CONNECT_ORIGIN}/v2/Upload`);
  const options = { instance: 'toolbox', institution: 'Fédération des caisses Desjardins', params: { demo: 'true' }, language: 'fr', theme: 'light', authorizeToken: 'a/b' };
  expect(await call(hostPage, 'uploadUrl', options)).toBe(`${CONNECT_ORIGIN}/v2/upload/F%C3%A9d%C3%A9ration%20des%20caisses%20Desjardins?authorizeToken=a%2Fb&language=fr&theme=light&demo=true`);
});

test('wrong options are named', async ({ hostPage }) => {
  await open(hostPage);
  expect(await failure(hostPage, 'connectUrl', { instance: 'evil.com/#' })).toContain("`instance` expects an instance name");
  expect(await failure(hostPage, 'connectUrl', {})).toContain('`instance` is missing');
  expect(await failure(hostPage, 'connectUrl', null)).toContain('expected an object of options, got null');
  expect(await failure(hostPage, 'uploadUrl', { instance: 'toolbox', bank: 'TD' })).toContain("unknown option 'bank'");
});

test('each of the eight codes offers upload, and others do not', async ({ hostPage }) => {
  await open(hostPage, { loaded: false });
  const offered = await hostPage.page.evaluate(() => window.api.FALLBACK_CODES.map((code) => window.api.offersUpload(code)));
  expect(offered).toEqual(Array(8).fill(true));
  expect(await call(hostPage, 'offersUpload', 'RETRY_LATER')).toBe(true);
  expect(await call(hostPage, 'offersUpload', 'NEW_ACCOUNT')).toBe(false);
});

test('a message of Connect is read whatever it is', async ({ hostPage }) => {
  await open(hostPage);
  expect(await call(hostPage, 'readConnectMessage', { flinksCode: 'INVALID_LOGIN' })).toEqual({ kind: 'error', flinksCode: 'INVALID_LOGIN' });
  expect(await call(hostPage, 'readConnectMessage', '{"step":"REDIRECT","loginId":"l"}')).toEqual({ kind: 'redirect', step: 'REDIRECT', loginId: 'l' });
  for (const other of [null, 7, '', [], '{']) expect(await call(hostPage, 'readConnectMessage', other)).toEqual({ kind: 'unknown' });
  const hostile = await hostPage.page.evaluate(() => [
    new Proxy({}, { get() { throw new Error('no'); } }),
    { get step() { throw new Error('no'); }, flinksCode: 'INVALID_LOGIN' },
    Symbol('x'),
    () => 1,
  ].map((data) => window.api.readConnectMessage(data).kind));
  expect(hostile).toEqual(['unknown', 'error', 'unknown', 'unknown']);
});

test('of a message only its own fields are read, and none of its code is run', async ({ hostPage }) => {
  await open(hostPage);
  const read = await hostPage.page.evaluate(() => {
    const { readConnectMessage } = window.api;
    let ran = 0;
    const run = () => {
      ran += 1;
      return 'REDIRECT';
    };
    const trap = () => { throw new Error('no'); };
    Object.prototype.step = 'REDIRECT';
    Object.prototype.loginId = 'stolen';
    const polluted = [{}, '{}', { institution: 'TD' }, [], new Map()].map((data) => readConnectMessage(data).kind);
    delete Object.prototype.step;
    delete Object.prototype.loginId;
    const laden = [
      Object.defineProperty({}, 'step', { get: run }),
      Object.create({ step: 'REDIRECT' }),
      new Proxy({}, { get: run, has: run }),
      new Proxy({}, { getOwnPropertyDescriptor: trap, get: trap }),
      { step: { toString: run, valueOf: run, toJSON: run } },
    ].map((data) => readConnectMessage(data).kind);
    return { polluted, laden, ran };
  });
  expect(read).toEqual({ polluted: Array(5).fill('unknown'), laden: Array(5).fill('unknown'), ran: 0 });
});

test('member numbers are taken apart', async ({ hostPage }) => {
  await open(hostPage, { loaded: false });
  expect(await call(hostPage, 'memberNumber', 'xxxx2354-0')).toEqual({ member: 'xxxx2354', suffix: 0, kind: 'chequing' });
  expect(await call(hostPage, 'memberNumber', 'xxxx2354')).toBe(null);
});

test('files are checked without the element', async ({ hostPage }) => {
  await open(hostPage, { loaded: false });
  const report = await hostPage.page.evaluate(() => {
    const pdf = (name, text) => new File(window.pdf(text), name);
    return window.api.checkFiles([pdf('a.pdf', 'one'), pdf('b.pdf', 'one'), new File([], 'c.pdf')], { maxFiles: 5 });
  });
  expect(report.files.map(({ status, findings }) => [status, ...findings.map(({ code }) => code)])).toEqual([['ready'], ['rejected', 'duplicate'], ['rejected', 'empty']]);
  expect(report.limits.maxFiles).toBe(5);
  expect(await failure(hostPage, 'checkFiles', [], { maxFiles: 0 })).toContain('`max-files` expects');
  expect(await failure(hostPage, 'checkFiles', 'a.pdf')).toContain('expects an iterable of File');
});

/** Names that options, settings and requests of the package might be read by. */
const POLLUTED = [
  'wasmUrl', 'workerUrl', 'deferredWasmUrl', 'checkerWasmUrl', 'readerWasmUrl', 'fallbackWasmUrl', 'reportWasmUrl', 'module', 'module_or_path', 'worker', 'deferredWasm', 'checkerWasm', 'readerWasm', 'fallbackWasm', 'reportWasm', 'instance', 'connectBase', 'mode', 'institution',
  'authorizeToken', 'params', 'handoff', 'check', 'maxFiles', 'accept', 'offerOn', 'dashboardUrl', 'statusUrl', 'getAuthorizeToken', 'nearestLanguage',
  'step', 'flinksCode', 'requestId', 'loginId', 'load-failed', 'name', 'credentials', 'delegatesFocus', 'slotAssignment', 'cancelable', 'integrity',
];

test('what another script put on Object.prototype has no effect @claim:polluted-prototype', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox', mode: 'upload' }, {
    policy: '',
    script: `for (const name of ${JSON.stringify(POLLUTED)}) Object.defineProperty(Object.prototype, name, { configurable: true, writable: true, value: 'https://evil.example/' });
      window.api = await import('/package/index.js');
      await window.api.init();
      window.api.defineElement();
      window.isLoaded = true;`,
  });
  await hostPage.page.waitForFunction(() => window.isLoaded);
  expect(await hostPage.page.evaluate(() => ({}).wasmUrl)).toBe('https://evil.example/');
  expect(await call(hostPage, 'connectUrl', { instance: 'toolbox', authorizeToken: 't' })).toBe(`${CONNECT_ORIGIN}/v2/?authorizeToken=t`);
  expect(await call(hostPage, 'uploadUrl', { instance: 'toolbox' })).toBe(`${CONNECT_ORIGIN}/v2/Upload`);
  for (const message of [{}, { step: 'APP_MOUNTED' }, [], null]) {
    const read = await call(hostPage, 'readConnectMessage', message);
    expect([read.kind, read.flinksCode, read.loginId]).toEqual([message?.step ? 'step' : 'unknown', undefined, undefined]);
  }
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'b.pdf' }]);
  expect((await hostPage.waitForReport(2)).totals.ready).toBe(2);
  await hostPage.part('continue').click();
  expect(await hostPage.frameUrl()).toBe(`${CONNECT_ORIGIN}/v2/Upload?language=en`);
  expect(hostPage.requests.map(({ url }) => url).filter((url) => url.includes('evil.example'))).toEqual([]);
});
