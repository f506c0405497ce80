// How each state looks, against the pictures in `looks/`; and that what tells them apart sees what people see.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { Lender, expect } from '../host-page.mjs';
import { compare, kept } from '../visual/compare.mjs';
import { dress, picture, posed, slug, test as base } from '../visual/capture.mjs';
import { STATES } from '../fixtures/ui-states.mjs';

/** Each state at least once, spread over widths, themes and languages; more often where most people come by. */
const LOOKS = {
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
const pathOf = (state, look) => new URL(`${slug(state)}-${look.replaceAll(' ', '-')}.webp`, folder);

const test = base.extend({
  // Reads pictures; no part of what the lender does.
  blank: async ({ browser }, use) => {
    const page = await browser.newPage();
    await use(page);
    await page.close();
  },
});

async function take(lender, state, look, { page = '', element = '' } = {}) {
  const [width, theme, language] = look.split(' ');
  await dress(lender.page, page);
  await STATES.find(([name]) => name === state)[1](lender, posed(lender, language));
  return picture(lender, { width: Number(width), theme, more: element });
}

/** Compares, or keeps the new picture where that was asked for; what is wrong is told by place, and drawn. */
async function expectLook(blank, state, look, actual) {
  const info = test.info();
  const path = pathOf(state, look);
  const isKept = existsSync(path);
  const expected = isKept ? readFileSync(path) : await kept(blank, actual);
  const { differences, drawn } = await compare(blank, expected, actual);
  if (isKept && differences.length === 0) return;
  if (['all', 'changed'].includes(info.config.updateSnapshots)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, await kept(blank, actual));
    return;
  }
  const name = pathOf(state, look).pathname.split('/').at(-1).replace('.webp', '');
  for (const [file, bytes] of [['expected.webp', expected], ['actual.png', actual], ['diff.png', drawn]]) writeFileSync(info.outputPath(`${name}-${file}`), bytes);
  const what = isKept ? `looks different:\n  ${differences.slice(0, 10).join('\n  ')}` : 'has never been looked at';
  throw new Error(`${name} ${what}\nLook at ${info.outputPath(`${name}-*`)}. If it is as it should be: scripts/test/e2e.sh screenshots --update-snapshots`);
}

for (const [state, looks] of Object.entries(LOOKS)) {
  test(`it looks as before: ${state}`, async ({ lender, blank }) => {
    for (const look of looks) await expectLook(blank, state, look, await take(lender, state, look));
  });
}

test('every state has its picture, and no picture is left over', () => {
  expect(Object.keys(LOOKS).sort()).toEqual(STATES.map(([state]) => state).sort());
  const names = Object.entries(LOOKS).flatMap(([state, looks]) => looks.map((look) => pathOf(state, look).pathname.split('/').at(-1)));
  expect(readdirSync(folder).sort()).toEqual(names.sort());
});

// Nobody sees these: other machines draw letters in other ways, as the system's settings for fonts say.
const setting = (name, type, value) => `<edit name="${name}" mode="assign"><${type}>${value}</${type}></edit>`;
const NOISE = [
  ['letters not fitted to pixels', { fonts: [['hinting', 'bool', 'false'], ['hintstyle', 'const', 'hintnone']] }],
  ['letters fitted to pixels', { fonts: [['hinting', 'bool', 'true'], ['hintstyle', 'const', 'hintfull'], ['autohint', 'bool', 'true']] }],
  ['letters with coloured edges', { fonts: [['antialias', 'bool', 'true'], ['rgba', 'const', 'rgb']] }],
  ['a screen with two pixels for one', { scale: 2 }],
  ['all half a pixel further', { moved: 0.5 }],
  ['all a pixel further', { moved: 1 }],
];
const NOISED = [['mixed', '390 light en'], ['offer after a failed login', '768 dark en']];

for (const [noise, { fonts = [], scale = 1, moved = 0 }] of NOISE) {
  test(`what nobody sees is no difference: ${noise}`, async ({ playwright, blank }, info) => {
    const settings = info.outputPath('fonts.conf');
    writeFileSync(settings, `<?xml version="1.0"?><fontconfig><include>/etc/fonts/fonts.conf</include><match target="pattern">${fonts.map((one) => setting(...one)).join('')}</match></fontconfig>`);
    const browser = await playwright.chromium.launch({ ...info.project.use.launchOptions, env: { ...process.env, FONTCONFIG_FILE: settings } });
    for (const [state, look] of NOISED) {
      const context = await browser.newContext({ deviceScaleFactor: scale });
      const lender = new Lender(await context.newPage());
      const actual = await take(lender, state, look, { page: `body { translate: ${moved}px ${moved}px; }` });
      expect((await compare(blank, readFileSync(pathOf(state, look)), actual, scale)).differences, `${state}, ${look}`).toEqual([]);
      await context.close();
    }
    await browser.close();
  });
}

// Small, and wrong.
const WRONG = [
  ['a button’s colour', '.primary { background: color-mix(in srgb, var(--accent) 85%, #ffffff); }'],
  ['6 px more in a row', 'li:nth-child(3) { padding-block-end: calc(0.5em + 6px); }'],
  ['a verdict without its sign', 'li:nth-child(3)::before { visibility: hidden; }'],
  ['a verdict in the colour of another', 'li:nth-child(1) { --verdict: var(--warning) !important; }'],
  ['a title one step smaller', '.title { font-size: 1.125em; }'],
  ['a panel cut off', '.panel { clip-path: inset(0 24px 0 0); }'],
  ['a paler text', '.facts { opacity: 0.6; }'],
];

for (const [wrong, css] of WRONG) {
  test(`what somebody sees is a difference: ${wrong}`, async ({ lender, blank }) => {
    const look = '390 light en';
    const actual = await take(lender, 'mixed', look, { element: `.flinks-upload { ${css} }` });
    expect((await compare(blank, readFileSync(pathOf('mixed', look)), actual)).differences).not.toEqual([]);
  });
}
