// Dashboard mode: staff take a receipt of the batch for their own file, made on their device.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from '../lender.mjs';

const cases = JSON.parse(readFileSync(new URL('../../receipts.json', import.meta.url), 'utf8'));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const staff = { mode: 'dashboard' };
const GOOD = 'a “good” one.pdf';

const place = (lender) => lender.part('receipt').locator('xpath=following-sibling::*[1]');
const save = (lender, kind) => place(lender).getByRole('button', { name: kind });

async function receiptOf(lender, kind) {
  const [download] = await Promise.all([lender.page.waitForEvent('download'), save(lender, kind).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** What node says of the bytes that the page holds. */
const hashes = async (lender) => {
  const bytes = await lender.element.evaluate(async (element) => Promise.all(element.files.map(async (file) => [...new Uint8Array(await file.arrayBuffer())])));
  return bytes.map((one) => createHash('sha256').update(Uint8Array.from(one)).digest('hex'));
};

async function collected(lender, attributes = {}) {
  await lender.open({ ...staff, ...attributes });
  await lender.add([{ name: GOOD }, { name: '=HYPERLINK("https://evil.example")', text: 'no pdf' }, { name: 'empty.pdf', text: '' }]);
  await lender.checked(3);
}

test('every case of the table is written as it says', async ({ lender }) => {
  await lender.open(staff);
  const written = await lender.page.evaluate(async (list) => {
    const { receiptOf, csvOf, jsonOf } = await import('/package/receipt.js');
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

test('a receipt says which files, how large, how many pages, their hashes, the verdicts and when', async ({ lender }) => {
  await collected(lender);
  const before = lender.requests.length;
  const asked = Date.now();
  await lender.part('receipt').click();
  await expect(place(lender).getByRole('status')).toHaveText('The receipt is ready. It is made on this device and goes nowhere.');
  const [good, other, empty] = await hashes(lender);
  const json = await receiptOf(lender, 'JSON');
  const { madeAt, files, totals } = JSON.parse(json.text);
  expect(files).toEqual([
    { name: GOOD, size: expect.any(Number), pages: 1, sha256: good, status: 'ready', findings: [] },
    { name: '=HYPERLINK("https://evil.example")', size: 6, pages: null, sha256: other, status: 'rejected', findings: ['not-a-pdf'] },
    { name: 'empty.pdf', size: 0, pages: null, sha256: empty, status: 'rejected', findings: ['empty'] },
  ]);
  expect(totals).toMatchObject({ files: 3, ready: 1 });
  expect(Math.abs(Date.parse(madeAt) - asked)).toBeLessThan(60_000);
  const csv = await receiptOf(lender, 'CSV');
  expect(csv.text).toContain(`"'=HYPERLINK(""https://evil.example"")","6","","${other}","rejected","not-a-pdf","${madeAt}"\r\n`);
  expect(csv.text.startsWith('\ufeff"name",')).toBe(true);
  // Named by the time alone; and nothing was asked of any server but for the scripts.
  for (const { name } of [json, csv]) expect(name).toMatch(/^receipt-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.(csv|json)$/);
  expect(lender.requests.slice(before).map(({ url }) => new URL(url).pathname).filter((path) => !path.startsWith('/package/') && !/^[\w-]+$/.test(path))).toEqual([]);
});

test('it is there after the Dashboard was opened, too, where fraud signals are looked at', async ({ lender, context }) => {
  await collected(lender, { language: 'fr', 'dashboard-url': 'https://dash.example/' });
  await expect(lender.element).toContainText('où les signaux de fraude sont examinés');
  await context.route('https://dash.example/**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Dashboard</title>' }));
  await Promise.all([context.waitForEvent('page'), lender.part('continue').click()]);
  await expect(lender.part('receipt')).toHaveText('Faire un reçu de ces fichiers');
  await lender.part('receipt').click();
  await expect(place(lender).getByRole('status')).toContainText('Le reçu est prêt.');
  const { files } = JSON.parse((await receiptOf(lender, 'JSON')).text);
  expect(files.map(({ sha256 }) => sha256)).toEqual(await hashes(lender));
});

test('files are hashed when a receipt is asked for, and not before', async ({ lender }) => {
  await lender.open(staff, { script: `window.asked = [];
    const { Worker } = window;
    window.Worker = class extends Worker {
      postMessage(message, ...rest) {
        if (message.method) window.asked.push(message.method);
        super.postMessage(message, ...rest);
      }
    };
    await import('/package/define.js');` });
  await lender.add([{ name: 'a.pdf' }, { name: 'bc.pdf' }]);
  await lender.checked(2);
  expect(await lender.page.evaluate(() => window.asked)).toEqual(['inspect', 'inspect']);
  await lender.part('receipt').click();
  await expect(save(lender, 'CSV')).toBeVisible();
  expect(await lender.page.evaluate(() => window.asked.slice(2))).toEqual(['hash', 'hash']);
  // A changed batch is another one.
  await lender.add([{ name: 'def.pdf' }]);
  await expect(save(lender, 'CSV')).toHaveCount(0);
  await lender.checked(3);
  await lender.part('receipt').click();
  await expect(save(lender, 'CSV')).toBeVisible();
});

test('a checker that is lost costs the receipt and no file', async ({ lender }) => {
  await lender.open(staff, { script: `const { Worker } = window;
    window.Worker = class extends Worker {
      postMessage(message, ...rest) {
        if (message.method === 'hash' && window.isBroken) setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'lost', cancelable: true })));
        else super.postMessage(message, ...rest);
      }
    };
    await import('/package/define.js');` });
  await lender.add([{ name: 'a.pdf' }]);
  await lender.checked(1);
  await lender.page.evaluate(() => (window.isBroken = true));
  await lender.part('receipt').click();
  await expect(place(lender).getByRole('status')).toHaveText('The receipt could not be made this time. Your files are still here; please try again.');
  await expect(lender.files).toHaveCount(1);
  await lender.page.evaluate(() => (window.isBroken = false));
  await lender.part('receipt').click();
  await expect(save(lender, 'JSON')).toBeVisible();
});

test('a file that can’t be read any more stands without a hash, and is named as such', async ({ lender }) => {
  await collected(lender);
  await lender.element.evaluate((element) => {
    // As a file that was moved: the worker gets the error that reading it gives.
    const { prototype } = Worker;
    const post = prototype.postMessage;
    prototype.postMessage = function (message, ...rest) {
      if (message.method === 'hash' && message.args[0].name === 'empty.pdf') this.dispatchEvent(new MessageEvent('message', { data: { version: 2, type: 'error', id: message.id, error: { name: 'NotReadableError', message: 'x', isTrap: false } } }));
      else post.call(this, message, ...rest);
    };
  });
  await lender.part('receipt').click();
  await expect(place(lender).getByRole('status')).toContainText('Without a SHA-256 are files that can’t be read any more: 1.');
  expect(JSON.parse((await receiptOf(lender, 'JSON')).text).files.map(({ sha256 }) => sha256 === null)).toEqual([false, false, true]);
});

test('a script that does not load is said, and can be asked for again', async ({ lender }) => {
  await collected(lender);
  await lender.page.route('**/package/receipt.js', (route) => route.abort(), { times: 1 });
  await lender.part('receipt').click();
  await expect(place(lender)).toContainText('could not be loaded');
  await expect(lender.files).toHaveCount(3);
  await lender.part('receipt').click();
  await expect(save(lender, 'CSV')).toBeVisible();
});

test('there is no receipt where nobody asked staff for files', async ({ lender }) => {
  await lender.open({ instance: 'toolbox', mode: 'upload' });
  await lender.add([{ name: 'a.pdf' }]);
  await lender.checked(1);
  await expect(lender.part('receipt')).toHaveCount(0);
});

for (const [language, theme] of [['en', 'light'], ['fr', 'dark']]) {
  test(`axe finds nothing in it, ${language}, ${theme}`, async ({ lender }) => {
    // axe is put into the page by the test, which the page's policy would not allow.
    await lender.open({ ...staff, language, theme }, { policy: "default-src 'self' 'unsafe-inline' 'unsafe-eval'" });
    await lender.add([{ name: 'a.pdf' }]);
    await lender.checked(1);
    await lender.part('receipt').click();
    await expect(save(lender, 'CSV')).toBeVisible();
    await lender.page.addScriptTag({ content: axe });
    const { violations } = await lender.page.evaluate(() => window.axe.run('flinks-upload', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
    expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
  });
}
