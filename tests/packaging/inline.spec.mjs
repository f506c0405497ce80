// `flinks-upload/inline` in bundlers that copy neither wasm nor worker: everything is in the scripts, and no request is made for more.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { NO_PAGE_TREE } from '../support/pdf.mjs';
import { POLICY, build, examples, expect, installed, root, test, tool } from './integration.mjs';

const BUILDS = {
  esbuild: [tool('esbuild/bin/esbuild'), 'income.js', '--bundle', '--format=esm', '--minify', '--outfile=dist/main.js', '--log-level=warning'],
  rollup: [tool('rollup/dist/bin/rollup'), '-c', '--silent'],
};
const WORKER_POLICY = POLICY.replace("worker-src 'self'", 'worker-src blob:');

test('the policy of these tests is what docs/deployment.md says of it', () => {
  expect(readFileSync(join(root, 'docs/deployment.md'), 'utf8')).toContain('`worker-src blob:`');
  expect(WORKER_POLICY).not.toBe(POLICY);
});

for (const [name, args] of Object.entries(BUILDS)) {
  test(`${name}, without a plugin for assets`, async ({ integration }) => {
    const dist = build(name, args);
    expect(readdirSync(dist, { recursive: true }).filter((file) => !file.endsWith('.js'))).toEqual([]);
    await integration.open(join(examples, name), { policy: WORKER_POLICY });
    // With a worker, which this policy allows as a blob alone.
    await integration.journey({ workers: 1 });
    expect(integration.wasmRequests()).toEqual([]);
  });
}

const PAGE = {
  '/': `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Income</title><script type="module" src="/income.js"></script>
    <flinks-upload instance="toolbox" mode="fallback" params="demo=true"></flinks-upload>`,
  '/income.js': readFileSync(join(root, 'examples/esbuild/income.js'), 'utf8').replace('flinks-upload/inline', '/flinks-upload/inline.js'),
};
const openPage = (integration, policy) => integration.open(undefined, { policy, folders: { '/flinks-upload/': installed }, files: PAGE });

test('with Trusted Types', async ({ integration }) => {
  await openPage(integration, `${WORKER_POLICY}; require-trusted-types-for 'script'; trusted-types flinks-upload`);
  await integration.journey();
  expect(integration.wasmRequests()).toEqual([]);
});

test('a policy that allows no worker of this kind: files are checked in the page', async ({ integration }) => {
  await openPage(integration, POLICY);
  await integration.journey({ workers: 0 });
  expect(integration.wasmRequests()).toEqual([]);
  expect(integration.problems).toEqual([expect.stringContaining('worker-src')]);
  integration.problems.length = 0;
});

test('a policy that forbids wasm is named, and "Try again" tries again', async ({ integration, page }) => {
  const files = { ...PAGE, '/income.js': `window.errors = []; addEventListener('upload-error', ({ detail }) => window.errors.push(detail));\n${PAGE['/income.js'].replace(/import ('[^']*');/, 'await import($1);')}` };
  await integration.open(undefined, { policy: POLICY.replace(" 'wasm-unsafe-eval'", ''), folders: { '/flinks-upload/': installed }, files });
  await integration.part('retry').click();
  await expect.poll(() => page.evaluate(() => window.errors.length)).toBe(2);
  const [error] = await page.evaluate(() => window.errors);
  expect(error).toMatchObject({ code: 'load-failed', received: 'CompileError', message: expect.stringContaining("have 'wasm-unsafe-eval'?") });
  integration.problems.length = 0;
});

test('damaged files and the functions have their wasm inside, too', async ({ integration, page }) => {
  await openPage(integration, WORKER_POLICY);
  const result = await page.evaluate(async (damaged) => {
    const { checkFiles, connectUrl, init } = await import('/flinks-upload/inline.js');
    await init();
    const { files } = await checkFiles([new File([damaged], 'damaged.pdf')]);
    return [connectUrl({ instance: 'toolbox' }), files[0].pages];
  }, NO_PAGE_TREE);
  expect(result).toEqual(['https://toolbox-iframe.private.fin.ag/v2/', 1]);
  expect(integration.wasmRequests()).toEqual([]);
});
