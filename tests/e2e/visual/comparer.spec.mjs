// The comparison of pictures sees what people see, and nothing else: part of `make nightly`, and for a change of compare.mjs.
import { readFileSync, writeFileSync } from 'node:fs';
import { HostPage, expect } from '../host-page.mjs';
import { STATES } from '../fixtures/ui-states.mjs';
import { blankPage, pathOf } from './baselines.mjs';
import { prepareFonts, screenshot, test as base, withLogin } from './capture.mjs';
import { compare } from './compare.mjs';

const test = base.extend({ blankPage });

async function capture(hostPage, state, variant, { page = '', element = '' } = {}) {
  const [width, theme, language] = variant.split(' ');
  await prepareFonts(hostPage.page, page);
  await STATES.find(([name]) => name === state)[1](hostPage, withLogin(hostPage, language));
  return screenshot(hostPage, { width: Number(width), theme, more: element });
}

// Invisible differences: other machines render text differently, depending on the font settings.
const setting = (name, type, value) => `<edit name="${name}" mode="assign"><${type}>${value}</${type}></edit>`;
const NOISE = [
  ['letters not fitted to pixels', { fonts: [['hinting', 'bool', 'false'], ['hintstyle', 'const', 'hintnone']] }],
  ['letters fitted to pixels', { fonts: [['hinting', 'bool', 'true'], ['hintstyle', 'const', 'hintfull'], ['autohint', 'bool', 'true']] }],
  ['letters with colored edges', { fonts: [['antialias', 'bool', 'true'], ['rgba', 'const', 'rgb']] }],
  ['a screen with two pixels for one', { scale: 2 }],
  ['all half a pixel further', { offset: 0.5 }],
  ['all a pixel further', { offset: 1 }],
];
const NOISE_SUBJECTS = [['mixed', '390 light en'], ['offer after a failed login', '768 dark en']];

for (const [noise, { fonts = [], scale = 1, offset = 0 }] of NOISE) {
  test(`what nobody sees is no difference: ${noise}`, async ({ playwright, blankPage: blank }, info) => {
    const settings = info.outputPath('fonts.conf');
    writeFileSync(settings, `<?xml version="1.0"?><fontconfig><include>/etc/fonts/fonts.conf</include><match target="pattern">${fonts.map((one) => setting(...one)).join('')}</match></fontconfig>`);
    const browser = await playwright.chromium.launch({ ...info.project.use.launchOptions, env: { ...process.env, FONTCONFIG_FILE: settings } });
    for (const [state, variant] of NOISE_SUBJECTS) {
      const context = await browser.newContext({ deviceScaleFactor: scale });
      const hostPage = new HostPage(await context.newPage());
      const actual = await capture(hostPage, state, variant, { page: `body { translate: ${offset}px ${offset}px; }` });
      expect((await compare(blank, readFileSync(pathOf(state, variant)), actual, scale)).differences, `${state}, ${variant}`).toEqual([]);
      await context.close();
    }
    await browser.close();
  });
}

// Small regressions that must be detected.
const REGRESSIONS = [
  ['a button’s color', '.primary { background: color-mix(in srgb, var(--accent) 85%, #ffffff); }'],
  ['6 px more in a row', 'li:nth-child(3) { padding-block-end: calc(0.5em + 6px); }'],
  ['a verdict without its sign', 'li:nth-child(3)::before { visibility: hidden; }'],
  ['a verdict in the color of another', 'li:nth-child(1) { --verdict: var(--warning) !important; }'],
  ['a title one step smaller', '.title { font-size: 1.125em; }'],
  ['a panel cut off', '.panel { clip-path: inset(0 24px 0 0); }'],
  ['a paler text', '.facts { opacity: 0.6; }'],
];

for (const [regression, css] of REGRESSIONS) {
  test(`what somebody sees is a difference: ${regression}`, async ({ hostPage, blankPage: blank }) => {
    const variant = '390 light en';
    const actual = await capture(hostPage, 'mixed', variant, { element: `.flinks-upload { ${css} }` });
    expect((await compare(blank, readFileSync(pathOf('mixed', variant)), actual)).differences).not.toEqual([]);
  });
}
