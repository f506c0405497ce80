// Compares each state with its baseline in `screenshots/`, and tests that the comparison sees what people see.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { HostPage, expect } from '../host-page.mjs';
import { compare, encodeWebp } from '../visual/compare.mjs';
import { prepareFonts, screenshot, withLogin, slug, test as base } from '../visual/capture.mjs';
import { STATES } from '../fixtures/ui-states.mjs';

/** Each state at least once, spread over widths, themes and languages; common states more often. */
const VARIANTS = {
  loading: ['390 light en'],
  frame: ['1280 dark en'],
  silent: ['768 light fr'],
  'not listed': ['390 dark fr', '1280 light en'],
  'offer beside the login': ['1280 light en'],
  'offer after a failed login': ['768 dark en', '390 light fr', '1280 light en'],
  'offer by the host': ['390 light fr'],
  'offer for one that is not listed': ['1280 dark fr'],
  'offer after inactivity': ['768 light en'],
  empty: ['390 dark en', '1280 light en'],
  'empty, beside a login that waits': ['1280 light fr'],
  'empty, images taken, check optional': ['768 dark fr'],
  dashboard: ['390 light en'],
  'drag over': ['1280 dark en'],
  checking: ['768 light fr'],
  'one file': ['390 dark fr'],
  ready: ['1280 light en'],
  mixed: ['768 dark fr', '390 light en'],
  'all rejected': ['390 light fr'],
  '24 files': ['390 dark fr'],
  'limit reached': ['390 light en'],
  'near the limit': ['768 dark en'],
  'checker lost': ['1280 light fr'],
  'handing off': ['768 dark fr'],
  'hand-off failed': ['390 light en'],
  checklist: ['1280 dark en', '390 light fr'],
  'checklist of 24': ['768 light fr'],
  'handed over to the host': ['390 dark fr'],
  'handed over to the Dashboard': ['1280 light en'],
  received: ['768 dark en', '1280 light en', '390 dark fr'],
  'received: received': ['390 light fr'],
  'received: processing': ['1280 dark fr'],
  'received: ready': ['768 light en'],
  'received: needs-attention': ['390 dark en'],
  'received: failed': ['1280 light fr'],
  'received: slow': ['768 dark fr'],
  linked: ['390 light en'],
  'no token': ['1280 dark en'],
  'wrong settings': ['768 light fr'],
  'not loaded': ['390 dark fr'],
};

const folder = new URL('screenshots/', import.meta.url);
const pathOf = (state, variant) => new URL(`${slug(state)}-${variant.replaceAll(' ', '-')}.webp`, folder);

const test = base.extend({
  // Decodes and compares images, apart from the page under test.
  blankPage: async ({ browser }, use) => {
    const page = await browser.newPage();
    await use(page);
    await page.close();
  },
});

async function capture(hostPage, state, variant, { page = '', element = '' } = {}) {
  const [width, theme, language] = variant.split(' ');
  await prepareFonts(hostPage.page, page);
  await STATES.find(([name]) => name === state)[1](hostPage, withLogin(hostPage, language));
  return screenshot(hostPage, { width: Number(width), theme, more: element });
}

/** Compares with the baseline, or updates it if asked to. Failures report the place and attach a diff image. */
async function expectScreenshot(blankPage, state, variant, actual) {
  const info = test.info();
  const path = pathOf(state, variant);
  const hasBaseline = existsSync(path);
  const expected = hasBaseline ? readFileSync(path) : await encodeWebp(blankPage, actual);
  const { differences, diffImage } = await compare(blankPage, expected, actual);
  if (hasBaseline && differences.length === 0) return;
  if (['all', 'changed'].includes(info.config.updateSnapshots)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, await encodeWebp(blankPage, actual));
    return;
  }
  const name = pathOf(state, variant).pathname.split('/').at(-1).replace('.webp', '');
  for (const [file, bytes] of [['expected.webp', expected], ['actual.png', actual], ['diff.png', diffImage]]) writeFileSync(info.outputPath(`${name}-${file}`), bytes);
  const what = hasBaseline ? `looks different:\n  ${differences.slice(0, 10).join('\n  ')}` : 'has never been looked at';
  throw new Error(`${name} ${what}\nLook at ${info.outputPath(`${name}-*`)}. If it is as it should be: scripts/test/e2e.sh screenshots --update-snapshots`);
}

for (const [state, variants] of Object.entries(VARIANTS)) {
  test(`it looks as before: ${state}`, async ({ hostPage, blankPage }) => {
    for (const variant of variants) await expectScreenshot(blankPage, state, variant, await capture(hostPage, state, variant));
  });
}

test('every state has its picture, and no picture is left over', () => {
  expect(Object.keys(VARIANTS).sort()).toEqual(STATES.map(([state]) => state).sort());
  const names = Object.entries(VARIANTS).flatMap(([state, variants]) => variants.map((variant) => pathOf(state, variant).pathname.split('/').at(-1)));
  expect(readdirSync(folder).sort()).toEqual(names.sort());
});

// Invisible differences: other machines render text differently, depending on the font settings.
const setting = (name, type, value) => `<edit name="${name}" mode="assign"><${type}>${value}</${type}></edit>`;
const NOISE = [
  ['letters not fitted to pixels', { fonts: [['hinting', 'bool', 'false'], ['hintstyle', 'const', 'hintnone']] }],
  ['letters fitted to pixels', { fonts: [['hinting', 'bool', 'true'], ['hintstyle', 'const', 'hintfull'], ['autohint', 'bool', 'true']] }],
  ['letters with coloured edges', { fonts: [['antialias', 'bool', 'true'], ['rgba', 'const', 'rgb']] }],
  ['a screen with two pixels for one', { scale: 2 }],
  ['all half a pixel further', { offset: 0.5 }],
  ['all a pixel further', { offset: 1 }],
];
const NOISE_SUBJECTS = [['mixed', '390 light en'], ['offer after a failed login', '768 dark en']];

for (const [noise, { fonts = [], scale = 1, offset = 0 }] of NOISE) {
  test(`what nobody sees is no difference: ${noise}`, async ({ playwright, blankPage }, info) => {
    const settings = info.outputPath('fonts.conf');
    writeFileSync(settings, `<?xml version="1.0"?><fontconfig><include>/etc/fonts/fonts.conf</include><match target="pattern">${fonts.map((one) => setting(...one)).join('')}</match></fontconfig>`);
    const browser = await playwright.chromium.launch({ ...info.project.use.launchOptions, env: { ...process.env, FONTCONFIG_FILE: settings } });
    for (const [state, variant] of NOISE_SUBJECTS) {
      const context = await browser.newContext({ deviceScaleFactor: scale });
      const hostPage = new HostPage(await context.newPage());
      const actual = await capture(hostPage, state, variant, { page: `body { translate: ${offset}px ${offset}px; }` });
      expect((await compare(blankPage, readFileSync(pathOf(state, variant)), actual, scale)).differences, `${state}, ${variant}`).toEqual([]);
      await context.close();
    }
    await browser.close();
  });
}

// Small regressions that must be detected.
const REGRESSIONS = [
  ['a button’s colour', '.primary { background: color-mix(in srgb, var(--accent) 85%, #ffffff); }'],
  ['6 px more in a row', 'li:nth-child(3) { padding-block-end: calc(0.5em + 6px); }'],
  ['a verdict without its sign', 'li:nth-child(3)::before { visibility: hidden; }'],
  ['a verdict in the colour of another', 'li:nth-child(1) { --verdict: var(--warning) !important; }'],
  ['a title one step smaller', '.title { font-size: 1.125em; }'],
  ['a panel cut off', '.panel { clip-path: inset(0 24px 0 0); }'],
  ['a paler text', '.facts { opacity: 0.6; }'],
];

for (const [regression, css] of REGRESSIONS) {
  test(`what somebody sees is a difference: ${regression}`, async ({ hostPage, blankPage }) => {
    const variant = '390 light en';
    const actual = await capture(hostPage, 'mixed', variant, { element: `.flinks-upload { ${css} }` });
    expect((await compare(blankPage, readFileSync(pathOf('mixed', variant)), actual)).differences).not.toEqual([]);
  });
}
