// Dashboard mode: staff save a receipt of the batch, made on their device.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { statement } from '../../../scripts/samples.mjs';
import { expect, test } from '../host-page.mjs';

const cases = JSON.parse(readFileSync(new URL('../../receipts.json', import.meta.url), 'utf8'));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const staff = { mode: 'dashboard' };
const GOOD = 'a “good” one.pdf';

const receiptPanel = (hostPage) => hostPage.part('receipt').locator('xpath=following-sibling::*[1]');
const saveButton = (hostPage, kind) => receiptPanel(hostPage).getByRole('button', { name: kind });

async function downloadReceipt(hostPage, kind) {
  const [download] = await Promise.all([hostPage.page.waitForEvent('download'), saveButton(hostPage, kind).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** The SHA-256 of each file, computed by Node. */
const hashes = async (hostPage) => {
  const bytes = await hostPage.element.evaluate(async (element) => Promise.all(element.files.map(async (file) => [...new Uint8Array(await file.arrayBuffer())])));
  return bytes.map((one) => createHash('sha256').update(Uint8Array.from(one)).digest('hex'));
};

async function openWithFiles(hostPage, attributes = {}) {
  await hostPage.open({ ...staff, ...attributes });
  await hostPage.addFiles([{ name: GOOD }, { name: '=HYPERLINK("https://evil.example")', text: 'no pdf' }, { name: 'empty.pdf', text: '' }]);
  await hostPage.waitForReport(3);
}

test('every case of the table is written as it says @claim:no-formula', async ({ hostPage }) => {
  await hostPage.open(staff);
  const written = await hostPage.page.evaluate(async (list) => {
    const { receiptOf } = await import('/package/receipt/contents.js');
    const { csvOf, jsonOf } = await import('/package/receipt/export.js');
    return list.map(({ json, madeAt }) => {
      const report = { files: json.files.map((file) => ({ ...file, id: 1, findings: file.findings.map((code) => ({ code, severity: 'error' })) })), totals: json.totals };
      const receipt = receiptOf(report, json.files.map(({ sha256 }) => sha256), madeAt);
      return { csv: csvOf(receipt), json: jsonOf(receipt) };
    });
  }, cases);
  expect(cases.length).toBeGreaterThan(5);
  cases.forEach(({ name, csv, json }, at) => {
    expect(written[at].csv, name).toBe(csv);
    expect(JSON.parse(written[at].json), name).toEqual(json);
  });
});

test('a receipt says which files, how large, how many pages, their hashes, the verdicts and when', async ({ hostPage }) => {
  await openWithFiles(hostPage);
  const before = hostPage.requests.length;
  const requestedAt = Date.now();
  await hostPage.part('receipt').click();
  await expect(receiptPanel(hostPage).getByRole('status')).toHaveText('The record is ready. It was made on this device and isn’t sent anywhere.');
  const [good, other, empty] = await hashes(hostPage);
  const json = await downloadReceipt(hostPage, 'JSON');
  const { madeAt, files, totals } = JSON.parse(json.text);
  expect(files).toEqual([
    { name: GOOD, size: expect.any(Number), pages: 1, sha256: good, status: 'ready', findings: [], statement: null },
    { name: '=HYPERLINK("https://evil.example")', size: 6, pages: null, sha256: other, status: 'rejected', findings: ['not-a-pdf'], statement: null },
    { name: 'empty.pdf', size: 0, pages: null, sha256: empty, status: 'rejected', findings: ['empty'], statement: null },
  ]);
  expect(totals).toMatchObject({ files: 3, ready: 1 });
  expect(Math.abs(Date.parse(madeAt) - requestedAt)).toBeLessThan(60_000);
  const csv = await downloadReceipt(hostPage, 'CSV');
  expect(csv.text).toContain(`"'=HYPERLINK(""https://evil.example"")","6","","${other}","rejected","not-a-pdf","","","","","","","${madeAt}"\r\n`);
  expect(csv.text.startsWith('\ufeff"name",')).toBe(true);
  // The name contains only the time, and nothing but scripts was requested.
  for (const { name } of [json, csv]) expect(name).toMatch(/^receipt-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.(csv|json)$/);
  expect(hostPage.requests.slice(before).map(({ url }) => new URL(url).pathname).filter((path) => !path.startsWith('/package/') && !/^[\w-]+$/.test(path))).toEqual([]);
});

test('what files say is in it, also if that is read after it was asked for', async ({ hostPage }) => {
  await hostPage.open(staff, { script: `const { Worker } = window;
    window.Worker = class extends Worker {
      postMessage(message, ...rest) {
        if (message.method === 'read') window.read = () => super.postMessage(message, ...rest);
        else super.postMessage(message, ...rest);
      }
    };
    await import('/package/define.js');` });
  await hostPage.fileInput.setInputFiles({ name: 'feb.pdf', mimeType: 'application/pdf', buffer: statement({ month: '2026-02' }) });
  await hostPage.waitForReport(1);
  await hostPage.part('receipt').click();
  await expect(saveButton(hostPage, 'JSON')).toBeVisible();
  await hostPage.page.evaluate(() => window.read());
  await expect.poll(() => hostPage.element.evaluate((element) => element.report.files[0].statement?.kind)).toBe('statement');
  const [file] = JSON.parse((await downloadReceipt(hostPage, 'JSON')).text).files;
  expect(file.statement.period).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect((await downloadReceipt(hostPage, 'CSV')).text).toContain('"2026-02-01","2026-02-28"');
});

test('it is there after the Dashboard was opened, too, where fraud signals are looked at', async ({ hostPage, context }) => {
  await openWithFiles(hostPage, { language: 'fr', 'dashboard-url': 'https://dash.example/' });
  await expect(hostPage.element).toContainText('pour leur examen dans le tableau de bord Flinks');
  await context.route('https://dash.example/**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Dashboard</title>' }));
  await Promise.all([context.waitForEvent('page'), hostPage.part('continue').click()]);
  await expect(hostPage.part('receipt')).toHaveText('Télécharger la liste de ces fichiers');
  await hostPage.part('receipt').click();
  await expect(receiptPanel(hostPage).getByRole('status')).toContainText('La liste est prête.');
  const { files } = JSON.parse((await downloadReceipt(hostPage, 'JSON')).text);
  expect(files.map(({ sha256 }) => sha256)).toEqual(await hashes(hostPage));
});

test('files are hashed when a receipt is asked for, and not before', async ({ hostPage }) => {
  await hostPage.open(staff, { script: `window.workerCalls = [];
    const { Worker } = window;
    window.Worker = class extends Worker {
      postMessage(message, ...rest) {
        if (message.method && message.method !== 'read') window.workerCalls.push(message.method);
        super.postMessage(message, ...rest);
      }
    };
    await import('/package/define.js');` });
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'bc.pdf' }]);
  await hostPage.waitForReport(2);
  expect(await hostPage.page.evaluate(() => window.workerCalls)).toEqual(['inspect', 'inspect']);
  await hostPage.part('receipt').click();
  await expect(saveButton(hostPage, 'CSV')).toBeVisible();
  expect(await hostPage.page.evaluate(() => window.workerCalls.slice(2))).toEqual(['hash', 'hash']);
  // A changed batch needs a new receipt.
  await hostPage.addFiles([{ name: 'def.pdf' }]);
  await expect(saveButton(hostPage, 'CSV')).toHaveCount(0);
  await hostPage.waitForReport(3);
  await hostPage.part('receipt').click();
  await expect(saveButton(hostPage, 'CSV')).toBeVisible();
});

test('a checker that is lost costs the receipt and no file', async ({ hostPage }) => {
  await hostPage.open(staff, { script: `const { Worker } = window;
    window.Worker = class extends Worker {
      postMessage(message, ...rest) {
        if (message.method === 'hash' && window.isBroken) setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'lost', cancelable: true })));
        else super.postMessage(message, ...rest);
      }
    };
    await import('/package/define.js');` });
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(1);
  await hostPage.page.evaluate(() => (window.isBroken = true));
  await hostPage.part('receipt').click();
  await expect(receiptPanel(hostPage).getByRole('status')).toHaveText('The record couldn’t be made this time. The files are still here; please try again.');
  await expect(hostPage.fileRows).toHaveCount(1);
  await hostPage.page.evaluate(() => (window.isBroken = false));
  await hostPage.part('receipt').click();
  await expect(saveButton(hostPage, 'JSON')).toBeVisible();
});

test('a file that can’t be read any more stands without a hash, and is named as such', async ({ hostPage }) => {
  await openWithFiles(hostPage);
  await hostPage.element.evaluate((element) => {
    // Simulates a moved file: the worker gets the read error.
    const { prototype } = Worker;
    const post = prototype.postMessage;
    prototype.postMessage = function (message, ...rest) {
      if (message.method === 'hash' && message.args[0].name === 'empty.pdf') this.dispatchEvent(new MessageEvent('message', { data: { version: 5, type: 'error', id: message.id, error: { name: 'NotReadableError', message: 'x', isTrap: false } } }));
      else post.call(this, message, ...rest);
    };
  });
  await hostPage.part('receipt').click();
  await expect(receiptPanel(hostPage).getByRole('status')).toContainText('1 file can no longer be read and has no SHA-256 in it.');
  expect(JSON.parse((await downloadReceipt(hostPage, 'JSON')).text).files.map(({ sha256 }) => sha256 === null)).toEqual([false, false, true]);
});

test('a script that does not load is said, and can be asked for again @claim:receipt-not-loaded', async ({ hostPage }) => {
  await openWithFiles(hostPage);
  await hostPage.page.route('**/package/receipt.js', (route) => route.abort(), { times: 1 });
  await hostPage.part('receipt').click();
  await expect(receiptPanel(hostPage)).toContainText('couldn’t be loaded');
  await expect(hostPage.fileRows).toHaveCount(3);
  await hostPage.part('receipt').click();
  await expect(saveButton(hostPage, 'CSV')).toBeVisible();
});

test('there is no receipt where nobody asked staff for files', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox', mode: 'upload' });
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(1);
  await expect(hostPage.part('receipt')).toHaveCount(0);
});

for (const [language, theme] of [['en', 'light'], ['fr', 'dark']]) {
  test(`axe finds nothing in it, ${language}, ${theme}`, async ({ hostPage }) => {
    // The test injects axe, which the page's CSP would not allow.
    await hostPage.open({ ...staff, language, theme }, { policy: "default-src 'self' 'unsafe-inline' 'unsafe-eval'" });
    await hostPage.addFiles([{ name: 'a.pdf' }]);
    await hostPage.waitForReport(1);
    await hostPage.part('receipt').click();
    await expect(saveButton(hostPage, 'CSV')).toBeVisible();
    await hostPage.page.addScriptTag({ content: axe });
    const { violations } = await hostPage.page.evaluate(() => window.axe.run('flinks-upload', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
    expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
  });
}
