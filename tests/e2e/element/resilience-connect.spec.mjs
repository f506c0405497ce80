// Connect, its upload screen or a token is missing, late or blocked.
import { HOST_ORIGIN, POLICY, expect, test } from '../host-page.mjs';

const HINT = 'If this window stays empty, please try again.';
const NO_TOKEN = 'The secure window couldn’t be opened just now. Please try again.';
const isConnect = ({ hostname }) => hostname.endsWith('.private.fin.ag');
const codes = async (hostPage) => (await hostPage.events('upload-error')).map(({ detail }) => detail.code);

/** Ways for Connect's frame to stay empty; a page cannot tell them apart. */
const EMPTY_FRAMES = {
  'the network is gone': (route) => route.abort('internetdisconnected'),
  'X-Frame-Options forbids it': (route) => route.fulfill({ headers: { 'x-frame-options': 'DENY' }, contentType: 'text/html', body: 'Connect' }),
  'its own policy forbids it': (route) =>
    route.fulfill({ headers: { 'content-security-policy': "frame-ancestors 'none'" }, contentType: 'text/html', body: 'Connect' }),
  'its server is broken': (route) => route.fulfill({ status: 503, contentType: 'text/html', body: '' }),
};

for (const [cause, answer] of Object.entries(EMPTY_FRAMES)) {
  test(`Connect’s frame stays empty: ${cause} @claim:frame-empty`, async ({ hostPage, page }) => {
    await page.clock.install();
    let isFailing = true;
    await hostPage.open({ instance: 'toolbox', mode: 'fallback' }, { intercept: (route, url) => isFailing && isConnect(url) && answer(route) });
    await expect(hostPage.part('frame')).toBeAttached();
    await page.clock.runFor(19_000);
    await expect(hostPage.element).not.toContainText(HINT);
    await page.clock.runFor(2000);
    await expect(hostPage.element.locator('.overlay')).toContainText(HINT);
    await expect(hostPage.element.getByRole('status').filter({ hasText: HINT })).toHaveCount(1);
    expect((await hostPage.events('upload-error')).map(({ detail }) => detail)).toEqual([
      expect.objectContaining({ code: 'connect-silent', expected: 'a message of Connect', received: 'nothing' }),
    ]);
    // Upload remains reachable without Connect.
    await hostPage.element.evaluate((element) => element.offerUpload());
    await hostPage.part('use-upload').click();
    await hostPage.addFiles([{ name: 'a.pdf' }]);
    await hostPage.element.getByRole('button', { name: 'Back to bank login' }).click();
    isFailing = false;
    await hostPage.part('retry').click();
    await hostPage.failLogin('INVALID_LOGIN');
    await expect(hostPage.element).not.toContainText(HINT);
    expect(await hostPage.element.evaluate((element) => element.files.length)).toBe(1);
    expect(await codes(hostPage)).toEqual(['connect-silent']);
    hostPage.violations.length = 0;
  });
}

test('the page’s own policy forbids Connect’s frame: the same is said @claim:frame-empty', async ({ hostPage, page }) => {
  await page.clock.install();
  await hostPage.open({ instance: 'toolbox', mode: 'fallback' }, { policy: POLICY.replace(/frame-src .*/, "frame-src 'none'") });
  await expect(hostPage.part('frame')).toBeAttached();
  await page.clock.runFor(21_000);
  await expect(hostPage.element.locator('.overlay')).toContainText(HINT);
  expect(await codes(hostPage)).toEqual(['connect-silent']);
  expect(hostPage.violations.join()).toContain('frame');
  hostPage.violations.length = 0;
});

test('Connect takes a minute: the hint goes when it speaks, and all works @claim:frame-slow', async ({ hostPage, page }) => {
  await page.clock.install();
  const heldRoutes = [];
  await hostPage.open({ instance: 'toolbox' }, { intercept: (route, url) => isConnect(url) && heldRoutes.push(route) });
  await expect(hostPage.part('frame')).toBeAttached();
  await page.clock.runFor(60_000);
  await expect(hostPage.element.locator('.overlay')).toContainText(HINT);
  await heldRoutes[0].fulfill({ contentType: 'text/html', body: '<title>Connect</title>' });
  await hostPage.selectInstitution('TD');
  await expect(hostPage.element).not.toContainText(HINT);
  await expect(hostPage.part('offer')).toBeVisible();
  expect(heldRoutes).toHaveLength(1);
  expect(await codes(hostPage)).toEqual(['connect-silent']);
});

test('a person who opens a slow Connect again gets the messages of the new frame, never of the old one @claim:frame-slow', async ({ hostPage, page }) => {
  await page.clock.install();
  const heldRoutes = [];
  await hostPage.open({ instance: 'toolbox' }, { intercept: (route, url) => isConnect(url) && heldRoutes.push(route) });
  await expect(hostPage.part('frame')).toBeAttached();
  await page.clock.runFor(21_000);
  await hostPage.part('retry').click();
  await expect.poll(() => heldRoutes.length).toBe(2);
  await heldRoutes[0].fulfill({ contentType: 'text/html', body: 'old' }).catch(() => {});
  await heldRoutes[1].fulfill({ contentType: 'text/html', body: 'new' });
  await hostPage.selectInstitution('TD');
  await expect(hostPage.part('frame')).toHaveCount(1);
  await expect(hostPage.part('offer')).toBeVisible();
  expect(await codes(hostPage)).toEqual(['connect-silent']);
});

const PENDING_TOKEN = `window.tokenRequests = 0;
  document.querySelector('flinks-upload').getAuthorizeToken = () => new Promise((resolve) => { window.tokenRequests += 1; window.resolveToken = resolve; });
  await import('/package/define.js');`;

test('a token for Connect that never comes is given up after half a minute, and asked for again @claim:token-never-comes', async ({ hostPage, page }) => {
  await page.clock.install();
  await hostPage.open({ instance: 'toolbox' }, { script: PENDING_TOKEN });
  await expect(hostPage.element).toContainText('Opening…');
  await page.clock.runFor(31_000);
  await expect(hostPage.part('error')).toContainText(NO_TOKEN);
  expect(await codes(hostPage)).toEqual(['authorize-token-failed']);
  // A late token is ignored.
  await page.evaluate(() => window.resolveToken('late-token'));
  await hostPage.part('retry').click();
  await expect.poll(() => page.evaluate(() => window.tokenRequests)).toBe(2);
  await page.evaluate(() => window.resolveToken('fresh-token'));
  await expect.poll(() => hostPage.frameUrl()).toContain('authorizeToken=fresh-token');
  await expect(hostPage.part('error')).toHaveCount(0);
});

test('a token for the upload screen that never comes leaves the person at the files @claim:token-never-comes', async ({ hostPage, page }) => {
  await page.clock.install();
  await hostPage.open({ instance: 'toolbox' });
  await hostPage.chooseUpload();
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await expect.poll(async () => {
    await page.clock.runFor(100);
    return hostPage.element.evaluate((element) => element.report.complete);
  }).toBe(true);
  await hostPage.element.evaluate((element) => (element.getAuthorizeToken = () => new Promise(() => {})));
  await hostPage.part('continue').click();
  await expect(hostPage.part('continue')).toHaveText('One moment…');
  await page.clock.runFor(31_000);
  await expect(hostPage.part('error')).toContainText(NO_TOKEN);
  await expect(hostPage.part('continue')).toHaveText('Continue with 1 file');
  expect(await codes(hostPage)).toEqual(['authorize-token-failed']);
  await hostPage.element.evaluate((element) => (element.getAuthorizeToken = async () => 'fresh-token'));
  await hostPage.part('continue').click();
  await expect.poll(() => hostPage.frameUrl()).toContain('authorizeToken=fresh-token');
  await expect(hostPage.part('list')).toContainText('a.pdf');
});

test('offline while the token for the upload screen is asked for: said, and the files stay @claim:token-fails', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox', mode: 'upload' });
  let isOffline = true;
  await hostPage.page.route('**/authorize-token', (route) => (isOffline ? route.abort('internetdisconnected') : route.fulfill({ body: 'fresh-token' })));
  await hostPage.element.evaluate((element) => (element.getAuthorizeToken = async () => (await fetch('/authorize-token', { method: 'POST' })).text()));
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(1);
  await hostPage.part('continue').click();
  await expect(hostPage.part('error')).toContainText(NO_TOKEN);
  expect((await hostPage.events('upload-error'))[0].detail).toMatchObject({ code: 'authorize-token-failed', received: 'a rejection (TypeError)' });
  await expect(hostPage.fileRows).toHaveCount(1);
  isOffline = false;
  await hostPage.part('continue').click();
  await expect.poll(() => hostPage.frameUrl()).toContain('authorizeToken=fresh-token');
});

test('offline when the upload screen opens: back to the files, and on again @claim:offline-at-upload', async ({ hostPage }) => {
  let isOffline = false;
  await hostPage.open({ instance: 'toolbox', mode: 'upload' }, { intercept: (route, url) => isOffline && isConnect(url) && route.abort('internetdisconnected') });
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(1);
  isOffline = true;
  await hostPage.part('continue').click();
  await expect(hostPage.part('list')).toContainText('a.pdf');
  isOffline = false;
  await hostPage.part('change').click();
  await expect(hostPage.fileRows).toHaveCount(1);
  await hostPage.part('continue').click();
  const frame = await hostPage.connectFrame();
  await expect.poll(() => frame.title()).toBe('Connect');
  await hostPage.postFromConnect({ step: 'REDIRECT', loginId: 'l-1' });
  expect(await hostPage.eventCount('upload-complete')).toBe(1);
});

test('a reader of the status that does not load is loaded with the next try @claim:status-reader-not-loaded', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox', mode: 'upload', 'status-url': '/events' });
  await hostPage.page.route('**/package/event-stream.js', (route) => route.abort('internetdisconnected'), { times: 1 });
  await hostPage.page.route(`${HOST_ORIGIN}/events`, (route) => route.fulfill({ contentType: 'text/event-stream', body: 'data: {"status":"ready"}\n\n' }));
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(1);
  await hostPage.part('continue').click();
  await expect(hostPage.part('received')).toContainText('Your documents have been read');
  expect(await hostPage.events('upload-error')).toEqual([]);
});
