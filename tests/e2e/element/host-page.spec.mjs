// What belongs to the host's page stays with it: pastes, drops, memory.
import { writeFileSync } from 'node:fs';
import { statement } from '../../../scripts/samples.mjs';
import { expect, test } from '../host-page.mjs';

const UPLOAD = '<flinks-upload instance="toolbox" mode="upload"></flinks-upload>';

async function open(hostPage, body) {
  await hostPage.open({}, { body });
  await expect(hostPage.part('dropzone').first()).toBeVisible();
}

const names = (locator) => locator.evaluate((element) => element.files.map(({ name }) => name));

/** Puts a picture, and a text beside it, on the clipboard, as spreadsheets do. */
async function copyTextAndPicture({ page }) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    const picture = await new Promise((resolve) => canvas.toBlob(resolve));
    const text = new Blob(['Balance\t100.00'], { type: 'text/plain' });
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text, 'image/png': picture })]);
  });
}

/** Pastes files, and a text beside them, at an element; says whether anyone took it. */
const paste = (locator, files, text = '') =>
  locator.evaluate(
    (target, [list, plain]) => {
      const clipboardData = new DataTransfer();
      for (const name of list) clipboardData.items.add(new File(window.pdf(name), name));
      if (plain !== '') clipboardData.setData('text/plain', plain);
      return !target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }));
    },
    [files, text],
  );

/** Drags a file onto an element and drops it, as the browser does it. Returns what the page's own listeners saw of it. */
async function dragAndDrop(hostPage, locator, path) {
  await hostPage.page.evaluate(() => {
    window.drags = [];
    for (const type of ['dragenter', 'dragover', 'drop']) {
      window.addEventListener(type, (event) => window.drags.push({ type, taken: event.defaultPrevented, effect: event.dataTransfer.dropEffect }));
    }
  });
  const box = await locator.boundingBox();
  const client = await hostPage.page.context().newCDPSession(hostPage.page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2, data: { items: [], files: [path], dragOperationsMask: 19 } };
  for (const type of ['dragEnter', 'dragOver', 'drop']) await client.send('Input.dispatchDragEvent', { type, ...at });
  // Chromium moves on the spot where it enters.
  return hostPage.page.evaluate(() => window.drags.filter(({ type }, at, all) => type !== all[at - 1]?.type));
}

function sample(info) {
  const path = info.outputPath('a.pdf');
  writeFileSync(path, statement({ month: '2026-01' }));
  return path;
}

test('a text with its picture is pasted into the page’s field, and is no file', async ({ hostPage }) => {
  await open(hostPage, `<input id="field">${UPLOAD}${UPLOAD}`);
  await copyTextAndPicture(hostPage);
  await hostPage.page.locator('#field').click();
  await hostPage.page.keyboard.press('Control+V');
  await expect(hostPage.page.locator('#field')).toHaveValue(/Balance/);
  // Not meant for a field, either: it is a text.
  await hostPage.page.locator('#field').evaluate((field) => field.blur());
  await hostPage.page.keyboard.press('Control+V');
  await hostPage.part('browse').first().locator('input').focus();
  await hostPage.page.keyboard.press('Control+V');
  for (const element of await hostPage.element.all()) expect(await names(element)).toEqual([]);
});

for (const [where, markup] of [
  ['a field', '<input id="at">'],
  ['a text area', '<textarea id="at"></textarea>'],
  ['an editor', '<div id="at" contenteditable>text</div>'],
]) {
  test(`files that are pasted into ${where} of the page are left to it`, async ({ hostPage }) => {
    await open(hostPage, `${markup}${UPLOAD}`);
    await hostPage.page.locator('#at').focus();
    expect(await paste(hostPage.page.locator('#at'), ['a.pdf'])).toBe(false);
    expect(await paste(hostPage.page.locator('body'), ['a.pdf'])).toBe(false);
    expect(await names(hostPage.element)).toEqual([]);
  });
}

test('an element of the page with a closed shadow root may hold an editor: what is pasted there is left to it', async ({ hostPage }) => {
  await open(hostPage, `<page-editor></page-editor>${UPLOAD}`);
  await hostPage.page.evaluate(() => {
    const tree = document.querySelector('page-editor').attachShadow({ mode: 'closed' });
    tree.append(document.createElement('textarea'));
    tree.firstChild.focus();
  });
  expect(await paste(hostPage.page.locator('page-editor'), ['a.pdf'])).toBe(false);
});

test('what the page has taken itself is not taken a second time', async ({ hostPage }) => {
  await open(hostPage, UPLOAD);
  await hostPage.page.evaluate(() => document.addEventListener('paste', (event) => event.preventDefault(), true));
  await paste(hostPage.page.locator('body'), ['a.pdf']);
  expect(await names(hostPage.element)).toEqual([]);
});

test('of two elements one takes a paste: the one with the focus, else the first', async ({ hostPage }) => {
  await open(hostPage, `${UPLOAD}${UPLOAD}`);
  const [first, second] = await hostPage.element.all();
  expect(await paste(hostPage.page.locator('body'), ['a.pdf'])).toBe(true);
  await expect.poll(() => names(first)).toEqual(['a.pdf']);
  await second.locator('[part~=browse] input').focus();
  // Chromium sends it to the selected text or the body.
  expect(await paste(hostPage.page.locator('body'), ['b.pdf'])).toBe(true);
  await expect.poll(() => names(second)).toEqual(['b.pdf']);
  expect(await names(first)).toEqual(['a.pdf']);
});

for (const [what, dialog, show] of [
  ['a modal dialog', '<dialog id="dialog"><p>Sure?</p></dialog>', 'showModal'],
  ['what says that it is a modal dialog', '<div id="dialog" role="dialog" aria-modal="true" style="display: none">Sure?</div>', 'style'],
]) {
  test(`a paste while ${what} is open belongs to it, even if nothing in it has the focus`, async ({ hostPage }) => {
    await hostPage.open({}, { body: `${dialog}${UPLOAD}`, policy: '' });
    await expect(hostPage.part('dropzone')).toBeVisible();
    const body = hostPage.page.locator('body');
    await hostPage.page.evaluate((how) => {
      const node = document.querySelector('#dialog');
      if (how === 'style') node.style.display = 'block';
      else node.showModal();
      document.activeElement?.blur();
    }, show);
    expect(await paste(body, ['a.pdf'])).toBe(false);
    // The element in the dialog itself takes it.
    await hostPage.page.evaluate(() => document.querySelector('#dialog').append(document.querySelector('flinks-upload')));
    await expect(hostPage.part('dropzone')).toBeVisible();
    await hostPage.page.evaluate(() => document.activeElement?.blur());
    expect(await paste(body, ['b.pdf'])).toBe(true);
    await expect.poll(() => names(hostPage.element)).toEqual(['b.pdf']);
    // Closed, it is no longer in the way.
    await hostPage.page.evaluate(() => {
      const node = document.querySelector('#dialog');
      document.body.append(document.querySelector('flinks-upload'));
      if (node.close) node.close();
      else node.style.display = 'none';
    });
    await expect(hostPage.part('dropzone')).toBeVisible();
    expect(await paste(body, ['c.pdf'])).toBe(true);
  });
}

test('a hidden element takes no paste', async ({ hostPage }) => {
  await open(hostPage, `<div id="tab">${UPLOAD}</div>`);
  await hostPage.page.locator('#tab').evaluate((tab) => (tab.style.display = 'none'));
  expect(await paste(hostPage.page.locator('body'), ['a.pdf'])).toBe(false);
});

test('files are pasted with their names beside them, as file managers do it', async ({ hostPage }) => {
  await open(hostPage, UPLOAD);
  expect(await paste(hostPage.page.locator('body'), ['a.pdf', 'b.pdf'], '/documents/a.pdf\n/documents/b.pdf')).toBe(true);
  await expect.poll(() => names(hostPage.element)).toEqual(['a.pdf', 'b.pdf']);
});

test('what is dropped on the drop zone is copied, never moved', async ({ hostPage }, info) => {
  await open(hostPage, UPLOAD);
  const drags = await dragAndDrop(hostPage, hostPage.part('dropzone'), sample(info));
  expect(drags.map(({ type, taken, effect }) => [type, taken, effect])).toEqual([['dragenter', true, 'copy'], ['dragover', true, 'copy'], ['drop', true, 'copy']]);
  expect((await hostPage.waitForReport(1)).files[0].name).toBe('a.pdf');
});

test('a file that is dropped on the page’s own file input gets there', async ({ hostPage }, info) => {
  await open(hostPage, `<input id="own" type="file">${UPLOAD}`);
  const drags = await dragAndDrop(hostPage, hostPage.page.locator('#own'), sample(info));
  expect(drags.filter(({ taken }) => taken)).toEqual([]);
  expect(await hostPage.page.locator('#own').evaluate((input) => input.files.length)).toBe(1);
  expect(await names(hostPage.element)).toEqual([]);
});

test('a drop zone of the page keeps its drops, and what it says of them', async ({ hostPage }, info) => {
  await open(hostPage, `<div id="own">Drop here</div>${UPLOAD}`);
  await hostPage.page.locator('#own').evaluate((zone) => {
    for (const type of ['dragover', 'drop']) {
      zone.addEventListener(type, (event) => {
        event.preventDefault();
        event.dataTransfer.dropEffect = 'link';
        window.ownDrop = event.dataTransfer.files.length;
      });
    }
  });
  const drags = await dragAndDrop(hostPage, hostPage.page.locator('#own'), sample(info));
  expect(drags.at(-1)).toEqual({ type: 'drop', taken: true, effect: 'link' });
  expect(await hostPage.page.evaluate(() => window.ownDrop)).toBe(1);
  expect(await names(hostPage.element)).toEqual([]);
});

test('text that is dragged over the drop zone is left alone', async ({ hostPage }) => {
  await open(hostPage, UPLOAD);
  const taken = await hostPage.part('dropzone').evaluate((zone) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', 'a word');
    return ['dragenter', 'dragover', 'drop'].map((type) => !zone.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true })));
  });
  expect(taken).toEqual([false, false, false]);
  await expect(hostPage.part('dropzone')).toHaveAttribute('data-over', 'false');
});

test('a file that is dropped beside the component is the page’s business until there is something to lose', async ({ hostPage }) => {
  const drop = () =>
    hostPage.page.locator('body').evaluate((body) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'stray.pdf'));
      return !body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
  await hostPage.open();
  await hostPage.connectFrame();
  expect(await drop()).toBe(false);
  await hostPage.chooseUpload();
  expect(await drop()).toBe(true);
});

test('words stay true while the browser translates the page', async ({ hostPage }) => {
  await open(hostPage, UPLOAD);
  /** Puts each text into elements of its own, as translators do. */
  const translate = () =>
    hostPage.element.evaluate(({ shadowRoot }) => {
      const texts = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
      const found = [];
      while (texts.nextNode()) found.push(texts.currentNode);
      for (const text of found) {
        const [outer, inner] = ['font', 'font'].map((name) => document.createElement(name));
        inner.textContent = `${text.data} (translated)`;
        outer.append(inner);
        text.replaceWith(outer);
      }
    });
  await hostPage.addFiles([{ name: 'a.pdf', size: 2000 }, { name: 'b.pdf', size: 2001 }]);
  await hostPage.waitForReport(2);
  await translate();
  await expect(hostPage.part('continue')).toHaveText('Continue with 2 files (translated)');
  await hostPage.part('remove').first().click();
  await expect(hostPage.part('continue')).toHaveText('Continue with 1 file');
  await expect(hostPage.part('summary')).toHaveText('1 of 1 file ready');
  await expect(hostPage.element.locator('.removed')).toContainText('was removed');
  await translate();
  await hostPage.element.evaluate((element) => (element.language = 'fr'));
  await expect(hostPage.part('continue')).toHaveText('Continuer avec 1 fichier');
  await expect(hostPage.part('browse')).toHaveText('Ajouter des fichiers');
});

test('what is announced stays true while the browser translates the page', async ({ hostPage }) => {
  await hostPage.open();
  const announced = hostPage.element.locator('.live-region');
  await hostPage.failLogin('INVALID_LOGIN');
  await expect(announced).not.toBeEmpty();
  const first = await announced.textContent();
  await announced.evaluate((region) => (region.firstChild.innerHTML = '<font><font>traduit</font></font>'));
  await hostPage.failLogin('DISABLED_LOGIN');
  await expect(announced).not.toHaveText('traduit');
  expect(await announced.textContent()).not.toBe(first);
});

test('an element that comes and goes a hundred times leaves nothing in memory', async ({ hostPage }) => {
  await hostPage.open({}, { body: '<main></main>' });
  const client = await hostPage.page.context().newCDPSession(hostPage.page);
  await client.send('Performance.enable');
  /** What is in memory once what nothing refers to was collected. */
  const counts = async () => {
    await client.send('HeapProfiler.collectGarbage');
    const { metrics } = await client.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  /** Mounts and unmounts so often, with a file each time. */
  const cycle = (times) =>
    hostPage.page.evaluate(async (rounds) => {
      await customElements.whenDefined('flinks-upload');
      for (let round = 0; round < rounds; round += 1) {
        const element = document.createElement('flinks-upload');
        element.instance = 'toolbox';
        element.mode = 'upload';
        const checked = new Promise((resolve) => element.addEventListener('upload-check', ({ detail }) => detail.complete && resolve()));
        document.querySelector('main').append(element);
        element.addFiles([new File(window.pdf('a.pdf'), 'a.pdf')]);
        await checked;
        element.shadowRoot.querySelector('.remove').click();
        element.remove();
        await new Promise((resolve) => setTimeout(resolve));
      }
      window.events.length = 0;
    }, times);
  await cycle(5);
  const before = await counts();
  await cycle(100);
  // The last one may be on the stack while the first collection runs; what leaks stays.
  await expect(async () => {
    const after = await counts();
    const left = Object.fromEntries(['JSEventListeners', 'Nodes', 'Documents', 'Frames', 'AdSubframes'].filter((name) => name in after).map((name) => [name, after[name] - before[name]]));
    for (const [name, count] of Object.entries(left)) expect(count, `${name}, of ${JSON.stringify(left)}, heap ${after.JSHeapUsedSize - before.JSHeapUsedSize} bytes`).toBeLessThanOrEqual(0);
  }).toPass({ timeout: 5000 });
});
