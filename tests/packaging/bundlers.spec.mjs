// Builds each example from the tarball as its users would, then runs the whole journey in a browser under
// the strict CSP of docs/deployment.md. The package's wasm and worker are found without configuration.
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeBlocks } from '../../scripts/docs/markdown.mjs';
import { VITE, WEBPACK, build, examples, expect, installed, root, test } from './integration.mjs';

const emitted = (folder) => readdirSync(folder, { recursive: true }).map(String);

/** The README's first example: the page and its script. */
function readmeExample() {
  const blocks = codeBlocks(readFileSync(join(root, 'README.md'), 'utf8'));
  const [page, ...otherPages] = blocks.filter(({ language }) => language === 'html');
  const [script, ...otherScripts] = blocks.filter(({ language }) => language === 'js');
  expect([otherPages, otherScripts], 'which example is meant?').toEqual([[], []]);
  return { page: page.text, script: script.text };
}

test('the README’s first example as it stands: a plain page', async ({ integration }) => {
  const { page, script } = readmeExample();
  await integration.open(undefined, { folders: { '/flinks-upload/': installed }, files: { '/': page, '/income.js': script } });
  await integration.journey();
});

for (const bundler of ['vite', 'webpack']) {
  test(`the README’s first example as it stands: built with ${bundler}`, async ({ integration }) => {
    const { page, script } = readmeExample();
    const name = `readme-${bundler}`;
    const folder = join(examples, name);
    rmSync(folder, { recursive: true, force: true });
    cpSync(join(examples, bundler), folder, { recursive: true });
    // Without the import map, as the README says; webpack doesn't write the address of what it builds into the page.
    const html = page.replace(/<script type="importmap">.*<\/script>\n/, '').replace('/income.js', { vite: '/income.js', webpack: '/dist/main.js' }[bundler]);
    expect(html).not.toContain('importmap');
    writeFileSync(join(folder, 'index.html'), html);
    writeFileSync(join(folder, 'income.js'), script);
    const dist = build(name, { vite: [VITE, 'build'], webpack: [WEBPACK] }[bundler]);
    await integration.open(bundler === 'vite' ? dist : folder);
    await integration.journey();
  });
}

test('plain HTML with an import map', async ({ integration }) => {
  await integration.open(join(examples, 'html'), { folders: { '/flinks-upload/': installed } });
  await integration.journey();
});

for (const name of ['vite', 'vue', 'svelte', 'react', 'preact']) {
  test(`${name}: built with Vite`, async ({ integration }) => {
    const dist = build(name, [VITE, 'build']);
    expect(emitted(dist).filter((file) => file.endsWith('.wasm'))).toHaveLength(6);
    await integration.open(dist);
    await integration.journey();
  });
}

test('webpack', async ({ integration }) => {
  const dist = build('webpack', [WEBPACK]);
  expect(emitted(dist).filter((file) => file.endsWith('.wasm'))).toHaveLength(6);
  await integration.open(join(examples, 'webpack'));
  await integration.journey();
});

for (const name of ['vite', 'react']) {
  test(`${name}: served by Vite while developing`, async ({ integration, serve }) => {
    await integration.openUrl(await serve(name, [VITE, '--port', '0']));
    await integration.journey();
  });
}
