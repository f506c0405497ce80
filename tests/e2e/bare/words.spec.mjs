// What is said: the host's own words, and numbers as people write them.
import { expect, test } from '../lender.mjs';

const upload = { instance: 'toolbox', mode: 'upload', institution: 'FlinksCapital' };
const set = (lender, messages) => lender.element.evaluate((element, own) => (element.messages = own), messages);

test('a host’s words come at once, in both languages, and nothing is lost', async ({ lender, page }) => {
  await lender.open({ instance: 'toolbox' });
  const frame = await lender.connect();
  await frame.evaluate(() => (document.title = 'half typed'));
  await lender.collect();
  await lender.add([{ name: 'a.pdf' }, { name: 'bb.pdf' }, { name: 'empty.pdf', text: '' }]);
  await lender.checked(3);
  await lender.part('continue').focus();
  await set(lender, { 'continue-files': 'Send {files} {files|PDF|PDFs} now', empty: 'Nothing in it.\nSo it stays here.' });
  await expect(lender.part('continue')).toHaveText('Send 2 PDFs now');
  await expect(lender.element.locator('[data-code="empty"]')).toHaveText('Nothing in it. So it stays here.');
  await expect(lender.part('retry')).toHaveText('Back to bank login');

  await lender.element.evaluate((element) => (element.language = 'fr'));
  await expect(lender.part('retry')).toHaveText('Retour à la connexion bancaire');
  await expect(lender.part('continue')).toHaveText('Send 2 PDFs now');
  await lender.files.nth(1).locator('[part~="remove"]').click();
  await expect(lender.part('continue')).toHaveText('Send 1 PDF now');

  await set(lender, null);
  await expect(lender.part('continue')).toHaveText('Continuer avec 1 fichier');
  expect(await page.evaluate(() => document.querySelector('flinks-upload').files.length)).toBe(2);
  await lender.part('retry').click();
  expect(await (await lender.connect()).title()).toBe('half typed');
  expect(await lender.count('upload-error')).toBe(0);
});

test('words that were set before the element is defined are said from the start', async ({ lender }) => {
  await lender.open({}, { body: '<flinks-upload instance="toolbox" mode="upload"></flinks-upload>', script: `
    document.querySelector('flinks-upload').messages = { 'collect-title': 'Your last three months', browse: undefined };
    await import('/package/define.js');` });
  await expect(lender.element.getByRole('heading')).toHaveText('Your last three months');
  await expect(lender.element.getByRole('button', { name: 'Choose files' })).toBeAttached();
});

test('a wrong key, a wrong place and a blank text are told by name, and the last good words stay', async ({ lender }) => {
  await lender.open(upload);
  await set(lender, { browse: 'Pick statements' });
  await expect(lender.part('browse')).toHaveText('Pick statements');
  await set(lender, { browse: 'Pick {count}', continu: 'Go', going: ' ', 'one-upload': 7 });
  await expect(lender.part('error')).toContainText('This part of the page is not set up correctly yet.');
  const errors = (await lender.events('upload-error')).map(({ detail }) => detail);
  expect(errors.map(({ code, attribute, received }) => [code, attribute, received])).toEqual([
    ['invalid-attribute', 'messages', 'Pick {count}'],
    ['invalid-attribute', 'messages', 'continu'],
    ['invalid-attribute', 'messages', ' '],
  ]);
  expect(errors[1].message).toBe("`messages` expects keys of the catalogue (`MessageKey` in index.d.ts), got 'continu'");
  await expect(lender.part('browse')).toHaveText('Pick statements');
  await set(lender, { browse: 'Pick some' });
  await expect(lender.part('error')).toHaveCount(0);
  await expect(lender.part('browse')).toHaveText('Pick some');
});

test('what is no object is refused at once', async ({ lender }) => {
  await lender.open(upload);
  const thrown = await lender.element.evaluate((element) => {
    try {
      element.messages = 'Pick statements';
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  });
  expect(thrown).toBe('TypeError: flinks-upload: `messages` expects an object of texts or null, got string');
});

test('also what is said without the wasm can be the host’s', async ({ lender }) => {
  await lender.open({ instance: 'toolbox' }, { script: `
    document.querySelector('flinks-upload').messages = { 'load-failed': 'Not just now.', 'try-again': 'Once more' };
    window.go = () => import('/package/define.js');` });
  await lender.page.route('**/*.wasm', (route) => route.fulfill({ status: 503, body: '' }));
  await lender.page.evaluate(() => window.go());
  await expect(lender.element.getByRole('alert')).toHaveText('Not just now.');
  await expect(lender.part('retry')).toHaveText('Once more');
  await lender.page.unroute('**/*.wasm');
  await lender.part('retry').click();
  await expect(lender.part('frame')).toBeVisible();
  expect(await lender.count('upload-error')).toBe(1);
  lender.violations.length = 0;
});

for (const [language, locale] of [['en', 'en-CA'], ['fr', 'fr-CA'], ['es', 'es-US']]) {
  test(`numbers, sizes and plurals are those of Intl: ${locale}`, async ({ lender }) => {
    await lender.open({ ...upload, 'max-files': 1234567, 'max-total-size': 1234500000 }, { language });
    const sizes = [0, 1, 2, 999, 1000, 1001, 1500, 99_949, 999_900, 999_901, 1_000_001, 20_000_000];
    await lender.add(sizes.map((size, at) => ({ name: `${at}.txt`, text: ' '.repeat(size) })));
    await lender.checked(sizes.length);
    const intl = await lender.page.evaluate(({ locale, sizes }) => {
      const unit = (unit, unitDisplay, value) =>
        // Rounded up, as over a limit nothing may look like it.
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

    // In every language a number is never torn from its unit.
    const unbroken = (text) => text.replaceAll(' ', '\u00a0');
    const facts = await lender.element.locator('.facts').evaluateAll((rows) => rows.map((row) => row.lastChild.textContent.trim()));
    expect(facts).toEqual(intl.sizes.map(unbroken));
    const limits = await lender.element.locator('#flinks-upload-limits').textContent();
    expect(limits).toContain(`${intl.files} `);
    expect(limits).toContain(unbroken(intl.total));

    const word = { en: { one: 'file', other: 'files' }, fr: { one: 'fichier', other: 'fichiers' }, es: { one: 'archivo', other: 'archivos' } }[language];
    await lender.element.evaluate((element) => {
      element.reset();
      // Said for each count, also for those that have a button of their own words.
      element.messages = { 'summary': '{ready}:{ready|one|other}', 'summary-attention': '{ready}:{ready|one|other}' };
    });
    for (const count of [0, 1, 2, 3]) {
      await lender.add([count === 0 ? { name: 'empty.pdf', text: '' } : { name: `${'x'.repeat(count)}.pdf` }]);
      await lender.checked(count + 1);
      await expect(lender.part('summary')).toHaveText(`${count}:${intl.plurals[count]}`);
      if (count > 0) await expect(lender.part('continue')).toContainText(new RegExp(`${count} ${word[intl.plurals[count]]}$`));
    }
  });
}
