// Locked files are unlocked on the device: the password goes to the worker, and the copy takes the place of the file.
import { readFileSync } from 'node:fs';
import { encrypted, statement } from '../../../scripts/samples.mjs';
import { expect, test } from '../host-page.mjs';

const upload = { instance: 'toolbox', mode: 'upload', institution: 'FlinksCapital' };
const PASSWORD = 'maple-7f3a';
const locked = (month, userPassword = PASSWORD, algorithm = 'aes') => ({ name: `${month}.pdf`, mimeType: 'application/pdf', buffer: encrypted({ month, userPassword, algorithm }) });
const open = (month) => ({ name: `${month}.pdf`, mimeType: 'application/pdf', buffer: statement({ month }) });

/** Picks files, waits for their verdicts, and returns the row of each. */
async function pick(hostPage, files, attributes = {}) {
  await hostPage.open({ ...upload, ...attributes });
  await hostPage.fileInput.setInputFiles(files);
  await hostPage.waitForReport(files.length);
  return files.map(({ name }) => hostPage.fileRows.filter({ hasText: name.replace('.pdf', '') }));
}

const field = (row) => row.getByLabel('Password for this file');
const files = (hostPage) => hostPage.element.evaluate((element) => element.report.files.map(({ name, status, statement, findings }) => ({ name, status, period: statement?.period, codes: findings.map(({ code }) => code) })));

async function save(hostPage, button) {
  const [download] = await Promise.all([hostPage.page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('a locked file is unlocked with its password, read, saved and handed off', async ({ hostPage }) => {
  const [row] = await pick(hostPage, [locked('2026-02')], { handoff: 'event' });
  expect(await hostPage.statuses()).toEqual(['rejected']);
  await expect(row).toContainText('Unlock it here with its password');
  // Nothing is said to be wrong with a file that can be unlocked.
  await expect(row.locator('[part~=verdict]')).toHaveText('Locked');
  await expect(hostPage.part('summary')).toHaveText('0 of 1 file ready, 1 locked');
  await expect(hostPage.element.locator('.primary:not([aria-disabled])')).toHaveText('Unlock');
  await field(row).fill(PASSWORD);
  await row.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect.poll(() => files(hostPage)).toEqual([{ name: '2026-02 (unlocked).pdf', status: 'ready', period: { from: '2026-02-01', to: '2026-02-28' }, codes: ['unlocked'] }]);
  await expect(field(row)).toHaveCount(0);
  // The next step has the focus that the field had.
  const saveButton = row.getByRole('button', { name: 'Save the unlocked copy' });
  await expect(saveButton).toBeFocused();
  const { name, bytes } = await save(hostPage, saveButton);
  expect(name).toBe('2026-02 (unlocked).pdf');
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(bytes.includes('/Encrypt')).toBe(false);
  await hostPage.part('continue').click();
  await expect.poll(() => hostPage.events('upload-handoff').then(([event]) => event?.detail.files)).toEqual(['2026-02 (unlocked).pdf']);
  const handedOff = await hostPage.element.evaluate(async (element) => [...new Uint8Array(await element.files[0].arrayBuffer())]);
  expect(Buffer.from(handedOff).equals(bytes)).toBe(true);
  // The person chooses the copy in the upload screen, so it can be saved there, too.
  await expect(hostPage.element.getByRole('button', { name: 'Save the unlocked copy' })).toHaveCount(1);
});

test('a wrong password is said beside the field, which stays as it is', async ({ hostPage }) => {
  const [row] = await pick(hostPage, [locked('2026-02')]);
  await field(row).fill('oak');
  await field(row).press('Enter');
  await expect(row.getByRole('alert')).toHaveText('That password doesn’t open this file. Please check it and try again.');
  await expect(field(row)).toBeFocused();
  await expect(field(row)).toHaveAttribute('aria-invalid', 'true');
  await expect(field(row)).toHaveAccessibleDescription('That password doesn’t open this file. Please check it and try again.');
  await field(row).fill(PASSWORD);
  await field(row).press('Enter');
  await expect.poll(() => hostPage.statuses()).toEqual(['ready']);
});

test('one password is tried on all locked files, and those that it does not open are not called refused', async ({ hostPage }) => {
  const rows = await pick(hostPage, [locked('2026-01'), locked('2026-02', PASSWORD, 'rc4'), locked('2026-03', 'other'), open('2026-04')]);
  await field(rows[1]).fill(PASSWORD);
  await field(rows[1]).press('Enter');
  await expect.poll(() => files(hostPage).then((list) => list.map(({ status }) => status))).toEqual(['ready', 'ready', 'rejected', 'ready']);
  await expect(hostPage.element.getByRole('alert').filter({ visible: true })).toHaveCount(0);
  // The next locked file is the next thing to do.
  await expect(field(hostPage.fileRows.filter({ hasText: '2026-03' }))).toBeFocused();
});

test('files that wait to be unlocked keep no other from its check', async ({ hostPage }) => {
  // Each held one of the checker's 24 places while it waited.
  await hostPage.open(upload, { script: `const { Worker } = window;
    window.Worker = class extends Worker {
      postMessage(message, ...rest) {
        if (message.method !== 'unlock') super.postMessage(message, ...rest);
      }
    };
    await import('/package/define.js');` });
  const months = Array.from({ length: 26 }, (_, at) => `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`);
  await hostPage.fileInput.setInputFiles(months.map((month) => locked(month)));
  await hostPage.waitForReport(26);
  const first = field(hostPage.fileRows.first());
  await first.fill(PASSWORD);
  await first.press('Enter');
  await expect(hostPage.part('unlock').first()).toHaveText('Unlocking…');
  await hostPage.fileInput.setInputFiles([open('2026-04')]);
  await expect.poll(() => files(hostPage).then((list) => list.at(-1))).toMatchObject({ name: '2026-04.pdf', status: 'ready' });
});

test('at the second choosing the saved copies are asked for, and the list with their buttons is in view: folded on a phone, open where there is room', async ({ hostPage, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const [row] = await pick(hostPage, [locked('2026-02'), open('2026-03')]);
  const hint = 'For unlocked files, choose the unlocked copies you saved.';
  await expect(hostPage.part('collect')).not.toContainText(hint);
  await field(row).fill(PASSWORD);
  await field(row).press('Enter');
  await expect(hostPage.part('collect')).toContainText(hint);
  await hostPage.part('continue').click();
  await expect(hostPage.part('checklist')).toContainText(hint);
  const fold = hostPage.element.locator('summary');
  await expect(fold).toBeInViewport({ ratio: 1 });
  await expect(hostPage.part('save')).toBeHidden();
  await fold.click();
  await expect(hostPage.part('save')).toBeInViewport({ ratio: 1 });
  await hostPage.part('change').click();
  await page.setViewportSize({ width: 1280, height: 800 });
  await hostPage.part('continue').click();
  await expect(hostPage.part('save')).toBeInViewport({ ratio: 1 });
});

test('Enter in the field sends no form of the page', async ({ hostPage }) => {
  await hostPage.open({}, { body: '<form action="/sent"><input name="a"><flinks-upload instance="toolbox" mode="upload"></flinks-upload><button>Send</button></form>' });
  await hostPage.fileInput.setInputFiles([locked('2026-02')]);
  await hostPage.waitForReport(1);
  await field(hostPage.fileRows).fill(PASSWORD);
  await field(hostPage.fileRows).press('Enter');
  await expect.poll(() => hostPage.statuses()).toEqual(['ready']);
  expect(new URL(hostPage.page.url()).pathname).toBe('/');
});

test('an unlocked file that was removed comes back locked, as it is on the device', async ({ hostPage }) => {
  const [row] = await pick(hostPage, [locked('2026-02')]);
  await field(row).fill(PASSWORD);
  await field(row).press('Enter');
  await expect.poll(() => hostPage.statuses()).toEqual(['ready']);
  await hostPage.part('remove').click();
  await hostPage.part('undo').click();
  await expect.poll(() => files(hostPage).then((list) => list.map(({ name, status }) => [name, status]))).toEqual([['2026-02.pdf', 'rejected']]);
  await expect(field(hostPage.fileRows)).toBeVisible();
});

test('where the host says so, files stay locked', async ({ hostPage }) => {
  const [row] = await pick(hostPage, [locked('2026-02')], { unlock: 'off' });
  await expect(row).toContainText('download and add that');
  await expect(field(row)).toHaveCount(0);
});

test('a checker that is lost costs the try and no file @claim:unlock-lost', async ({ hostPage }) => {
  await hostPage.open(upload, { script: `const { Worker } = window;
    window.Worker = class extends Worker {
      postMessage(message, ...rest) {
        if (message.method === 'unlock' && !window.isMended) setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'lost', cancelable: true })));
        else super.postMessage(message, ...rest);
      }
    };
    await import('/package/define.js');` });
  await hostPage.fileInput.setInputFiles([locked('2026-02'), open('2026-03')]);
  await hostPage.waitForReport(2);
  const row = hostPage.fileRows.filter({ hasText: '2026-02' });
  await field(row).fill(PASSWORD);
  await field(row).press('Enter');
  await expect(row.getByRole('alert')).toContainText('couldn’t be unlocked here');
  expect(await hostPage.statuses()).toEqual(['rejected', 'ready']);
  await hostPage.page.evaluate(() => (window.isMended = true));
  await field(row).press('Enter');
  await expect.poll(() => hostPage.statuses()).toEqual(['ready', 'ready']);
});

test('a password reaches neither the host nor anything that is kept @claim:password-of-file', async ({ hostPage }) => {
  const lines = [];
  hostPage.page.on('console', (message) => lines.push(message.text()));
  const [row] = await pick(hostPage, [locked('2026-02')]);
  await field(row).fill(PASSWORD);
  await field(row).press('Enter');
  await expect.poll(() => hostPage.statuses()).toEqual(['ready']);
  const kept = await hostPage.page.evaluate(() => JSON.stringify([window.events, { ...localStorage }, { ...sessionStorage }, document.cookie, location.href, performance.getEntriesByType('resource').map(({ name }) => name)]));
  const sent = JSON.stringify(hostPage.requests);
  expect(kept).toContain('unlocked');
  for (const text of [kept, sent, lines.join('\n'), await hostPage.page.content()]) expect(text).not.toContain(PASSWORD);
});
