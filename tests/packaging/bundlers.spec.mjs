// Builds each example from the tarball as its users would, then runs the whole journey in a browser under
// the README's strict CSP. The package's wasm and worker are found without configuration.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { VITE, WEBPACK, build, examples, expect, installed, test } from './integration.mjs';

const emitted = (folder) => readdirSync(folder, { recursive: true }).map(String);

test('plain HTML with an import map', async ({ integration }) => {
  await integration.open(join(examples, 'html'), { folders: { '/flinks-upload/': installed } });
  await integration.journey();
});

for (const name of ['vite', 'vue', 'svelte', 'react']) {
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
