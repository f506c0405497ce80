// A tab that was put away for an hour, a machine that slept, a clock that was set.
import { LENDER, expect, packageFolder, test } from '../lender.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const WORKER = readFileSync(join(packageFolder, 'worker.js'), 'utf8');
const codes = async (lender) => (await lender.events('upload-error')).map(({ detail }) => detail.code);

/** What the browser tells a page that was put away, or taken up again. */
const show = (page, isShown) => page.evaluate((shown) => {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => !shown });
  document.dispatchEvent(new Event('visibilitychange'));
}, isShown);

const HOUR = 3_600_000;

test('hidden for an hour while a login is open: it is there as it was', async ({ lender, page }) => {
  await page.clock.install();
  await lender.open({ instance: 'toolbox', 'offer-on': 'inactivity:600' });
  await lender.select('TD');
  await page.evaluate(() => (window.frame = document.querySelector('flinks-upload').shadowRoot.querySelector('iframe')));
  await show(page, false);
  await page.clock.fastForward(HOUR);
  await show(page, true);
  await expect(lender.part('offer')).toHaveAttribute('data-reason', 'primary');
  expect(await page.evaluate(() => document.querySelector('flinks-upload').shadowRoot.querySelector('iframe') === window.frame)).toBe(true);
  expect(await lender.count('upload-offer')).toBe(1);
  expect(await codes(lender)).toEqual([]);
  await lender.fail('INVALID_LOGIN');
  await expect(lender.part('offer')).toHaveAttribute('data-reason', 'error');
});

test('a machine that sleeps for an hour while files are checked loses no verdict and no worker', async ({ lender, page }) => {
  await page.clock.install();
  await lender.open({ instance: 'toolbox', mode: 'upload' });
  await page.evaluate(() => {
    // Holds back the worker's answers, as if it slept, too.
    const { addEventListener } = EventTarget.prototype;
    window.held = [];
    Worker.prototype.addEventListener = function (type, hear, ...rest) {
      addEventListener.call(this, type, type === 'message' ? (event) => (event.data.id === undefined ? hear(event) : window.held.push(() => hear(event))) : hear, ...rest);
    };
    const { terminate } = Worker.prototype;
    window.ended = 0;
    Worker.prototype.terminate = function () {
      window.ended += 1;
      terminate.call(this);
    };
  });
  await lender.add([{ name: 'a.pdf' }, { name: 'bb.pdf' }]);
  await expect.poll(() => page.evaluate(() => window.held.length)).toBe(2);
  await show(page, false);
  await page.clock.fastForward(HOUR);
  await show(page, true);
  await page.evaluate(() => window.held.splice(0).forEach((tell) => tell()));
  await expect.poll(async () => {
    await page.clock.runFor(100);
    return lender.element.evaluate((element) => element.report.complete);
  }).toBe(true);
  expect((await lender.checked(2)).files.map(({ status }) => status)).toEqual(['ready', 'ready']);
  expect(await page.evaluate(() => window.ended)).toBe(0);
});

test('hidden for an hour after the hand-off: nothing is asked meanwhile, and at once when it is seen again', async ({ lender, page }) => {
  await page.clock.install();
  const asked = [];
  await lender.open({ instance: 'toolbox', mode: 'upload', check: 'optional', 'status-url': '/events' });
  await page.route(`${LENDER}/events`, (route) => {
    asked.push(route.request().headers()['last-event-id']);
    const body = asked.length === 1 ? 'id: 1\ndata: {"status":"processing"}\n\n' : 'data: {"status":"ready"}\n\n';
    return route.fulfill({ contentType: 'text/event-stream', body });
  });
  await lender.part('continue').click();
  await expect(lender.part('received')).toHaveAttribute('data-status', 'processing');
  await show(page, false);
  await page.clock.fastForward(HOUR);
  expect(asked).toEqual([undefined]);
  await show(page, true);
  await expect(lender.part('received')).toHaveAttribute('data-status', 'ready');
  expect(asked).toEqual([undefined, '1']);
});

for (const [how, jump] of [['forward a year', 365 * 24 * HOUR], ['back a day', -24 * HOUR]]) {
  test(`the clock goes ${how}: nothing times out, and the stream goes on`, async ({ lender, page }) => {
    await page.clock.install();
    let tries = 0;
    // The worker's clock jumps between any two looks at it.
    const jumping = `{ const { now } = Date; let by = 0; Date.now = () => now() + (by += ${jump}); }`;
    await lender.open({ instance: 'toolbox', mode: 'upload', 'status-url': '/events' }, {
      meddle: (route, url) => {
        if (url.pathname === '/events') {
          tries += 1;
          return tries < 3 ? route.abort('internetdisconnected') : route.fulfill({ contentType: 'text/event-stream', body: 'data: {"status":"ready"}\n\n' });
        }
        return url.pathname.endsWith('/worker.js') && route.fulfill({ contentType: 'text/javascript', body: `${jumping}\n${WORKER}` });
      },
    });
    await lender.add([{ name: 'a.pdf', size: 400_000 }, { name: 'bb.pdf', size: 500_000 }]);
    await page.clock.setSystemTime(Date.now() + jump);
    await expect.poll(async () => {
      await page.clock.runFor(100);
      return lender.element.evaluate((element) => element.report.complete);
    }).toBe(true);
    expect((await lender.checked(2)).files.map(({ findings }) => findings)).toEqual([[], []]);
    await lender.part('continue').click();
    await expect(lender.part('checklist')).toBeVisible();
    await page.clock.setSystemTime(Date.now() - jump);
    await page.clock.runFor(4000);
    await expect(lender.part('received')).toContainText('have been read');
    expect(tries).toBe(3);
    expect(await codes(lender)).toEqual([]);
  });
}
