// Back and forward: a page that the browser kept whole goes on where it was, and one that it did not begins anew.
import config from '../playwright.config.mjs';
import { LENDER, expect, packageFolder, test } from '../lender.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// Playwright switches the cache off.
const { launchOptions } = config.use;
test.use({ launchOptions: { ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] } });

/** Notes what the page hears of its way out and back. */
const NOTED = `window.isKept = true;
  window.noted = [];
  addEventListener('pageshow', ({ persisted }) => window.noted.push('shown ' + persisted));
  await import('/package/define.js');`;

/** Back to the page that was left; says whether the browser had kept it. */
async function back(page) {
  await page.goBack({ waitUntil: 'commit' });
  await expect.poll(() => page.evaluate(() => document.readyState)).toBe('complete');
  const isKept = await page.evaluate(() => window.isKept === true && window.noted.includes('shown true'));
  test.skip(!isKept, 'this browser kept no page for going back');
}

test('back from the upload screen: the files are there, and the next ones are checked', async ({ lender, page }) => {
  await lender.open({ instance: 'toolbox', mode: 'upload', handoff: 'navigate' }, { script: NOTED });
  await lender.add([{ name: 'a.pdf' }]);
  await lender.checked(1);
  await lender.part('continue').click();
  await page.waitForURL(/private\.fin\.ag/);
  await back(page);
  await expect(lender.part('collect')).toBeVisible();
  await expect(lender.part('continue')).toHaveText('Continue with 1 file');
  await lender.add([{ name: 'bb.pdf' }]);
  expect((await lender.checked(2)).totals.ready).toBe(2);
  await lender.part('continue').click();
  await page.waitForURL(/private\.fin\.ag/);
});

test('away while files are checked, and back: each has its verdict', async ({ lender, page }) => {
  // An answer takes a second, so that it falls into the time away.
  const slow = `{ const { addEventListener } = self; self.addEventListener = (type, hear) => addEventListener.call(self, type,
    (event) => setTimeout(() => hear(event), event.data.id === undefined ? 0 : 1000)); }`;
  const body = `${slow}\n${readFileSync(join(packageFolder, 'worker.js'), 'utf8')}`;
  await lender.open({ instance: 'toolbox', mode: 'upload' }, {
    script: NOTED,
    meddle: (route, url) => url.pathname.endsWith('/worker.js') && route.fulfill({ contentType: 'text/javascript', body }),
  });
  await expect.poll(() => page.workers().length).toBe(1);
  await lender.add([{ name: 'a.pdf' }, { name: 'bb.pdf' }]);
  await expect(lender.part('summary')).toHaveText('Checking 2 files…');
  await page.goto('https://elsewhere.example/');
  await page.waitForTimeout(1500);
  await back(page);
  expect((await lender.checked(2)).files.map(({ status }) => status)).toEqual(['ready', 'ready']);
});

test('away after the hand-off, and back: the stream is asked anew', async ({ lender, page }) => {
  let asked = 0;
  await lender.open({ instance: 'toolbox', mode: 'upload', check: 'optional', 'status-url': '/events' }, { script: NOTED });
  await page.route(`${LENDER}/events`, (route) => {
    asked += 1;
    const status = asked === 1 ? 'processing' : 'ready';
    return route.fulfill({ contentType: 'text/event-stream', body: `data: {"status":"${status}"}\n\n` });
  });
  await lender.part('continue').click();
  await expect(lender.part('received')).toHaveAttribute('data-status', 'processing');
  const frame = await lender.frameAddress();
  await page.goto('https://elsewhere.example/');
  await back(page);
  await expect(lender.part('received')).toHaveAttribute('data-status', 'ready');
  expect(await lender.frameAddress()).toBe(frame);
});

test('a page that was not kept begins anew, without files and without trouble', async ({ lender, page }) => {
  // What keeps a page from being kept.
  await lender.open({ instance: 'toolbox', mode: 'upload' }, { script: `addEventListener('unload', () => {}); ${NOTED}`, policy: '' });
  await page.evaluate(() => new Promise((resolve) => navigator.locks.request('x', () => new Promise(() => resolve()))));
  await lender.add([{ name: 'a.pdf' }]);
  await lender.checked(1);
  await page.goto('https://elsewhere.example/');
  await page.goBack({ waitUntil: 'commit' });
  await expect(lender.part('dropzone')).toBeVisible();
  expect(await page.evaluate(() => window.noted)).toEqual(['shown false']);
  expect(await lender.element.evaluate((element) => element.files.length)).toBe(0);
});
