// Accessibility beside states.spec.mjs: focus, live regions and target sizes.
import { expect, pdf, test } from '../host-page.mjs';
import { STATES, withLanguage } from '../fixtures/ui-states.mjs';

const upload = { instance: 'toolbox', mode: 'upload', institution: 'FlinksCapital' };
const pdfFiles = (...names) => names.map((name) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(pdf(name).map(String).join('')) }));

/** The focused part, or the closest part around it; for a file's button also the file name. */
const focused = (page) => page.evaluate(() => {
  const element = document.activeElement?.shadowRoot?.activeElement;
  if (!element) return document.activeElement?.localName ?? '';
  const name = element.closest('[part~="file"]')?.querySelector('.name').textContent;
  return [element.closest('[part]')?.part[0] ?? element.localName, name].filter(Boolean).join(' ');
});
const focusedTitle = (page) => page.evaluate(() => {
  const element = document.activeElement?.shadowRoot?.activeElement;
  return element?.matches('.title') ? element.textContent : null;
});

test('after adding, the focus stays where files are chosen, also when some are rejected', async ({ hostPage, page }) => {
  await hostPage.open(upload);
  await hostPage.fileInput.focus();
  await hostPage.fileInput.setInputFiles(pdfFiles('a.pdf', 'bb.pdf'));
  await hostPage.waitForReport(2);
  expect(await focused(page)).toBe('browse');
  await hostPage.addFiles([{ name: 'empty.pdf', text: '' }]);
  await hostPage.waitForReport(3);
  expect(await focused(page)).toBe('browse');
});

test('after removing, the focus is on the next file’s button, and after the last one where files are chosen', async ({ hostPage, page }) => {
  await hostPage.open(upload);
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'bb.pdf' }, { name: 'ccc.pdf' }]);
  await hostPage.waitForReport(3);
  await hostPage.part('remove').nth(1).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('remove ccc.pdf');
  await page.keyboard.press('Space');
  await expect.poll(() => focused(page)).toBe('browse');
  await hostPage.part('remove').click();
  await expect.poll(() => focused(page)).toBe('browse');
});

test('after removing the last row that is shown, the focus is on what shows the others', async ({ hostPage, page }) => {
  await hostPage.open({ instance: 'toolbox', mode: 'upload' });
  await hostPage.addFiles(['a', 'bb', 'ccc', 'dddd', 'eeeee'].map((name) => ({ name: `${name}.pdf` })).concat({ name: 'empty.pdf', text: '' }));
  await hostPage.waitForReport(6);
  await hostPage.part('remove').first().focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => hostPage.element.evaluate(({ shadowRoot }) => shadowRoot.activeElement?.localName)).toBe('summary');
});

test('a status that comes while the person is in the upload screen leaves the focus there, and is said', async ({ hostPage, page }) => {
  await hostPage.open({ instance: 'toolbox', mode: 'upload', institution: 'FlinksCapital', 'status-url': '/events' });
  let tell;
  await page.route('https://lender.example/events', async (route) => {
    await new Promise((done) => (tell = done));
    await route.fulfill({ contentType: 'text/event-stream', body: 'event: status\nid: 1\ndata: {"status":"processing"}\n\n' });
  });
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(1);
  await hostPage.part('continue').click();
  const frame = await hostPage.connectFrame();
  await frame.evaluate(() => document.body.append(document.createElement('input')));
  await frame.locator('input').click();
  const focused = () => hostPage.element.evaluate(({ shadowRoot }) => shadowRoot.activeElement?.localName);
  expect(await focused()).toBe('iframe');
  await expect.poll(() => tell !== undefined).toBe(true);
  tell();
  await expect(hostPage.part('received')).toBeVisible();
  await expect(hostPage.element.locator('.live-region')).not.toBeEmpty();
  expect(await focused()).toBe('iframe');
});

test('a file that the host removes takes the focus from nobody', async ({ hostPage, page }) => {
  await hostPage.open(upload, { body: '<input id="own"><flinks-upload instance="toolbox" mode="upload"></flinks-upload>' });
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'bb.pdf' }]);
  await hostPage.waitForReport(2);
  await page.locator('#own').focus();
  await hostPage.element.evaluate((element) => element.removeFile(element.report.files[0].id));
  await hostPage.waitForReport(1);
  expect(await focused(page)).toBe('input');
});

test('each stage that the person goes to has the focus on its title, and the way back, too', async ({ hostPage, page }) => {
  await hostPage.open({ instance: 'toolbox', 'offer-on': 'not-listed' });
  await hostPage.part('not-listed').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedTitle(page)).toBe('You can send statements instead');
  await hostPage.part('use-upload').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedTitle(page)).toBe('Choose your statements');
  await hostPage.part('retry').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedTitle(page)).toBe('You can send statements instead');
  await hostPage.part('use-upload').click();
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(1);
  await hostPage.part('continue').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedTitle(page)).toBe('Last step: choose the same files again');
  await hostPage.part('change').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedTitle(page)).toBe('Choose your statements');
  await hostPage.part('continue').click();
  await hostPage.postFromConnect({ step: 'REDIRECT', loginId: 'l-1' });
  await expect.poll(() => focusedTitle(page)).toBe('Your documents were received');
});

test('a stage that comes while the person is elsewhere in the page takes the focus from nobody, and is said', async ({ hostPage, page }) => {
  await hostPage.open({}, { body: '<input id="own"><flinks-upload instance="toolbox"></flinks-upload>' });
  await hostPage.chooseUpload();
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(1);
  await page.locator('#own').focus();
  await hostPage.element.evaluate((element) => element.handOff());
  await expect(hostPage.part('checklist')).toBeVisible();
  expect(await focused(page)).toBe('input');
  await hostPage.postFromConnect({ step: 'REDIRECT', loginId: 'l-1' });
  await expect(hostPage.part('received')).toBeVisible();
  expect(await focused(page)).toBe('input');
  await expect(hostPage.element.locator('.live-region')).toContainText('Your documents were received. Thank you.');
});

test('an offer leaves the focus where it is, and is said by a region that was there before', async ({ hostPage, page }) => {
  await hostPage.open({}, { body: '<input id="own"><flinks-upload instance="toolbox"></flinks-upload>' });
  await hostPage.connectFrame();
  await page.locator('#own').focus();
  const announcements = hostPage.element.locator('.live-region[role="status"]');
  await expect(announcements).toHaveText('');
  const region = await announcements.elementHandle();
  await hostPage.failLogin('INVALID_PASSWORD');
  await expect(hostPage.part('offer')).toBeVisible();
  expect(await focused(page)).toBe('input');
  expect(await region.evaluate((element) => element.isConnected && element.textContent)).toBe(
    'Your bank didn’t accept that password. Try logging in again, or send PDF statements from FlinksCapital instead.',
  );
});

test('a batch is said once when checking begins and once when it ends, by one region', async ({ hostPage }) => {
  await hostPage.open(upload);
  await expect(hostPage.part('dropzone')).toBeVisible();
  await hostPage.element.evaluate((element) => {
    window.announcements = [];
    const regions = [...element.shadowRoot.querySelectorAll('[role="status"], [role="alert"], [aria-live]')];
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        const node = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
        const region = node.closest('[role="status"], [role="alert"], [aria-live]');
        // A live region inserted together with its text is not announced by every screen reader.
        const isNew = [...addedNodes].some((added) => added.matches?.('[role="status"], [role="alert"], [aria-live]'));
        if (region || isNew) window.announcements.push([regions.indexOf(region), region?.textContent]);
      }
    }).observe(element.shadowRoot, { subtree: true, childList: true, characterData: true });
  });
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'bb.pdf' }, { name: 'ccc.pdf' }, { name: 'empty.pdf', text: '' }, { name: 'page.pdf', text: '<html>' }]);
  await hostPage.waitForReport(5);
  await expect(hostPage.part('summary')).toHaveText('3 of 5 files ready, 2 can’t be used');
  const announcements = await hostPage.page.evaluate(() => window.announcements);
  expect(new Set(announcements.map(([region]) => region)).size).toBe(1);
  expect(announcements[0][0]).toBeGreaterThanOrEqual(0);
  expect([...new Set(announcements.map(([, text]) => text))]).toEqual(['Checking 5 files…', '3 of 5 files ready, 2 can’t be used']);
  expect(announcements.length).toBeLessThanOrEqual(2);
  await expect(hostPage.part('summary')).toHaveAttribute('role', 'status');
});

test('the focus is always to be seen, and nothing lies above it', async ({ hostPage, page }) => {
  await page.setViewportSize({ width: 390, height: 600 });
  await hostPage.open({ instance: 'toolbox' });
  await hostPage.chooseUpload();
  await hostPage.addFiles(Array.from({ length: 12 }, (_, at) => ({ name: `${at}.pdf`, size: 2000 + at })));
  await hostPage.waitForReport(12);
  // Of many, those that need no look are folded.
  await hostPage.element.locator('.fold').evaluate((fold) => (fold.open = true));
  const seen = new Set();
  for (let step = 0; step < 20; step += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const root = document.activeElement?.shadowRoot;
      const element = root?.activeElement;
      if (!element) return null;
      const shown = element.closest('.picker') ?? element;
      const { left, right, top, bottom } = shown.getBoundingClientRect();
      const above = root.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return {
        name: element.getAttribute('aria-label') ?? shown.textContent,
        isOutlined: getComputedStyle(shown).outlineStyle !== 'none' && parseFloat(getComputedStyle(shown).outlineWidth) >= 2,
        isInView: top >= 0 && bottom <= innerHeight,
        isClear: shown.contains(above),
      };
    });
    if (found === null) break;
    expect(found).toMatchObject({ isOutlined: true, isInView: true, isClear: true });
    seen.add(found.name);
  }
  expect([...seen]).toEqual(expect.arrayContaining(['Add more files', 'Remove 0.pdf', 'Remove 11.pdf', 'Continue with 12 files', 'Back to bank login']));
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  for (const name of ['not listed', 'offer after a failed login', 'empty, beside a login that waits', 'mixed', 'checklist', 'handed over to the host', 'received: failed', 'no token', 'not loaded']) {
    test(`whatever can be touched is large enough: ${name}`, async ({ hostPage }) => {
      const [, reach] = STATES.find(([state]) => state === name);
      await reach(hostPage, withLanguage(hostPage, 'fr'));
      const targets = await hostPage.element.evaluate((element) =>
        [...element.shadowRoot.querySelectorAll('button, a, input')]
          .filter((target) => target.checkVisibility())
          .map((target) => ({ target: target.outerHTML.slice(0, 80), box: (target.closest('.picker') ?? target).getBoundingClientRect().toJSON() })),
      );
      expect(targets.length).toBeGreaterThan(0);
      expect(targets.filter(({ box }) => Math.min(box.width, box.height) < 44)).toEqual([]);
      // Nothing overflows the viewport.
      expect(targets.filter(({ box }) => box.left < 0 || box.right > 390)).toEqual([]);
      hostPage.violations.length = 0;
    });
  }
});

test('what can be used is native, and none stands in another', async ({ hostPage }) => {
  for (const name of ['offer after a failed login', 'mixed', 'checklist', 'received: failed']) {
    await STATES.find(([state]) => state === name)[1](hostPage, withLanguage(hostPage, 'en'));
    const found = await hostPage.element.evaluate(({ shadowRoot }) => ({
      native: shadowRoot.querySelectorAll('button, input').length,
      imitated: shadowRoot.querySelectorAll('[role="button"], [role="link"], [onclick], div[tabindex="0"], span[tabindex="0"]').length,
      nested: shadowRoot.querySelectorAll(':is(button, a, label) :is(button, a, label), button input').length,
    }));
    expect(found).toMatchObject({ imitated: 0, nested: 0 });
    expect(found.native).toBeGreaterThan(0);
  }
});

test('headings fit the outline of the page, and changing that begins nothing anew', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox', 'heading-level': '4' });
  await hostPage.failLogin('INVALID_PASSWORD');
  await expect(hostPage.element.getByRole('heading', { level: 4, name: 'Your account couldn’t be linked' })).toBeVisible();
  const frame = await hostPage.connectFrame();
  await frame.evaluate(() => (document.title = 'half typed'));
  await hostPage.element.evaluate((element) => (element.headingLevel = 3));
  await expect(hostPage.element.getByRole('heading', { level: 3 })).toHaveCount(1);
  expect(await (await hostPage.connectFrame()).title()).toBe('half typed');
  await hostPage.element.evaluate((element) => (element.headingLevel = null));
  await expect(hostPage.element.getByRole('heading', { level: 2 })).toHaveCount(1);
});
