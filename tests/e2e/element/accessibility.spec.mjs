// For everybody: axe over every state, the tree that assistive technology gets, focus, live regions, sizes of targets.
import { axe, expectNothing } from '../axe.mjs';
import { expect, pdf, test } from '../host-page.mjs';
import { STATES, inLanguage } from '../fixtures/ui-states.mjs';

for (const [name, reach] of STATES) {
  test(`axe finds nothing: ${name}`, async ({ lender, page }) => {
    // No colour is looked at while it is changing.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const language of ['en', 'fr']) {
      await reach(lender, inLanguage(lender, language));
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        expectNothing(await axe(page), `${language}, ${colorScheme}`);
      }
    }
    lender.violations.length = 0;
  });
}

const upload = { instance: 'toolbox', mode: 'upload', institution: 'FlinksCapital' };
const picked = (...names) => names.map((name) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(pdf(name).map(String).join('')) }));

/** What has the focus: its part, or that of what it stands in; for a file's button the file's name, too. */
const focused = (page) => page.evaluate(() => {
  const element = document.activeElement?.shadowRoot?.activeElement;
  if (!element) return document.activeElement?.localName ?? '';
  const name = element.closest('[part~="file"]')?.querySelector('.name').textContent;
  return [element.closest('[part]')?.part[0] ?? element.localName, name].filter(Boolean).join(' ');
});
const title = (page) => page.evaluate(() => {
  const element = document.activeElement?.shadowRoot?.activeElement;
  return element?.matches('.title') ? element.textContent : null;
});

test('after adding, the focus stays where files are chosen, also when some are rejected', async ({ lender, page }) => {
  await lender.open(upload);
  await lender.input.focus();
  await lender.input.setInputFiles(picked('a.pdf', 'bb.pdf'));
  await lender.checked(2);
  expect(await focused(page)).toBe('browse');
  await lender.add([{ name: 'empty.pdf', text: '' }]);
  await lender.checked(3);
  expect(await focused(page)).toBe('browse');
});

test('after removing, the focus is on the next file’s button, and after the last one where files are chosen', async ({ lender, page }) => {
  await lender.open(upload);
  await lender.add([{ name: 'a.pdf' }, { name: 'bb.pdf' }, { name: 'ccc.pdf' }]);
  await lender.checked(3);
  await lender.part('remove').nth(1).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('remove ccc.pdf');
  await page.keyboard.press('Space');
  await expect.poll(() => focused(page)).toBe('browse');
  await lender.part('remove').click();
  await expect.poll(() => focused(page)).toBe('browse');
});

test('a file that the host removes takes the focus from nobody', async ({ lender, page }) => {
  await lender.open(upload, { body: '<input id="own"><flinks-upload instance="toolbox" mode="upload"></flinks-upload>' });
  await lender.add([{ name: 'a.pdf' }, { name: 'bb.pdf' }]);
  await lender.checked(2);
  await page.locator('#own').focus();
  await lender.element.evaluate((element) => element.removeFile(element.report.files[0].id));
  await lender.checked(1);
  expect(await focused(page)).toBe('input');
});

test('each stage that the person goes to has the focus on its title, and the way back, too', async ({ lender, page }) => {
  await lender.open({ instance: 'toolbox', 'offer-on': 'not-listed' });
  await lender.part('not-listed').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => title(page)).toBe('You can send statements instead');
  await lender.part('use-upload').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => title(page)).toBe('Choose your statements');
  await lender.part('retry').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => title(page)).toBe('You can send statements instead');
  await lender.part('use-upload').click();
  await lender.add([{ name: 'a.pdf' }]);
  await lender.checked(1);
  await lender.part('continue').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => title(page)).toBe('Choose these files once more');
  await lender.part('change').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => title(page)).toBe('Choose your statements');
  await lender.part('continue').click();
  await lender.say({ step: 'REDIRECT', loginId: 'l-1' });
  await expect.poll(() => title(page)).toBe('Your documents were received');
});

test('a stage that comes while the person is elsewhere in the page takes the focus from nobody, and is said', async ({ lender, page }) => {
  await lender.open({}, { body: '<input id="own"><flinks-upload instance="toolbox"></flinks-upload>' });
  await lender.collect();
  await lender.add([{ name: 'a.pdf' }]);
  await lender.checked(1);
  await page.locator('#own').focus();
  await lender.element.evaluate((element) => element.handOff());
  await expect(lender.part('checklist')).toBeVisible();
  expect(await focused(page)).toBe('input');
  await lender.say({ step: 'REDIRECT', loginId: 'l-1' });
  await expect(lender.part('received')).toBeVisible();
  expect(await focused(page)).toBe('input');
  await expect(lender.element.locator('.said')).toContainText('Thank you.');
});

test('an offer leaves the focus where it is, and is said by a region that was there before', async ({ lender, page }) => {
  await lender.open({}, { body: '<input id="own"><flinks-upload instance="toolbox"></flinks-upload>' });
  await lender.connect();
  await page.locator('#own').focus();
  const said = lender.element.locator('.said[role="status"]');
  await expect(said).toHaveText('');
  const region = await said.elementHandle();
  await lender.fail('INVALID_PASSWORD');
  await expect(lender.part('offer')).toBeVisible();
  expect(await focused(page)).toBe('input');
  expect(await region.evaluate((element) => element.isConnected && element.textContent)).toBe(
    'The password was not accepted. You can send PDF statements from FlinksCapital instead.',
  );
});

test('a batch is said once when checking begins and once when it ends, by one region', async ({ lender }) => {
  await lender.open(upload);
  await expect(lender.part('dropzone')).toBeVisible();
  await lender.element.evaluate((element) => {
    window.said = [];
    const regions = [...element.shadowRoot.querySelectorAll('[role="status"], [role="alert"], [aria-live]')];
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        const node = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
        const region = node.closest('[role="status"], [role="alert"], [aria-live]');
        // One that comes with its words would be heard by some only.
        const isNew = [...addedNodes].some((added) => added.matches?.('[role="status"], [role="alert"], [aria-live]'));
        if (region || isNew) window.said.push([regions.indexOf(region), region?.textContent]);
      }
    }).observe(element.shadowRoot, { subtree: true, childList: true, characterData: true });
  });
  await lender.add([{ name: 'a.pdf' }, { name: 'bb.pdf' }, { name: 'ccc.pdf' }, { name: 'empty.pdf', text: '' }, { name: 'page.pdf', text: '<html>' }]);
  await lender.checked(5);
  await expect(lender.part('summary')).toHaveText('3 of 5 files ready, 2 need attention');
  const said = await lender.page.evaluate(() => window.said);
  expect(new Set(said.map(([region]) => region)).size).toBe(1);
  expect(said[0][0]).toBeGreaterThanOrEqual(0);
  expect([...new Set(said.map(([, text]) => text))]).toEqual(['Checking 5 files…', '3 of 5 files ready, 2 need attention']);
  expect(said.length).toBeLessThanOrEqual(2);
  await expect(lender.part('summary')).toHaveAttribute('role', 'status');
});

test('the focus is always to be seen, and nothing lies above it', async ({ lender, page }) => {
  await page.setViewportSize({ width: 390, height: 600 });
  await lender.open({ instance: 'toolbox' });
  await lender.collect();
  await lender.add(Array.from({ length: 12 }, (_, at) => ({ name: `${at}.pdf`, size: 2000 + at })));
  await lender.checked(12);
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
  expect([...seen]).toEqual(expect.arrayContaining(['Choose files', 'Remove 0.pdf', 'Remove 11.pdf', 'Continue with 12 files', 'Back to bank login']));
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  for (const name of ['not listed', 'offer after a failed login', 'empty, beside a login that waits', 'mixed', 'checklist', 'handed over to the host', 'received: failed', 'no token', 'not loaded']) {
    test(`whatever can be touched is large enough: ${name}`, async ({ lender }) => {
      const [, reach] = STATES.find(([state]) => state === name);
      await reach(lender, inLanguage(lender, 'fr'));
      const targets = await lender.element.evaluate((element) =>
        [...element.shadowRoot.querySelectorAll('button, a, input')]
          .filter((target) => target.checkVisibility())
          .map((target) => ({ target: target.outerHTML.slice(0, 80), box: (target.closest('.picker') ?? target).getBoundingClientRect().toJSON() })),
      );
      expect(targets.length).toBeGreaterThan(0);
      expect(targets.filter(({ box }) => Math.min(box.width, box.height) < 44)).toEqual([]);
      // Nothing is pushed off the screen.
      expect(targets.filter(({ box }) => box.left < 0 || box.right > 390)).toEqual([]);
      lender.violations.length = 0;
    });
  }
});

test('what can be used is native, and none stands in another', async ({ lender }) => {
  for (const name of ['offer after a failed login', 'mixed', 'checklist', 'received: failed']) {
    await STATES.find(([state]) => state === name)[1](lender, inLanguage(lender, 'en'));
    const found = await lender.element.evaluate(({ shadowRoot }) => ({
      native: shadowRoot.querySelectorAll('button, input').length,
      imitated: shadowRoot.querySelectorAll('[role="button"], [role="link"], [onclick], div[tabindex="0"], span[tabindex="0"]').length,
      nested: shadowRoot.querySelectorAll(':is(button, a, label) :is(button, a, label), button input').length,
    }));
    expect(found).toMatchObject({ imitated: 0, nested: 0 });
    expect(found.native).toBeGreaterThan(0);
  }
});

test('headings fit the outline of the page, and changing that begins nothing anew', async ({ lender }) => {
  await lender.open({ instance: 'toolbox', 'heading-level': '4' });
  await lender.select('FlinksCapital');
  await expect(lender.element.getByRole('heading', { level: 4, name: 'You can send statements instead' })).toBeVisible();
  const frame = await lender.connect();
  await frame.evaluate(() => (document.title = 'half typed'));
  await lender.element.evaluate((element) => (element.headingLevel = 3));
  await expect(lender.element.getByRole('heading', { level: 3 })).toHaveCount(1);
  expect(await (await lender.connect()).title()).toBe('half typed');
  await lender.element.evaluate((element) => (element.headingLevel = null));
  await expect(lender.element.getByRole('heading', { level: 2 })).toHaveCount(1);
});

// What assistive technology gets, to the letter; changes are to be read, not only accepted: `--update-snapshots` writes them.
const LONG = ['24 files', 'limit reached', 'checklist of 24'];
for (const [name, reach] of STATES.filter(([state]) => !LONG.includes(state))) {
  test(`the tree stays as it was: ${name}`, async ({ lender }) => {
    await reach(lender, inLanguage(lender, 'en'));
    if (name !== 'loading') await expect(lender.element.locator('p.cover')).toHaveCount(0);
    expect(`${await lender.element.ariaSnapshot()}\n`).toMatchSnapshot(`${name.replaceAll(/\W+/g, '-')}.yml`);
    lender.violations.length = 0;
  });
}
