// The demo as served by `make demo`: the lender's page, the element, and the mock on another origin.
import { expect, test } from '../privacy-recorder.mjs';
import { fileURLToPath } from 'node:url';

const samples = fileURLToPath(new URL('../../../samples/', import.meta.url));
const EIGHT = ['INVALID_USERNAME', 'INVALID_PASSWORD', 'INVALID_LOGIN', 'DISABLED_LOGIN', 'RETRY_LATER', 'SESSION_EXPIRED', 'INVALID_SECURITY_RESPONSE_NO_RETRY', 'AGGREGATION_ERROR'];

const part = (page, name) => page.locator(`flinks-upload [part~="${name}"]`);
const connect = (page) => part(page, 'frame').contentFrame();
const addressOf = async (page) => (await (await part(page, 'frame').elementHandle()).contentFrame()).url();
const log = (page, type) => page.locator(`#log [data-type="${type}"]`);

async function open(page, baseURL, settings = {}) {
  await page.goto(`${baseURL}&${new URLSearchParams(settings)}`);
  await expect(page.locator('flinks-upload')).toBeVisible();
}

async function logIn(page, { institution = 'FlinksCapital', username = 'Greatday', password = 'Everyday' } = {}) {
  const frame = connect(page);
  await frame.getByRole('button', { name: institution, exact: true }).click();
  await frame.getByLabel(/Username|Nom d’utilisateur/).fill(username);
  await frame.getByLabel(/Password|Mot de passe/).fill(password);
  await frame.getByRole('button', { name: /^(Continue|Continuer)$/ }).click();
}

test('someone links a bank', async ({ page, baseURL }) => {
  await open(page, baseURL);
  await logIn(page);
  const frame = connect(page);
  await frame.getByLabel('Answer').fill('Montréal');
  await frame.getByRole('button', { name: 'Continue' }).click();
  await frame.getByRole('button', { name: /Chequing/ }).click();
  await expect(part(page, 'linked')).toBeVisible();
  await expect(log(page, 'upload-complete')).toHaveCount(0);
});

test('someone fails, uploads instead, and arrives at the upload screen of the institution', async ({ page, baseURL }) => {
  await open(page, baseURL, { mode: 'fallback' });
  await logIn(page, { institution: 'RBC / HSBC', username: 'test_service_unavailable' });
  await expect(part(page, 'offer')).toContainText('Your bank can’t be reached right now.');
  await part(page, 'use-upload').click();
  await part(page, 'browse').locator('input').setInputFiles(['statement-2026-01.pdf', 'statement-2026-02.pdf', 'statement-2026-01-copy.pdf', 'web-page.pdf'].map((name) => samples + name));
  await expect(part(page, 'summary')).toHaveText('2 of 4 files ready, 1 can’t be used');
  await part(page, 'continue').click();
  await expect(part(page, 'list').locator('li')).toHaveCount(2);
  const frame = connect(page);
  await expect(frame.getByRole('heading', { name: 'Upload documents for RBC / HSBC' })).toBeVisible();
  expect(await addressOf(page)).toMatch(/^http:\/\/localhost:\d+\/v2\/upload\/RBC%20%2F%20HSBC\?authorizeToken=[\w-]+&language=en&theme=light&demo=true&tag=[\w-]+$/);
  await frame.locator('input[type=file]').setInputFiles([samples + 'statement-2026-01.pdf', samples + 'statement-2026-02.pdf']);
  await frame.getByRole('button', { name: 'Send' }).click();
  await expect(part(page, 'received')).toBeVisible();
  await expect(log(page, 'upload-complete')).toHaveCount(1);
});

/** Chooses a scenario in the drawer, which starts again. */
async function choose(page, code) {
  await page.locator('.scenarios').evaluate((panel) => (panel.open = true));
  await page.locator('flinks-upload').evaluate((old) => (old.dataset.old = ''));
  await page.locator('#settings [name=scenario]').selectOption(code);
  await expect(page.locator('flinks-upload:not([data-old])')).toBeVisible();
}

test('each of the eight scenarios offers upload, and two others nothing', async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  await open(page, baseURL, { mode: 'fallback' });
  for (const code of EIGHT) {
    await choose(page, code);
    await logIn(page);
    await expect(part(page, 'offer')).toContainText(code);
  }
  for (const code of ['INVALID_SECURITY_RESPONSE', 'CONCURRENT_SESSION']) {
    await choose(page, code);
    await logIn(page);
    await expect(connect(page).getByRole('alert')).toContainText(code);
    await expect(log(page, 'connect-event').filter({ hasText: code })).toHaveCount(1);
    await expect(part(page, 'offer')).toHaveCount(0);
  }
});

test('the test users get their codes', async ({ page, baseURL }) => {
  for (const [username, password, code] of [
    ['nobody', 'x', 'INVALID_USERNAME'],
    ['Greatday', 'wrong', 'INVALID_PASSWORD'],
    ['test_disabled_account', 'x', 'DISABLED_LOGIN'],
  ]) {
    await open(page, baseURL, { mode: 'fallback' });
    await logIn(page, { username, password });
    await expect(part(page, 'offer')).toContainText(code);
  }
});

for (const [wanted, summary] of [
  ['good', '3 of 3 files ready'],
  ['many', '24 of 25 files ready'],
  ['large', '9 of 10 files ready'],
]) {
  test(`the sample batch '${wanted}' ends with "${summary}"`, async ({ page, baseURL }) => {
    await open(page, baseURL, { mode: 'upload' });
    await page.locator('.scenarios').evaluate((panel) => (panel.open = true));
    await page.locator(`[data-add="${wanted}"]`).click();
    await expect(part(page, 'summary')).toHaveText(summary, { timeout: 20_000 });
  });
}

test('files that can’t be used are all named', async ({ page, baseURL }) => {
  await open(page, baseURL, { mode: 'upload' });
  await page.locator('[data-add="broken"]').click();
  for (const code of ['empty', 'not-a-pdf', 'unsupported-type']) {
    await expect(page.locator(`flinks-upload [data-code="${code}"]`).first()).toBeVisible();
  }
});

test('what a batch lacks is named, and a locked statement opens with its password', async ({ page, baseURL }) => {
  await open(page, baseURL, { mode: 'upload' });
  await page.locator('[data-add="missing"]').click();
  for (const code of ['missing-pages', 'missing-period', 'several-institutions', 'password-required']) {
    await expect(page.locator(`flinks-upload [data-code="${code}"]`).first()).toBeVisible();
  }
  await page.locator('flinks-upload input[type=password]').fill('maple');
  await page.locator('flinks-upload input[type=password]').press('Enter');
  await expect(page.locator('flinks-upload [data-code="unlocked"]')).toHaveCount(1);
  await expect(page.locator('flinks-upload [data-code="password-required"]')).toHaveCount(0);
});

test('days to cover are said before files are picked', async ({ page, baseURL }) => {
  await open(page, baseURL, { mode: 'upload' });
  await page.locator('[name=required-days]').selectOption('90');
  await expect(page.locator('flinks-upload')).toContainText('Statements for the last 90 days');
  await expect(page).toHaveURL(/required-days=90/);
});

test('language and theme change while files and stage stay', async ({ page, baseURL }) => {
  await open(page, baseURL, { mode: 'upload' });
  await page.locator('[data-add="good"]').click();
  await expect(part(page, 'summary')).toHaveText('3 of 3 files ready');
  await page.locator('[name=language]').selectOption('fr');
  await expect(part(page, 'summary')).toHaveText('3 fichiers sur 3 prêts');
  await expect(page.locator('h1')).toHaveText('Confirmez vos revenus');
  await page.locator('[name=theme]').selectOption('dark');
  await expect(part(page, 'file')).toHaveCount(3);
});

test('a look is worn at once and taken off again, while files and stage stay', async ({ page, baseURL }) => {
  await open(page, baseURL, { mode: 'upload' });
  await page.locator('[data-add="good"]').click();
  await expect(part(page, 'summary')).toHaveText('3 of 3 files ready');
  const radiusOf = () => part(page, 'continue').evaluate((button) => getComputedStyle(button).borderTopLeftRadius);
  const own = await radiusOf();
  for (const [look, radius] of [['bank', '2px'], ['fintech', '999px'], ['contrast', '0px'], ['compact', '6px'], ['', own]]) {
    await page.locator('[name=look]').selectOption(look);
    await expect.poll(radiusOf).toBe(radius);
  }
  await expect(part(page, 'file')).toHaveCount(3);
});

test('the mock says that it is one, and posts to nobody when nobody opened it', async ({ page, baseURL }) => {
  await open(page, baseURL);
  await expect(connect(page).locator('.banner')).toContainText('Mock of Flinks Connect');
  const address = await addressOf(page);
  await page.goto(address);
  await expect(page.locator('main')).toContainText('nobody to post messages to');
});

test('the log holds no file name, no id and no token @claim:nothing-quoted', async ({ page, baseURL }) => {
  await open(page, baseURL, { mode: 'upload' });
  await page.locator('[data-add="good"]').click();
  await part(page, 'continue').click();
  const frame = connect(page);
  await frame.locator('input[type=file]').setInputFiles(samples + 'statement-2026-01.pdf');
  await frame.getByRole('button', { name: 'Send' }).click();
  await expect(part(page, 'received')).toBeVisible();
  const text = await page.locator('#log').textContent();
  expect(text).not.toMatch(/\.pdf|[0-9a-f]{8}-[0-9a-f]{4}/);
});
