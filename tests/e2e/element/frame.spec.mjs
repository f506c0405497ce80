// The provider's frame: what it hears of the page.
import { CONNECT_ORIGIN, HOST_ORIGIN, POLICY, expect, test } from '../host-page.mjs';

const TOKEN = 'c4569c54-e167-4d34-8de6-52113bc95414';

/** The referrers with which Connect was requested. */
function watchReferrers({ page }) {
  const referrers = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin === CONNECT_ORIGIN) referrers.push(request.headers().referer ?? '');
  });
  return referrers;
}

/** Opens the page at an address of its own, whose policy sends it whole to everybody. */
async function openTalkative(hostPage, attributes, options = {}) {
  const intercept = (route, url) => {
    if (options.intercept?.(route, url)) return true;
    if (url.pathname !== '/apply') return false;
    const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Lender</title>
      <script type="module" src="/record-events.js"></script><script type="module" src="/page.js"></script></head>
      <body><flinks-upload ${attributes}></flinks-upload></body></html>`;
    return route.fulfill({ contentType: 'text/html', headers: { 'referrer-policy': 'unsafe-url' }, body: html });
  };
  await hostPage.open({}, { body: '', script: "import '/package/define.js';", ...options, intercept });
  await hostPage.page.goto(`${HOST_ORIGIN}/apply?application=4711`);
}

test('Connect and its upload screen hear the page’s origin, and never its address, whatever policy the page has @claim:page-address', async ({ hostPage }) => {
  const referrers = watchReferrers(hostPage);
  await openTalkative(hostPage, `instance="toolbox" authorize-token="${TOKEN}"`);
  const frame = await hostPage.connectFrame();
  expect(await frame.evaluate(() => document.referrer)).toBe(`${HOST_ORIGIN}/`);
  await hostPage.chooseUpload();
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(1);
  await hostPage.part('continue').click();
  await expect(hostPage.part('checklist')).toBeVisible();
  expect(await hostPage.frameUrl()).toContain(`/v2/upload/FlinksCapital?authorizeToken=${TOKEN}`);
  expect(referrers).toEqual([`${HOST_ORIGIN}/`, `${HOST_ORIGIN}/`]);
  await expect(hostPage.part('frame')).toHaveAttribute('referrerpolicy', 'strict-origin');
});

test('the frame may use the camera, for the card scanner of Connect, and what else the page gives it', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox' }, { policy: POLICY.replace(CONNECT_ORIGIN, 'https://*.private.fin.ag') });
  await expect(hostPage.part('frame')).toHaveAttribute('allow', `camera ${CONNECT_ORIGIN} ;`);
  await hostPage.element.evaluate((element) => {
    element.frameAllow = 'camera; geolocation';
    element.connectBase = 'https://other-iframe.private.fin.ag/v2';
  });
  const other = 'https://other-iframe.private.fin.ag';
  await expect(hostPage.part('frame')).toHaveAttribute('allow', `camera ${other} ; geolocation ${other} ;`);
  await hostPage.element.evaluate((element) => (element.frameAllow = ''));
  await expect(hostPage.part('frame')).not.toHaveAttribute('allow');
});

test('the camera is allowed to the frame’s own origin only', async ({ hostPage }) => {
  await hostPage.open();
  const frame = await hostPage.connectFrame();
  expect(await frame.evaluate(() => ['camera', 'microphone', 'geolocation'].filter((name) => document.featurePolicy.allowsFeature(name)))).toEqual(['camera']);
});

/** What docs/deployment.md recommends. */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads';

/** What a script of Connect can do: take the page elsewhere, open a window that is not sandboxed. */
const attempt = (frame) => frame.evaluate(() => {
  const tried = {};
  try {
    window.top.location.href = 'https://evil.example/';
    tried.top = 'gone';
  } catch (error) {
    tried.top = error.name;
  }
  const link = Object.assign(document.createElement('a'), { href: 'https://evil.example/', target: '_top' });
  document.body.append(link);
  link.click();
  return { ...tried, origin: window.origin };
});

test('in a sandbox Connect keeps its origin and its windows, and can’t take the page elsewhere @claim:sandbox', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox', 'frame-sandbox': SANDBOX });
  await expect(hostPage.part('frame')).toHaveAttribute('sandbox', SANDBOX);
  const frame = await hostPage.connectFrame();
  expect(await frame.evaluate(() => document.referrer)).toBe(`${HOST_ORIGIN}/`);
  await hostPage.selectInstitution('FlinksCapital');
  await hostPage.page.context().route('https://bank.example/', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Bank</title>' }));
  const [popup] = await Promise.all([
    hostPage.page.waitForEvent('popup'),
    frame.evaluate(() => {
      window.bank = window.open('https://bank.example/');
    }),
  ]);
  await popup.waitForURL('https://bank.example/');
  // Not sandboxed itself: a bank's login has its own origin and storage. It reports back to Connect.
  expect(await popup.evaluate(() => [window.origin, typeof localStorage])).toEqual(['https://bank.example', 'object']);
  await frame.evaluate(() => addEventListener('message', ({ data }) => (window.reported = data)));
  await popup.evaluate(() => opener.postMessage('logged in', '*'));
  await expect.poll(() => frame.evaluate(() => window.reported)).toBe('logged in');
  await popup.close();
  expect(await attempt(frame)).toEqual({ top: 'SecurityError', origin: CONNECT_ORIGIN });
  await hostPage.failLogin('INVALID_LOGIN');
  await expect(hostPage.part('offer')).toBeVisible();
  expect(hostPage.page.url()).toBe(`${HOST_ORIGIN}/`);
});

test('a sandbox in which Connect can’t run is refused by its name @claim:sandbox-refused', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox', 'frame-sandbox': 'allow-scripts allow-forms' });
  await expect.poll(() => hostPage.eventCount('upload-error')).toBe(1);
  const [{ detail }] = await hostPage.events('upload-error');
  expect(detail).toMatchObject({ code: 'invalid-attribute', attribute: 'frame-sandbox', expected: expect.stringContaining('allow-same-origin'), received: 'allow-scripts allow-forms' });
  await expect(hostPage.part('error')).toContainText('isn’t available right now');
  await expect(hostPage.part('frame')).toHaveCount(0);
});

/** Watches what scripts of the page could see and send elsewhere. */
const WATCH = `window.seen = [];
  new PerformanceObserver((list) => window.seen.push(...list.getEntries().map(({ name }) => name))).observe({ entryTypes: ['resource', 'navigation', 'mark', 'measure'] });
  for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation', 'hashchange', 'popstate']) addEventListener(type, (event) => window.seen.push(type, String(event.message ?? event.reason ?? event.blockedURI)), true);
  window.navigation?.addEventListener('navigate', ({ destination }) => window.seen.push(destination.url));
  window.lengths = [history.length];
  await import('/package/define.js');`;

/** Everything of the page in which an address could be left, as one text. */
const traces = (hostPage) => hostPage.page.evaluate(() => {
  window.lengths.push(history.length);
  const timing = performance.getEntries().map(({ name }) => name);
  const entries = window.navigation?.entries().map(({ url }) => url) ?? [];
  const attributes = [...document.querySelector('flinks-upload').shadowRoot.querySelectorAll('*')].flatMap((element) => [...element.attributes].map(({ value }) => value));
  return JSON.stringify([window.seen, timing, entries, attributes, history.state, document.referrer, location.href, window.name, document.cookie]);
});

test('the token is in no resource timing, history, attribute or error of the page, from Connect to the upload screen @claim:token-timing', async ({ hostPage }) => {
  const lines = [];
  hostPage.page.on('console', (line) => lines.push(line.text()));
  const referrers = watchReferrers(hostPage);
  await hostPage.open({ instance: 'toolbox' }, { script: `document.querySelector('flinks-upload').getAuthorizeToken = async () => '${TOKEN}'; ${WATCH}` });
  await hostPage.connectFrame();
  expect(await hostPage.frameUrl()).toContain(`authorizeToken=${TOKEN}`);
  expect(await traces(hostPage)).not.toContain(TOKEN);
  await hostPage.chooseUpload();
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(1);
  await hostPage.part('continue').click();
  await hostPage.connectFrame();
  expect(await hostPage.frameUrl()).toContain(`/v2/upload/FlinksCapital?authorizeToken=${TOKEN}`);
  // The page itself sees requests of its own: the observer works.
  expect(await traces(hostPage)).toContain('flinks-upload_bg.wasm');
  expect(await traces(hostPage)).not.toContain(TOKEN);
  expect(lines.join('\n')).not.toContain(TOKEN);
  expect(referrers.every((referrer) => referrer === `${HOST_ORIGIN}/`)).toBe(true);
  const lengths = new Set(await hostPage.page.evaluate(() => window.lengths));
  expect(lengths.size).toBe(1);
});

test('under Trusted Types the token is in no resource timing either, and no policy is needed @claim:token-timing', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox', 'authorize-token': TOKEN }, { policy: `${POLICY}; require-trusted-types-for 'script'; trusted-types 'none'`, script: WATCH });
  await hostPage.selectInstitution('FlinksCapital');
  await hostPage.element.evaluate((element) => element.removeAttribute('authorize-token'));
  expect(await traces(hostPage)).not.toContain(TOKEN);
});

for (const [what, isHeld] of [['answers', false], ['never answers', true]]) {
  const how = isHeld ? 'by its `src`: refreshes may be blocked' : 'as the first time';
  test(`a silent frame whose server ${what} is opened again ${how} @claim:token-timing`, async ({ hostPage, page }) => {
    await page.clock.install();
    let held;
    const intercept = (route, { origin }) => isHeld && origin === CONNECT_ORIGIN && held === undefined && (held = route);
    await hostPage.open({ instance: 'toolbox' }, { intercept, script: `document.querySelector('flinks-upload').getAuthorizeToken = async () => '${TOKEN}'; ${WATCH}` });
    if (isHeld) await expect.poll(() => held?.request().url()).toContain(TOKEN);
    else await hostPage.connectFrame();
    expect(await traces(hostPage)).not.toContain(TOKEN);
    await page.clock.runFor(21_000);
    await hostPage.part('retry').click();
    await expect.poll(() => hostPage.frameUrl()).toContain(`authorizeToken=${TOKEN}`);
    await hostPage.chooseUpload();
    // The next frame has the same cause.
    await hostPage.addFiles([{ name: 'a.pdf' }]);
    await hostPage.waitForReport(1);
    await hostPage.part('continue').click();
    await hostPage.connectFrame();
    expect((await traces(hostPage)).includes(TOKEN)).toBe(isHeld);
    if (isHeld) await held.abort().catch(() => {});
  });
}

test('a frame that is moved with the element is opened again, and its messages count @claim:element-moved', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox' });
  await hostPage.selectInstitution('FlinksCapital');
  await hostPage.element.evaluate((element) => {
    const aside = document.createElement('aside');
    document.body.append(aside);
    aside.append(element);
  });
  await hostPage.failLogin('INVALID_LOGIN');
  expect(await hostPage.frameUrl()).toBe(`${CONNECT_ORIGIN}/v2/?language=en`);
  expect(hostPage.requests.filter(({ url }) => url.startsWith(CONNECT_ORIGIN))).toHaveLength(2);
});

test('"Opening…" stays until Connect is there, not only its empty document', async ({ hostPage }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await hostPage.open({ instance: 'toolbox' }, {
    intercept: (route, url) => url.origin === CONNECT_ORIGIN && held.then(() => route.fulfill({ contentType: 'text/html', body: '<title>Connect</title>' })),
  });
  await expect.poll(() => hostPage.requests.filter(({ url }) => url.startsWith(CONNECT_ORIGIN)).length).toBe(1);
  await expect(hostPage.element).toContainText('Opening…');
  release();
  await hostPage.connectFrame();
  await expect(hostPage.element).not.toContainText('Opening…');
});

/** Sends the page with these headers. */
const withHeaders = (headers) => (route, url) => {
  if (url.pathname !== '/isolated') return false;
  const body = `<!DOCTYPE html><html lang="en"><title>Lender</title><script type="module" src="/record-events.js"></script>
    <script type="module" src="/page.js"></script><body>${url.searchParams.get('body')}</body></html>`;
  return route.fulfill({ contentType: 'text/html', headers, body });
};

const ISOLATION = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'credentialless' };

async function openIsolated(hostPage, attributes) {
  await hostPage.open({}, { body: '', intercept: withHeaders(ISOLATION) });
  await hostPage.page.clock.install();
  const body = encodeURIComponent(`<flinks-upload instance="toolbox" ${attributes}></flinks-upload>`);
  await hostPage.page.goto(`${HOST_ORIGIN}/isolated?body=${body}`);
  expect(await hostPage.page.evaluate(() => window.crossOriginIsolated)).toBe(true);
}

test('in an isolated page that blocks the frame, the developer hears why Connect is silent, and what helps @claim:frame-isolated', async ({ hostPage }) => {
  await openIsolated(hostPage, '');
  await expect(hostPage.part('frame')).toBeAttached();
  await hostPage.page.clock.fastForward(20_000);
  await expect.poll(async () => (await hostPage.events('upload-error')).map(({ detail }) => detail.code)).toEqual(['connect-silent', 'frame-isolated']);
  const [, { detail }] = await hostPage.events('upload-error');
  expect(detail).toMatchObject({ attribute: 'frame-credentialless', message: expect.stringContaining('Cross-Origin-Embedder-Policy') });
});

test('a credentialless frame is shown in an isolated page', async ({ hostPage }) => {
  await openIsolated(hostPage, 'frame-credentialless="on"');
  await expect(hostPage.part('frame')).toHaveAttribute('credentialless');
  const frame = await hostPage.connectFrame();
  expect(await frame.evaluate(() => [document.title, window.credentialless])).toEqual(['Connect', true]);
  await hostPage.selectInstitution('FlinksCapital');
});

test('what else a message says reaches the page, within bounds', async ({ hostPage }) => {
  await hostPage.open();
  await hostPage.postFromConnect({ step: 'ACCOUNT_SELECTED', accountId: 'a-1', totalAccounts: 3, isJoint: false, list: [1], text: 'x'.repeat(300) });
  await hostPage.postFromConnect(JSON.stringify({ step: 'COMPONENT_LOAD_MFA', mfaTypes: 'Text', __proto__: null }));
  await hostPage.postFromConnect(Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`f${at}`, at])));
  const details = (await hostPage.events('connect-event')).map(({ detail }) => detail);
  expect(details[0]).toEqual({ kind: 'step', step: 'ACCOUNT_SELECTED', fields: { accountId: 'a-1', totalAccounts: 3, isJoint: false } });
  expect(details[1]).toEqual({ kind: 'step', step: 'COMPONENT_LOAD_MFA', fields: { mfaTypes: 'Text' } });
  expect(Object.keys(details[2].fields)).toHaveLength(32);
});

test('a parameter that makes Connect silent is refused by its name @claim:webview-refused', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox', params: 'demo=true&webview=true' });
  await expect.poll(() => hostPage.eventCount('upload-error')).toBe(1);
  const [{ detail }] = await hostPage.events('upload-error');
  expect(detail).toMatchObject({ code: 'invalid-attribute', attribute: 'params', expected: expect.stringContaining('webview=true') });
});

test('with loading="lazy" nothing is loaded, and no token asked for, until the element is visible', async ({ hostPage }) => {
  await hostPage.open({}, {
    body: '<div id="tab" hidden><flinks-upload instance="toolbox" loading="lazy"></flinks-upload></div>',
    script: `import '/package/define.js';
      window.asked = 0;
      document.querySelector('flinks-upload').getAuthorizeToken = async () => { window.asked += 1; return 't'; };`,
  });
  await hostPage.page.waitForLoadState('networkidle');
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  expect(await hostPage.page.evaluate(() => window.asked)).toBe(0);
  expect(hostPage.requests.filter(({ url }) => url.endsWith('.wasm') || url.startsWith(CONNECT_ORIGIN))).toEqual([]);
  await hostPage.page.locator('#tab').evaluate((tab) => (tab.hidden = false));
  await hostPage.connectFrame();
  expect(await hostPage.page.evaluate(() => window.asked)).toBe(1);
  expect(await hostPage.element.evaluate((element) => element.files.length)).toBe(1);
});

test('an element that is removed before it was visible opens nothing', async ({ hostPage }) => {
  await hostPage.open({}, { body: '<div id="tab" hidden><flinks-upload instance="toolbox" loading="lazy"></flinks-upload></div>' });
  await hostPage.page.locator('#tab').evaluate(async (tab) => {
    await customElements.whenDefined('flinks-upload');
    const element = tab.firstChild;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    tab.hidden = false;
    element.loading = 'eager';
    tab.append(element);
  });
  await hostPage.connectFrame();
  await expect(hostPage.part('frame')).toHaveCount(1);
});
