// The pictures of the README and of docs/theming.md, in `docs/`: `make screenshots ONLY=readme`.
import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { encrypted, statement } from '../../../scripts/samples.mjs';
import { fileFor } from '../../../sandbox/server.mjs';
import { HostPage, contentType } from '../host-page.mjs';
import { STATES } from '../fixtures/ui-states.mjs';
import config from '../playwright.config.mjs';
import { animatedWebp } from './animation.mjs';
import { encodeWebp } from './compare.mjs';
import { prepareFonts, withLogin, stabilize, stableScreenshot, test } from './capture.mjs';

const docs = new URL('../../../docs/', import.meta.url);
const sandbox = new URL('../../../sandbox/', import.meta.url);

/** The demo's mock of Connect. */
const mockConnect = ({ pathname }) => {
  const file = fileFor(pathname);
  return file ? { contentType: contentType(file), body: readFileSync(new URL(file, sandbox)) } : { status: 204 };
};

/** `count` transactions between the first and the last day. */
const days = (count, first, last) => Array.from({ length: count }, (_, at) => ({ Date: at === 0 ? first : last }));

const ACCOUNTS = {
  HttpStatusCode: 200,
  Accounts: [
    {
      Id: 'a1', Title: 'Everyday chequing', AccountNumber: '00018842', Category: 'Operations', Type: 'Chequing', Currency: 'CAD',
      Balance: { Available: 2418.36, Current: 2418.36, Limit: null }, Holder: { Name: 'Alex Tremblay' },
      Transactions: days(41, '2026-03-02', '2026-05-29'),
    },
    {
      Id: 'a2', Title: 'Savings', AccountNumber: '00027719', Category: 'Operations', Type: 'Savings', Currency: 'CAD',
      Balance: { Available: 8150, Current: 8150, Limit: null }, Holder: { Name: 'Alex Tremblay' },
      Transactions: days(6, '2026-03-15', '2026-05-15'),
    },
  ],
};

const PAGE = `
  :root { --accent: light-dark(#0d5c4d, #57c3a8); background: light-dark(#f3f1ec, #10161a); color: light-dark(#17211d, #e9efec); font: 400 16px/1.5 Pictures; color-scheme: light dark; }
  body { margin: 0; }
  header { padding: 14px clamp(16px, 4vw, 44px); font-weight: 700; background: light-dark(#ffffff, #121a26); border-block-end: 1px solid light-dark(#d9d5cc, #2b3742); }
  header::before { content: "N"; display: inline-grid; place-content: center; inline-size: 28px; block-size: 28px; margin-inline-end: 10px; border-radius: 8px; color: light-dark(#ffffff, #10161a); background: var(--accent); }
  main { display: grid; gap: 16px; padding: clamp(16px, 3vw, 36px) clamp(12px, 4vw, 44px); }
  h1 { margin: 0; font-size: clamp(24px, 3vw, 32px); line-height: 1.2; letter-spacing: -0.02em; }
  flinks-upload, flinks-accounts { --flinks-upload-font: Pictures; --flinks-upload-accent: var(--accent); --flinks-upload-frame-height: 500px; }`;

/** Opens the element on the page of a fictional lender. */
const openOnHostPage = (hostPage, title, { language = 'en', frame } = {}) => (attributes) => {
  const attributeList = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  return hostPage.open({}, {
    frame,
    language,
    body: `<header>Northlight Lending</header><main><h1>${title}</h1><flinks-upload ${attributeList.join(' ')}></flinks-upload></main>`,
  });
};

async function shoot({ page }, { width, height, theme = 'light' }) {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: theme });
  await page.evaluate(stabilize, '');
  await page.mouse.move(0, 0);
  return stableScreenshot(page);
}

async function saveWebp({ page }, name, pictures, quality = 0.8) {
  const picture = await encodeWebp(await page.context().newPage(), pictures, quality);
  expect(picture.length).toBeLessThan(120_000);
  writeFileSync(new URL(`${name}.webp`, docs), picture);
}

const pickFiles = async (hostPage, files) => {
  await hostPage.fileInput.setInputFiles(files.map(([name, buffer]) => ({ name, mimeType: 'application/pdf', buffer })));
  await hostPage.waitForReport(files.length);
};

const state = (wanted) => STATES.find(([name]) => name === wanted)[1];

// Otherwise cross-origin frames are rendered at 1x and scaled up.
test.use({ deviceScaleFactor: 2, launchOptions: { ...config.use.launchOptions, args: [...config.use.launchOptions.args, '--force-device-scale-factor=2'] } });

test.describe('on a laptop', () => {
  test('a refused login, and the offer beside it', async ({ hostPage, page }) => {
    await prepareFonts(page, PAGE);
    await openOnHostPage(hostPage, 'Confirm your income', { frame: mockConnect })({ instance: 'toolbox', params: 'scenario=RETRY_LATER' });
    const frame = hostPage.part('frame').contentFrame();
    await frame.getByRole('button', { name: 'FlinksCapital' }).click();
    await frame.locator('[name=username]').fill('someone');
    await frame.locator('[name=password]').fill('x');
    await frame.locator('form button').click();
    await page.locator('[data-reason=error]').waitFor();
    await saveWebp(hostPage, 'offer', [await shoot(hostPage, { width: 1120, height: 700 })]);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 1016 }, hasTouch: true, isMobile: true });

  test('what the check says of files: a month is missing, and one is locked', async ({ hostPage, page }) => {
    await prepareFonts(page, PAGE);
    await page.clock.setFixedTime(new Date(2026, 6, 6, 14, 5));
    const open = openOnHostPage(hostPage, 'Confirm your income');
    await state('empty')(hostPage, (attributes, options) => open({ ...attributes, 'required-days': 90 }, options));
    await pickFiles(hostPage, [
      ['april.pdf', statement({ month: '2026-04', pages: 3 })],
      ['june.pdf', statement({ month: '2026-06', pages: 2 })],
      ['may.pdf', encrypted({ month: '2026-05', userPassword: 'maple', algorithm: 'aes' })],
    ]);
    await page.locator('flinks-upload [data-state="missing"]').waitFor();
    await saveWebp(hostPage, 'files', [await shoot(hostPage, { width: 390, height: 1016 })]);
  });

  test('the files are chosen again, in the upload screen', async ({ hostPage, page }) => {
    await prepareFonts(page, PAGE);
    await openOnHostPage(hostPage, 'Confirm your income', { frame: mockConnect })({ instance: 'toolbox', mode: 'upload', institution: 'FlinksCapital' });
    await pickFiles(hostPage, ['april', 'may', 'june'].map((name, at) => [`${name}.pdf`, statement({ month: `2026-0${at + 4}` })]));
    await hostPage.part('continue').click();
    await hostPage.part('frame').contentFrame().locator('input[type=file]').waitFor();
    await saveWebp(hostPage, 'handoff', [await shoot(hostPage, { width: 390, height: 1016 })]);
  });

  test('the whole journey, as an animated picture', async ({ hostPage, page }) => {
    const size = { width: 390, height: 844 };
    const frames = [];
    const show = async (milliseconds) => {
      const picture = await encodeWebp(await page.context().newPage(), [await shoot(hostPage, size)], 0.6);
      frames.push({ webp: Buffer.from(picture), milliseconds });
    };
    await prepareFonts(page, PAGE);
    await page.clock.setFixedTime(new Date(2026, 6, 6, 14, 5));
    await openOnHostPage(hostPage, 'Confirm your income', { frame: mockConnect })({ instance: 'toolbox', mode: 'fallback', params: 'scenario=RETRY_LATER', 'required-days': 90 });
    const frame = hostPage.part('frame').contentFrame();
    await frame.getByRole('button', { name: 'FlinksCapital' }).click();
    await frame.locator('[name=username]').fill('someone');
    await frame.locator('[name=password]').fill('x');
    await show(1400);
    await frame.locator('form button').click();
    await page.locator('[data-reason=error]').waitFor();
    await show(2600);
    await hostPage.part('use-upload').click();
    await show(1800);
    await pickFiles(hostPage, [
      ['april.pdf', statement({ month: '2026-04', pages: 3 })],
      ['may.pdf', encrypted({ month: '2026-05', userPassword: 'maple', algorithm: 'aes' })],
      ['june.pdf', statement({ month: '2026-06', pages: 2 })],
    ]);
    await page.locator('flinks-upload [data-state="missing"]').waitFor();
    await hostPage.part('password').scrollIntoViewIfNeeded();
    await show(2800);
    await hostPage.part('password').fill('maple');
    await show(1000);
    await hostPage.part('unlock').click();
    await expect(page.locator('flinks-upload [data-state="covered"]')).toHaveCount(3);
    await show(2800);
    await hostPage.part('continue').click();
    await hostPage.part('frame').contentFrame().locator('input[type=file]').waitFor();
    await show(2600);
    await hostPage.postFromConnect({ step: 'REDIRECT', loginId: 'l-1', requestId: '33c9c7d3' });
    await hostPage.part('received').waitFor();
    await show(3000);
    const picture = animatedWebp(frames, { width: 2 * size.width, height: 2 * size.height });
    expect(picture.length).toBeLessThan(1_500_000);
    const count = await page.evaluate(async (bytes) => {
      const decoder = new ImageDecoder({ data: Uint8Array.from(bytes), type: 'image/webp' });
      await decoder.tracks.ready;
      await decoder.completed;
      return decoder.tracks.selectedTrack.frameCount;
    }, [...picture]);
    expect(count).toBe(frames.length);
    writeFileSync(new URL('journey.webp', docs), picture);
  });

  test('the documents were read, and the accounts are there', async ({ hostPage, page }) => {
    await page.clock.setFixedTime(new Date(2026, 6, 6, 14, 5));
    await prepareFonts(page, PAGE);
    await state('received: ready')(hostPage, openOnHostPage(hostPage, 'Confirm your income'));
    await hostPage.postFromConnect({ step: 'REDIRECT', loginId: 'l-1', requestId: '33c9c7d3-f4b6-4b9b-9b7c-2f8f3e1d0a55' });
    await page.evaluate(async (accounts) => {
      const { defineAccounts } = await import('/package/accounts/element.js');
      defineAccounts();
      const element = document.createElement('flinks-accounts');
      document.querySelector('main').append(element);
      element.accounts = accounts;
    }, ACCOUNTS);
    await saveWebp(hostPage, 'received', [await shoot(hostPage, { width: 390, height: 1016 })]);
  });
});

test.describe('themes', () => {
  // Eight of them in one picture: 1x is enough.
  test.use({ deviceScaleFactor: 1 });

  test('four, light and dark', async ({ context }) => {
    const pictures = [];
    for (const theme of ['bank', 'fintech', 'contrast', 'compact']) {
      const css = readFileSync(new URL(`../../../demo/themes/${theme}.css`, import.meta.url), 'utf8');
      const hostPage = new HostPage(await context.newPage());
      await prepareFonts(hostPage.page, css);
      await state('empty')(hostPage, withLogin(hostPage, 'en'));
      await pickFiles(hostPage, [
        ['february.pdf', statement({ month: '2026-02', pages: 3 })],
        ['march.pdf', encrypted({ month: '2026-03', userPassword: 'maple', algorithm: 'aes' })],
      ]);
      for (const scheme of ['light', 'dark']) pictures.push(await shoot(hostPage, { width: 400, height: 680, theme: scheme }));
    }
    await saveWebp({ page: context.pages()[0] }, 'themes', pictures, 0.3);
  });
});
