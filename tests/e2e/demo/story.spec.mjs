// The full flow on one machine: mock Connect, mock Flinks API, webhook, relay and event stream.
import { expect, test } from '../privacy-recorder.mjs';
import { fileURLToPath } from 'node:url';

const samples = fileURLToPath(new URL('../../../samples/', import.meta.url));
const part = (page, name) => page.locator(`flinks-upload [part~="${name}"]`);
const log = (page, type) => page.locator(`#log [data-type="${type}"]`);

async function upload(page, baseURL, settings) {
  await page.goto(`${baseURL}&${new URLSearchParams({ mode: 'upload', ...settings })}`);
  await part(page, 'browse').locator('input').setInputFiles([`${samples}statement-2026-01.pdf`]);
  await part(page, 'continue').click();
  const frame = part(page, 'frame').contentFrame();
  await frame.locator('input[type=file]').setInputFiles([`${samples}statement-2026-01.pdf`]);
  await frame.locator('main > button').click();
  await expect(log(page, 'upload-complete')).toHaveCount(1);
}

test('received turns into ready by the webhook, and the accounts are shown', async ({ page, baseURL }) => {
  const requestPaths = [];
  page.on('request', (request) => requestPaths.push(new URL(request.url()).pathname.replace(/\/uploads\/[^/]+/, '/uploads/TAG')));
  await upload(page, baseURL);
  await expect(part(page, 'received')).toHaveAttribute('data-status', 'ready', { timeout: 20_000 });
  const view = page.locator('flinks-accounts');
  await expect(view.locator('[part~="account"]')).toHaveCount(3);
  await expect(view).toContainText('••••1238');
  await expect(view).not.toContainText('0041238');
  await expect(view.getByRole('heading', { name: 'Member xxxx2354' })).toBeVisible();
  const countOf = (path) => requestPaths.filter((one) => one === path).length;
  // One stream, no polling.
  expect(countOf('/uploads/TAG/events')).toBe(1);
  expect(countOf('/uploads/TAG/accounts')).toBe(1);
});

test('a webhook that is lost is made good by the server, not by the page', async ({ page, baseURL }) => {
  await upload(page, baseURL, { ending: 'lost' });
  await expect(part(page, 'received')).toHaveAttribute('data-status', 'ready', { timeout: 28_000 });
});

test('after documents that can’t be read, others can be chosen', async ({ page, baseURL }) => {
  await upload(page, baseURL, { ending: 'failed', language: 'fr' });
  await expect(part(page, 'received')).toHaveAttribute('data-status', 'failed', { timeout: 20_000 });
  await part(page, 'retry').click();
  // Those that could not be read are not kept.
  await expect(part(page, 'browse')).toBeVisible();
  await expect(part(page, 'file')).toHaveCount(0);
});

test('documents without an account need somebody’s attention', async ({ page, baseURL }) => {
  await upload(page, baseURL, { ending: 'empty' });
  await expect(part(page, 'received')).toHaveAttribute('data-status', 'needs-attention', { timeout: 20_000 });
});

test('the page of another person can’t read the stream @claim:tag-needs-cookie', async ({ page, browser, baseURL }) => {
  const stream = page.waitForRequest(/\/events$/);
  await upload(page, baseURL);
  const url = (await stream).url();
  const otherVisitor = await (await browser.newContext()).newPage();
  await otherVisitor.goto(baseURL);
  expect(await otherVisitor.evaluate((address) => fetch(address, { credentials: 'include' }).then(({ status }) => status), url)).toBe(404);
});
