// The whole journey by keyboard: no pointer, and no focus set by the test.
import { expect, pdf, test } from '../host-page.mjs';

const pdfFiles = (...names) => names.map((name) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(pdf(name).map(String).join('')) }));

/** The accessible name of the focused element. */
const focusedName = (page) => page.evaluate(() => {
  const element = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
  return (element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? (element.title || element.textContent)).trim();
});

/** Presses Tab until `name` has the focus. It must take far fewer than 12 steps. */
async function tabTo(page, name, key = 'Tab') {
  const passed = [];
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press(key);
    const now = await focusedName(page);
    if (now === name) return;
    passed.push(now);
  }
  throw new Error(`“${name}” was not reached; passed: ${passed.join(' · ')}`);
}

async function choose(page, files, key) {
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press(key);
  await (await chooser).setFiles(files);
}

test('from a refused login to received documents, by keyboard', async ({ hostPage, page }) => {
  // Intercept file choosers from the start: enabling that with the key press is sometimes too late.
  page.on('filechooser', () => {});
  await hostPage.open({ instance: 'toolbox' }, { body: '<a href="#top">Before</a><flinks-upload instance="toolbox"></flinks-upload><a href="#end">After</a>' });
  await hostPage.failLogin('INVALID_PASSWORD');
  await expect(hostPage.part('offer')).toBeVisible();

  await tabTo(page, 'Before');
  await tabTo(page, 'Upload statements instead');
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toBe('Choose your statements');

  await tabTo(page, 'Choose files');
  await choose(page, [...pdfFiles('a.pdf', 'bb.pdf'), { name: 'empty.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) }], 'Enter');
  await hostPage.waitForReport(3);
  expect(await focusedName(page)).toBe('Add more files');

  // Removing a file moves the focus to the next file, or else to the file input.
  await tabTo(page, 'Remove empty.pdf');
  await page.keyboard.press('Space');
  await hostPage.waitForReport(2);
  await expect.poll(() => focusedName(page)).toBe('Add more files');
  await choose(page, pdfFiles('ccc.pdf'), 'Space');
  await hostPage.waitForReport(3);

  await tabTo(page, 'Back to bank login');
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toBe('Your account couldn’t be linked');
  await tabTo(page, 'Upload statements instead');
  await page.keyboard.press('Space');
  await expect.poll(() => focusedName(page)).toBe('Choose your statements');

  await tabTo(page, 'Continue with 3 files');
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toBe('Last step: choose the same files again');
  await tabTo(page, 'Change files');
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toBe('Choose your statements');
  await tabTo(page, 'Continue with 3 files');
  await page.keyboard.press('Space');
  await expect.poll(() => focusedName(page)).toBe('Last step: choose the same files again');

  // Into the upload screen and out again: the frame must not trap focus.
  await hostPage.connectFrame();
  await tabTo(page, 'After');
  await tabTo(page, 'Change files', 'Shift+Tab');

  await hostPage.postFromConnect({ step: 'REDIRECT', loginId: 'l-1' });
  await expect.poll(() => focusedName(page)).toBe('Your documents were received');
  await tabTo(page, 'After');
});

test('a way that is closed says why, and takes no key', async ({ hostPage, page }) => {
  await hostPage.open({ instance: 'toolbox', mode: 'upload' });
  await expect(hostPage.part('dropzone')).toBeVisible();
  await tabTo(page, 'Continue');
  const button = hostPage.part('continue');
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(button).toHaveAccessibleDescription('Add at least one usable file to continue.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await expect(hostPage.part('dropzone')).toBeVisible();
  expect(await hostPage.eventCount('upload-handoff')).toBe(0);
});
