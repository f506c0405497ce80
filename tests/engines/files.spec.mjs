// Picking, dropping, pasting, deleting and replacing files, in every engine.
import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { statement } from '../../scripts/samples.mjs';
import { expect, test } from './host-page.mjs';

const upload = { mode: 'upload', institution: 'TD' };

test('the input of files is one that every phone understands', async ({ hostPage }) => {
  await hostPage.open(upload);
  await hostPage.part('dropzone');
  const inputs = () => hostPage.run(() => [...document.querySelector('flinks-upload').shadowRoot.querySelectorAll('[part~="browse"] input')].map(({ type, multiple, accept, capture }) => ({ type, multiple, accept, capture: capture ?? '' })));
  expect(await inputs()).toEqual([{ type: 'file', multiple: true, accept: '.pdf,application/pdf', capture: '' }]);
});

/** Engines detect a change by the modification time, some with a resolution of seconds. */
function replace(path) {
  writeFileSync(path, 'another');
  utimesSync(path, 0, 0);
}

for (const [what, happen] of [['deleted', rmSync], ['replaced by another', replace]]) {
  test(`a file that was ${what} after it was picked can’t be read`, async ({ hostPage }, info) => {
    const path = info.outputPath('statement.pdf');
    writeFileSync(path, statement({ month: '2026-01', pages: 3 }));
    await hostPage.open(upload);
    await hostPage.part('dropzone');
    await hostPage.pick([path]);
    expect((await hostPage.waitForReport(1)).totals.ready).toBe(1);
    happen(path);
    await hostPage.run(() => {
      const element = document.querySelector('flinks-upload');
      const files = element.files;
      element.removeFile(element.report.files[0].id);
      element.addFiles(files);
    });
    await expect.poll(async () => (await hostPage.waitForReport(1)).files[0].findings.map(({ code }) => code)).toEqual(['unreadable']);
  });
}

test('files are dropped', async ({ hostPage }) => {
  await hostPage.open(upload);
  await hostPage.run((zone) => {
    const dataTransfer = new DataTransfer();
    for (const name of ['a.pdf', 'bb.pdf']) dataTransfer.items.add(new File(window.pdf(name), name));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      zone.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true }));
    }
  }, await hostPage.part('dropzone'));
  expect((await hostPage.waitForReport(2)).totals.ready).toBe(2);
});

test('files are pasted', async ({ hostPage }) => {
  await hostPage.open(upload);
  await hostPage.part('dropzone');
  const hasPasted = await hostPage.run(() => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(window.pdf('a.pdf'), 'a.pdf'));
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    return event.clipboardData.files.length === 1;
  });
  test.skip(!hasPasted, 'a script of this engine makes no paste with files in it');
  expect((await hostPage.waitForReport(1)).totals.ready).toBe(1);
});
