// Whatever the host page does with the element at any stage, nothing breaks, leaks or is lost.
import { expect, test } from '../host-page.mjs';
import { STAGES, holdRequests, reachStage, currentStage } from '../fixtures/journey-stages.mjs';

/** Counts resources that must be released: listeners, timers of a second or more, and workers. */
const TRACK_RESOURCES = `window.resources = { listeners: 0, timers: new Set(), workers: 0 };
  for (const target of [window, document]) {
    const { addEventListener, removeEventListener } = target;
    target.addEventListener = (...rest) => { window.resources.listeners += 1; return addEventListener.apply(target, rest); };
    target.removeEventListener = (...rest) => { window.resources.listeners -= 1; return removeEventListener.apply(target, rest); };
  }
  const { setTimeout: set, clearTimeout: clear, Worker } = window;
  window.setTimeout = (then, time, ...rest) => {
    const id = set((...args) => { window.resources.timers.delete(id); then(...args); }, time, ...rest);
    if (time >= 1000) window.resources.timers.add(id);
    return id;
  };
  window.clearTimeout = (id) => { window.resources.timers.delete(id); clear(id); };
  window.Worker = class extends Worker {
    constructor(...rest) { super(...rest); window.resources.workers += 1; }
    terminate() { window.resources.workers -= this.isOver ? 0 : 1; this.isOver = true; super.terminate(); }
  };
  await import('/package/define.js');
  window.isDefined = true;`;

async function openTracked(hostPage, script = TRACK_RESOURCES) {
  await hostPage.open({}, { body: '<main></main>', script });
  await hostPage.page.waitForFunction(() => window.isDefined);
  await hostPage.page.evaluate(() => {
    window.before = window.resources.listeners;
    const element = document.createElement('flinks-upload');
    element.instance = 'toolbox';
    document.querySelector('main').append(element);
  });
}

const openResources = (hostPage) => hostPage.page.evaluate(() => ({
  listeners: window.resources.listeners - window.before,
  timers: window.resources.timers.size,
  workers: window.resources.workers,
  frames: window.frames.length,
}));

for (const stage of STAGES) {
  test(`removed and put back at: ${stage} @claim:element-removed`, async ({ hostPage }) => {
    await openTracked(hostPage);
    await reachStage(hostPage, stage);
    expect((await openResources(hostPage)).listeners).toBeGreaterThan(0);
    await hostPage.element.evaluate((element) => {
      window.removedElement = element;
      element.remove();
    });
    const isHeld = stage === 'files being checked';
    if (isHeld) await hostPage.releaseRequests();
    await expect.poll(() => openResources(hostPage)).toEqual({ listeners: 0, timers: 0, workers: 0, frames: 0 });
    // A pending result may still arrive, but nothing listens for it.
    await hostPage.page.evaluate(() => {
      window.events.length = 0;
      window.resolveToken?.('late');
    });
    await hostPage.page.waitForTimeout(100);
    expect(await hostPage.events()).toEqual([]);
    await hostPage.page.evaluate(() => {
      window.removedElement.getAuthorizeToken = null;
      document.querySelector('main').append(window.removedElement);
    });
    await hostPage.connectFrame();
    expect(await currentStage(hostPage)).toEqual({ shown: [], files: 0 });
    await hostPage.chooseUpload();
    await hostPage.addFiles([{ name: 'a.pdf' }]);
    expect((await hostPage.waitForReport(1)).totals.ready).toBe(1);
  });
}

test('removed before the checker began to load, it loads none @claim:element-removed', async ({ hostPage }) => {
  await openTracked(hostPage, `window.requestIdleCallback = (then) => (window.idleCallback = then); ${TRACK_RESOURCES}`);
  await reachStage(hostPage, 'offer');
  await hostPage.part('use-upload').click();
  await expect.poll(() => hostPage.page.evaluate(() => typeof window.idleCallback)).toBe('function');
  await hostPage.element.evaluate((element) => element.remove());
  await hostPage.page.evaluate(() => window.idleCallback());
  await hostPage.page.waitForTimeout(200);
  expect(hostPage.requests.filter(({ url }) => /checker|worker/.test(url))).toEqual([]);
});

test('removed while the checker starts, it starts no other @claim:element-removed', async ({ hostPage }) => {
  await openTracked(hostPage);
  await reachStage(hostPage, 'offer');
  hostPage.releaseRequests = await holdRequests(hostPage.page, '**/flinks-upload-worker_bg.wasm');
  await hostPage.part('use-upload').click();
  await expect.poll(() => openResources(hostPage).then(({ workers }) => workers)).toBe(1);
  await hostPage.element.evaluate((removed) => removed.remove());
  await hostPage.releaseRequests();
  await hostPage.page.waitForTimeout(300);
  await expect.poll(() => openResources(hostPage)).toEqual({ listeners: 0, timers: 0, workers: 0, frames: 0 });
});

/** Changes that must not affect the journey, applied one after the other. */
const HARMLESS_CHANGES = [
  ['language', 'fr'], ['language', 'en'], ['theme', 'dark'], ['heading-level', '3'], ['institution', 'TD'], ['authorize-token', 'another-token'],
  ['params', 'tag=2'], ['status-url', 'https://elsewhere.example/events'], ['max-files', '5'], ['max-total-size', '1000000'], ['accept', 'pdf,images'],
  ['offer-on', 'not-listed,inactivity:600'], ['handoff', 'event'], ['check', 'optional'], ['dashboard-url', 'https://dash.example/'],
  ['mode', 'nonsense'], ['mode', 'primary'], ['instance', ''], ['instance', 'toolbox'],
];

for (const stage of STAGES) {
  test(`attributes changed at: ${stage} @claim:attributes-changed`, async ({ hostPage }) => {
    await hostPage.open({ instance: 'toolbox' }, { policy: '' });
    await hostPage.page.route('https://elsewhere.example/**', (route) => route.fulfill({ status: 204, headers: { 'access-control-allow-origin': 'https://lender.example', 'access-control-allow-credentials': 'true' } }));
    await reachStage(hostPage, stage);
    const frame = await hostPage.element.evaluate(({ shadowRoot }) => {
      window.frame = shadowRoot.querySelector('iframe');
      return window.frame !== null;
    });
    const address = frame && (await hostPage.frameUrl());
    const before = await currentStage(hostPage);
    for (const [name, value] of HARMLESS_CHANGES) {
      await hostPage.element.evaluate((element, pair) => element.setAttribute(...pair), [name, value]);
      await hostPage.page.waitForTimeout(20);
      expect(await currentStage(hostPage), `${name}=${value}`).toEqual(before);
    }
    await expect(hostPage.part('error')).toHaveCount(0);
    expect(await hostPage.element.evaluate(({ shadowRoot }) => shadowRoot.querySelector('iframe') === window.frame)).toBe(true);
    expect(frame && (await hostPage.frameUrl())).toBe(address);
    // Another instance or mode starts a new journey; the files stay.
    await hostPage.element.evaluate((element) => Object.assign(element, { getAuthorizeToken: null, instance: 'other' }));
    await expect.poll(() => hostPage.frameUrl()).toContain('https://other-iframe.private.fin.ag/v2/');
    await hostPage.element.evaluate((element) => (element.mode = 'upload'));
    await expect(hostPage.part('dropzone')).toBeVisible();
    expect((await currentStage(hostPage)).files).toBe(before.files);
  });
}
