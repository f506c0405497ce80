// The functions of the package, without the element.
import { CONNECT, expect, test } from '../host-page.mjs';

const SCRIPT = "window.api = await import('/package/index.js'); window.isLoaded = true;";

async function open(lender, { loaded = true } = {}) {
  await lender.open({}, { body: '<main></main>', script: SCRIPT });
  await lender.page.waitForFunction(() => window.isLoaded);
  if (loaded) await lender.page.evaluate(() => window.api.init());
}

const call = (lender, name, ...args) => lender.page.evaluate(([fn, rest]) => window.api[fn](...rest), [name, args]);
const failure = (lender, name, ...args) => call(lender, name, ...args).then(() => 'no error', (error) => error.message);

test('importing has no side effects', async ({ lender }) => {
  await open(lender, { loaded: false });
  expect(await lender.page.evaluate(() => customElements.get('flinks-upload') === undefined)).toBe(true);
  expect(lender.requests.filter(({ url }) => url.endsWith('.wasm'))).toEqual([]);
});

test('used before init, each function says so in one sentence', async ({ lender }) => {
  await open(lender, { loaded: false });
  for (const name of ['connectUrl', 'uploadUrl', 'offersUpload', 'readConnectMessage', 'memberNumber']) {
    expect(await failure(lender, name, name.endsWith('Url') ? { instance: 'toolbox' } : 'x')).toContain(`\`await init()\` comes before \`${name}()\``);
  }
});

test('addresses are those of the guide', async ({ lender }) => {
  await open(lender);
  expect(await call(lender, 'connectUrl', { instance: 'toolbox' })).toBe(`${CONNECT}/v2/`);
  expect(await call(lender, 'uploadUrl', { instance: 'toolbox' })).toBe(`${CONNECT}/v2/Upload`);
  const options = { instance: 'toolbox', institution: 'Fédération des caisses Desjardins', params: { demo: 'true' }, language: 'fr', theme: 'light', authorizeToken: 'a/b' };
  expect(await call(lender, 'uploadUrl', options)).toBe(`${CONNECT}/v2/upload/F%C3%A9d%C3%A9ration%20des%20caisses%20Desjardins?authorizeToken=a%2Fb&language=fr&theme=light&demo=true`);
});

test('wrong options are named', async ({ lender }) => {
  await open(lender);
  expect(await failure(lender, 'connectUrl', { instance: 'evil.com/#' })).toContain("`instance` expects an instance name");
  expect(await failure(lender, 'connectUrl', {})).toContain('`instance` is missing');
  expect(await failure(lender, 'connectUrl', null)).toContain('expected an object of options, got null');
  expect(await failure(lender, 'uploadUrl', { instance: 'toolbox', bank: 'TD' })).toContain("unknown option 'bank'");
});

test('each of the eight codes offers upload, and others do not', async ({ lender }) => {
  await open(lender);
  const offered = await lender.page.evaluate(() => window.api.FALLBACK_CODES.map((code) => window.api.offersUpload(code)));
  expect(offered).toEqual(Array(8).fill(true));
  expect(await call(lender, 'offersUpload', 'RETRY_LATER')).toBe(true);
  expect(await call(lender, 'offersUpload', 'NEW_ACCOUNT')).toBe(false);
});

test('a message of Connect is read whatever it is', async ({ lender }) => {
  await open(lender);
  expect(await call(lender, 'readConnectMessage', { flinksCode: 'INVALID_LOGIN' })).toEqual({ kind: 'error', flinksCode: 'INVALID_LOGIN' });
  expect(await call(lender, 'readConnectMessage', '{"step":"REDIRECT","loginId":"l"}')).toEqual({ kind: 'redirect', step: 'REDIRECT', loginId: 'l' });
  for (const other of [null, 7, '', [], '{']) expect(await call(lender, 'readConnectMessage', other)).toEqual({ kind: 'unknown' });
  const hostile = await lender.page.evaluate(() => [
    new Proxy({}, { get() { throw new Error('no'); } }),
    { get step() { throw new Error('no'); }, flinksCode: 'INVALID_LOGIN' },
    Symbol('x'),
    () => 1,
  ].map((data) => window.api.readConnectMessage(data).kind));
  expect(hostile).toEqual(['unknown', 'error', 'unknown', 'unknown']);
});

test('of a message only its own fields are read, and none of its code is run', async ({ lender }) => {
  await open(lender);
  const read = await lender.page.evaluate(() => {
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

test('member numbers are taken apart', async ({ lender }) => {
  await open(lender);
  expect(await call(lender, 'memberNumber', 'xxxx2354-0')).toEqual({ member: 'xxxx2354', suffix: 0, kind: 'chequing' });
  expect(await call(lender, 'memberNumber', 'xxxx2354')).toBe(null);
});

test('files are checked without the element', async ({ lender }) => {
  await open(lender, { loaded: false });
  const report = await lender.page.evaluate(() => {
    const pdf = (name, text) => new File(window.pdf(text), name);
    return window.api.checkFiles([pdf('a.pdf', 'one'), pdf('b.pdf', 'one'), new File([], 'c.pdf')], { maxFiles: 5 });
  });
  expect(report.files.map(({ status, findings }) => [status, ...findings.map(({ code }) => code)])).toEqual([['ready'], ['rejected', 'duplicate'], ['rejected', 'empty']]);
  expect(report.limits.maxFiles).toBe(5);
  expect(await failure(lender, 'checkFiles', [], { maxFiles: 0 })).toContain('`max-files` expects');
  expect(await failure(lender, 'checkFiles', 'a.pdf')).toContain('expects an iterable of File');
});
