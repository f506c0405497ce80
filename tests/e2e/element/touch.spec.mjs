// Phones: a small screen, touch, no hover and no drag and drop.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { devices } from '@playwright/test';
import { expect, packageFolder, pdf, test } from '../host-page.mjs';

const { userAgent } = devices['iPhone 14'];

/** Touch targets smaller than 44 px. */
const smallTargets = (hostPage) => hostPage.element.evaluate((element) => {
  const targets = [...element.shadowRoot.querySelectorAll('button, label, a, [tabindex]:not([tabindex="-1"])')];
  return targets.map((target) => [target.outerHTML.slice(0, 80), target.getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 0 && (width < 44 || height < 44));
});

async function expectFits(hostPage) {
  const page = await hostPage.page.evaluate(() => ({ room: document.documentElement.clientWidth, taken: document.documentElement.scrollWidth }));
  expect(page.taken).toBeLessThanOrEqual(page.room);
  expect(await smallTargets(hostPage)).toEqual([]);
}

for (const [width, height] of [[390, 844], [320, 568]]) {
  test.describe(`on a phone of ${width} × ${height}`, () => {
    test.use({ viewport: { width, height }, hasTouch: true, isMobile: true, userAgent });

    for (const language of ['en', 'fr']) {
      test(`the whole way fits and can be tapped, in ${language}`, async ({ hostPage }) => {
        await hostPage.open({ instance: 'toolbox', language });
        expect(await hostPage.page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
        await hostPage.connectFrame();
        expect(await hostPage.page.evaluate(() => window.innerWidth)).toBe(width);
        await expectFits(hostPage);

        // The offer appears while the user looks at Connect and would not scroll up to see it.
        await hostPage.element.evaluate((element) => element.style.setProperty('--flinks-upload-frame-height', '1600px'));
        expect(await hostPage.page.evaluate(() => (window.scrollTo(0, 400), window.scrollY))).toBe(400);
        await hostPage.failLogin('INVALID_SECURITY_RESPONSE_NO_RETRY');
        await expect(hostPage.part('offer').getByRole('heading')).toBeInViewport({ ratio: 1 });
        await expect(hostPage.part('use-upload')).toBeInViewport({ ratio: 1 });
        await expectFits(hostPage);

        await hostPage.part('use-upload').tap();
        await expect(hostPage.part('browse')).toBeInViewport({ ratio: 1 });
        await expect(hostPage.element.locator('.drop-hint')).toBeHidden();
        await expect(hostPage.part('browse-folder')).toBeHidden();
        await expectFits(hostPage);

        const choosing = hostPage.page.waitForEvent('filechooser');
        await hostPage.part('browse').tap();
        const chooser = await choosing;
        expect(chooser.isMultiple()).toBe(true);
        const buffer = (name) => Buffer.from(pdf(name).join(''));
        await chooser.setFiles([
          { name: `${'statement-of-my-account-'.repeat(5)}.pdf`, mimeType: 'application/pdf', buffer: buffer('a') },
          { name: 'IMG_0001.PNG', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a', 'hex') },
          { name: 'b.pdf', mimeType: 'application/pdf', buffer: buffer('bb') },
        ]);
        await hostPage.waitForReport(3);
        await expectFits(hostPage);
        await hostPage.part('remove').nth(1).tap();
        await hostPage.waitForReport(2);

        await hostPage.part('continue').tap();
        await expect(hostPage.part('checklist')).toBeVisible();
        await hostPage.connectFrame();
        await expectFits(hostPage);

        await hostPage.postFromConnect({ step: 'REDIRECT', loginId: 'l-1', institution: 'FlinksCapital' });
        await expect(hostPage.part('received')).toBeInViewport();
        await expectFits(hostPage);
      });
    }
  });
}

test('a phone’s own picker is asked for PDFs only, and for pictures only where they are taken', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox', mode: 'upload' });
  await expect(hostPage.fileInput).toHaveAttribute('accept', '.pdf,application/pdf');
  // With `capture`, phones would open the camera instead.
  expect(await hostPage.fileInput.getAttribute('capture')).toBe(null);
  await hostPage.element.evaluate((element) => (element.accept = 'pdf,images'));
  await expect(hostPage.fileInput).toHaveAttribute('accept', '.pdf,application/pdf,image/jpeg,image/png,image/bmp,image/tiff');
});

test('files are picked with an input, which every browser has, and never with showOpenFilePicker', () => {
  const holding = (text) => readdirSync(packageFolder).filter((name) => /\.(js|wasm)$/.test(name) && readFileSync(join(packageFolder, name), 'latin1').includes(text));
  expect(holding('webkitdirectory')).toEqual(['flinks-upload-deferred_bg.wasm']);
  expect(holding('showOpenFilePicker')).toEqual([]);
});
