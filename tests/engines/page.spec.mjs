// The element under different pages, servers and policies, in every engine.
import { ENGINES, openBrowser } from './engines.mjs';
import { HostPage, expect, test } from './host-page.mjs';

const CHECKER = 'flinks-upload-worker_bg.wasm';
const upload = { mode: 'upload', institution: 'TD' };

test('the browser is of this engine', async ({ hostPage, engine }) => {
  await hostPage.open(upload);
  expect(await hostPage.run(() => navigator.userAgent)).toMatch(ENGINES[engine].userAgent);
  const { browserName, browserVersion } = hostPage.session.capabilities;
  console.log(`${engine}: ${browserName} ${browserVersion}`);
});

test('files are checked in a worker, not in the page', async ({ hostPage }) => {
  await hostPage.open(upload);
  await hostPage.part('dropzone');
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'bb.pdf' }]);
  expect((await hostPage.waitForReport(2)).totals.ready).toBe(2);
  expect(hostPage.server.requests).toContain(`/package/${CHECKER}`);
  expect(await hostPage.pageRequests()).not.toContain(CHECKER);
});

test('where the policy forbids workers, files are checked in the page', async ({ hostPage }) => {
  await hostPage.open(upload, { directives: { 'worker-src': "'none'" } });
  await hostPage.part('dropzone');
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  expect((await hostPage.waitForReport(1)).totals.ready).toBe(1);
  expect(await hostPage.pageRequests()).toContain(CHECKER);
  expect(await hostPage.violations()).toEqual([expect.stringContaining('worker-src')]);
});

test('with everything inside, no wasm is requested, and there is a worker', async ({ hostPage }) => {
  await hostPage.open(upload, { entry: 'inline', directives: { 'worker-src': 'blob:' } });
  await hostPage.part('dropzone');
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'bb.pdf' }]);
  expect((await hostPage.waitForReport(2)).totals.ready).toBe(2);
  expect(hostPage.server.requests.filter((path) => path.endsWith('.wasm'))).toEqual([]);
  // In the page the checker's script would have been loaded.
  expect(hostPage.server.requests).not.toContain('/package/flinks-upload-worker.js');
  expect(await hostPage.violations()).toEqual([]);
});

test('wasm of a wrong MIME type works', async ({ hostPage }) => {
  await hostPage.open(upload, { wasmType: 'application/octet-stream' });
  await hostPage.part('dropzone');
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  expect((await hostPage.waitForReport(1)).totals.ready).toBe(1);
  expect(await hostPage.pageRequests()).not.toContain(CHECKER);
});

test('Trusted Types: the policy of docs/deployment.md is enough', async ({ hostPage }) => {
  await hostPage.open(upload, { directives: { 'require-trusted-types-for': "'script'", 'trusted-types': 'flinks-upload' } });
  test.skip(!(await hostPage.run(() => 'trustedTypes' in window)), 'this engine has no Trusted Types');
  await hostPage.part('dropzone');
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  expect((await hostPage.waitForReport(1)).totals.ready).toBe(1);
  expect(await hostPage.pageRequests()).not.toContain(CHECKER);
});

test('nobody but the element’s own frame is heard', async ({ hostPage }) => {
  const { server } = hostPage;
  const sibling = `${server.connect.url}?scenario=auto:RETRY_LATER`;
  const frames = `<iframe src="${server.foreignOrigin}"></iframe><iframe src="${sibling}"></iframe>`;
  const { origin } = new URL(server.connect.url);
  await hostPage.open({ mode: 'fallback' }, { frames, directives: { 'frame-src': `${origin} ${new URL(server.foreignOrigin).origin}` } });
  await hostPage.part('frame');
  await hostPage.run(() => window.postMessage({ requestId: 'r', flinksCode: 'RETRY_LATER', institution: 'TD' }, '*'));
  // All three have posted, and the element's own frame after them.
  const senders = () => hostPage.run(() => [...new Set(window.messages.filter(({ data }) => data.flinksCode).map(({ origin }) => origin))].sort());
  await expect.poll(senders).toEqual([server.url, origin, new URL(server.foreignOrigin).origin].sort());
  await hostPage.clickInConnect('TD');
  const selected = async () => (await hostPage.details('connect-event')).filter(({ step }) => step === 'INSTITUTION_SELECTED');
  await expect.poll(selected).toHaveLength(1);
  expect(await hostPage.details('upload-offer')).toEqual([]);
  expect((await hostPage.details('connect-event')).filter(({ kind }) => kind === 'error')).toEqual([]);
  await hostPage.failLogin();
  await hostPage.part('offer');
});

/** The brightness (0 to 255) of the panel's background. */
const panelBrightness = () => {
  const panel = document.querySelector('flinks-upload').shadowRoot.querySelector('.panel');
  const [r, g, b] = getComputedStyle(panel).backgroundColor.match(/[\d.]+/g).map(Number);
  return Math.round((r + g + b) / 3);
};

for (const theme of ['light', 'dark']) {
  test(`the theme ${theme} is shown, whatever the system prefers`, async ({ hostPage }) => {
    await hostPage.open({ ...upload, theme });
    await hostPage.part('dropzone');
    expect(await hostPage.run(panelBrightness) > 128).toBe(theme === 'light');
  });
}

test('the theme of the system is followed', async ({ browser, engine, server }) => {
  test.skip(browser.reason !== undefined, browser.reason);
  const dark = await openBrowser(engine, { dark: true });
  try {
    const hostPage = new HostPage(dark.session, server);
    await hostPage.open(upload);
    await hostPage.part('dropzone');
    expect(await hostPage.run(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
    expect(await hostPage.run(panelBrightness)).toBeLessThan(128);
    const light = new HostPage(browser.session, server);
    await light.open(upload);
    await light.part('dropzone');
    expect(await light.run(panelBrightness)).toBeGreaterThan(128);
  } finally {
    await dark.close();
  }
});

// Regression: WebKit did not re-evaluate `:has()` inside a container query when the panel appeared. The frame was 0 px wide,
// and uploads were impossible.
test('on a wide page Connect and the upload screen keep their room beside the panel', async ({ hostPage }) => {
  await hostPage.open({ mode: 'fallback', check: 'optional' });
  await hostPage.part('frame');
  const share = () => hostPage.run(() => {
    const element = document.querySelector('flinks-upload');
    return element.shadowRoot.querySelector('.frame').getBoundingClientRect().width / element.getBoundingClientRect().width;
  });
  expect(await share()).toBe(1);
  await hostPage.run(() => document.querySelector('flinks-upload').offerUpload());
  await hostPage.part('offer');
  expect(await share()).toBeGreaterThan(0.5);
  await hostPage.click('use-upload');
  await hostPage.addFiles([{ name: 'a-statement-with-a-name-that-is-far-longer-than-any-phone-is-wide-and-has-no-place-to-break.pdf' }]);
  await hostPage.waitForReport(1);
  await hostPage.click('continue');
  await hostPage.part('checklist');
  expect(await share()).toBeGreaterThan(0.5);
});

test('nothing is wider than a narrow page', async ({ hostPage }) => {
  await hostPage.open(upload);
  await hostPage.part('dropzone');
  await hostPage.run(() => (document.querySelector('flinks-upload').style.inlineSize = '304px'));
  await hostPage.addFiles([{ name: 'a-statement-with-a-name-that-is-far-longer-than-any-phone-is-wide-and-has-no-place-to-break.pdf' }, { name: 'b.pdf' }]);
  await hostPage.waitForReport(2);
  const overflowing = () => hostPage.run(() => {
    const element = document.querySelector('flinks-upload');
    const { left, right } = element.getBoundingClientRect();
    const all = [...element.shadowRoot.querySelectorAll('*')].map((one) => [one.getBoundingClientRect(), one]);
    return all.filter(([box]) => box.width > 0 && (box.left < left - 1 || box.right > right + 1)).map(([, one]) => one.outerHTML.slice(0, 60));
  });
  expect(await overflowing()).toEqual([]);
  await hostPage.click('continue');
  await hostPage.part('checklist');
  expect(await overflowing()).toEqual([]);
});

test('the token is in no resource timing, no history and no attribute of the page @claim:token-timing', async ({ hostPage }) => {
  const token = 'c4569c54-e167-4d34-8de6-52113bc95414';
  const sandbox = 'allow-scripts allow-same-origin allow-forms allow-popups';
  await hostPage.open({ 'frame-sandbox': sandbox, params: 'demo=true' });
  await hostPage.part('frame');
  const before = await hostPage.run(() => history.length);
  // Another token is another address, which the next frame opens.
  await hostPage.run((text) => {
    const element = document.querySelector('flinks-upload');
    element.getAuthorizeToken = async () => text;
    element.reset();
  }, token);
  await expect.poll(() => hostPage.frameUrl()).toContain(`authorizeToken=${token}`);
  // It works as any frame: its messages are trusted, it knows the origin of the page and no more.
  await hostPage.clickInConnect('TD');
  await hostPage.part('offer');
  expect(await hostPage.inConnectFrame(() => hostPage.run(() => document.referrer))).toBe(`${hostPage.server.url}/`);
  const traces = await hostPage.run(() => JSON.stringify([
    performance.getEntries().map(({ name }) => name),
    [...document.querySelector('flinks-upload').shadowRoot.querySelectorAll('*')].map((element) => [...element.attributes].map(({ value }) => value)),
    history.state, location.href, window.uncaught,
  ]));
  expect(traces).toContain('flinks-upload_bg.wasm');
  expect(traces).not.toContain(token);
  expect(await hostPage.run(() => history.length)).toBe(before);
  // A frame that is moved with the element is loaded again.
  const moved = await hostPage.run(() => {
    const aside = document.createElement('aside');
    document.body.append(aside);
    aside.append(document.querySelector('flinks-upload'));
    return performance.getEntriesByType('resource').length;
  });
  expect(moved).toBeGreaterThan(0);
  await expect.poll(() => hostPage.frameUrl()).toContain(`authorizeToken=${token}`);
  expect(await hostPage.run(() => JSON.stringify(performance.getEntries().map(({ name }) => name)))).not.toContain(token);
});

// The timers of the page are ten times as fast: it would take 20 seconds.
const FAST = `const { setTimeout: wait } = window;
  window.setTimeout = (run, delay, ...rest) => wait(run, delay / 10, ...rest);
  await import('/package/define.js');`;

test('in a browser that blocks refreshes "Try again" opens Connect @claim:frame-empty', async ({ engine, browser, server }) => {
  test.skip(engine !== 'firefox', 'only Firefox can be set to block refreshes');
  test.skip(browser.reason !== undefined, browser.reason);
  const blocking = await openBrowser(engine, { prefs: { 'accessibility.blockautorefresh': true } });
  try {
    const hostPage = new HostPage(blocking.session, server);
    await hostPage.open({}, { script: FAST });
    await hostPage.click('retry');
    expect(await hostPage.frameUrl()).toContain(server.connect.url);
    await hostPage.clickInConnect('TD');
    await hostPage.part('offer');
    expect((await hostPage.details('upload-error')).map(({ code }) => code)).toEqual(['connect-silent']);
  } finally {
    await blocking.close();
  }
});
