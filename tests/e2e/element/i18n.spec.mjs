// Host messages and locale-aware numbers.
import { expect, test } from '../host-page.mjs';

const upload = { instance: 'toolbox', mode: 'upload', institution: 'FlinksCapital' };
const setMessages = (hostPage, messages) => hostPage.element.evaluate((element, own) => (element.messages = own), messages);

test('a host’s words come at once, in both languages, and nothing is lost', async ({ hostPage, page }) => {
  await hostPage.open({ instance: 'toolbox' });
  const frame = await hostPage.connectFrame();
  await frame.evaluate(() => (document.title = 'half typed'));
  await hostPage.chooseUpload();
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'bb.pdf' }, { name: 'empty.pdf', text: '' }]);
  await hostPage.waitForReport(3);
  await hostPage.part('continue').focus();
  await setMessages(hostPage, { 'continue-files': 'Send {files} {files|PDF|PDFs} now', empty: 'Nothing in it.\nSo it stays here.' });
  await expect(hostPage.part('continue')).toHaveText('Send 2 PDFs now');
  await expect(hostPage.element.locator('[data-code="empty"]')).toHaveText('Nothing in it. So it stays here.');
  await expect(hostPage.part('retry')).toHaveText('Back to bank login');

  await hostPage.element.evaluate((element) => (element.language = 'fr'));
  await expect(hostPage.part('retry')).toHaveText('Retour à la connexion bancaire');
  await expect(hostPage.part('continue')).toHaveText('Send 2 PDFs now');
  await hostPage.fileRows.nth(1).locator('[part~="remove"]').click();
  await expect(hostPage.part('continue')).toHaveText('Send 1 PDF now');

  await setMessages(hostPage, null);
  await expect(hostPage.part('continue')).toHaveText('Continuer avec 1 fichier');
  expect(await page.evaluate(() => document.querySelector('flinks-upload').files.length)).toBe(2);
  await hostPage.part('retry').click();
  expect(await (await hostPage.connectFrame()).title()).toBe('half typed');
  expect(await hostPage.eventCount('upload-error')).toBe(0);
});

test('words that were set before the element is defined are said from the start', async ({ hostPage }) => {
  await hostPage.open({}, { body: '<flinks-upload instance="toolbox" mode="upload"></flinks-upload>', script: `
    document.querySelector('flinks-upload').messages = { 'collect-title': 'Your last three months', browse: undefined };
    await import('/package/define.js');` });
  await expect(hostPage.element.getByRole('heading')).toHaveText('Your last three months');
  await expect(hostPage.element.getByRole('button', { name: 'Choose files' })).toBeAttached();
});

test('a wrong key, a wrong place and a blank text are told by name, and the last good words stay', async ({ hostPage }) => {
  await hostPage.open(upload);
  await setMessages(hostPage, { browse: 'Pick statements' });
  await expect(hostPage.part('browse')).toHaveText('Pick statements');
  await setMessages(hostPage, { browse: 'Pick {count}', continu: 'Go', going: ' ', 'one-upload': 7 });
  await expect.poll(() => hostPage.eventCount('upload-error')).toBe(3);
  await expect(hostPage.part('error')).toHaveCount(0);
  const errors = (await hostPage.events('upload-error')).map(({ detail }) => detail);
  expect(errors.map(({ code, attribute, received }) => [code, attribute, received])).toEqual([
    ['invalid-attribute', 'messages', 'Pick {count}'],
    ['invalid-attribute', 'messages', 'continu'],
    ['invalid-attribute', 'messages', ' '],
  ]);
  expect(errors[1].message).toBe("`messages` expects keys of the catalog (`MessageKey` in index.d.ts), got 'continu'");
  await expect(hostPage.part('browse')).toHaveText('Pick statements');
  await setMessages(hostPage, { browse: 'Pick some' });
  await expect(hostPage.part('error')).toHaveCount(0);
  await expect(hostPage.part('browse')).toHaveText('Pick some');
});

test('what is no object is refused at once', async ({ hostPage }) => {
  await hostPage.open(upload);
  const thrown = await hostPage.element.evaluate((element) => {
    try {
      element.messages = 'Pick statements';
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  });
  expect(thrown).toBe('TypeError: flinks-upload: `messages` expects an object of texts or null, got string');
});

test('also what is said without the wasm can be the host’s', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox' }, { script: `
    document.querySelector('flinks-upload').messages = { 'load-failed': 'Not just now.', 'try-again': 'Once more' };
    window.go = () => import('/package/define.js');` });
  await hostPage.page.route('**/*.wasm', (route) => route.fulfill({ status: 503, body: '' }));
  await hostPage.page.evaluate(() => window.go());
  await expect(hostPage.element.getByRole('alert')).toHaveText('Not just now.');
  await expect(hostPage.part('retry')).toHaveText('Once more');
  await hostPage.page.unroute('**/*.wasm');
  await hostPage.part('retry').click();
  await expect(hostPage.part('frame')).toBeVisible();
  expect(await hostPage.eventCount('upload-error')).toBe(1);
  hostPage.violations.length = 0;
});

for (const [language, locale] of [['en', 'en-CA'], ['fr', 'fr-CA'], ['es', 'es-US']]) {
  test(`numbers, sizes and plurals are those of Intl: ${locale}`, async ({ hostPage }) => {
    await hostPage.open({ ...upload, 'max-files': 1234567, 'max-total-size': 1234500000 }, { language });
    const sizes = [0, 1, 2, 999, 1000, 1001, 1500, 99_949, 999_900, 999_901, 1_000_001, 20_000_000];
    await hostPage.addFiles(sizes.map((size, at) => ({ name: `${at}.txt`, text: ' '.repeat(size) })));
    await hostPage.waitForReport(sizes.length);
    const intl = await hostPage.page.evaluate(({ locale, sizes }) => {
      const unit = (unit, unitDisplay, value) =>
        // Rounded up, so that no size over a limit looks as if it were within it.
        new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1, roundingMode: 'ceil' }).format(value);
      const size = (bytes) => {
        if (bytes < 1000) return unit('byte', 'long', bytes);
        return bytes <= 999_900 ? unit('kilobyte', 'short', bytes / 1000) : unit('megabyte', 'short', bytes / 1_000_000);
      };
      const rules = new Intl.PluralRules(locale);
      return {
        sizes: sizes.map(size), files: new Intl.NumberFormat(locale).format(1234567), total: size(1234500000),
        plurals: Object.fromEntries([0, 1, 2, 3].map((count) => [count, rules.select(count)])),
      };
    }, { locale, sizes });

    // In both languages a number stays with its unit.
    const unbroken = (text) => text.replaceAll(' ', '\u00a0');
    const facts = await hostPage.element.locator('.facts').evaluateAll((rows) => rows.map((row) => row.lastChild.textContent.trim()));
    expect(facts).toEqual(intl.sizes.map(unbroken));
    const limits = await hostPage.element.locator('#flinks-upload-limits').textContent();
    expect(limits).toContain(`${intl.files} `);
    expect(limits).toContain(unbroken(intl.total));

    const word = { en: { one: 'file', other: 'files' }, fr: { one: 'fichier', other: 'fichiers' }, es: { one: 'archivo', other: 'archivos' } }[language];
    await hostPage.element.evaluate((element) => {
      element.reset();
      // Rendered for every count, including counts whose button has its own text.
      element.messages = { 'summary': '{ready}:{ready|one|other}', 'summary-attention': '{ready}:{ready|one|other}' };
    });
    for (const count of [0, 1, 2, 3]) {
      await hostPage.addFiles([count === 0 ? { name: 'empty.pdf', text: '' } : { name: `${'x'.repeat(count)}.pdf` }]);
      await hostPage.waitForReport(count + 1);
      await expect(hostPage.part('summary')).toHaveText(`${count}:${intl.plurals[count]}`);
      if (count > 0) await expect(hostPage.part('continue')).toContainText(new RegExp(`${count} ${word[intl.plurals[count]]}$`));
    }
  });
}
