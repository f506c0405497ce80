// Themes use parts and custom properties; no other styles leak in or out.
import { readFileSync, readdirSync } from 'node:fs';
import { axe, expectNoViolations } from '../axe.mjs';
import { expect, test } from '../host-page.mjs';
import { STATES, withLanguage } from '../fixtures/ui-states.mjs';

const themes = new URL('../../../demo/themes/', import.meta.url);
const addStyleSheet = (name, css) => (hostPage) => hostPage.page.evaluate(([id, text]) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.documentElement.dataset.styled = id;
}, [name, css]);
const reach = (name) => STATES.find(([state]) => state === name)[1];
const THEMED_STATES = ['offer after a failed login', 'empty, beside a login that waits', 'mixed', 'checklist', 'received: failed', 'no token'];

const THEMES = readdirSync(themes).filter((name) => name.endsWith('.css'));
for (const state of THEMED_STATES) {
  test(`axe finds nothing in each theme: ${state}`, async ({ hostPage, page }) => {
    expect(THEMES.length).toBeGreaterThan(0);
    // So high that nothing stands below the bar that stays in view.
    await page.setViewportSize({ width: 1280, height: 3000 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await reach(state)(hostPage, withLanguage(hostPage, 'fr'));
    for (const file of THEMES) {
      await page.evaluate(() => (document.adoptedStyleSheets = []));
      await addStyleSheet(file, readFileSync(new URL(file, themes), 'utf8'))(hostPage);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        expectNoViolations(await axe(page), `${file}, ${colorScheme}`);
      }
    }
    hostPage.violations.length = 0;
  });
}

// What CSS resets, frameworks and hostile pages do.
const HOSTILE_CSS = `
  * { all: unset !important; }
  * { color: red !important; background: lime !important; font: italic 40px/3 cursive !important; letter-spacing: 1em !important; text-transform: uppercase !important;
      text-align: right !important; word-spacing: 2em !important; text-indent: 5em !important; white-space: nowrap !important; direction: ltr;
      list-style: square !important; cursor: wait !important; border: 9px solid red !important; margin: 9px !important; padding: 0 !important;
      transition: all 9s !important; box-sizing: content-box !important; --accent: red !important; --surface: lime !important; --verdict: red !important; }
  div, p, section, header, ul, li, label, span, strong, bdi, h2 { display: none !important; }
  button, input, iframe, [part], .panel, .files, .primary { appearance: none !important; opacity: 0 !important; pointer-events: none !important; width: 1px !important; }
  flinks-upload { display: block !important; width: 700px !important; margin: 0 !important; border: 0 !important; opacity: 1 !important; pointer-events: auto !important; }
  html, body { display: block !important; }`;

/** The computed style and position of every node in the element. */
const computedStyles = (hostPage) => hostPage.element.evaluate((element) => {
  const root = element.shadowRoot.querySelector('.flinks-upload');
  const { left, top } = root.getBoundingClientRect();
  return [root, ...root.querySelectorAll('*')].map((node) => {
    const style = getComputedStyle(node);
    const box = node.getBoundingClientRect();
    const values = [...style].filter((name) => !name.startsWith('--')).map((name) => `${name}: ${style.getPropertyValue(name)}`);
    // What is folded away has no place.
    const place = node.checkVisibility() ? [box.left - left, box.top - top, box.width, box.height] : [];
    return [node.outerHTML.slice(0, 60), ...place, ...values];
  });
});

for (const state of ['offer after a failed login', 'mixed', 'checklist']) {
  test(`nothing of a hostile page leaks in: ${state}`, async ({ hostPage, page }) => {
    // So high that the bar that stays in view is at its place.
    await page.setViewportSize({ width: 1280, height: 3000 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await reach(state)(hostPage, withLanguage(hostPage, 'en'));
    await addStyleSheet('width', 'flinks-upload { width: 700px }')(hostPage);
    await page.mouse.move(0, 0);
    const before = await computedStyles(hostPage);
    await addStyleSheet('hostile', HOSTILE_CSS)(hostPage);
    const after = await computedStyles(hostPage);
    expect(after.length).toBe(before.length);
    for (const [at, was] of before.entries()) expect(after[at].filter((line, place) => line !== was[place])).toEqual([]);
    // It remains usable.
    await expect(hostPage.element.locator('button').first()).toBeVisible();
  });
}

test('nothing leaks out: a page with the element looks as it does without', async ({ hostPage, page }) => {
  const body = '<div class="flinks panel primary columns files"><h2 class="title" id="title">Own</h2><ul class="files"><li class="file">One</li></ul><button class="primary">Own</button><p class="summary said">Own</p></div>';
  const own = () => page.evaluate(() => [...document.querySelectorAll('body > div, body > div *')].map((node) => {
    const style = getComputedStyle(node);
    return [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join(';');
  }));
  await hostPage.open({}, { body });
  const alone = await own();
  expect(alone.length).toBe(6);
  await hostPage.open({}, { body: `${body}<flinks-upload instance="toolbox" mode="upload"></flinks-upload>` });
  await expect(hostPage.part('dropzone')).toBeVisible();
  expect(await own()).toEqual(alone);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length + document.querySelectorAll('style, link').length)).toBe(0);
});

test('a page may hide the element, or a part of itself that it stands in', async ({ hostPage, page }) => {
  await hostPage.open({}, { body: '<main><flinks-upload instance="toolbox" mode="upload"></flinks-upload></main>' });
  const title = hostPage.element.getByRole('heading');
  await expect(title).toBeVisible();
  for (const [css, selector] of [['visibility: hidden', 'main'], ['display: none', 'flinks-upload'], ['display: none', 'main']]) {
    await addStyleSheet('hidden', `${selector} { ${css} }`)(hostPage);
    await expect(title).toBeHidden();
    await page.evaluate(() => (document.adoptedStyleSheets = []));
    await expect(title).toBeVisible();
  }
  await hostPage.element.evaluate((element) => (element.hidden = true));
  await expect(title).toBeHidden();
});

test('with forced colors every control has an edge, the verdicts have signs, and the focus is seen', async ({ hostPage, page }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await reach('mixed')(hostPage, withLanguage(hostPage, 'en'));
  const edges = await hostPage.element.evaluate(({ shadowRoot }) => [...shadowRoot.querySelectorAll('button, .picker')].map((node) => {
    const style = getComputedStyle(node);
    return [node.textContent.trim(), parseFloat(style.borderTopWidth) >= 1 && style.borderTopStyle !== 'none' && style.borderTopColor !== style.backgroundColor];
  }));
  expect(edges.length).toBeGreaterThan(10);
  expect(edges.filter(([, hasEdge]) => !hasEdge)).toEqual([]);
  const signs = await hostPage.fileRows.evaluateAll((rows) => rows.map((row) => [row.dataset.status, getComputedStyle(row, '::before').content.slice(0, 3)]));
  expect(new Set(signs.map(String))).toEqual(new Set(['ready,"✓"', 'warning,"!"', 'rejected,"!"', 'rejected,"–"', 'rejected,"✕"']));
  await page.keyboard.press('Tab');
  await hostPage.part('continue').focus();
  expect(await hostPage.part('continue').evaluate((node) => getComputedStyle(node).outlineStyle)).toBe('solid');
});

/** The longest transition or animation of each node and of its sign, in seconds. One that repeats has no end. */
const durations = (hostPage) => hostPage.element.evaluate(({ shadowRoot }) => [...shadowRoot.querySelectorAll('*')].flatMap((node) => [null, '::before', '::after'].map((pseudo) => {
  const { transitionDuration, animationName, animationDuration, animationIterationCount } = getComputedStyle(node, pseudo);
  const seconds = (list) => Math.max(...list.split(',').map(parseFloat));
  return Math.max(seconds(transitionDuration), animationName === 'none' ? 0 : seconds(animationDuration) * Number(animationIterationCount.replace('infinite', 'Infinity')));
})));

test('changes take at most 200 ms, and nothing moves for those who asked for less motion', async ({ hostPage, page }) => {
  for (const state of ['loading', 'offer after a failed login', 'mixed', 'checklist', 'received']) {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await reach(state)(hostPage, withLanguage(hostPage, 'en'));
    const some = await durations(hostPage);
    expect(Math.max(...some), state).toBeGreaterThan(0);
    // A skeleton waits for as long as its frame.
    if (state !== 'loading') expect(Math.max(...some), state).toBeLessThanOrEqual(0.2);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(Math.max(...(await durations(hostPage))), state).toBe(0);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  }
});

test('each panel that takes the place of another comes in, and once only', async ({ hostPage, page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.addInitScript(() => {
    window.cameIn = [];
    // Animations of a shadow tree are told to its host only as events that are composed, which these are not.
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function attach(options) {
      const root = attachShadow.call(this, options);
      root.addEventListener('animationstart', ({ target, animationName, pseudoElement }) => {
        if (!pseudoElement) window.cameIn.push([[...target.part].filter((name) => name !== 'panel')[0], animationName]);
      });
      return root;
    };
  });
  await hostPage.open({ instance: 'toolbox' });
  await hostPage.failLogin('INVALID_LOGIN');
  await hostPage.part('use-upload').click();
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'b.pdf' }]);
  await hostPage.waitForReport(2);
  await hostPage.part('continue').click();
  await hostPage.postFromConnect({ step: 'REDIRECT', loginId: 'l-1' });
  await expect(hostPage.part('received')).toBeVisible();
  await expect.poll(() => page.evaluate(() => window.cameIn.filter(([part]) => part).map(([part]) => part))).toEqual(['offer', 'collect', 'checklist', 'received']);
});

test('the verdict on a file comes where its check was named: nothing in the row jumps', async ({ hostPage, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  let goOn;
  await hostPage.open({ instance: 'toolbox', mode: 'upload' });
  await page.route('**/flinks-upload-worker_bg.wasm', async (route) => {
    await new Promise((resolve) => (goOn = resolve));
    await route.fallback();
  });
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'b.pdf' }, { name: 'c.pdf' }]);
  await expect(hostPage.fileRows).toHaveCount(3);
  await expect.poll(() => goOn).toBeDefined();
  const places = () => hostPage.fileRows.evaluateAll((rows) => rows.map((row) => {
    const box = (node) => node.getBoundingClientRect();
    return [row, row.querySelector('.name'), row.querySelector('.verdict')].map((node) => [box(node).left, box(node).top]).concat([[box(row).height]]);
  }));
  const before = await places();
  expect(await hostPage.statuses()).toEqual(['checking', 'checking', 'checking']);
  goOn();
  await hostPage.waitForReport(3);
  expect(await hostPage.statuses()).toEqual(['ready', 'ready', 'ready']);
  expect(await places()).toEqual(before);
});
