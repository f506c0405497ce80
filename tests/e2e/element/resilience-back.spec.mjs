// The back/forward cache: a restored page continues where it was; a page that was not cached starts again.
import config, { CHROMIUM } from '../playwright.config.mjs';
import { CONNECT_ORIGIN, HOST_ORIGIN, expect, packageFolder, test } from '../host-page.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// Playwright disables the back/forward cache, and Chromium's headless shell has none.
const { launchOptions } = config.use;
test.use({ launchOptions: { ...launchOptions, executablePath: CHROMIUM, ignoreDefaultArgs: ['--disable-back-forward-cache'] } });

/** Records `pageshow` events. */
const RECORD_PAGESHOW = `window.isRestored = true;
  window.pageShows = [];
  addEventListener('pageshow', ({ persisted }) => window.pageShows.push('shown ' + persisted));
  await import('/package/define.js');`;

/** Goes back, and skips the test if the browser did not restore the page from its cache. */
async function goBack(page) {
  await page.goBack({ waitUntil: 'commit' });
  await expect.poll(() => page.evaluate(() => document.readyState)).toBe('complete');
  const isRestored = await page.evaluate(() => window.isRestored === true && window.pageShows.includes('shown true'));
  test.skip(!isRestored, 'this browser kept no page for going back');
}

test('back from the upload screen: the files are there, and the next ones are checked @claim:page-restored', async ({ hostPage, page }) => {
  await hostPage.open({ instance: 'toolbox', mode: 'upload', handoff: 'navigate' }, { script: RECORD_PAGESHOW });
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(1);
  await hostPage.part('continue').click();
  await page.waitForURL(/private\.fin\.ag/);
  await goBack(page);
  await expect(hostPage.part('collect')).toBeVisible();
  await expect(hostPage.part('continue')).toHaveText('Continue with 1 file');
  await hostPage.addFiles([{ name: 'bb.pdf' }]);
  expect((await hostPage.waitForReport(2)).totals.ready).toBe(2);
  await hostPage.part('continue').click();
  await page.waitForURL(/private\.fin\.ag/);
});

test('away while files are checked, and back: each has its verdict @claim:page-restored', async ({ hostPage, page }) => {
  // Delays each answer by a second, so that it arrives while the page is cached.
  const slow = `{ const { addEventListener } = self; self.addEventListener = (type, listener) => addEventListener.call(self, type,
    (event) => setTimeout(() => listener(event), event.data.id === undefined ? 0 : 1000)); }`;
  const body = `${slow}\n${readFileSync(join(packageFolder, 'worker.js'), 'utf8')}`;
  await hostPage.open({ instance: 'toolbox', mode: 'upload' }, {
    script: RECORD_PAGESHOW,
    intercept: (route, url) => url.pathname.endsWith('/worker.js') && route.fulfill({ contentType: 'text/javascript', body }),
  });
  await expect.poll(() => page.workers().length).toBe(1);
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'bb.pdf' }]);
  await expect(hostPage.part('summary')).toHaveText('Checking 2 files…');
  await page.goto('https://elsewhere.example/');
  await page.waitForTimeout(1500);
  await goBack(page);
  expect((await hostPage.waitForReport(2)).files.map(({ status }) => status)).toEqual(['ready', 'ready']);
});

test('away after the hand-off, and back: the stream is asked anew @claim:page-restored', async ({ hostPage, page }) => {
  let requests = 0;
  await hostPage.open({ instance: 'toolbox', mode: 'upload', check: 'optional', 'status-url': '/events' }, { script: RECORD_PAGESHOW });
  await page.route(`${HOST_ORIGIN}/events`, (route) => {
    requests += 1;
    const status = requests === 1 ? 'processing' : 'ready';
    return route.fulfill({ contentType: 'text/event-stream', body: `data: {"status":"${status}"}\n\n` });
  });
  await hostPage.part('continue').click();
  await expect(hostPage.part('received')).toHaveAttribute('data-status', 'processing');
  await hostPage.connectFrame();
  const opened = hostPage.requests.filter(({ url }) => url.startsWith(CONNECT_ORIGIN)).length;
  await page.goto('https://elsewhere.example/');
  await goBack(page);
  await expect(hostPage.part('received')).toHaveAttribute('data-status', 'ready');
  // The frame was kept, and not opened again.
  expect(hostPage.requests.filter(({ url }) => url.startsWith(CONNECT_ORIGIN))).toHaveLength(opened);
});

test('a page that was not kept begins anew, without files and without trouble @claim:page-not-restored', async ({ hostPage, page }) => {
  // An `unload` listener and a held lock prevent caching.
  await hostPage.open({ instance: 'toolbox', mode: 'upload' }, { script: `addEventListener('unload', () => {}); ${RECORD_PAGESHOW}`, policy: '' });
  await page.evaluate(() => new Promise((resolve) => navigator.locks.request('x', () => new Promise(() => resolve()))));
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(1);
  await page.goto('https://elsewhere.example/');
  await page.goBack({ waitUntil: 'commit' });
  await expect(hostPage.part('dropzone')).toBeVisible();
  expect(await page.evaluate(() => window.pageShows)).toEqual(['shown false']);
  expect(await hostPage.element.evaluate((element) => element.files.length)).toBe(0);
});
