// On a phone: a small screen, a finger, no hovering and no dragging.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { devices } from '@playwright/test';
import { expect, packageFolder, pdf, test } from '../host-page.mjs';

const { userAgent } = devices['iPhone 14'];

/** Everything that a finger may aim at and that is smaller than a finger. */
const small = (lender) => lender.element.evaluate((element) => {
  const targets = [...element.shadowRoot.querySelectorAll('button, label, a, [tabindex]:not([tabindex="-1"])')];
  return targets.map((target) => [target.outerHTML.slice(0, 80), target.getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 0 && (width < 44 || height < 44));
});

async function fits(lender) {
  const page = await lender.page.evaluate(() => ({ room: document.documentElement.clientWidth, taken: document.documentElement.scrollWidth }));
  expect(page.taken).toBeLessThanOrEqual(page.room);
  expect(await small(lender)).toEqual([]);
}

for (const [width, height] of [[390, 844], [320, 568]]) {
  test.describe(`on a phone of ${width} × ${height}`, () => {
    test.use({ viewport: { width, height }, hasTouch: true, isMobile: true, userAgent });

    for (const language of ['en', 'fr']) {
      test(`the whole way fits and can be tapped, in ${language}`, async ({ lender }) => {
        await lender.open({ instance: 'toolbox', language });
        expect(await lender.page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
        await lender.connect();
        expect(await lender.page.evaluate(() => window.innerWidth)).toBe(width);
        await fits(lender);

        // It comes while the person looks at Connect, and nobody scrolls up to see what is new.
        await lender.element.evaluate((element) => element.style.setProperty('--flinks-upload-frame-height', '1600px'));
        expect(await lender.page.evaluate(() => (window.scrollTo(0, 400), window.scrollY))).toBe(400);
        await lender.fail('INVALID_SECURITY_RESPONSE_NO_RETRY');
        await expect(lender.part('offer').getByRole('heading')).toBeInViewport({ ratio: 1 });
        await expect(lender.part('use-upload')).toBeInViewport({ ratio: 1 });
        await fits(lender);

        await lender.part('use-upload').tap();
        await expect(lender.part('browse')).toBeInViewport({ ratio: 1 });
        await expect(lender.element.locator('.drop-hint')).toBeHidden();
        await expect(lender.part('browse-folder')).toBeHidden();
        await fits(lender);

        const choosing = lender.page.waitForEvent('filechooser');
        await lender.part('browse').tap();
        const chooser = await choosing;
        expect(chooser.isMultiple()).toBe(true);
        const buffer = (name) => Buffer.from(pdf(name).join(''));
        await chooser.setFiles([
          { name: `${'statement-of-my-account-'.repeat(5)}.pdf`, mimeType: 'application/pdf', buffer: buffer('a') },
          { name: 'IMG_0001.PNG', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a', 'hex') },
          { name: 'b.pdf', mimeType: 'application/pdf', buffer: buffer('bb') },
        ]);
        await lender.checked(3);
        await fits(lender);
        await lender.part('remove').nth(1).tap();
        await lender.checked(2);

        await lender.part('continue').tap();
        await expect(lender.part('checklist')).toBeVisible();
        await lender.connect();
        await fits(lender);

        await lender.say({ step: 'REDIRECT', loginId: 'l-1', institution: 'FlinksCapital' });
        await expect(lender.part('received')).toBeInViewport();
        await fits(lender);
      });
    }
  });
}

test('a phone’s own picker is asked for PDFs only, and for pictures only where they are taken', async ({ lender }) => {
  await lender.open({ instance: 'toolbox', mode: 'upload' });
  await expect(lender.input).toHaveAttribute('accept', '.pdf,application/pdf');
  // With `capture` a phone would open its camera instead.
  expect(await lender.input.getAttribute('capture')).toBe(null);
  await lender.element.evaluate((element) => (element.accept = 'pdf,images'));
  await expect(lender.input).toHaveAttribute('accept', '.pdf,application/pdf,image/jpeg,image/png,image/bmp,image/tiff');
});

test('files are picked with an input, which every browser has, and never with showOpenFilePicker', () => {
  const holding = (text) => readdirSync(packageFolder).filter((name) => /\.(js|wasm)$/.test(name) && readFileSync(join(packageFolder, name), 'latin1').includes(text));
  expect(holding('webkitdirectory')).toEqual(['flinks-upload_bg.wasm']);
  expect(holding('showOpenFilePicker')).toEqual([]);
});
