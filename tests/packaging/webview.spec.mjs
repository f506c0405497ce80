// A page in a native app's web view, with the objects that the three platforms put there: what the app hears, and what it never does.
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOST_ORIGIN, VITE, build, examples, expect, installed, root, test } from './integration.mjs';

/** Each puts its object into the page, which takes nothing but a text, as the real one does. */
const BRIDGES = {
  'React Native': () => {
    window.messages = [];
    window.ReactNativeWebView = {
      postMessage(text) {
        if (this !== window.ReactNativeWebView || typeof text !== 'string') throw new TypeError('Illegal invocation');
        window.messages.push(text);
      },
    };
  },
  iOS: () => {
    window.messages = [];
    class Handler {
      postMessage(text) {
        if (!(this instanceof Handler) || typeof text !== 'string') throw new TypeError('Illegal invocation');
        window.messages.push(text);
      }
    }
    window.webkit = { messageHandlers: { flinksUpload: new Handler() } };
  },
  Android: () => {
    window.messages = [];
    window.flinksUpload = {
      postMessage(text) {
        if (this !== window.flinksUpload || typeof text !== 'string') throw new TypeError('Java bridge method can\'t be invoked on a non-injected object');
        window.messages.push(text);
      },
    };
  },
};

let dist;
test.beforeAll(({}, { workerIndex }) => {
  // A separate folder, because another worker may build the same example.
  const name = `webview-${workerIndex}`;
  cpSync(join(examples, 'webview'), join(examples, name), { recursive: true });
  dist = build(name, [VITE, 'build']);
});

const messages = (page) => page.evaluate(() => window.messages);

for (const [platform, bridge] of Object.entries(BRIDGES)) {
  test(`${platform}: the app hears of the journey, and of no file, address or token @claim:webview-privacy`, async ({ integration, page }) => {
    await page.addInitScript(bridge);
    await integration.open(dist);
    await integration.journey();
    const texts = await messages(page);
    const heard = texts.map((text) => JSON.parse(text));
    for (const message of heard) {
      expect(Object.keys(message)).toEqual(['source', 'version', 'type', 'detail']);
      expect([message.source, message.version]).toEqual(['flinks-upload', 1]);
    }
    const last = Object.fromEntries(heard.map(({ type, detail }) => [type, detail]));
    expect(last).toEqual({
      'connect-event': { kind: 'redirect', step: 'REDIRECT', institution: 'FlinksCapital', requestId: 'r-2', loginId: '5e115eab-1234' },
      'upload-offer': { reason: 'error', code: 'INVALID_LOGIN', institution: 'FlinksCapital' },
      'upload-check': { files: 1, ready: 1, bytes: expect.any(Number), findings: [], complete: true, withinLimits: true, canContinue: true },
      'upload-handoff': { institution: 'FlinksCapital', files: 1 },
      'upload-complete': { loginId: '5e115eab-1234', requestId: 'r-2', institution: 'FlinksCapital' },
    });
    expect(heard.at(-1).type).toBe('upload-complete');
    expect(texts.join()).not.toMatch(/statement\.pdf|token-of-server|https?:/);
  });
}

test('outside of an app the page works by itself', async ({ integration }) => {
  await integration.open(dist);
  await integration.journey();
});

test('a page that Android discarded begins anew, and where the app says so, with the choice of files', async ({ integration, page }) => {
  await page.addInitScript(BRIDGES.Android);
  await integration.open(dist);
  await integration.postFromConnect({ requestId: 'r-1', flinksCode: 'INVALID_LOGIN', institution: 'FlinksCapital' });
  await expect(integration.part('offer')).toBeVisible();
  const offer = (await messages(page)).map((text) => JSON.parse(text)).find(({ type }) => type === 'upload-offer');
  await page.reload();
  await expect(integration.part('frame')).toBeVisible();
  await expect(integration.part('offer')).toHaveCount(0);
  const query = new URLSearchParams({ mode: 'upload', institution: offer.detail.institution });
  await page.goto(`${HOST_ORIGIN}/?${query}`);
  await expect(integration.element.getByText('Choose your statements')).toBeVisible();
  await expect(integration.element.getByText('From FlinksCapital')).toBeVisible();
  expect(readFileSync(join(root, 'docs/mobile.md'), 'utf8')).toContain('Then they read "Choose your statements", "From FlinksCapital"');
  expect(readFileSync(join(root, 'docs/mobile.md'), 'utf8')).toContain(`?${query}`);
});

const HTML = `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Web view</title>
<flinks-upload instance="toolbox" mode="upload" handoff="event"></flinks-upload>`;

test.describe('with an app that is missing, wrong or hostile', () => {
  test.beforeEach(({ integration }) => integration.open(undefined, { folders: { '/flinks-upload/': installed }, files: { '/': HTML } }));

  /** Resolves to what `forwardEvents` throws, if it does. */
  const forward = (page, options) => page.evaluate(async (given) => {
    const { forwardEvents } = await import('/flinks-upload/webview.js');
    window.failures = [];
    try {
      window.stop = forwardEvents(document.querySelector('flinks-upload'), { onError: ({ message }) => window.failures.push(message), ...given });
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  }, options);
  const fire = (page, type, detail) => page.evaluate(async ([name, given]) => {
    const { fire: fireEvent } = await import('/flinks-upload/testing/index.js');
    return fireEvent(document.querySelector('flinks-upload'), name, given);
  }, [type, detail]);

  test('a bridge that is not there is an error that names what was expected', async ({ page }) => {
    expect(await forward(page)).toBe('Error: flinks-upload/webview: expected an object with postMessage() from the app, got no window.ReactNativeWebView, no window.webkit.messageHandlers.flinksUpload, no window.flinksUpload');
  });

  test('an object that takes no messages, or throws when it is looked for, is passed over', async ({ page }) => {
    await page.evaluate(() => {
      window.ReactNativeWebView = { postMessage: 'no' };
      Object.defineProperty(window, 'webkit', { get: () => { throw new RangeError('not for you'); } });
    });
    expect(await forward(page)).toContain('got window.ReactNativeWebView without postMessage(), window.webkit.messageHandlers.flinksUpload, which throws RangeError, no window.flinksUpload');
    await page.evaluate(() => { window.lender = { postMessage: (text) => (window.messages ??= []).push(text) }; });
    expect(await forward(page, { name: 'lender' })).toBeUndefined();
    await fire(page, 'upload-status', { status: 'ready' });
    expect(await messages(page)).toEqual(['{"source":"flinks-upload","version":1,"type":"upload-status","detail":{"status":"ready"}}']);
  });

  test('an app that throws is told to the page, which goes on', async ({ page }) => {
    await page.evaluate(() => { window.flinksUpload = { postMessage: () => { throw new TypeError('gone'); } }; });
    await forward(page);
    expect(await fire(page, 'upload-complete')).toBe(true);
    expect(await page.evaluate(() => window.failures)).toEqual(["flinks-upload/webview: the app did not take 'upload-complete' (TypeError)"]);
  });

  test('what passes is bounded and plain, and ends when the page says so', async ({ page }) => {
    await page.evaluate(() => { window.messages = []; window.flinksUpload = { postMessage: (text) => window.messages.push(text) }; });
    await forward(page);
    await fire(page, 'connect-event', { kind: 'step', step: 'x'.repeat(10_000), fields: { accountId: '1' }, url: 'https://lender.example/?loginId=1', institution: { name: 'TD' }, requestId: [1, ['2']] });
    await fire(page, 'upload-error', { code: 'load-failed', message: 'https://lender.example/a.wasm: got status 404', received: 'secret', expected: 'the wasm' });
    const finding = { code: 'scanned', severity: 'warning' };
    await page.evaluate(async (scanned) => {
      const { fire: fireEvent, report } = await import('/flinks-upload/testing/index.js');
      const upload = document.querySelector('flinks-upload');
      fireEvent(upload, 'upload-check', report([{ name: 'march.pdf', size: 7, findings: [scanned] }, { findings: [scanned] }], { findings: [{ code: 'missing-period', severity: 'warning' }] }));
      // An event of another element, which bubbles through this one, is not its own.
      const other = upload.appendChild(document.createElement('p'));
      fireEvent(other, 'upload-status', { status: 'ready' });
      window.stop();
      fireEvent(upload, 'upload-status', { status: 'ready' });
    }, finding);
    expect((await messages(page)).map((text) => JSON.parse(text).detail)).toEqual([
      { kind: 'step', step: 'x'.repeat(256) },
      { code: 'load-failed', expected: 'the wasm' },
      { files: 2, ready: 2, bytes: 100_007, findings: ['missing-period', 'scanned'], complete: true, withinLimits: true, canContinue: true },
    ]);
    expect(await page.evaluate(() => window.failures)).toEqual([]);
  });

  test('what passes is what docs/mobile.md lists', async ({ page }) => {
    const rows = readFileSync(join(root, 'docs/mobile.md'), 'utf8').matchAll(/^\| `((?:connect|upload)-[a-z]+)` \| (.*) \|$/gm);
    const listed = Object.fromEntries([...rows].map(([, type, fields]) => [type, [...fields.matchAll(/`(\w+)`/g)].map(([, name]) => name).sort()]));
    expect(Object.keys(listed)).toHaveLength(7);
    await page.evaluate(() => { window.messages = []; window.flinksUpload = { postMessage: (text) => window.messages.push(text) }; });
    await forward(page);
    // Each event with all that it can have.
    const text = { institution: 'TD', requestId: 'r', loginId: 'l', url: 'https://lender.example/', fields: {}, kind: 'step', step: 'REDIRECT', flinksCode: 'INVALID_LOGIN', reason: 'error', code: 'load-failed', status: 'ready', at: 'now', message: 'm', attribute: 'mode', expected: 'e', received: 'r' };
    await page.evaluate(async ([types, whole]) => {
      const { fire: fireEvent, report } = await import('/flinks-upload/testing/index.js');
      const upload = document.querySelector('flinks-upload');
      for (const type of types) fireEvent(upload, type, type === 'upload-check' ? report([{}]) : type === 'upload-handoff' ? { ...whole, files: [new File([], 'a.pdf')], report: report([{}]) } : whole);
    }, [Object.keys(listed), text]);
    const sent = (await messages(page)).map((line) => JSON.parse(line)).map(({ type, detail }) => [type, Object.keys(detail).sort()]);
    expect(Object.fromEntries(sent)).toEqual(listed);
  });

  test('an app in JavaScript reads what the page sends, and nothing else', async ({ page }) => {
    const texts = ['{"source":"flinks-upload","version":1,"type":"upload-status","detail":{"status":"ready"}}', '', 'null', '7', '{}', '{"source":"flinks-upload","version":2,"type":"upload-status","detail":{}}', '{"source":"flinks-upload","version":1,"type":"toString","detail":{}}', '{"source":"flinks-upload","version":1,"type":"upload-status","detail":null}'];
    const read = await page.evaluate(async (all) => {
      const { readMessage } = await import('/flinks-upload/webview.js');
      return all.map((text) => readMessage(text));
    }, texts);
    expect(read).toEqual([JSON.parse(texts[0]), null, null, null, null, null, null, null]);
  });
});
