// Each framework's example, as its users build and run it: from the tarball, with the newest major version, through the whole journey.
// FRAMEWORKS names those that are installed; with FRAMEWORKS_SHORT only the first test of each runs.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { POLICY, expect, root, run, test as base } from '../packaging/integration.mjs';

const workspace = join(root, 'target/frameworks');
const chosen = (process.env.FRAMEWORKS ?? '').split(' ').filter(Boolean);
const isShort = process.env.FRAMEWORKS_SHORT === '1';
const started = new Set();
const NODE = process.env.FRAMEWORKS_NODE ?? process.execPath;
const ENV = { NEXT_TELEMETRY_DISABLED: '1', NUXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', NG_CLI_ANALYTICS: 'false', CI: '1' };

const folderOf = (name) => join(workspace, name);
const emitted = (folder) => readdirSync(folder, { recursive: true }).map(String);

/** Runs a program of a framework and returns its output. */
const build = (name, [program, ...args]) => run(NODE, [join('node_modules', program), ...args], { cwd: folderOf(name), env: ENV });

const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

const test = base.extend({
  /** `await start(name, (port) => [file, ...args])`: starts a server for the test and resolves to its address, once it answers. */
  start: async ({}, use) => {
    const children = [];
    await use(async (name, args) => {
      const port = await freePort();
      const [program, ...rest] = args(port);
      const child = spawn(NODE, [program, ...rest], {
        cwd: folderOf(name), env: { ...process.env, ...ENV, FORCE_COLOR: undefined, NO_COLOR: '1', PORT: String(port), HOST: 'localhost' }, stdio: ['ignore', 'pipe', 'pipe'],
      });
      children.push(child);
      let output = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
      const url = `http://localhost:${port}/`;
      await expect.poll(async () => {
        if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${output}`);
        return fetch(url).then(({ status }) => status, () => output);
      }, { timeout: 60_000 }).toBe(200);
      return url;
    });
    for (const child of children) child.kill();
  },
});

/** A test of one framework; `detail` says which of its ways. Of those that are run with each commit, the first way only. */
function framework(name, detail, journey) {
  const isFirst = !started.has(name);
  started.add(name);
  if (chosen.includes(name) && (isFirst || !isShort)) test(`${name}: ${detail}`, ({ integration, start }) => journey({ integration, start }));
}

/** Opens a page of a development server, which prepares what the page asks for while it waits. */
async function openDeveloping(integration, url) {
  await integration.openUrl(url);
  await expect(integration.part('frame')).toBeAttached({ timeout: 60_000 });
}

/** Leaves out what a development server says in the console before it reloads the page with the dependencies that it has prepared. */
function withoutReload(integration) {
  integration.problems = integration.problems.filter((text) => !/Outdated Optimize Dep|Failed to fetch dynamically imported module/.test(text));
}

test('each example is one that is tested, with exact versions, and its lock file names no registry', () => {
  const names = readdirSync(join(root, 'tests/frameworks/locks')).map((file) => file.replace('.json', '')).filter((name) => name !== 'node');
  expect(names).toEqual(['angular', 'astro', 'lit', 'next', 'nuxt', 'react-router', 'solid', 'sveltekit']);
  for (const name of names) {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'examples', name, 'package.json'), 'utf8'));
    for (const version of Object.values({ ...dependencies, ...devDependencies })) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    const { packages } = JSON.parse(readFileSync(join(root, `tests/frameworks/locks/${name}.json`), 'utf8'));
    for (const [path, { resolved }] of Object.entries(packages)) expect(resolved, `${name}: ${path}`).toBeUndefined();
  }
});

for (const [bundler, flags] of [['Turbopack', []], ['webpack', ['--webpack']]]) {
  framework('next', `App Router, built with ${bundler}, rendered on its server`, async ({ integration, start }) => {
    build('next', ['next/dist/bin/next', 'build', ...flags]);
    const url = await start('next', (port) => ['node_modules/next/dist/bin/next', 'start', '-p', String(port)]);
    expect(await (await fetch(url)).text()).toContain('<flinks-upload instance="toolbox" mode="fallback" params="demo=true"></flinks-upload>');
    await integration.openUrl(url);
    await integration.journey();
    expect(integration.wasmRequests()).toHaveLength(4);
  });
}

framework('angular', 'built for production, under a strict policy', async ({ integration }) => {
  build('angular', ['@angular/cli/bin/ng.js', 'build', '--no-progress']);
  const dist = join(folderOf('angular'), 'dist/income/browser');
  expect(emitted(dist).filter((file) => /\.wasm$|worker/.test(file))).toEqual([]);
  await integration.open(dist, { policy: POLICY.replace("worker-src 'self'", 'worker-src blob:') });
  await integration.journey();
  expect(integration.wasmRequests()).toEqual([]);
});

framework('next', 'while developing', async ({ integration, start }) => {
  await openDeveloping(integration, await start('next', (port) => ['node_modules/next/dist/bin/next', 'dev', '-p', String(port)]));
  await integration.journey();
});

framework('angular', 'while developing', async ({ integration, start }) => {
  await openDeveloping(integration, await start('angular', (port) => ['node_modules/@angular/cli/bin/ng.js', 'serve', '--port', String(port)]));
  await integration.journey();
  expect(integration.wasmRequests()).toEqual([]);
});

framework('nuxt', 'built, rendered on its server', async ({ integration, start }) => {
  build('nuxt', ['nuxt/bin/nuxt.mjs', 'build']);
  const url = await start('nuxt', () => ['.output/server/index.mjs']);
  expect(await (await fetch(url)).text()).toContain('<h1>Confirm your income</h1>');
  await integration.openUrl(url);
  await integration.journey();
  // Its page asks for each asset ahead of time, with a hint to the browser.
  integration.requests = [...new Set(integration.requests)];
});

framework('nuxt', 'while developing', async ({ integration, start }) => {
  await openDeveloping(integration, await start('nuxt', (port) => ['node_modules/nuxt/bin/nuxt.mjs', 'dev', '--port', String(port)]));
  await integration.journey();
});

framework('sveltekit', 'built, rendered on its server', async ({ integration, start }) => {
  build('sveltekit', ['vite/bin/vite.js', 'build']);
  const url = await start('sveltekit', () => ['build/index.js']);
  expect(await (await fetch(url)).text()).toContain('<flinks-upload instance="toolbox" mode="fallback" params="demo=true"');
  await integration.openUrl(url);
  await integration.journey();
});

framework('sveltekit', 'while developing', async ({ integration, start }) => {
  await openDeveloping(integration, await start('sveltekit', (port) => ['node_modules/vite/bin/vite.js', '--port', String(port)]));
  await integration.journey();
});

framework('astro', 'built as static pages, under a strict policy', async ({ integration }) => {
  build('astro', ['astro/bin/astro.mjs', 'build']);
  await integration.open(join(folderOf('astro'), 'dist'));
  await integration.journey();
});

framework('astro', 'while developing', async ({ integration, start }) => {
  await openDeveloping(integration, await start('astro', (port) => ['node_modules/astro/bin/astro.mjs', 'dev', '--port', String(port)]));
  await integration.journey();
});

framework('react-router', 'built, rendered on its server', async ({ integration, start }) => {
  build('react-router', ['@react-router/dev/bin.cjs', 'build']);
  const url = await start('react-router', () => ['node_modules/@react-router/serve/bin.cjs', 'build/server/index.js']);
  expect(await (await fetch(url)).text()).toContain('<flinks-upload instance="toolbox" mode="fallback" params="demo=true"></flinks-upload>');
  await integration.openUrl(url);
  await integration.journey();
});

framework('react-router', 'while developing', async ({ integration, start }) => {
  await openDeveloping(integration, await start('react-router', (port) => ['node_modules/@react-router/dev/bin.cjs', 'dev', '--port', String(port)]));
  await integration.journey();
  withoutReload(integration);
});

for (const name of ['solid', 'lit']) {
  framework(name, 'built with Vite 8, under a strict policy', async ({ integration }) => {
    expect(existsSync(join(folderOf(name), 'node_modules/vite/package.json'))).toBe(true);
    build(name, ['vite/bin/vite.js', 'build']);
    await integration.open(join(folderOf(name), 'dist'));
    await integration.journey();
  });

  framework(name, 'served by Vite 8 while developing', async ({ integration, start }) => {
    await openDeveloping(integration, await start(name, (port) => ['node_modules/vite/bin/vite.js', '--port', String(port)]));
    await integration.journey();
    // Lit says so in the console of each page.
    integration.problems = integration.problems.filter((text) => !text.startsWith('Lit is in dev mode.'));
  });
}
