// In the modes that begin with files, they can be picked before the wasm is there.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { statement } from '../../../scripts/samples.mjs';
import { axe, expectNoViolations } from '../axe.mjs';
import { expect, packageFolder, test } from '../host-page.mjs';

const WASM = 'flinks-upload_bg.wasm';
const fulfill = (route) => route.fulfill({ path: join(packageFolder, WASM), contentType: 'application/wasm' });
const pdf = (month) => ({ name: `${month}.pdf`, mimeType: 'application/pdf', buffer: statement({ month }) });

/** Opens with the wasm held back; returns a function that lets it come, or fail. */
async function openEarly(hostPage, attributes = {}, options = {}) {
  const held = [];
  let isOpen = false;
  await hostPage.open({ instance: 'toolbox', mode: 'upload', ...attributes }, {
    ...options,
    intercept: (route, url) => !isOpen && url.pathname === `/package/${WASM}` && new Promise((done) => held.push([route, done])),
  });
  await expect(hostPage.part('browse')).toBeVisible();
  return async (end = fulfill) => {
    isOpen = true;
    for (const [route, done] of held.splice(0)) done(await end(route));
  };
}

/** The name of each part of the panel that is shown early, with its text and where it stands. */
const places = (hostPage) => hostPage.element.evaluate(({ shadowRoot }) => {
  const selectors = ['.title', '.institution', '.drop-hint', '[part~="dropzone"]', '[part~="browse"]', '[part~="browse-folder"]'];
  return selectors.map((selector) => {
    const found = shadowRoot.querySelector(selector);
    const { x, y, width } = found.getBoundingClientRect();
    // The drop zone grows downwards.
    const [input, isZone] = [found.querySelector('input'), selector.includes('dropzone')];
    const attributes = isZone || !input ? [] : [input.type, input.accept, input.multiple, input.webkitdirectory, input.ariaLabel];
    return [selector, isZone ? '' : found.textContent, found.localName, [...found.part].join(' '), [x, y, width].map((value) => value.toFixed(1)).join(), ...attributes];
  });
});

for (const [width, height] of [[390, 844], [1280, 800]]) {
  test(`what is shown early stays where it is, ${width} px wide`, async ({ hostPage }) => {
    await hostPage.page.setViewportSize({ width, height });
    // Colors are those of the end from the start.
    await hostPage.page.emulateMedia({ reducedMotion: 'reduce' });
    for (const attributes of [{}, { language: 'fr', institution: ' Caisse du Nord ', 'heading-level': '4', check: 'optional' }, { language: 'es', mode: 'Dashboard', check: 'off', accept: 'pdf, images', theme: 'dark' }]) {
      await hostPage.page.unrouteAll();
      const release = await openEarly(hostPage, attributes);
      await expect(hostPage.part('continue')).toHaveCount(0);
      const early = await places(hostPage);
      expectNoViolations(await axe(hostPage.page), 'early');
      await release();
      await expect(hostPage.part('continue')).toBeVisible();
      expect(await places(hostPage)).toEqual(early);
    }
  });
}

test('files that are picked and dropped early are checked, in their order', async ({ hostPage }, info) => {
  const release = await openEarly(hostPage);
  const kept = await hostPage.part('dropzone').evaluate((zone, bytes) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(bytes)], 'dropped.pdf'));
    return ['dragover', 'drop'].map((type) => {
      const event = new DragEvent(type, { dataTransfer: transfer, bubbles: true, composed: true, cancelable: true });
      zone.dispatchEvent(event);
      return event.defaultPrevented;
    });
  }, [...statement({ month: '2026-04' })]);
  expect(kept, 'the browser does not open what is dropped').toEqual([true, true]);
  await expect(hostPage.part('summary')).toHaveText('Checking 1 file…');
  await hostPage.fileInput.setInputFiles([pdf('2026-01'), pdf('2026-02')]);
  await expect(hostPage.part('summary')).toHaveText('Checking 3 files…');
  const folder = info.outputPath('statements');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'a.pdf'), statement({ month: '2026-03' }));
  writeFileSync(join(folder, '.DS_Store'), 'x');
  await hostPage.part('browse-folder').locator('input').setInputFiles(folder);
  await hostPage.addFiles([{ name: 'added.pdf' }]);
  const names = ['dropped.pdf', '2026-01.pdf', '2026-02.pdf', 'a.pdf', 'added.pdf'];
  const known = await hostPage.element.evaluate((element) => element.files.map(({ name }) => name));
  expect(known.filter((name) => name !== '.DS_Store')).toEqual(names);
  await release();
  const { files } = await hostPage.waitForReport(5);
  expect(files.map(({ name }) => name)).toEqual(names);
  await expect(hostPage.part('continue')).toHaveText('Continue with 5 files');
});

test('a file that is dropped beside the early panel does not replace the page, also after the wasm failed', async ({ hostPage }) => {
  const release = await openEarly(hostPage);
  await hostPage.run(() => document.body.insertAdjacentHTML('beforeend', '<main>beside</main><input id="own" type="file">'));
  await hostPage.fileInput.setInputFiles([pdf('2026-01')]);
  const drop = (selector) => hostPage.page.locator(selector).evaluate((target) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'a.pdf'));
    return ['dragover', 'drop'].map((type) => !target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true })));
  });
  expect(await drop('main')).toEqual([true, true]);
  expect(await drop('#own'), 'what takes files itself still does').toEqual([false, false]);
  await release((route) => route.abort());
  await expect(hostPage.part('retry')).toBeVisible();
  expect(await drop('main')).toEqual([true, true]);
  await hostPage.part('retry').click();
  expect((await hostPage.waitForReport(1)).files[0].name).toBe('2026-01.pdf');
  expect(await drop('main')).toEqual([true, true]);
  await hostPage.element.evaluate((element) => element.remove());
  expect(await drop('main'), 'the page has its drops back').toEqual([false, false]);
});

test('after a failed load the focus is on "Try again", and then on the title', async ({ hostPage, page }) => {
  const release = await openEarly(hostPage);
  await hostPage.fileInput.focus();
  await release((route) => route.abort());
  await expect(hostPage.part('retry')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(hostPage.part('continue')).toBeVisible();
  await expect(hostPage.part('title')).toBeFocused();
});

test('what can’t be read of a dropped folder is told to the person and the page, and the rest is checked @claim:files-left-out', async ({ hostPage }) => {
  const release = await openEarly(hostPage);
  // No script can make a folder for a drop.
  await hostPage.part('dropzone').evaluate((zone) => {
    const file = (name, read) => ({ isDirectory: false, name, file: read });
    const entries = [file('a.pdf', (done) => done(new File([window.pdf('a')], 'a.pdf'))), file('gone.pdf', (_, failed) => failed(new Error('gone')))];
    const folder = { isDirectory: true, name: 'statements', createReader: () => ({ readEntries: (done) => done(entries.splice(0)) }) };
    const dataTransfer = { types: ['Files'], files: [], items: [{ kind: 'file', webkitGetAsEntry: () => folder }] };
    zone.dispatchEvent(Object.assign(new Event('drop', { bubbles: true, composed: true, cancelable: true }), { dataTransfer }));
  });
  await release();
  expect((await hostPage.waitForReport(1)).files[0].name).toBe('a.pdf');
  await expect(hostPage.part('error')).toHaveText('Some files couldn’t be added. Please check the list, and add what is missing.');
  expect((await hostPage.events('upload-error')).map(({ detail }) => detail.code)).toEqual(['files-left-out']);
  await hostPage.addFiles([{ name: 'gone.pdf' }]);
  await hostPage.waitForReport(2);
  await expect(hostPage.part('error')).toHaveCount(0);
});

test('picking early keeps the focus', async ({ hostPage }) => {
  const release = await openEarly(hostPage);
  const input = hostPage.part('browse-folder').locator('input');
  await input.focus();
  await expect(input).toBeFocused();
  await input.evaluate((picker) => picker.dispatchEvent(new Event('change')));
  await expect(input).toBeFocused();
  await release();
  await expect(hostPage.part('continue')).toBeVisible();
  await expect(input).toBeFocused();
});

test('a picker that is open while the component takes the place of the panel still adds its files', async ({ hostPage }) => {
  const release = await openEarly(hostPage);
  const opening = hostPage.page.waitForEvent('filechooser');
  await hostPage.fileInput.click();
  const chooser = await opening;
  await release();
  await expect(hostPage.part('continue')).toBeVisible();
  const client = await hostPage.page.context().newCDPSession(hostPage.page);
  await client.send('HeapProfiler.collectGarbage');
  await chooser.setFiles([pdf('2026-01')]);
  expect((await hostPage.waitForReport(1)).files[0].name).toBe('2026-01.pdf');
});

test('what the page takes back early is gone', async ({ hostPage }) => {
  const release = await openEarly(hostPage);
  await hostPage.fileInput.setInputFiles([pdf('2026-01'), pdf('2026-02')]);
  await hostPage.element.evaluate((element) => element.reset());
  await expect(hostPage.part('summary')).toBeEmpty();
  await hostPage.fileInput.setInputFiles([pdf('2026-03')]);
  await expect(hostPage.part('summary')).toHaveText('Checking 1 file…');
  await release();
  expect((await hostPage.waitForReport(1)).files[0].name).toBe('2026-03.pdf');
});

test('files that are picked before the wasm fails are there when it is loaded again', async ({ hostPage }) => {
  const release = await openEarly(hostPage);
  await hostPage.fileInput.setInputFiles([pdf('2026-01')]);
  await release((route) => route.abort());
  await hostPage.part('retry').click();
  expect((await hostPage.waitForReport(1)).files[0].name).toBe('2026-01.pdf');
});

test('texts of the page are shown early, too', async ({ hostPage }) => {
  const script = "document.querySelector('flinks-upload').messages = { browse: 'Pick', 'collect-title': 'Your papers' }; await import('/package/define.js');";
  await openEarly(hostPage, {}, { script });
  await expect(hostPage.part('browse')).toHaveText('Pick');
  await expect(hostPage.part('title')).toHaveText('Your papers');
});

for (const [name, attributes] of [['Connect comes first', { mode: 'primary' }], ['the element asks for no files', { mode: 'upload', check: ' Off ' }], ['a line above it says which days', { mode: 'upload', 'required-days': '90' }]]) {
  test(`no files can be picked early where ${name}`, async ({ hostPage }) => {
    await hostPage.open({ instance: 'toolbox', ...attributes }, {
      intercept: (route, url) => url.pathname === `/package/${WASM}` && new Promise(() => {}),
    });
    // By when it would be there.
    await hostPage.page.evaluate(async () => {
      await import('/package/languages/en.js');
      for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setTimeout(resolve));
    });
    await expect(hostPage.part('browse')).toHaveCount(0);
  });
}
