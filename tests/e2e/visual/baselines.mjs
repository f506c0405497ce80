// The pictures that each state is held against, in `element/screenshots/`.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compare, encodeWebp } from './compare.mjs';
import { slug } from './capture.mjs';

/** Each state at least once, spread over widths, themes and languages; common states more often. */
export const VARIANTS = {
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
  'file removed': ['390 light en'],
  mixed: ['768 dark fr', '390 light en'],
  'all rejected': ['390 light fr'],
  locked: ['390 light en', '768 dark fr'],
  'password refused': ['390 light en', '768 dark fr'],
  'a month missing, a file unlocked': ['390 light en', '1280 dark fr'],
  '24 files': ['390 dark fr'],
  'limit reached': ['390 light en'],
  'near the limit': ['768 dark en'],
  'checker lost': ['1280 light fr'],
  'handing off': ['768 dark fr'],
  'hand-off failed': ['390 light en'],
  checklist: ['1280 dark en', '390 light fr'],
  'checklist of 24': ['768 light fr'],
  'checklist, a file unlocked': ['390 light en', '1280 light fr'],
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

export const folder = new URL('../element/screenshots/', import.meta.url);
export const pathOf = (state, variant) => new URL(`${slug(state)}-${variant.replaceAll(' ', '-')}.webp`, folder);
export const nameOf = (state, variant) => pathOf(state, variant).pathname.split('/').at(-1);

/** Decodes and compares images, apart from the page under test. */
export const blankPage = async ({ browser }, use) => {
  const page = await browser.newPage();
  await use(page);
  await page.close();
};

/** Compares with the baseline, or updates it if asked to. Failures report the place and attach a diff image. */
export async function expectScreenshot(page, info, state, variant, actual) {
  const path = pathOf(state, variant);
  const hasBaseline = existsSync(path);
  const expected = hasBaseline ? readFileSync(path) : await encodeWebp(page, actual);
  const { differences, diffImage } = await compare(page, expected, actual);
  if (hasBaseline && differences.length === 0) return;
  if (['all', 'changed'].includes(info.config.updateSnapshots)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, await encodeWebp(page, actual));
    return;
  }
  const name = nameOf(state, variant).replace('.webp', '');
  for (const [file, bytes] of [['expected.webp', expected], ['actual.png', actual], ['diff.png', diffImage]]) writeFileSync(info.outputPath(`${name}-${file}`), bytes);
  const what = hasBaseline ? `looks different:\n  ${differences.slice(0, 10).join('\n  ')}` : 'has never been looked at';
  throw new Error(`${name} ${what}\nLook at ${info.outputPath(`${name}-*`)}. If it is as it should be: scripts/test/e2e.sh states --update-snapshots`);
}
