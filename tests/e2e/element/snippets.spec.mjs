// The demo's snippets work as copied, with exactly the attributes on screen.
// `tests/packaging/snippets.spec.mjs` builds those that need a bundler.
import { transformSync } from 'esbuild';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ATTRIBUTES } from '../../../www/element/attributes.js';
import { CONNECT_ORIGIN, HOST_ORIGIN, contentType, expect, packageFolder, pdf } from '../host-page.mjs';
import { test } from '../privacy-recorder.mjs';
import { SETTINGS, CONNECT_MOCK } from '../fixtures/demo-settings.mjs';
import { INTEGRATIONS, exampleSources, themeFile, renderSnippet } from '../fixtures/demo-snippets.mjs';

/** Serves a snippet's files with the package beside them, and a silent Connect. */
async function open(page, files) {
  await page.addInitScript(() => {
    window.errors = [];
    addEventListener('upload-error', ({ detail }) => window.errors.push(detail), true);
  });
  await page.route('**/*', (route) => {
    const url = new URL(route.request().url());
    if (url.origin === CONNECT_ORIGIN || url.origin === new URL(CONNECT_MOCK).origin) return route.fulfill({ contentType: 'text/html', body: '<title>Connect</title>' });
    const name = url.pathname.slice(1) || 'index.html';
    const path = join(packageFolder, name.replace(/^flinks-upload\//, ''));
    if (name in files) return route.fulfill({ contentType: contentType(name), body: files[name] });
    if (name === 'authorize-token') return route.fulfill({ contentType: 'text/plain', body: 'token-of-server' });
    return existsSync(path) ? route.fulfill({ contentType: contentType(path), body: readFileSync(path) }) : route.fulfill({ status: 404, body: '' });
  });
  await page.goto(`${HOST_ORIGIN}/`);
}

const attributesOn = (locator) => locator.evaluate((element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])));
const camelCase = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** The props that React would receive: calls the component with mocks of its imports. */
function reactProps(source) {
  const code = transformSync(source.replace(/^import .*$/gm, '').replace('export function', 'return function'), { loader: 'jsx', jsxFactory: 'make' }).code;
  const make = (tag, props) => ({ tag, props });
  return new Function('make', 'useState', 'FlinksUpload', code)(make, () => [null, () => {}], 'FlinksUpload')();
}

/** The fields of `Attributes` that the snippet sets, unescaped. */
function yewFields(source) {
  const [, block] = /let settings = Attributes \{([^]*?)\n {8}\};/.exec(source);
  const fields = [...block.matchAll(/^ +(\w+): Some\("((?:[^"\\]|\\["\\])*)"\.to_owned\(\)\),$/gm)];
  expect(block.trim().split('\n')).toHaveLength(fields.length + 2);
  return Object.fromEntries(fields.map(([, name, value]) => [name.replaceAll('_', '-'), value.replace(/\\(["\\])/g, '$1')]));
}

for (const [title, { settings, sandbox, connectMock }] of Object.entries(SETTINGS)) {
  for (const [place, base, attributes] of [['Flinks’ sandbox', null, sandbox], ['the mock', CONNECT_MOCK, connectMock]]) {
    test(`the HTML snippet gives just these attributes, with ${place}: ${title}`, async ({ page }) => {
      await open(page, renderSnippet('html', settings, base));
      const element = page.locator('flinks-upload');
      await expect(element.locator('[part]').first()).toBeAttached();
      expect(await attributesOn(element)).toEqual(attributes);
      expect(await page.evaluate(() => window.errors)).toEqual([]);
      const [, radius] = /--flinks-upload-radius: (.*);/.exec(themeFile(settings.look).text);
      expect(await element.evaluate((node) => getComputedStyle(node).getPropertyValue('--flinks-upload-radius'))).toBe(radius);
    });
  }

  test(`each other snippet says the same: ${title}`, async ({ page }) => {
    const parsed = (markup) => page.evaluate((text) => {
      const [element] = new DOMParser().parseFromString(text, 'text/html').querySelectorAll('flinks-upload');
      return Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
    }, markup);
    expect(await parsed(renderSnippet('npm', settings)['index.html'])).toEqual(sandbox);

    const { tag, props } = reactProps(renderSnippet('react', settings)['Income.jsx']);
    const { getAuthorizeToken, onUploadComplete, ...rest } = props;
    expect([tag, typeof getAuthorizeToken, typeof onUploadComplete]).toEqual(['FlinksUpload', 'function', 'function']);
    expect(rest).toEqual(Object.fromEntries(Object.entries(sandbox).map(([name, value]) => [camelCase(name), value])));

    const [, vue] = /<template>([^]*)<\/template>/.exec(renderSnippet('vue', settings)['Income.vue']);
    const { ':getauthorizetoken': ask, '@upload-complete': done, 'v-else': otherwise, ...vueAttributes } = await parsed(vue);
    expect([ask, otherwise, vueAttributes]).toEqual(['getAuthorizeToken', '', sandbox]);
    expect(done).toContain('$event.detail');

    const svelte = renderSnippet('svelte', settings)['Income.svelte'].replace('{getAuthorizeToken}', '').replace(/onupload-complete=\{.*\}\n/, '');
    expect(await parsed(svelte)).toEqual(sandbox);

    const fields = yewFields(renderSnippet('yew', settings)['src/main.rs']);
    expect(fields).toEqual(sandbox);
    expect(ATTRIBUTES).toEqual(expect.arrayContaining(Object.keys(fields)));
  });
}

test('for the settings of the examples each snippet is the example itself, but for its look', () => {
  const settings = { ...SETTINGS['all as by default'].settings, mode: 'fallback' };
  for (const integration of Object.keys(INTEGRATIONS)) {
    const files = Object.values(renderSnippet(integration, settings));
    for (const [at, source] of exampleSources(integration).entries()) {
      // Line breaks do not matter.
      const plain = (text) => text.replace(/\s+/g, ' ').replaceAll(' >', '>');
      const withoutLook = files[at].replace(/^ *(<link .*northlight\.css">|import '\.\/northlight\.css';)\n/m, '');
      expect(plain(withoutLook), integration).toBe(plain(source));
    }
  }
});

test('each snippet with an element brings its look, a Yew app’s as properties alone', () => {
  const settings = { ...SETTINGS['all as by default'].settings, look: 'bank' };
  for (const integration of Object.keys(INTEGRATIONS)) {
    const files = renderSnippet(integration, settings);
    if (integration === 'check') {
      expect(Object.keys(files)).toEqual(['check.js', 'index.html']);
      continue;
    }
    const sheet = files['bank.css'];
    expect(Object.values(files).filter((text) => text !== sheet && text.includes('bank.css')), integration).toHaveLength(1);
    if (integration !== 'yew') expect(sheet).toBe(themeFile('bank').text);
    else {
      expect(sheet).toMatch(/^\/\*[^*]*\*\/\n:root \{\n( {2}--flinks-upload-[\w-]+: .*;\n)+\}\n$/);
      expect(sheet).toContain('--flinks-upload-radius: 3px;');
    }
  }
});

for (const [accept, verdict] of [['pdf', 'photo.png: rejected · unsupported-type'], ['pdf,images', 'photo.png: ready']]) {
  test(`the snippet of the check alone reports on files, accepting ${accept}`, async ({ page }) => {
    await open(page, renderSnippet('check', { ...SETTINGS['all as by default'].settings, accept }));
    const png = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
    await page.locator('input').setInputFiles([
      { name: 'statement.pdf', mimeType: '', buffer: Buffer.from(pdf('statement').join('')) },
      { name: 'photo.png', mimeType: '', buffer: png },
    ]);
    await expect(page.locator('li')).toHaveText(['statement.pdf: ready', verdict]);
  });
}
