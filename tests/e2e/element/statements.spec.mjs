// What statements say is read in the worker: facts come to the page, text does not.
import { statement } from '../../../scripts/samples.mjs';
import { expect, test } from '../host-page.mjs';

const upload = { instance: 'toolbox', mode: 'upload', institution: 'FlinksCapital' };
const pdf = (month, options = {}) => ({ name: `${month}.pdf`, mimeType: 'application/pdf', buffer: statement({ month, ...options }) });

/** Waits until every file was read, and returns the report. */
async function waitForStatements(hostPage, count) {
  await hostPage.waitForReport(count);
  await expect.poll(() => hostPage.element.evaluate((element) => element.report.files.every(({ statement }) => statement !== null))).toBe(true);
  return hostPage.element.evaluate((element) => element.report);
}

test('a file says what it is, from when to when, and how many pages it has', async ({ hostPage }) => {
  await hostPage.open(upload);
  await hostPage.fileInput.setInputFiles(pdf('2026-02', { pages: 2 }));
  const { files } = await waitForStatements(hostPage, 1);
  expect(files[0].statement).toMatchObject({
    kind: 'statement',
    period: { from: '2026-02-01', to: '2026-02-28' },
    printedPages: { of: 2, missing: [] },
  });
  await expect(hostPage.fileRows.first()).toContainText(/1\s+Feb\s+–\s+28\s+Feb\s+2026/);
  const events = await hostPage.events('upload-check');
  expect(events.at(-1).detail.files[0].statement).toEqual(files[0].statement);
});

test('days that are asked for are said before files are picked, and those that are missing afterwards', async ({ hostPage }) => {
  await hostPage.page.clock.setFixedTime(new Date(2026, 3, 10));
  await hostPage.open({ ...upload, 'required-days': 90 });
  await expect(hostPage.element).toContainText(/Statements for the last 90 days: 11\s+Jan\s+–\s+10\s+Apr\s+2026/);
  await hostPage.fileInput.setInputFiles([pdf('2026-01'), pdf('2026-03')]);
  const { coverage } = await waitForStatements(hostPage, 2);
  expect(coverage.required).toEqual({ from: '2026-01-11', to: '2026-04-10' });
  // Each month with its state in words, beside the sign that is drawn.
  await expect(hostPage.part('months')).toHaveText(/Jan\s+2026: covered.*Feb: missing.*Mar: covered/s);
  expect(coverage.accounts[0].ranges).toEqual([{ from: '2026-01-01', to: '2026-01-31' }, { from: '2026-03-01', to: '2026-03-31' }]);
});

test('a reader that can’t be loaded leaves a statement unread, and is loaded with the next one @claim:reader-not-loaded', async ({ hostPage }) => {
  let isBroken = true;
  let refused = 0;
  const refuse = (route) => route.fulfill({ status: 503, body: '' }).then(() => (refused += 1));
  await hostPage.open(upload, {
    intercept: (route, url) => isBroken && url.pathname.endsWith('reader_bg.wasm') && refuse(route),
  });
  // It is requested ahead of time, beside the checker, and again by the first file that needs it.
  await expect.poll(() => refused).toBe(1);
  await hostPage.fileInput.setInputFiles(pdf('2026-02'));
  const report = await hostPage.waitForReport(1);
  expect(report.files[0]).toMatchObject({ status: 'ready', statement: null });
  await expect.poll(() => refused).toBe(2);
  isBroken = false;
  await hostPage.fileInput.setInputFiles(pdf('2026-03'));
  await hostPage.waitForReport(2);
  await expect.poll(() => hostPage.element.evaluate((element) => element.report.files.at(-1).statement?.kind)).toBe('statement');
});

test('nothing is read where the host says so @claim:text-stays-in-worker', async ({ hostPage }) => {
  await hostPage.open(
    { ...upload, 'read-statements': 'off' },
    {
      script: `window.methods = [];
        const { Worker } = window;
        window.Worker = class extends Worker {
          postMessage(message, ...rest) {
            if (message.method) window.methods.push(message.method);
            super.postMessage(message, ...rest);
          }
        };
        await import('/package/define.js');`,
    },
  );
  await hostPage.fileInput.setInputFiles(pdf('2026-02'));
  const report = await hostPage.waitForReport(1);
  expect(report).toMatchObject({ coverage: null, files: [{ status: 'ready', statement: null }] });
  expect(await hostPage.page.evaluate(() => window.methods)).toEqual(['inspect']);
});

test('text never comes to the page: an answer holds facts alone @claim:text-stays-in-worker', async ({ hostPage }) => {
  await hostPage.open(upload, {
    script: `window.answers = [];
      const { Worker } = window;
      window.Worker = class extends Worker {
        constructor(...rest) {
          super(...rest);
          this.addEventListener('message', ({ data }) => data.value && window.answers.push(new TextDecoder('latin1').decode(data.value)));
        }
      };
      await import('/package/define.js');`,
  });
  await hostPage.fileInput.setInputFiles(pdf('2026-02', { pages: 3 }));
  await waitForStatements(hostPage, 1);
  const answers = await hostPage.page.evaluate(() => window.answers);
  expect(answers).toHaveLength(2);
  for (const answer of answers) {
    expect(answer.length).toBeLessThan(200);
    expect(answer).not.toContain('Testwell');
    expect(answer).not.toContain('Payroll');
  }
  expect(answers[1].length).toBeGreaterThan(0);
});

test('a trap over the text loses the facts of that file alone @claim:text-crashes-worker', async ({ hostPage }) => {
  await hostPage.open(upload, {
    script: `const { Worker } = window;
      window.Worker = class extends Worker {
        postMessage(data, ...rest) {
          if (data.method !== 'read' || data.args[0].name !== '2026-01.pdf') return super.postMessage(data, ...rest);
          const error = { name: 'RuntimeError', message: 'unreachable', isTrap: true };
          this.dispatchEvent(new MessageEvent('message', { data: { version: 5, type: 'error', id: data.id, error } }));
        }
      };
      await import('/package/define.js');`,
  });
  await hostPage.fileInput.setInputFiles([pdf('2026-01'), pdf('2026-02', { pages: 2 })]);
  const report = await hostPage.waitForReport(2);
  expect(report.files.map(({ status }) => status)).toEqual(['ready', 'ready']);
  await expect.poll(() => hostPage.element.evaluate((element) => element.report.files[1].statement?.period?.to)).toBe('2026-02-28');
  expect(await hostPage.element.evaluate((element) => element.report.files[0].statement)).toBeNull();
});
