// Builds each example from the tarball as its users would, then runs the whole journey in a browser under
// the strict CSP of docs/deployment.md. The package's wasm and worker are found without configuration.
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeBlocks } from '../../scripts/docs/markdown.mjs';
import { VITE, WEBPACK, build, examples, expect, installed, root, test } from './integration.mjs';

const emitted = (folder) => readdirSync(folder, { recursive: true }).map(String);

/** The README's first example: the whole page, and the module that a bundler takes instead of the page's own script. */
function readmeExample() {
  const blocks = codeBlocks(readFileSync(join(root, 'README.md'), 'utf8'));
  const [page, ...otherPages] = blocks.filter(({ language }) => language === 'html');
  const [module, ...otherModules] = blocks.filter(({ language }) => language === 'js');
  expect([otherPages, otherModules], 'which example is meant?').toEqual([[], []]);
  return { page: page.text, module: module.text };
}

test('the README’s first example as it stands: a plain page', async ({ integration }) => {
  const files = { '/': readmeExample().page };
  await integration.open(undefined, { folders: { '/flinks-upload/': installed }, files });
  await integration.journey();
});

for (const bundler of ['vite', 'webpack']) {
  test(`the README’s first example as it stands: built with ${bundler}`, async ({ integration }) => {
    const { page, module } = readmeExample();
    const name = `readme-${bundler}`;
    const folder = join(examples, name);
    rmSync(folder, { recursive: true, force: true });
    cpSync(join(examples, bundler), folder, { recursive: true });
    // The page that the README describes: instead of its own script, that of the module.
    const tag = `<script type="module" src="${{ vite: '/income.js', webpack: '/dist/main.js' }[bundler]}"></script>`;
    const html = page.replace(/<script type="module">[^]*?<\/script>/, tag);
    expect(html).toContain(tag);
    writeFileSync(join(folder, 'index.html'), html);
    writeFileSync(join(folder, 'income.js'), module);
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
    expect(emitted(dist).filter((file) => file.endsWith('.wasm'))).toHaveLength(4);
    await integration.open(dist);
    await integration.journey();
  });
}

test('webpack', async ({ integration }) => {
  const dist = build('webpack', [WEBPACK]);
  expect(emitted(dist).filter((file) => file.endsWith('.wasm'))).toHaveLength(4);
  await integration.open(join(examples, 'webpack'));
  await integration.journey();
});

for (const name of ['vite', 'react']) {
  test(`${name}: served by Vite while developing`, async ({ integration, serve }) => {
    await integration.openUrl(await serve(name, [VITE, '--port', '0']));
    await integration.journey();
  });
}
