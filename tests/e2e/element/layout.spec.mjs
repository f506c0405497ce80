// The next step is always in view: each state, on a phone, a tablet and a laptop, in every language. One journey a state.
import { mkdirSync } from 'node:fs';
import { expect, test } from '../host-page.mjs';
import { STATES, withLanguage } from '../fixtures/ui-states.mjs';

const SIZES = [[390, 844], [768, 1024], [1280, 800]];
const LANGUAGES = ['en', 'fr', 'es'];

/** What a person does next: the one filled button, the frame, another button, or nothing. */
const NEXT = {
  loading: 'frame',
  frame: 'frame',
  silent: 'retry',
  'not listed': 'frame',
  'offer beside the login': 'frame',
  'offer after a failed login': 'use-upload',
  'offer by the host': 'use-upload',
  'offer for one that is not listed': 'use-upload',
  'offer after inactivity': 'use-upload',
  empty: 'browse',
  'empty, beside a login that waits': 'browse',
  'empty, images taken, check optional': 'continue',
  dashboard: 'continue',
  'drag over': 'browse',
  checking: null,
  'one file': 'continue',
  ready: 'continue',
  'file removed': 'continue',
  mixed: 'continue',
  locked: 'unlock',
  'password refused': 'continue',
  'a month missing, a file unlocked': 'continue',
  'all rejected': 'browse',
  '24 files': 'continue',
  'limit reached': 'continue',
  'near the limit': 'continue',
  'checker lost': 'continue',
  'handing off': null,
  'hand-off failed': 'continue',
  checklist: 'frame',
  'checklist of 24': 'frame',
  'checklist, a file unlocked': 'frame',
  'handed over to the host': null,
  'handed over to the Dashboard': null,
  received: null,
  'received: received': null,
  'received: processing': null,
  'received: ready': null,
  'received: needs-attention': null,
  'received: failed': 'retry',
  'received: slow': null,
  linked: null,
  'no token': 'retry',
  'wrong settings': null,
  'not loaded': 'retry',
};

/** A person at the login must not lose their place: nothing may move there. */
const AT_THE_LOGIN = ['frame', 'silent', 'not listed', 'offer beside the login', 'offer after a failed login', 'offer by the host', 'offer after inactivity'];

/** Texts that must not stand together: on one screen, and about one file. */
const CONTRADICTIONS = [
  [/timed out/, /stays open/],
  [/before anything is sent/, /received|couldn’t be read/],
  [/choose the same files/, /without checking/],
  [/choose the same files again/, /Add at least one/],
  [/Unlock a file/, /Add at least one/],
  [/can’t be read right now|couldn’t be loaded/, /Ready/],
  [/No need to wait/, /Please wait/],
  [/Thank you/, /Please try again/],
];
const CONTRADICTIONS_OF_A_FILE = [
  [/Can’t be used/, /You can send it|Unlock/],
  [/Locked/, /Can’t be used|Left out|Skipped|Ready/],
  [/Ready(?!, with a note)/, /missing|damaged|can’t be|left out|scan|(?<!unlocked )copy/],
  [/Skipped|Left out/, /Can’t be used|You can send it/],
];

/** Sums up the layout shifts that no input explains. */
function recordShifts() {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** What of the element is in view, and what stands there. */
const measure = (hostPage) => hostPage.element.evaluate(({ shadowRoot }) => {
  const box = (node) => node.getBoundingClientRect();
  const isShown = (node) => node.checkVisibility({ visibilityProperty: true }) && box(node).height > 0;
  const isWhole = (node) => {
    const { top, bottom, left, right } = box(node);
    if (top < 0 || left < 0 || bottom > innerHeight || right > innerWidth) return false;
    // Not below something else, such as a bar.
    const found = shadowRoot.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return node === found || node.contains(found);
  };
  const nodes = [...shadowRoot.querySelectorAll('button, label')].filter(isShown);
  const primary = nodes.filter((node) => node.matches('.primary:not([aria-disabled])'));
  const frame = shadowRoot.querySelector('.frame:not([hidden])');
  return {
    primary: primary.map((node) => [...node.part][0]),
    whole: nodes.filter(isWhole).map((node) => [...node.part][0]),
    frameInView: frame ? Math.max(0, Math.min(box(frame).bottom, innerHeight) - Math.max(box(frame).top, 0)) : 0,
    tooWide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    text: shadowRoot.querySelector('.flinks-upload')?.innerText ?? '',
    rows: [...shadowRoot.querySelectorAll('.file')].map((row) => row.textContent),
    language: shadowRoot.querySelector('.flinks-upload')?.lang ?? null,
  };
});

function expectNext(next, seen, where) {
  expect.soft(seen.tooWide, `${where}: no scrolling sideways`).toBeLessThanOrEqual(0);
  const filled = ['frame', null].includes(next) || next === 'retry' ? [] : [next];
  if (next === 'retry') expect.soft(seen.primary.length, `${where}: one primary action at most`).toBeLessThanOrEqual(1);
  else expect.soft(seen.primary, `${where}: the primary actions`).toEqual(filled);
  if (next === 'frame') expect.soft(seen.frameInView, `${where}: the frame in view, in px`).toBeGreaterThan(400);
  else if (next) expect.soft(seen.whole, `${where}: in view`).toContain(next);
}

function expectNoContradiction({ text, rows }, where) {
  for (const [one, other] of CONTRADICTIONS) expect.soft(one.test(text) && other.test(text), `${where}: ${one} beside ${other}`).toBe(false);
  for (const row of rows) {
    for (const [one, other] of CONTRADICTIONS_OF_A_FILE) expect.soft(one.test(row) && other.test(row), `${where}: ${one} beside ${other}: ${row}`).toBe(false);
  }
}

for (const [state, reach] of STATES) {
  test(`the next step is in view: ${state}`, async ({ hostPage, page }) => {
    test.slow();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.addInitScript(recordShifts);
    await reach(hostPage, withLanguage(hostPage, 'en'));
    const shifted = await page.evaluate(() => window.shifted);
    if (AT_THE_LOGIN.includes(state)) expect.soft(shifted, 'layout shift while the login is used').toBeLessThanOrEqual(0.02);
    if (['loading', 'empty'].includes(state)) expect.soft(shifted, 'layout shift at load').toBeLessThanOrEqual(0.1);
    expectNoContradiction(await measure(hostPage), state);
    for (const language of LANGUAGES) {
      await hostPage.element.evaluate((element, language) => (element.language = language), language);
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height });
        const where = `${state}, ${width} × ${height}, ${language}`;
        if (state !== 'not loaded' && state !== 'wrong settings') await expect.poll(async () => (await measure(hostPage)).language).toBe(language);
        expectNext(NEXT[state], await measure(hostPage), where);
        if (process.env.LAYOUT_PICTURES) {
          mkdirSync('target/layout', { recursive: true });
          await page.screenshot({ path: `target/layout/${state.replaceAll(/\W+/g, '-')}-${width}-${language}.png` });
        }
      }
    }
  });
}

test('each state has its next step', () => {
  expect(Object.keys(NEXT).sort()).toEqual(STATES.map(([state]) => state).sort());
});

test('what stays in view stays above a bar of the page', async ({ hostPage, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [state, part] of [['mixed', 'continue'], ['offer after a failed login', 'use-upload']]) {
    await STATES.find(([name]) => name === state)[1](hostPage, withLanguage(hostPage, 'en'));
    const bottom = () => hostPage.part(part).evaluate((button) => button.getBoundingClientRect().bottom);
    await expect.poll(bottom).toBeGreaterThan(844 - 100);
    await hostPage.element.evaluate((element) => element.style.setProperty('--flinks-upload-bottom', '100px'));
    expect(await bottom(), state).toBeLessThanOrEqual(844 - 100);
    await expect.poll(bottom, `${state}: still in view`).toBeGreaterThan(844 - 200);
  }
});

test('copies that are to be chosen in the window can be saved while it is used', async ({ hostPage, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await STATES.find(([name]) => name === 'checklist, a file unlocked')[1](hostPage, withLanguage(hostPage, 'en'));
  const fold = hostPage.element.locator('.checklist-files summary');
  const seen = (locator) => locator.evaluate((node) => {
    const { left, right, top, bottom } = node.getBoundingClientRect();
    return node.contains(node.getRootNode().elementFromPoint((left + right) / 2, (top + bottom) / 2)) && top >= 0 && bottom <= innerHeight;
  });
  for (const language of LANGUAGES) {
    await hostPage.element.evaluate((element, language) => (element.language = language), language);
    await expect.poll(async () => (await measure(hostPage)).language).toBe(language);
    for (const [width, height] of SIZES.slice(0, 2)) {
      await page.setViewportSize({ width, height });
      const where = `${language}, ${width} × ${height}`;
      await expect(hostPage.part('save'), where).toBeHidden();
      expect(await seen(fold), where).toBe(true);
      const top = (locator) => locator.evaluate((node) => node.getBoundingClientRect().top);
      expect((await top(hostPage.element.locator('.checklist-files'))) - (await top(hostPage.part('frame'))), `${where}: the window in view, in px`).toBeGreaterThan(400);
      await fold.click();
      await hostPage.part('save').scrollIntoViewIfNeeded();
      expect(await seen(hostPage.part('save')), `${where}: unfolded`).toBe(true);
      await fold.click();
    }
  }
});

for (const mode of ['primary', 'fallback']) {
  test(`what keeps the place until the element has loaded is as high as what comes then: ${mode}`, async ({ hostPage, page }) => {
    let goOn;
    const waiting = new Promise((resolve) => (goOn = resolve));
    const height = () => hostPage.element.evaluate((element) => element.getBoundingClientRect().height);
    await hostPage.open({ instance: 'toolbox', mode }, { script: "window.go = () => import('/package/define.js');" });
    await page.route('**/*.wasm', (route) => waiting.then(() => route.fallback()));
    await page.evaluate(() => void window.go());
    await expect.poll(height).toBeGreaterThan(700);
    const kept = await height();
    // In each picture: without its styles the element was a quarter as high for one of them.
    await page.evaluate(() => {
      window.heights = new Set();
      const look = () => {
        window.heights.add(document.querySelector('flinks-upload').getBoundingClientRect().height);
        requestAnimationFrame(look);
      };
      look();
    });
    goOn();
    await hostPage.connectFrame();
    expect(await page.evaluate(() => [...window.heights])).toEqual([kept]);
  });
}

for (const mode of ['upload', 'dashboard']) {
  test.describe(`on a screen for fingers: ${mode}`, () => {
    test.use({ hasTouch: true, isMobile: true });

    test('what keeps the place until the element has loaded is never higher than what comes then', async ({ hostPage, page }) => {
      const height = () => hostPage.element.evaluate((element) => element.getBoundingClientRect().height);
      let goOn;
      const waiting = new Promise((resolve) => (goOn = resolve));
      await hostPage.open({ instance: 'toolbox', mode }, { script: "window.go = () => import('/package/define.js');" });
      await page.route('**/*.wasm', (route) => waiting.then(() => route.fallback()));
      await page.evaluate(() => void window.go());
      await expect.poll(height).toBe(360);
      goOn();
      await expect(hostPage.part('dropzone')).toBeVisible();
      await expect(hostPage.element.locator('.drop-hint')).toBeHidden();
      for (const [width, viewHeight] of SIZES) {
        await page.setViewportSize({ width, height: viewHeight });
        expect(await height(), String(width)).toBeGreaterThanOrEqual(360);
      }
    });
  });
}
