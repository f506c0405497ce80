// Whatever the host's page does with the element at whatever stage, nothing breaks, leaks or is lost.
import { expect, test } from '../host-page.mjs';
import { STAGES, hold, reach, stands } from '../fixtures/journey-stages.mjs';

/** Counts what must be given back: listeners, longer timers, workers; of workers the page's own view. */
const COUNTING = `window.left = { listeners: 0, timers: new Set(), workers: 0 };
  for (const target of [window, document]) {
    const { addEventListener, removeEventListener } = target;
    target.addEventListener = (...rest) => { window.left.listeners += 1; return addEventListener.apply(target, rest); };
    target.removeEventListener = (...rest) => { window.left.listeners -= 1; return removeEventListener.apply(target, rest); };
  }
  const { setTimeout: set, clearTimeout: clear, Worker } = window;
  window.setTimeout = (then, time, ...rest) => {
    const id = set((...args) => { window.left.timers.delete(id); then(...args); }, time, ...rest);
    if (time >= 1000) window.left.timers.add(id);
    return id;
  };
  window.clearTimeout = (id) => { window.left.timers.delete(id); clear(id); };
  window.Worker = class extends Worker {
    constructor(...rest) { super(...rest); window.left.workers += 1; }
    terminate() { window.left.workers -= this.isOver ? 0 : 1; this.isOver = true; super.terminate(); }
  };
  await import('/package/define.js');
  window.isDefined = true;`;

async function begin(lender, script = COUNTING) {
  await lender.open({}, { body: '<main></main>', script });
  await lender.page.waitForFunction(() => window.isDefined);
  await lender.page.evaluate(() => {
    window.before = window.left.listeners;
    const element = document.createElement('flinks-upload');
    element.instance = 'toolbox';
    document.querySelector('main').append(element);
  });
}

const left = (lender) => lender.page.evaluate(() => ({
  listeners: window.left.listeners - window.before,
  timers: window.left.timers.size,
  workers: window.left.workers,
  frames: window.frames.length,
}));

for (const stage of STAGES) {
  test(`removed and put back at: ${stage}`, async ({ lender }) => {
    await begin(lender);
    await reach(lender, stage);
    expect((await left(lender)).listeners).toBeGreaterThan(0);
    await lender.element.evaluate((element) => {
      window.taken = element;
      element.remove();
    });
    const isHeld = stage === 'files being checked';
    if (isHeld) await lender.letGo();
    await expect.poll(() => left(lender)).toEqual({ listeners: 0, timers: 0, workers: 0, frames: 0 });
    // What was awaited may still come; nobody is there to hear of it.
    await lender.page.evaluate(() => {
      window.heard.length = 0;
      window.giveToken?.('late');
    });
    await lender.page.waitForTimeout(100);
    expect(await lender.events()).toEqual([]);
    await lender.page.evaluate(() => {
      window.taken.getAuthorizeToken = null;
      document.querySelector('main').append(window.taken);
    });
    await lender.connect();
    expect(await stands(lender)).toEqual({ shown: [], files: 0 });
    await lender.collect();
    await lender.add([{ name: 'a.pdf' }]);
    expect((await lender.checked(1)).totals.ready).toBe(1);
  });
}

test('removed before the checker began to load, it loads none', async ({ lender }) => {
  await begin(lender, `window.requestIdleCallback = (then) => (window.later = then); ${COUNTING}`);
  await reach(lender, 'offer');
  await lender.part('use-upload').click();
  await expect.poll(() => lender.page.evaluate(() => typeof window.later)).toBe('function');
  await lender.element.evaluate((element) => element.remove());
  await lender.page.evaluate(() => window.later());
  await lender.page.waitForTimeout(200);
  expect(lender.requests.filter(({ url }) => /checker|worker/.test(url))).toEqual([]);
});

test('removed while the checker starts, it starts no other', async ({ lender }) => {
  await begin(lender);
  await reach(lender, 'offer');
  lender.letGo = await hold(lender.page, '**/flinks-upload-worker_bg.wasm');
  await lender.part('use-upload').click();
  await expect.poll(() => left(lender).then(({ workers }) => workers)).toBe(1);
  await lender.element.evaluate((removed) => removed.remove());
  await lender.letGo();
  await lender.page.waitForTimeout(300);
  await expect.poll(() => left(lender)).toEqual({ listeners: 0, timers: 0, workers: 0, frames: 0 });
});

/** What changes nothing of the journey, one after the other. */
const HARMLESS = [
  ['language', 'fr'], ['language', 'en'], ['theme', 'dark'], ['heading-level', '3'], ['institution', 'TD'], ['authorize-token', 'another-token'],
  ['params', 'tag=2'], ['status-url', 'https://elsewhere.example/events'], ['max-files', '5'], ['max-total-size', '1000000'], ['accept', 'pdf,images'],
  ['offer-on', 'not-listed,inactivity:600'], ['handoff', 'event'], ['check', 'optional'], ['dashboard-url', 'https://dash.example/'],
  ['mode', 'nonsense'], ['mode', 'primary'], ['instance', ''], ['instance', 'toolbox'],
];

for (const stage of STAGES) {
  test(`attributes changed at: ${stage}`, async ({ lender }) => {
    await lender.open({ instance: 'toolbox' }, { policy: '' });
    await lender.page.route('https://elsewhere.example/**', (route) => route.fulfill({ status: 204, headers: { 'access-control-allow-origin': 'https://lender.example', 'access-control-allow-credentials': 'true' } }));
    await reach(lender, stage);
    const frame = await lender.element.evaluate(({ shadowRoot }) => {
      window.frame = shadowRoot.querySelector('iframe');
      return window.frame?.src;
    });
    const before = await stands(lender);
    for (const [name, value] of HARMLESS) {
      await lender.element.evaluate((element, pair) => element.setAttribute(...pair), [name, value]);
      await lender.page.waitForTimeout(20);
      expect(await stands(lender), `${name}=${value}`).toEqual(before);
    }
    await expect(lender.part('error')).toHaveCount(0);
    expect(await lender.element.evaluate(({ shadowRoot }) => {
      const now = shadowRoot.querySelector('iframe');
      return (now ?? undefined) === (window.frame ?? undefined) && now?.src;
    })).toBe(frame);
    // Another Connect, or another mode, is another journey; the files stay.
    await lender.element.evaluate((element) => Object.assign(element, { getAuthorizeToken: null, instance: 'other' }));
    await expect.poll(() => lender.frameAddress()).toContain('https://other-iframe.private.fin.ag/v2/');
    await lender.element.evaluate((element) => (element.mode = 'upload'));
    await expect(lender.part('dropzone')).toBeVisible();
    expect((await stands(lender)).files).toBe(before.files);
  });
}
