// Importing has no side effects on a server, and two copies of the package can share a page.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONNECT_ORIGIN, expect, installed, run, test } from './integration.mjs';

test(`in Node ${process.versions.node}, the one at hand, importing does nothing and throws nothing`, () => {
  const script = `const before = Object.keys(globalThis).length;
    const modules = await Promise.all(['flinks-upload', 'flinks-upload/accounts', 'flinks-upload/check', 'flinks-upload/define', 'flinks-upload/react', 'flinks-upload/inline', 'flinks-upload/webview', 'flinks-upload/vite'].map((name) => import(name)));
    const [{ FALLBACK_CODES, connectUrl, defineElement }, { defineAccounts }] = modules;
    defineElement();
    defineAccounts();
    let output;
    try {
      connectUrl({ instance: 'toolbox' });
    } catch (error) {
      output = error.message;
    }
    process.stdout.write(JSON.stringify([modules.length, Object.keys(globalThis).length - before, FALLBACK_CODES.length, output]));`;
  const output = run(process.execPath, ['--input-type=module', '-e', script]);
  expect(JSON.parse(output)).toEqual([8, 0, 8, 'flinks-upload: `await init()` comes before `connectUrl()`']);
});

const HTML = `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Two copies</title><script type="module" src="/page.js"></script>
<flinks-upload instance="toolbox" mode="fallback" params="demo=true"></flinks-upload>`;
const TOKEN_SCRIPT = "document.querySelector('flinks-upload').getAuthorizeToken = async () => (await fetch('/authorize-token')).text();";

test.describe('two installed versions in one page', () => {
  let other;
  test.beforeAll(() => {
    other = mkdtempSync(join(tmpdir(), 'flinks-upload-'));
    cpSync(installed, other, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(other, 'package.json'), 'utf8'));
    writeFileSync(join(other, 'package.json'), JSON.stringify({ ...manifest, version: '9.9.9' }));
  });
  test.afterAll(() => rmSync(other, { recursive: true }));

  test('define the element once, and the first one serves', async ({ integration, page }) => {
    await integration.open(undefined, {
      folders: { '/one/': installed, '/two/': other },
      files: {
        '/': HTML,
        '/page.js': `${TOKEN_SCRIPT}
          await import('/one/define.js');
          const copies = await Promise.all(['/one', '/two', '/one'].map((path) => import(path + '/index.js')));
          await import('/two/define.js');
          for (const { defineElement } of copies) defineElement();
          copies[1].defineElement('other-upload');
          const [one, two] = copies;
          window.is = [customElements.get('flinks-upload') === one.FlinksUploadElement, document.createElement('other-upload') instanceof two.FlinksUploadElement];
          document.querySelector('flinks-upload').addEventListener('upload-complete', ({ detail }) => {
            const thanks = document.createElement('p');
            thanks.role = 'status';
            thanks.textContent = 'Thank you. Your reference: ' + detail.requestId;
            document.querySelector('flinks-upload').replaceWith(thanks);
          });`,
      },
    });
    await integration.journey();
    expect(await page.evaluate(() => window.is)).toEqual([true, true]);
  });

  test('work side by side under two names', async ({ integration, page }) => {
    integration.copies = 2;
    await integration.open(undefined, {
      folders: { '/one/': installed, '/two/': other },
      files: {
        '/': HTML.replace('</flinks-upload>', '</flinks-upload><other-upload instance="toolbox" mode="upload"></other-upload>'),
        '/page.js': "import '/one/define.js'; import { defineElement } from '/two/index.js'; defineElement('other-upload');",
      },
    });
    await expect.poll(() => integration.frameUrl()).toBe(`${CONNECT_ORIGIN}/v2/?language=en&demo=true`);
    await expect(page.locator('other-upload [part~="dropzone"]')).toBeVisible();
  });
});
