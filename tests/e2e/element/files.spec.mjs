// Picking and checking files.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { statement } from '../../../scripts/samples.mjs';
import { POLICY, expect, pdf as pdfParts, test } from '../host-page.mjs';

const MB = 1_000_000;
const pdf = (name, month) => ({ name, mimeType: 'application/pdf', buffer: statement({ month }) });

/** Opens in upload mode, which starts at the file list. */
async function open(hostPage, attributes = {}) {
  await hostPage.open({ instance: 'toolbox', mode: 'upload', institution: 'FlinksCapital', ...attributes });
  await expect(hostPage.part('dropzone')).toBeVisible();
}

/** Drops files on an element. */
function drop(locator, files) {
  return locator.evaluate((target, list) => {
    const transfer = new DataTransfer();
    for (const { name, text } of list) transfer.items.add(new File([text], name));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      target.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, composed: true, cancelable: true }));
    }
  }, files);
}

test('a picked PDF is ready, and the button says how many go', async ({ hostPage }) => {
  await open(hostPage);
  await hostPage.fileInput.setInputFiles([pdf('jan.pdf', '2026-01'), pdf('feb.pdf', '2026-02')]);
  const report = await hostPage.waitForReport(2);
  expect(report).toMatchObject({ complete: true, withinLimits: true, canContinue: true, totals: { files: 2, ready: 2 } });
  await expect(hostPage.fileRows.first()).toHaveAttribute('data-status', 'ready');
  await expect(hostPage.part('summary')).toHaveText('2 of 2 files ready');
  await expect(hostPage.part('continue')).toHaveText('Continue with 2 files');
  const [told, present] = await hostPage.toldAndPresentReport();
  expect(told).toEqual(present);
});

test('files are picked, dropped and pasted alike', async ({ hostPage }) => {
  await open(hostPage);
  await hostPage.fileInput.setInputFiles(pdf('picked.pdf', '2026-01'));
  await drop(hostPage.part('dropzone'), [{ name: 'dropped.pdf', text: pdfParts('dropped').join('') }]);
  await hostPage.page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(window.pdf('pasted!'), 'pasted.pdf'));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  const report = await hostPage.waitForReport(3);
  expect(report.files.map((file) => file.name)).toEqual(['picked.pdf', 'dropped.pdf', 'pasted.pdf']);
});

test('a folder is picked with what is in it, without what systems leave there', async ({ hostPage }, info) => {
  const folder = info.outputPath('statements');
  mkdirSync(join(folder, 'older'), { recursive: true });
  writeFileSync(join(folder, 'a.pdf'), statement({ month: '2026-01' }));
  writeFileSync(join(folder, 'older', 'b.pdf'), statement({ month: '2026-02' }));
  writeFileSync(join(folder, '.DS_Store'), 'x');
  writeFileSync(join(folder, 'Thumbs.db'), 'x');
  await open(hostPage);
  await hostPage.part('browse-folder').locator('input').setInputFiles(folder);
  const report = await hostPage.waitForReport(2);
  expect(report.files.map((file) => file.name).sort()).toEqual(['a.pdf', 'b.pdf']);
});

test('picking the same file again after removing it works', async ({ hostPage }, info) => {
  const path = info.outputPath('again.pdf');
  writeFileSync(path, statement({ month: '2026-01' }));
  await open(hostPage);
  await hostPage.fileInput.setInputFiles(path);
  await hostPage.waitForReport(1);
  await hostPage.part('remove').click();
  await expect(hostPage.fileRows).toHaveCount(0);
  await hostPage.fileInput.setInputFiles(path);
  await hostPage.waitForReport(1);
});

test('a drop beside the zone does not lose the page', async ({ hostPage }) => {
  await open(hostPage);
  await hostPage.addFiles([{ name: 'kept.pdf' }]);
  const prevented = await hostPage.page.locator('body').evaluate((body) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['x'], 'stray.pdf'));
    const event = new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true });
    body.dispatchEvent(event);
    return event.defaultPrevented;
  });
  expect(prevented).toBe(true);
  expect((await hostPage.waitForReport(1)).files[0].name).toBe('kept.pdf');
});

test('the bytes decide, whatever name and MIME type say @claim:bytes-decide', async ({ hostPage }) => {
  await open(hostPage);
  await hostPage.addFiles([
    { name: 'a.pdf', text: '<!DOCTYPE html><p>Log in again</p>', type: 'application/pdf' },
    { name: 'b.pdf', text: 'just text', type: 'application/pdf' },
    { name: 'c.pdf', text: 'PK\u0003\u0004…' },
    { name: 'empty.pdf', text: '' },
  ]);
  await hostPage.fileInput.setInputFiles([
    { name: 'statement.dat', mimeType: 'application/octet-stream', buffer: statement({ month: '2026-01' }) },
    { name: 'statement', mimeType: '', buffer: statement({ month: '2026-02' }) },
    { name: 'photo.pdf', mimeType: 'application/pdf', buffer: Buffer.from('89504e470d0a1a0a', 'hex') },
  ]);
  const report = await hostPage.waitForReport(7);
  expect(report.files.map(({ status, findings }) => [status, ...findings.map(({ code, found }) => [code, found].filter(Boolean).join(':'))])).toEqual([
    ['rejected', 'not-a-pdf:html'],
    ['rejected', 'not-a-pdf:other'],
    ['rejected', 'not-a-pdf:zip'],
    ['rejected', 'empty'],
    ['ready'],
    ['ready'],
    ['rejected', 'unsupported-type:png'],
  ]);
  await expect(hostPage.part('summary')).toHaveText('2 of 7 files ready, 5 can’t be used');
  await expect(hostPage.fileRows.filter({ hasText: 'photo.pdf' })).toContainText('This is a PNG image');
});

test('images are taken when the host allows them', async ({ hostPage }) => {
  await open(hostPage, { accept: 'pdf,images' });
  const kinds = { png: '89504e470d0a1a0a', jpeg: 'ffd8ffe0', bmp: '424d3600000000000000', tiff: '49492a00' };
  await hostPage.fileInput.setInputFiles(Object.entries(kinds).map(([kind, hex]) => ({ name: `x.${kind}`, mimeType: '', buffer: Buffer.from(hex, 'hex') })));
  const report = await hostPage.waitForReport(4);
  expect(report.files.map(({ kind, status }) => `${kind} ${status}`)).toEqual(['png ready', 'jpeg ready', 'bmp ready', 'tiff ready']);
});

test('a copy is told by its bytes, never by its name', async ({ hostPage }) => {
  await open(hostPage);
  const one = statement({ month: '2026-01' });
  const other = Buffer.from(one);
  other[other.length - 8] ^= 1;
  await hostPage.fileInput.setInputFiles([
    { name: 'a.pdf', mimeType: '', buffer: one },
    { name: 'b.pdf', mimeType: '', buffer: one },
    { name: 'a.pdf', mimeType: '', buffer: other },
  ]);
  const report = await hostPage.waitForReport(3);
  expect(report.files[1]).toMatchObject({ status: 'rejected', findings: [{ code: 'duplicate', of: report.files[0].id }] });
  expect(report.files[2].findings.map(({ code }) => code)).not.toContain('duplicate');
  await hostPage.part('remove').first().click();
  expect((await hostPage.waitForReport(2)).files[0].status).toBe('ready');
});

test('24 files fit; the 25th is named, and comes in when another goes', async ({ hostPage }) => {
  await open(hostPage);
  const files = Array.from({ length: 24 }, (_, at) => ({ name: `${at}.pdf`, size: 2000 + at }));
  await hostPage.addFiles(files);
  expect(await hostPage.waitForReport(24)).toMatchObject({ withinLimits: true, totals: { ready: 24 }, findings: [] });
  await hostPage.addFiles([{ name: 'one-more.pdf', size: 5000 }]);
  const report = await hostPage.waitForReport(25);
  expect(report).toMatchObject({ withinLimits: false, canContinue: true, totals: { ready: 24 }, findings: [{ code: 'too-many-files', count: 25, limit: 24 }] });
  await expect(hostPage.fileRows.first()).toContainText('Left out');
  await expect(hostPage.element.locator('.batch-finding')).toContainText('You can send up to 24 files at a time.');
  await expect(hostPage.part('continue')).toHaveText('Continue with 24 files');
  await hostPage.element.locator('.fold > summary').click();
  await hostPage.element.getByRole('button', { name: 'Remove 0.pdf' }).click();
  expect(await hostPage.waitForReport(24)).toMatchObject({ withinLimits: true, totals: { ready: 24 } });
  await expect(hostPage.fileRows.last()).toHaveAttribute('data-status', 'ready');
});

test('180 MB: exactly is fine, a little more is a doubt, above 180 MiB is left out', async ({ hostPage }) => {
  await open(hostPage);
  await hostPage.addFiles(Array.from({ length: 10 }, (_, at) => ({ name: `${at}.pdf`, size: 18 * MB + at })));
  const before = (await hostPage.waitForReport(10)).totals.bytes;
  expect(before).toBe(180 * MB + 45);
  await hostPage.element.evaluate((element) => element.removeFile(element.report.files[9].id));
  await hostPage.addFiles([{ name: 'fits.pdf', size: 180 * MB - (before - 18 * MB - 9) }]);
  expect(await hostPage.waitForReport(10)).toMatchObject({ findings: [], totals: { ready: 10, bytes: 180 * MB } });
  await hostPage.addFiles([{ name: 'doubt.pdf', size: 8_743_680 }]);
  expect(await hostPage.waitForReport(11)).toMatchObject({
    canContinue: true,
    withinLimits: true,
    totals: { ready: 11, bytes: 188_743_680 },
    findings: [{ code: 'near-total-size', severity: 'warning', total: 188_743_680, limit: 180 * MB }],
  });
  await hostPage.addFiles([{ name: 'drop.pdf', size: 1000 }]);
  const report = await hostPage.waitForReport(12);
  expect(report).toMatchObject({ withinLimits: false, canContinue: true, totals: { ready: 11 } });
  expect(report.files[11].findings.map(({ code }) => code)).toEqual(['over-total-size']);
});

test('limits that the host sets are exact', async ({ hostPage }) => {
  await open(hostPage, { 'max-files': 2, 'max-total-size': 10000, 'max-file-size': 6000 });
  await hostPage.addFiles([{ name: 'a.pdf', size: 6000 }, { name: 'b.pdf', size: 6001 }, { name: 'c.pdf', size: 4001 }, { name: 'd.pdf', size: 4000 }, { name: 'e.pdf', size: 1000 }]);
  const report = await hostPage.waitForReport(5);
  expect(report.files.map(({ findings }) => findings.map(({ code, severity }) => `${code} ${severity}`))).toEqual([
    [], ['over-file-size error'], ['over-total-size error'], [], ['too-many-files error', 'over-total-size error'],
  ]);
});

test('a file over 20 MB may go, with a word about it', async ({ hostPage }) => {
  await open(hostPage);
  await hostPage.addFiles([{ name: 'big.pdf', size: 20 * MB + 1 }, { name: 'fine.pdf', size: 20 * MB }]);
  const report = await hostPage.waitForReport(2);
  expect(report.files.map(({ status, findings }) => [status, findings.map(({ code }) => code)])).toEqual([['warning', ['over-file-size']], ['ready', []]]);
});

test('a file that is gone is named, and the others stay @claim:file-gone', async ({ hostPage }, info) => {
  const path = info.outputPath('gone.pdf');
  // Large enough that the browser has not read it on selection.
  writeFileSync(path, Buffer.concat([statement({ month: '2026-01' }), Buffer.alloc(30 * MB)]));
  // In the page, where reads can be delayed; the worker runs the same code.
  await hostPage.open({ instance: 'toolbox' }, { policy: POLICY.replace("worker-src 'self'", "worker-src 'none'") });
  await hostPage.chooseUpload();
  await hostPage.page.evaluate(() => {
    const { slice } = Blob.prototype;
    // Nothing is read before the file is deleted.
    window.release = null;
    const gate = new Promise((resolve) => (window.release = resolve));
    Blob.prototype.slice = function late(...range) {
      const blob = slice.apply(this, range);
      const { arrayBuffer } = blob;
      blob.arrayBuffer = () => gate.then(() => arrayBuffer.call(blob));
      return blob;
    };
  });
  await hostPage.fileInput.setInputFiles(path);
  await expect(hostPage.fileRows).toHaveAttribute('data-status', 'checking');
  rmSync(path);
  await hostPage.page.evaluate(() => window.release());
  const report = await hostPage.waitForReport(1);
  expect(report.files[0].findings.map(({ code }) => code)).toContain('unreadable');
  await expect(hostPage.fileRows).toContainText('can’t be opened');
  hostPage.violations.length = 0;
});

test('names are shown as text, whatever is in them @claim:names-as-text', async ({ hostPage }) => {
  await open(hostPage);
  const name = '<img src=x onerror="document.title=1">\u202Efdp.exe';
  await hostPage.addFiles([{ name }]);
  await hostPage.waitForReport(1);
  await expect(hostPage.fileRows.locator('.name')).toHaveText(name);
  expect(await hostPage.fileRows.locator('img').count()).toBe(0);
});

/** Adds so many files; returns how many reports the host heard, and the longest task of the page meanwhile. */
async function addMany(hostPage, count) {
  return hostPage.element.evaluate(async (element, many) => {
    await customElements.whenDefined(element.localName);
    // It keeps a copy of each report.
    window.events.push = () => 0;
    let [longest, reports] = [0, 0];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    }).observe({ type: 'longtask' });
    const complete = new Promise((resolve) => {
      element.addEventListener('upload-check', ({ detail }) => {
        reports += 1;
        if (detail.complete) resolve();
      });
    });
    element.addFiles(Array.from({ length: many }, (_, at) => new File(window.pdf(`${at}.pdf`, 2000 + at), `${at}.pdf`)));
    await complete;
    return { longest, reports };
  }, count);
}

test('300 files at once are all looked at; 200 have a row, and the others are counted', async ({ hostPage }) => {
  await open(hostPage);
  const { longest } = await addMany(hostPage, 300);
  expect((await hostPage.waitForReport(300)).totals.ready).toBe(24);
  await expect(hostPage.fileRows).toHaveCount(200);
  await expect(hostPage.element.getByText('and 100 more files')).toBeVisible();
  test.info().annotations.push({ type: 'longest task', description: `${longest} ms` });
});

test('a wrong folder: the first thousand files are taken in, the person is told, and the list stays short', async ({ hostPage }) => {
  await open(hostPage);
  const { longest, reports } = await addMany(hostPage, 5000);
  const report = await hostPage.waitForReport(1000);
  expect(report.totals.ready).toBe(24);
  expect(report.files.slice(0, 24).every(({ status }) => status === 'ready')).toBe(true);
  await expect(hostPage.element.getByRole('alert')).toHaveText('You chose more than 1,000 files at once, so only the first 1,000 were added.');
  await expect(hostPage.fileRows).toHaveCount(200);
  await expect(hostPage.element.getByText('and 800 more files')).toBeVisible();
  // Reports that come together are told together, however many files there are.
  expect(reports).toBeLessThan(100);
  expect(await hostPage.element.evaluate((element) => element.files.length)).toBe(1000);
  test.info().annotations.push({ type: 'longest task', description: `${longest} ms` });
});

test('the files stay through a change of every setting @claim:attributes-changed', async ({ hostPage }) => {
  await hostPage.open();
  await hostPage.chooseUpload();
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'bb.pdf' }]);
  await hostPage.waitForReport(2);
  for (const [name, value] of [['language', 'fr'], ['theme', 'dark'], ['mode', 'nonsense'], ['mode', 'upload'], ['instance', 'other'], ['max-files', '1'], ['max-files', '0'], ['params', 'a=1']]) {
    await hostPage.element.evaluate((element, [attribute, text]) => element.setAttribute(attribute, text), [name, value]);
    await hostPage.page.waitForTimeout(50);
    expect((await hostPage.waitForReport(2)).files.map((file) => file.name)).toEqual(['a.pdf', 'bb.pdf']);
  }
  expect(await hostPage.element.evaluate((element) => element.files.length)).toBe(2);
});

test('a removal is said and can be undone', async ({ hostPage }) => {
  await open(hostPage);
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'bb.pdf' }]);
  await hostPage.waitForReport(2);
  await hostPage.part('remove').first().click();
  await hostPage.waitForReport(1);
  await expect(hostPage.element.getByRole('status').filter({ hasText: 'a.pdf' })).toContainText('was removed.');
  await hostPage.part('undo').click();
  const report = await hostPage.waitForReport(2);
  expect(report.files.map(({ name }) => name)).toEqual(['bb.pdf', 'a.pdf']);
  await expect(hostPage.part('undo')).toHaveCount(0);
});

test('what the host asks for stands in the slot above the drop zone', async ({ hostPage }) => {
  await hostPage.open({}, { body: '<flinks-upload instance="toolbox" mode="upload"><p slot="demand">Statements of the last 90 days</p></flinks-upload>' });
  await expect(hostPage.part('dropzone')).toBeVisible();
  const [demand, dropzone] = await Promise.all([hostPage.page.getByText('last 90 days').boundingBox(), hostPage.part('dropzone').boundingBox()]);
  expect(demand.height).toBeGreaterThan(0);
  expect(demand.y + demand.height).toBeLessThanOrEqual(dropzone.y);
});

test('a removal can be undone although the page removes the same file once more', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox', mode: 'upload' });
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'bb.pdf' }]);
  const { files: [{ id }] } = await hostPage.waitForReport(2);
  await hostPage.part('remove').first().click();
  await hostPage.waitForReport(1);
  await hostPage.element.evaluate((element, removed) => element.removeFile(removed), id);
  await hostPage.part('undo').click();
  expect((await hostPage.waitForReport(2)).files.map(({ name }) => name)).toEqual(['bb.pdf', 'a.pdf']);
});
