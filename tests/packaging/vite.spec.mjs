// The development server of Vite 6 and 7 with the plugin, without it, and with everything inside; and the copy command for the rest.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VITE, build, examples, expect, run, test, tool } from './integration.mjs';

const VITE_7 = tool('vite-7/bin/vite.js');

/** A copy of the example, whose dependencies are prepared in a folder of its own. */
function copyOf(example, name, files = {}) {
  const folder = join(examples, name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(examples, example), folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return name;
}
const read = (example, file) => readFileSync(join(examples, example, file), 'utf8');
const withoutPlugin = { 'vite.config.js': 'export default { cacheDir: "cache" };' };

test('Vite 7 with the plugin, while developing', async ({ integration, serve }) => {
  const { version } = JSON.parse(readFileSync(tool('vite-7/package.json'), 'utf8'));
  expect(version).toMatch(/^7\./);
  expect(read('vite', 'vite.config.js')).toContain("'flinks-upload/vite'");
  await integration.openUrl(await serve(copyOf('vite', 'vite-7-plugin'), [VITE_7, '--port', '0']));
  await integration.journey();
  expect(integration.wasmRequests().length).toBeGreaterThan(0);
});

test('without it the wasm is not found there, and the element says so', async ({ integration, serve, page }) => {
  await page.addInitScript(() => addEventListener('upload-error', ({ detail }) => (window.error = detail)));
  await integration.openUrl(await serve(copyOf('vite', 'vite-7-bare', withoutPlugin), [VITE_7, '--port', '0']));
  await expect.poll(() => page.evaluate(() => window.error?.code)).toBe('load-failed');
  integration.problems.length = 0;
});

test('Vite 7 with everything inside needs no plugin', async ({ integration, serve }) => {
  const files = { ...withoutPlugin, 'income.js': read('esbuild', 'income.js') };
  await integration.openUrl(await serve(copyOf('vite', 'vite-7-inline', files), [VITE_7, '--port', '0']));
  await integration.journey();
  expect(integration.wasmRequests()).toEqual([]);
});

test('Vite 7, built with the plugin', async ({ integration }) => {
  await integration.open(build(copyOf('vite', 'vite-7-build'), [VITE_7, 'build']));
  await integration.journey();
});

test('`npx flinks-upload copy` brings the files, and what it prints works with esbuild', async ({ integration }) => {
  const name = copyOf('esbuild', 'esbuild-copy');
  const folder = join(examples, name);
  const output = run(process.execPath, [join(examples, 'node_modules/.bin/flinks-upload'), 'copy', 'public/flinks-upload'], { cwd: folder });
  expect(output).toContain('7 files are in public/flinks-upload');
  const page = read('esbuild', 'income.js').replace("import 'flinks-upload/inline';", output.slice(output.indexOf('import')));
  writeFileSync(join(folder, 'income.js'), page);
  build(name, [tool('esbuild/bin/esbuild'), 'income.js', '--bundle', '--format=esm', '--outfile=dist/main.js', '--log-level=warning']);
  await integration.open(folder, { folders: { '/flinks-upload/': join(folder, 'public/flinks-upload') } });
  await integration.journey();
  expect(integration.wasmRequests().map((url) => new URL(url).pathname).toSorted()).toEqual(
    ['flinks-upload-deferred_bg.wasm', 'flinks-upload-reader_bg.wasm', 'flinks-upload-worker_bg.wasm', 'flinks-upload_bg.wasm'].map((name) => `/flinks-upload/${name}`));
});

test('the copy command says what it expects', () => {
  const copy = (...args) => {
    try {
      return run(process.execPath, [join(examples, 'node_modules/flinks-upload/copy.js'), ...args], { cwd: join(examples, 'esbuild') });
    } catch ({ status, stderr }) {
      return [status, stderr.trim()];
    }
  };
  for (const args of [[], ['copy'], ['move', 'dist'], ['copy', '--help'], ['copy', 'a', 'b']]) expect(copy(...args)).toEqual([2, 'usage: npx flinks-upload copy FOLDER']);
  expect(copy('copy', 'package.json/dist')).toEqual([1, expect.stringMatching(/^error: package\.json\/dist: ENOTDIR/)]);
});
