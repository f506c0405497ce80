// Deterministic screenshots: bundled fonts, and a static page and login,
// so that different machines render the same.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test as base } from '@playwright/test';
import { SOON } from '../../support/element-page.mjs';
import { HostPage } from '../host-page.mjs';

const { resolve } = createRequire(import.meta.url);
const font = (file) => readFileSync(resolve(file)).toString('base64');
const TEXT_FONT = font('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2');
// The symbols of verdicts; few text fonts contain them.
const SYMBOL_FONT = font('@fontsource/noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff2');

export const WIDTHS = [390, 768, 1280];
export const THEMES = ['light', 'dark'];
export const LANGUAGES = ['en', 'fr'];

export const test = base.extend({
  hostPage: ({ page }, use) => use(new HostPage(page)),
});

export const slug = (state) => state.replaceAll(/\W+/g, '-').toLowerCase();

const PAGE_STYLE = `
  :root { color-scheme: light dark; background: light-dark(#ffffff, #0c121b); }
  body { margin: clamp(12px, 3vw, 32px); }
  flinks-upload { --flinks-upload-font: Pictures; --flinks-upload-frame-height: 400px; }`;

/** A static login page that looks the same in both themes, as a provider's page may. */
export const LOGIN_PAGE = `<!DOCTYPE html><meta charset="utf-8"><title>Connect</title><style>
  body { margin: 0; padding: 2rem 1.25rem; font-size: 1rem; line-height: 1.5; color: #1c2733; background: #ffffff; }
  main { display: grid; gap: 0.5rem; max-width: 22rem; margin: auto; }
  h1 { margin: 0 0 0.75rem; font-size: 1.375rem; }
  i { height: 2.75rem; margin-bottom: 0.75rem; border: 1px solid #c6d0da; border-radius: 8px; }
  b { display: grid; place-content: center; height: 2.75rem; margin-top: 0.5rem; border-radius: 8px; color: #ffffff; background: #3b4a5a; }
</style><main><h1>Connect</h1>Username<i></i>Password<i></i><b>Log in</b></main>`;

/** Runs in each frame before its own scripts. Fonts are installed from bytes, which no CSP restricts. */
function installFonts({ text, signs, page }) {
  const bytes = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  document.fonts.add(new FontFace('Pictures', bytes(text), { weight: '100 900' }));
  document.fonts.add(new FontFace('Pictures', bytes(signs), { weight: '100 900', unicodeRange: 'U+2713, U+2715' }));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(window === top ? page : ':root { font-family: Pictures; text-rendering: geometricPrecision; }');
  document.adoptedStyleSheets.push(sheet);
}

/** Call before opening the page; `more` adds CSS rules to it. */
export async function prepareFonts(page, more = '') {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(installFonts, { text: TEXT_FONT, signs: SYMBOL_FONT, page: `${PAGE_STYLE}${more}` });
}

/** `HostPage.open` in a language, with a static login page. */
export const withLogin = (hostPage, language) => (attributes, page) => hostPage.open(attributes, { frame: LOGIN_PAGE, ...page, language });

/** Disables hinting of glyph widths, and removes the focus. */
export async function stabilize(more) {
  document.activeElement?.blur();
  const root = document.querySelector('flinks-upload').shadowRoot;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`*, ::before { text-rendering: geometricPrecision !important; } ${more}`);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  await document.fonts.ready;
}

/** Waits until Connect's frame, in a process of its own, has heard of its width, if it is shown. */
async function fitFrames(page) {
  for (const frame of page.frames().filter((one) => one.url().startsWith('https://') && one.parentFrame())) {
    const element = await frame.frameElement();
    const width = await element.evaluate((node) => node.clientWidth);
    if (width > 0) await expect.poll(() => frame.evaluate(() => innerWidth), { ...SOON, message: 'the frame’s own width' }).toBe(width);
  }
}

/** Frames are painted slightly later than the page: takes screenshots until two are equal. */
export async function stableScreenshot(page, clip) {
  const take = () => page.screenshot({ animations: 'disabled', clip });
  let [before, now] = [await take(), await take()];
  for (let tries = 0; tries < 10 && !before.equals(now); tries += 1) [before, now] = [now, await take()];
  return now;
}

/** The height of the page content with its bottom margin. */
const pageHeight = () => Math.ceil(document.body.getBoundingClientRect().bottom + parseFloat(getComputedStyle(document.body).marginBottom));

/** A PNG of the whole page at a width and theme, with touch emulation at phone widths; `more` adds CSS to the element. */
export async function screenshot(hostPage, { width, theme, more = '' }) {
  const { page } = hostPage;
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize({ width, height: 400 });
  await page.evaluate(stabilize, more);
  // Resize to the page's height, because capturing beyond the viewport disables touch emulation.
  await page.setViewportSize({ width, height: await page.evaluate(pageHeight) });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: width < 500 });
  await fitFrames(page);
  const taken = await stableScreenshot(page, { x: 0, y: 0, width, height: await page.evaluate(pageHeight) });
  await devtools.detach();
  return taken;
}
