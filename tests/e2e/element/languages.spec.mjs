// The element loads the texts of one language, beside its wasm, and another one when the language changes.
import { expect, test } from '../host-page.mjs';

const upload = { instance: 'toolbox', mode: 'upload' };
const loaded = (hostPage) => hostPage.requests.map(({ url }) => /languages\/(\w\w(?:-staff)?)\.js$/.exec(url)?.[1]).filter(Boolean);
const title = (hostPage) => hostPage.element.getByRole('heading').first();
const setLanguage = (hostPage, language) => hostPage.element.evaluate((element, value) => (element.language = value), language);

/** Holds the file of a language back until `release()`. */
async function hold(hostPage, language) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await hostPage.page.route(`**/languages/${language}.js`, async (route) => {
    await released;
    await route.fallback();
  });
  return release;
}

test('only the language that is shown is loaded', async ({ hostPage }) => {
  await hostPage.open(upload, { language: 'fr-CA' });
  await expect(hostPage.part('dropzone')).toBeVisible();
  expect(loaded(hostPage)).toEqual(['fr']);
  await expect(hostPage.element.locator('.flinks-upload')).toHaveAttribute('lang', 'fr');
});

test('a change of the page’s language is followed, without a change of the element', async ({ hostPage }) => {
  await hostPage.open(upload);
  const before = await title(hostPage).textContent();
  await hostPage.page.evaluate(() => (document.documentElement.lang = 'es'));
  await expect(hostPage.element.locator('.flinks-upload')).toHaveAttribute('lang', 'es');
  await expect(title(hostPage)).not.toHaveText(before);
  await hostPage.page.evaluate(() => (document.documentElement.lang = 'en'));
  await expect(title(hostPage)).toHaveText(before);
  expect(loaded(hostPage)).toEqual(['en', 'es']);
});

test('until another language is there, the texts stay as they are', async ({ hostPage }) => {
  await hostPage.open(upload);
  const before = await title(hostPage).textContent();
  const release = await hold(hostPage, 'fr');
  await setLanguage(hostPage, 'fr');
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(1);
  await expect(title(hostPage)).toHaveText(before);
  release();
  await expect(hostPage.element.locator('.flinks-upload')).toHaveAttribute('lang', 'fr');
  await expect(hostPage.fileRows).toHaveCount(1);
});

test('a language that comes late does not replace the one that was asked for since', async ({ hostPage }) => {
  await hostPage.open(upload);
  const before = await title(hostPage).textContent();
  const release = await hold(hostPage, 'fr');
  await setLanguage(hostPage, 'fr');
  await expect.poll(() => loaded(hostPage)).toEqual(['en', 'fr']);
  await setLanguage(hostPage, 'en');
  release();
  await hostPage.page.waitForTimeout(300);
  await expect(title(hostPage)).toHaveText(before);
  await expect(hostPage.element.locator('.flinks-upload')).toHaveAttribute('lang', 'en');
});

test('a language that does not load is said in it, and can be asked for again', async ({ hostPage }) => {
  let isLost = true;
  await hostPage.open(upload, { language: 'es', intercept: (route, url) => isLost && url.pathname.endsWith('/es.js') && route.abort() });
  await expect(hostPage.element.getByRole('alert')).toHaveText('No se pudo cargar esta parte de la página. Revise su conexión.');
  const [{ detail }] = await hostPage.events('upload-error');
  expect(detail).toMatchObject({ code: 'load-failed', expected: 'the texts of flinks-upload', message: expect.stringContaining("the language 'es'") });
  isLost = false;
  await hostPage.part('retry').click();
  await expect(hostPage.part('dropzone')).toBeVisible();
});

test('when the next language does not load, the present one stays', async ({ hostPage }) => {
  await hostPage.open(upload);
  const before = await title(hostPage).textContent();
  await hostPage.page.route('**/languages/fr.js', (route) => route.abort(), { times: 1 });
  await setLanguage(hostPage, 'fr');
  await expect.poll(() => loaded(hostPage)).toEqual(['en', 'fr']);
  await hostPage.page.waitForTimeout(200);
  await expect(title(hostPage)).toHaveText(before);
  expect(await hostPage.eventCount('upload-error')).toBe(0);
});

test('staff read texts of their own, which come with dashboard mode alone', async ({ hostPage }) => {
  await hostPage.open(upload);
  await hostPage.addFiles([{ name: 'empty.pdf', text: '' }]);
  const finding = hostPage.part('finding').first();
  await expect(finding).toContainText('Download it again and add the new copy.');
  expect(loaded(hostPage)).toEqual(['en']);
  await hostPage.element.evaluate((element) => (element.mode = 'dashboard'));
  await hostPage.addFiles([{ name: 'empty.pdf', text: '' }]);
  await expect(title(hostPage)).toHaveText('Choose the customer’s statements');
  await expect(finding).toContainText('Ask the customer for a new copy.');
  await setLanguage(hostPage, 'fr');
  await expect(title(hostPage)).toHaveText('Choisissez les relevés du client');
  await expect(hostPage.element.locator('.flinks-upload')).toHaveAttribute('lang', 'fr');
  await hostPage.element.evaluate((element) => Object.assign(element, { mode: 'upload', messages: { 'collect-title': 'Statements' } }));
  await expect(hostPage.part('dropzone')).toContainText('Vos fichiers');
  await expect(title(hostPage)).toHaveText('Statements');
  expect([...new Set(loaded(hostPage))]).toEqual(['en', 'en-staff', 'fr-staff', 'fr']);
});
