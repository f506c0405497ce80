// Connect, its upload screen, or a token that does not come, comes late, or may not come.
import { LENDER, POLICY, expect, test } from '../lender.mjs';

const HINT = 'If this window stays empty, please try again.';
const NO_TOKEN = 'The secure window could not be opened just now. Please try again.';
const isProvider = ({ hostname }) => hostname.endsWith('.private.fin.ag');
const codes = async (lender) => (await lender.events('upload-error')).map(({ detail }) => detail.code);

/** How Connect's frame may stay empty; a page can tell none of them from the others. */
const EMPTY = {
  'the network is gone': (route) => route.abort('internetdisconnected'),
  'X-Frame-Options forbids it': (route) => route.fulfill({ headers: { 'x-frame-options': 'DENY' }, contentType: 'text/html', body: 'Connect' }),
  'its own policy forbids it': (route) =>
    route.fulfill({ headers: { 'content-security-policy': "frame-ancestors 'none'" }, contentType: 'text/html', body: 'Connect' }),
  'its server is broken': (route) => route.fulfill({ status: 503, contentType: 'text/html', body: '' }),
};

for (const [why, answer] of Object.entries(EMPTY)) {
  test(`Connect’s frame stays empty: ${why}`, async ({ lender, page }) => {
    await page.clock.install();
    let isLost = true;
    await lender.open({ instance: 'toolbox', mode: 'fallback' }, { meddle: (route, url) => isLost && isProvider(url) && answer(route) });
    await expect(lender.part('frame')).toBeAttached();
    await page.clock.runFor(19_000);
    await expect(lender.element).not.toContainText(HINT);
    await page.clock.runFor(2000);
    await expect(lender.element.locator('.cover')).toContainText(HINT);
    await expect(lender.element.getByRole('status').filter({ hasText: HINT })).toHaveCount(1);
    expect((await lender.events('upload-error')).map(({ detail }) => detail)).toEqual([
      expect.objectContaining({ code: 'connect-silent', expected: 'a message of Connect', received: 'nothing' }),
    ]);
    // Upload can be reached without it.
    await lender.element.evaluate((element) => element.offerUpload());
    await lender.part('use-upload').click();
    await lender.add([{ name: 'a.pdf' }]);
    await lender.element.getByRole('button', { name: 'Back to bank login' }).click();
    isLost = false;
    await lender.part('retry').click();
    await lender.fail('INVALID_LOGIN');
    await expect(lender.element).not.toContainText(HINT);
    expect(await lender.element.evaluate((element) => element.files.length)).toBe(1);
    expect(await codes(lender)).toEqual(['connect-silent']);
    lender.violations.length = 0;
  });
}

test('the page’s own policy forbids Connect’s frame: the same is said', async ({ lender, page }) => {
  await page.clock.install();
  await lender.open({ instance: 'toolbox', mode: 'fallback' }, { policy: POLICY.replace(/frame-src .*/, "frame-src 'none'") });
  await expect(lender.part('frame')).toBeAttached();
  await page.clock.runFor(21_000);
  await expect(lender.element.locator('.cover')).toContainText(HINT);
  expect(await codes(lender)).toEqual(['connect-silent']);
  expect(lender.violations.join()).toContain('frame');
  lender.violations.length = 0;
});

test('Connect takes a minute: the hint goes when it speaks, and all works', async ({ lender, page }) => {
  await page.clock.install();
  const held = [];
  await lender.open({ instance: 'toolbox' }, { meddle: (route, url) => isProvider(url) && held.push(route) });
  await expect(lender.part('frame')).toBeAttached();
  await page.clock.runFor(60_000);
  await expect(lender.element.locator('.cover')).toContainText(HINT);
  await held[0].fulfill({ contentType: 'text/html', body: '<title>Connect</title>' });
  await lender.select('TD');
  await expect(lender.element).not.toContainText(HINT);
  await expect(lender.part('offer')).toBeVisible();
  expect(held).toHaveLength(1);
  expect(await codes(lender)).toEqual(['connect-silent']);
});

test('whoever opens a slow Connect anew hears the new frame, never the old one', async ({ lender, page }) => {
  await page.clock.install();
  const held = [];
  await lender.open({ instance: 'toolbox' }, { meddle: (route, url) => isProvider(url) && held.push(route) });
  await expect(lender.part('frame')).toBeAttached();
  await page.clock.runFor(21_000);
  await lender.part('retry').click();
  await expect.poll(() => held.length).toBe(2);
  await held[0].fulfill({ contentType: 'text/html', body: 'old' }).catch(() => {});
  await held[1].fulfill({ contentType: 'text/html', body: 'new' });
  await lender.select('TD');
  await expect(lender.part('frame')).toHaveCount(1);
  await expect(lender.part('offer')).toBeVisible();
  expect(await codes(lender)).toEqual(['connect-silent']);
});

const HANGING = `window.asked = 0;
  document.querySelector('flinks-upload').getAuthorizeToken = () => new Promise((resolve) => { window.asked += 1; window.giveToken = resolve; });
  await import('/package/define.js');`;

test('a token for Connect that never comes is given up after half a minute, and asked for again', async ({ lender, page }) => {
  await page.clock.install();
  await lender.open({ instance: 'toolbox' }, { script: HANGING });
  await expect(lender.element).toContainText('Opening…');
  await page.clock.runFor(31_000);
  await expect(lender.part('error')).toContainText(NO_TOKEN);
  expect(await codes(lender)).toEqual(['authorize-token-failed']);
  // Too late: it is nobody's.
  await page.evaluate(() => window.giveToken('late-token'));
  await lender.part('retry').click();
  await expect.poll(() => page.evaluate(() => window.asked)).toBe(2);
  await page.evaluate(() => window.giveToken('fresh-token'));
  await expect.poll(() => lender.frameAddress()).toContain('authorizeToken=fresh-token');
  await expect(lender.part('error')).toHaveCount(0);
});

test('a token for the upload screen that never comes leaves the person at the files', async ({ lender, page }) => {
  await page.clock.install();
  await lender.open({ instance: 'toolbox' });
  await lender.collect();
  await lender.add([{ name: 'a.pdf' }]);
  await expect.poll(async () => {
    await page.clock.runFor(100);
    return lender.element.evaluate((element) => element.report.complete);
  }).toBe(true);
  await lender.element.evaluate((element) => (element.getAuthorizeToken = () => new Promise(() => {})));
  await lender.part('continue').click();
  await expect(lender.part('continue')).toHaveText('One moment…');
  await page.clock.runFor(31_000);
  await expect(lender.part('error')).toContainText(NO_TOKEN);
  await expect(lender.part('continue')).toHaveText('Continue with 1 file');
  expect(await codes(lender)).toEqual(['authorize-token-failed']);
  await lender.element.evaluate((element) => (element.getAuthorizeToken = async () => 'fresh-token'));
  await lender.part('continue').click();
  await expect.poll(() => lender.frameAddress()).toContain('authorizeToken=fresh-token');
  await expect(lender.part('checklist')).toContainText('a.pdf');
});

test('offline while the token for the upload screen is asked for: said, and the files stay', async ({ lender }) => {
  await lender.open({ instance: 'toolbox', mode: 'upload' });
  let isOffline = true;
  await lender.page.route('**/authorize-token', (route) => (isOffline ? route.abort('internetdisconnected') : route.fulfill({ body: 'fresh-token' })));
  await lender.element.evaluate((element) => (element.getAuthorizeToken = async () => (await fetch('/authorize-token', { method: 'POST' })).text()));
  await lender.add([{ name: 'a.pdf' }]);
  await lender.checked(1);
  await lender.part('continue').click();
  await expect(lender.part('error')).toContainText(NO_TOKEN);
  expect((await lender.events('upload-error'))[0].detail).toMatchObject({ code: 'authorize-token-failed', received: 'a rejection (TypeError)' });
  await expect(lender.files).toHaveCount(1);
  isOffline = false;
  await lender.part('continue').click();
  await expect.poll(() => lender.frameAddress()).toContain('authorizeToken=fresh-token');
});

test('offline when the upload screen opens: back to the files, and on again', async ({ lender }) => {
  let isOffline = false;
  await lender.open({ instance: 'toolbox', mode: 'upload' }, { meddle: (route, url) => isOffline && isProvider(url) && route.abort('internetdisconnected') });
  await lender.add([{ name: 'a.pdf' }]);
  await lender.checked(1);
  isOffline = true;
  await lender.part('continue').click();
  await expect(lender.part('checklist')).toContainText('a.pdf');
  isOffline = false;
  await lender.part('change').click();
  await expect(lender.files).toHaveCount(1);
  await lender.part('continue').click();
  const frame = await lender.connect();
  await expect.poll(() => frame.title()).toBe('Connect');
  await lender.say({ step: 'REDIRECT', loginId: 'l-1' });
  expect(await lender.count('upload-complete')).toBe(1);
});

test('a reader of the status that does not load is loaded with the next try', async ({ lender }) => {
  await lender.open({ instance: 'toolbox', mode: 'upload', 'status-url': '/events' });
  await lender.page.route('**/package/event-stream.js', (route) => route.abort('internetdisconnected'), { times: 1 });
  await lender.page.route(`${LENDER}/events`, (route) => route.fulfill({ contentType: 'text/event-stream', body: 'data: {"status":"ready"}\n\n' }));
  await lender.add([{ name: 'a.pdf' }]);
  await lender.checked(1);
  await lender.part('continue').click();
  await expect(lender.part('received')).toContainText('Your documents have been read');
  expect(await lender.events('upload-error')).toEqual([]);
});
