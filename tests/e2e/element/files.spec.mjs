// Picking and checking files: what fits is kept, the rest is named with a way out, and nothing is lost.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { statement } from '../../../scripts/samples.mjs';
import { POLICY, expect, pdf as pdfParts, test } from '../host-page.mjs';

const MB = 1_000_000;
const pdf = (name, month) => ({ name, mimeType: 'application/pdf', buffer: statement({ month }) });

/** Opens in upload mode, where files are asked for at once. */
async function open(lender, attributes = {}) {
  await lender.open({ instance: 'toolbox', mode: 'upload', institution: 'FlinksCapital', ...attributes });
  await expect(lender.part('dropzone')).toBeVisible();
}

/** Drops files, or a folder with files, on a place of the page. */
function drop(locator, files) {
  return locator.evaluate((target, list) => {
    const transfer = new DataTransfer();
    for (const { name, text } of list) transfer.items.add(new File([text], name));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      target.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, composed: true, cancelable: true }));
    }
  }, files);
}

test('a picked PDF is ready, and the button says how many go', async ({ lender }) => {
  await open(lender);
  await lender.input.setInputFiles([pdf('jan.pdf', '2026-01'), pdf('feb.pdf', '2026-02')]);
  const report = await lender.checked(2);
  expect(report).toMatchObject({ complete: true, withinLimits: true, canContinue: true, totals: { files: 2, ready: 2 } });
  await expect(lender.files.first()).toHaveAttribute('data-status', 'ready');
  await expect(lender.part('summary')).toHaveText('2 of 2 files ready');
  await expect(lender.part('continue')).toHaveText('Continue with 2 files');
  const told = await lender.events('upload-check');
  expect(told.at(-1).detail).toEqual(report);
});

test('files are picked, dropped and pasted alike', async ({ lender }) => {
  await open(lender);
  await lender.input.setInputFiles(pdf('picked.pdf', '2026-01'));
  await drop(lender.part('dropzone'), [{ name: 'dropped.pdf', text: pdfParts('dropped').join('') }]);
  await lender.page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(window.pdf('pasted!'), 'pasted.pdf'));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  const report = await lender.checked(3);
  expect(report.files.map((file) => file.name)).toEqual(['picked.pdf', 'dropped.pdf', 'pasted.pdf']);
});

test('a folder is picked with what is in it, without what systems leave there', async ({ lender }, info) => {
  const folder = info.outputPath('statements');
  mkdirSync(join(folder, 'older'), { recursive: true });
  writeFileSync(join(folder, 'a.pdf'), statement({ month: '2026-01' }));
  writeFileSync(join(folder, 'older', 'b.pdf'), statement({ month: '2026-02' }));
  writeFileSync(join(folder, '.DS_Store'), 'x');
  writeFileSync(join(folder, 'Thumbs.db'), 'x');
  await open(lender);
  await lender.part('browse-folder').locator('input').setInputFiles(folder);
  const report = await lender.checked(2);
  expect(report.files.map((file) => file.name).sort()).toEqual(['a.pdf', 'b.pdf']);
});

test('picking the same file again after removing it works', async ({ lender }, info) => {
  const path = info.outputPath('again.pdf');
  writeFileSync(path, statement({ month: '2026-01' }));
  await open(lender);
  await lender.input.setInputFiles(path);
  await lender.checked(1);
  await lender.part('remove').click();
  await expect(lender.files).toHaveCount(0);
  await lender.input.setInputFiles(path);
  await lender.checked(1);
});

test('a drop beside the zone does not lose the page', async ({ lender }) => {
  await open(lender);
  await lender.add([{ name: 'kept.pdf' }]);
  const prevented = await lender.page.locator('body').evaluate((body) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['x'], 'stray.pdf'));
    const event = new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true });
    body.dispatchEvent(event);
    return event.defaultPrevented;
  });
  expect(prevented).toBe(true);
  expect((await lender.checked(1)).files[0].name).toBe('kept.pdf');
});

test('the bytes decide, whatever name and MIME type say', async ({ lender }) => {
  await open(lender);
  await lender.add([
    { name: 'a.pdf', text: '<!DOCTYPE html><p>Log in again</p>', type: 'application/pdf' },
    { name: 'b.pdf', text: 'just text', type: 'application/pdf' },
    { name: 'c.pdf', text: 'PK\u0003\u0004…' },
    { name: 'empty.pdf', text: '' },
  ]);
  await lender.input.setInputFiles([
    { name: 'statement.dat', mimeType: 'application/octet-stream', buffer: statement({ month: '2026-01' }) },
    { name: 'statement', mimeType: '', buffer: statement({ month: '2026-02' }) },
    { name: 'photo.pdf', mimeType: 'application/pdf', buffer: Buffer.from('89504e470d0a1a0a', 'hex') },
  ]);
  const report = await lender.checked(7);
  expect(report.files.map(({ status, findings }) => [status, ...findings.map(({ code, found }) => [code, found].filter(Boolean).join(':'))])).toEqual([
    ['rejected', 'not-a-pdf:html'],
    ['rejected', 'not-a-pdf:other'],
    ['rejected', 'not-a-pdf:zip'],
    ['rejected', 'empty'],
    ['ready'],
    ['ready'],
    ['rejected', 'unsupported-type:png'],
  ]);
  await expect(lender.part('summary')).toHaveText('2 of 7 files ready, 5 need attention');
  await expect(lender.files.nth(6)).toContainText('This is a PNG image');
});

test('images are taken when the host allows them', async ({ lender }) => {
  await open(lender, { accept: 'pdf,images' });
  const kinds = { png: '89504e470d0a1a0a', jpeg: 'ffd8ffe0', bmp: '424d3600000000000000', tiff: '49492a00' };
  await lender.input.setInputFiles(Object.entries(kinds).map(([kind, hex]) => ({ name: `x.${kind}`, mimeType: '', buffer: Buffer.from(hex, 'hex') })));
  const report = await lender.checked(4);
  expect(report.files.map(({ kind, status }) => `${kind} ${status}`)).toEqual(['png ready', 'jpeg ready', 'bmp ready', 'tiff ready']);
});

test('a copy is told by its bytes, never by its name', async ({ lender }) => {
  await open(lender);
  const one = statement({ month: '2026-01' });
  const other = Buffer.from(one);
  other[other.length - 8] ^= 1;
  await lender.input.setInputFiles([
    { name: 'a.pdf', mimeType: '', buffer: one },
    { name: 'b.pdf', mimeType: '', buffer: one },
    { name: 'a.pdf', mimeType: '', buffer: other },
  ]);
  const report = await lender.checked(3);
  expect(report.files[1]).toMatchObject({ status: 'rejected', findings: [{ code: 'duplicate', of: report.files[0].id }] });
  expect(report.files[2].findings.map(({ code }) => code)).not.toContain('duplicate');
  await lender.part('remove').first().click();
  expect((await lender.checked(2)).files[0].status).toBe('ready');
});

test('24 files fit; the 25th is named, and comes in when another goes', async ({ lender }) => {
  await open(lender);
  const files = Array.from({ length: 24 }, (_, at) => ({ name: `${at}.pdf`, size: 2000 + at }));
  await lender.add(files);
  expect(await lender.checked(24)).toMatchObject({ withinLimits: true, totals: { ready: 24 }, findings: [] });
  await lender.add([{ name: 'one-more.pdf', size: 5000 }]);
  const report = await lender.checked(25);
  expect(report).toMatchObject({ withinLimits: false, canContinue: true, totals: { ready: 24 }, findings: [{ code: 'too-many-files', count: 25, limit: 24 }] });
  await expect(lender.files.last()).toContainText('left out');
  await expect(lender.part('continue')).toHaveText('Continue with 24 files');
  await lender.part('remove').first().click();
  expect(await lender.checked(24)).toMatchObject({ withinLimits: true, totals: { ready: 24 } });
  await expect(lender.files.last()).toHaveAttribute('data-status', 'ready');
});

test('180 MB: exactly is fine, a little more is a doubt, above 180 MiB is left out', async ({ lender }) => {
  await open(lender);
  await lender.add(Array.from({ length: 10 }, (_, at) => ({ name: `${at}.pdf`, size: 18 * MB + at })));
  const before = (await lender.checked(10)).totals.bytes;
  expect(before).toBe(180 * MB + 45);
  await lender.element.evaluate((element) => element.removeFile(element.report.files[9].id));
  await lender.add([{ name: 'fits.pdf', size: 180 * MB - (before - 18 * MB - 9) }]);
  expect(await lender.checked(10)).toMatchObject({ findings: [], totals: { ready: 10, bytes: 180 * MB } });
  await lender.add([{ name: 'doubt.pdf', size: 8_743_680 }]);
  expect(await lender.checked(11)).toMatchObject({
    canContinue: true,
    withinLimits: true,
    totals: { ready: 11, bytes: 188_743_680 },
    findings: [{ code: 'near-total-size', severity: 'warning', total: 188_743_680, limit: 180 * MB }],
  });
  await lender.add([{ name: 'drop.pdf', size: 1000 }]);
  const report = await lender.checked(12);
  expect(report).toMatchObject({ withinLimits: false, canContinue: true, totals: { ready: 11 } });
  expect(report.files[11].findings.map(({ code }) => code)).toEqual(['over-total-size']);
});

test('limits that the host sets are exact', async ({ lender }) => {
  await open(lender, { 'max-files': 2, 'max-total-size': 10000, 'max-file-size': 6000 });
  await lender.add([{ name: 'a.pdf', size: 6000 }, { name: 'b.pdf', size: 6001 }, { name: 'c.pdf', size: 4001 }, { name: 'd.pdf', size: 4000 }, { name: 'e.pdf', size: 1000 }]);
  const report = await lender.checked(5);
  expect(report.files.map(({ findings }) => findings.map(({ code, severity }) => `${code} ${severity}`))).toEqual([
    [], ['over-file-size error'], ['over-total-size error'], [], ['too-many-files error', 'over-total-size error'],
  ]);
});

test('a file over 20 MB may go, with a word about it', async ({ lender }) => {
  await open(lender);
  await lender.add([{ name: 'big.pdf', size: 20 * MB + 1 }, { name: 'fine.pdf', size: 20 * MB }]);
  const report = await lender.checked(2);
  expect(report.files.map(({ status, findings }) => [status, findings.map(({ code }) => code)])).toEqual([['warning', ['over-file-size']], ['ready', []]]);
});

test('a file that is gone is named, and the others stay', async ({ lender }, info) => {
  const path = info.outputPath('gone.pdf');
  // Large enough that the browser has not read it when it was picked.
  writeFileSync(path, Buffer.concat([statement({ month: '2026-01' }), Buffer.alloc(30 * MB)]));
  // In the page, where the reading can be held up; in a worker it is the same code.
  await lender.open({ instance: 'toolbox' }, { policy: POLICY.replace("worker-src 'self'", "worker-src 'none'") });
  await lender.collect();
  await lender.page.evaluate(() => {
    const { slice } = Blob.prototype;
    // Nothing is read before the file is gone.
    window.release = null;
    const gate = new Promise((resolve) => (window.release = resolve));
    Blob.prototype.slice = function late(...range) {
      const blob = slice.apply(this, range);
      const { arrayBuffer } = blob;
      blob.arrayBuffer = () => gate.then(() => arrayBuffer.call(blob));
      return blob;
    };
  });
  await lender.input.setInputFiles(path);
  await expect(lender.files).toHaveAttribute('data-status', 'checking');
  rmSync(path);
  await lender.page.evaluate(() => window.release());
  const report = await lender.checked(1);
  expect(report.files[0].findings.map(({ code }) => code)).toContain('unreadable');
  await expect(lender.files).toContainText('can’t be read');
  lender.violations.length = 0;
});

test('names are shown as text, whatever is in them', async ({ lender }) => {
  await open(lender);
  const name = '<img src=x onerror="document.title=1">\u202Efdp.exe';
  await lender.add([{ name }]);
  await lender.checked(1);
  await expect(lender.files.locator('.name')).toHaveText(name);
  expect(await lender.files.locator('img').count()).toBe(0);
});

test('300 files at once are all looked at, and the page stays smooth', async ({ lender }) => {
  await open(lender);
  await lender.page.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
    }).observe({ type: 'longtask' });
  });
  await lender.add(Array.from({ length: 300 }, (_, at) => ({ name: `${at}.pdf`, size: 2000 + at })));
  const report = await lender.checked(300);
  expect(report.totals.ready).toBe(24);
  await expect(lender.files).toHaveCount(300);
  test.info().annotations.push({ type: 'longest task', description: `${await lender.page.evaluate(() => window.longest)} ms` });
});

test('the files stay through a change of every setting', async ({ lender }) => {
  await lender.open();
  await lender.collect();
  await lender.add([{ name: 'a.pdf' }, { name: 'bb.pdf' }]);
  await lender.checked(2);
  for (const [name, value] of [['language', 'fr'], ['theme', 'dark'], ['mode', 'nonsense'], ['mode', 'upload'], ['instance', 'other'], ['max-files', '1'], ['max-files', '0'], ['params', 'a=1']]) {
    await lender.element.evaluate((element, [attribute, text]) => element.setAttribute(attribute, text), [name, value]);
    await lender.page.waitForTimeout(50);
    expect((await lender.checked(2)).files.map((file) => file.name)).toEqual(['a.pdf', 'bb.pdf']);
  }
  expect(await lender.element.evaluate((element) => element.files.length)).toBe(2);
});
