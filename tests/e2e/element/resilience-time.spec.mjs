// A tab hidden for an hour, a sleeping machine, and a changed system clock.
import { HOST_ORIGIN, expect, packageFolder, test } from '../host-page.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const WORKER = readFileSync(join(packageFolder, 'worker.js'), 'utf8');
const codes = async (hostPage) => (await hostPage.events('upload-error')).map(({ detail }) => detail.code);

/** Simulates a visibility change. */
const setVisible = (page, isShown) => page.evaluate((shown) => {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => !shown });
  document.dispatchEvent(new Event('visibilitychange'));
}, isShown);

const HOUR = 3_600_000;

test('hidden for an hour while a login is open: it is there as it was @claim:hidden-for-an-hour', async ({ hostPage, page }) => {
  await page.clock.install();
  await hostPage.open({ instance: 'toolbox', 'offer-on': 'inactivity:600' });
  await hostPage.selectInstitution('TD');
  await page.evaluate(() => (window.frame = document.querySelector('flinks-upload').shadowRoot.querySelector('iframe')));
  await setVisible(page, false);
  await page.clock.fastForward(HOUR);
  await setVisible(page, true);
  await expect(hostPage.part('offer')).toHaveAttribute('data-reason', 'primary');
  expect(await page.evaluate(() => document.querySelector('flinks-upload').shadowRoot.querySelector('iframe') === window.frame)).toBe(true);
  expect(await hostPage.eventCount('upload-offer')).toBe(1);
  expect(await codes(hostPage)).toEqual([]);
  await hostPage.failLogin('INVALID_LOGIN');
  await expect(hostPage.part('offer')).toHaveAttribute('data-reason', 'error');
});

test('a machine that sleeps for an hour while files are checked loses no verdict and no worker @claim:hidden-for-an-hour', async ({ hostPage, page }) => {
  await page.clock.install();
  await hostPage.open({ instance: 'toolbox', mode: 'upload' });
  await page.evaluate(() => {
    // Holds back the worker's messages, as if the worker slept, too.
    const { addEventListener } = EventTarget.prototype;
    window.heldMessages = [];
    Worker.prototype.addEventListener = function (type, listener, ...rest) {
      addEventListener.call(this, type, type === 'message' ? (event) => (event.data.id === undefined ? listener(event) : window.heldMessages.push(() => listener(event))) : listener, ...rest);
    };
    const { terminate } = Worker.prototype;
    window.ended = 0;
    Worker.prototype.terminate = function () {
      window.ended += 1;
      terminate.call(this);
    };
  });
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'bb.pdf' }]);
  await expect.poll(() => page.evaluate(() => window.heldMessages.length)).toBe(2);
  await setVisible(page, false);
  await page.clock.fastForward(HOUR);
  await setVisible(page, true);
  await page.evaluate(() => window.heldMessages.splice(0).forEach((deliver) => deliver()));
  await expect.poll(async () => {
    await page.clock.runFor(100);
    return hostPage.element.evaluate((element) => element.report.complete);
  }).toBe(true);
  expect((await hostPage.waitForReport(2)).files.map(({ status }) => status)).toEqual(['ready', 'ready']);
  expect(await page.evaluate(() => window.ended)).toBe(0);
});

test('hidden for an hour after the hand-off: nothing is asked meanwhile, and at once when it is seen again @claim:hidden-for-an-hour', async ({ hostPage, page }) => {
  await page.clock.install();
  const lastEventIds = [];
  await hostPage.open({ instance: 'toolbox', mode: 'upload', check: 'optional', 'status-url': '/events' });
  await page.route(`${HOST_ORIGIN}/events`, (route) => {
    lastEventIds.push(route.request().headers()['last-event-id']);
    const body = lastEventIds.length === 1 ? 'id: 1\ndata: {"status":"processing"}\n\n' : 'data: {"status":"ready"}\n\n';
    return route.fulfill({ contentType: 'text/event-stream', body });
  });
  await hostPage.part('continue').click();
  await expect(hostPage.part('received')).toHaveAttribute('data-status', 'processing');
  await setVisible(page, false);
  await page.clock.fastForward(HOUR);
  expect(lastEventIds).toEqual([undefined]);
  await setVisible(page, true);
  await expect(hostPage.part('received')).toHaveAttribute('data-status', 'ready');
  expect(lastEventIds).toEqual([undefined, '1']);
});

for (const [how, jump] of [['forward a year', 365 * 24 * HOUR], ['back a day', -24 * HOUR]]) {
  test(`the clock goes ${how}: nothing times out, and the stream goes on @claim:clock-set`, async ({ hostPage, page }) => {
    await page.clock.install();
    let tries = 0;
    // The worker's clock jumps between any two reads.
    const jumpingClock = `{ const { now } = Date; let by = 0; Date.now = () => now() + (by += ${jump}); }`;
    await hostPage.open({ instance: 'toolbox', mode: 'upload', 'status-url': '/events' }, {
      intercept: (route, url) => {
        if (url.pathname === '/events') {
          tries += 1;
          return tries < 3 ? route.abort('internetdisconnected') : route.fulfill({ contentType: 'text/event-stream', body: 'data: {"status":"ready"}\n\n' });
        }
        return url.pathname.endsWith('/worker.js') && route.fulfill({ contentType: 'text/javascript', body: `${jumpingClock}\n${WORKER}` });
      },
    });
    await hostPage.addFiles([{ name: 'a.pdf', size: 400_000 }, { name: 'bb.pdf', size: 500_000 }]);
    await page.clock.setSystemTime(Date.now() + jump);
    await expect.poll(async () => {
      await page.clock.runFor(100);
      return hostPage.element.evaluate((element) => element.report.complete);
    }).toBe(true);
    expect((await hostPage.waitForReport(2)).files.map(({ findings }) => findings)).toEqual([[], []]);
    await hostPage.part('continue').click();
    await expect(hostPage.part('checklist')).toBeVisible();
    await page.clock.setSystemTime(Date.now() - jump);
    await page.clock.runFor(4000);
    await expect(hostPage.part('received')).toContainText('have been read');
    expect(tries).toBe(3);
    expect(await codes(hostPage)).toEqual([]);
  });
}
