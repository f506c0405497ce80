// The whole journey with the keyboard alone: no pointer, no focus set by the test.
import { expect, pdf, test } from '../host-page.mjs';

const picked = (...names) => names.map((name) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(pdf(name).map(String).join('')) }));

/** What the focus is on, as a person would call it. */
const named = (page) => page.evaluate(() => {
  const element = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
  return (element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? (element.title || element.textContent)).trim();
});

/** Goes on with Tab until this has the focus; far fewer steps than that lead there, or something is in the way. */
async function tabTo(page, name, key = 'Tab') {
  const passed = [];
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press(key);
    const now = await named(page);
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

test('from a refused login to received documents, by keyboard', async ({ lender, page }) => {
  // From now on choosers are the test's: switched on with the key press, that would come too late now and then.
  page.on('filechooser', () => {});
  await lender.open({ instance: 'toolbox' }, { body: '<a href="#top">Before</a><flinks-upload instance="toolbox"></flinks-upload><a href="#end">After</a>' });
  await lender.fail('INVALID_PASSWORD');
  await expect(lender.part('offer')).toBeVisible();

  await tabTo(page, 'Before');
  await tabTo(page, 'Upload statements instead');
  await page.keyboard.press('Enter');
  await expect.poll(() => named(page)).toBe('Choose your statements');

  await tabTo(page, 'Choose files');
  await choose(page, [...picked('a.pdf', 'bb.pdf'), { name: 'empty.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) }], 'Enter');
  await lender.checked(3);
  expect(await named(page)).toBe('Choose files');

  // What needs attention goes; the next in the list, or else the way to choose, has the focus.
  await tabTo(page, 'Remove empty.pdf');
  await page.keyboard.press('Space');
  await lender.checked(2);
  await expect.poll(() => named(page)).toBe('Choose files');
  await choose(page, picked('ccc.pdf'), 'Space');
  await lender.checked(3);

  await tabTo(page, 'Back to bank login');
  await page.keyboard.press('Enter');
  await expect.poll(() => named(page)).toBe('Linking didn’t work this time');
  await tabTo(page, 'Upload statements instead');
  await page.keyboard.press('Space');
  await expect.poll(() => named(page)).toBe('Choose your statements');

  await tabTo(page, 'Continue with 3 files');
  await page.keyboard.press('Enter');
  await expect.poll(() => named(page)).toBe('Choose these files once more');
  await tabTo(page, 'Change files');
  await page.keyboard.press('Enter');
  await expect.poll(() => named(page)).toBe('Choose your statements');
  await tabTo(page, 'Continue with 3 files');
  await page.keyboard.press('Space');
  await expect.poll(() => named(page)).toBe('Choose these files once more');

  // Into the upload screen, and out of it again: the frame is no trap.
  await lender.connect();
  await tabTo(page, 'After');
  await tabTo(page, 'Change files', 'Shift+Tab');

  await lender.say({ step: 'REDIRECT', loginId: 'l-1' });
  await expect.poll(() => named(page)).toBe('Your documents were received');
  await tabTo(page, 'After');
});

test('a way that is closed says why, and takes no key', async ({ lender, page }) => {
  await lender.open({ instance: 'toolbox', mode: 'upload' });
  await expect(lender.part('dropzone')).toBeVisible();
  await tabTo(page, 'Continue');
  const way = lender.part('continue');
  await expect(way).toHaveAttribute('aria-disabled', 'true');
  await expect(way).toHaveAccessibleDescription('Choose at least one file that can be used.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await expect(lender.part('dropzone')).toBeVisible();
  expect(await lender.count('upload-handoff')).toBe(0);
});
