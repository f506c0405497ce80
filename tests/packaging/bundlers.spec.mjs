// Each example of examples/, built as its users build it, from the tarball; then the whole journey in a browser, under
// the strict policy of the README. The package's wasm and worker are found without any setting.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { VITE, WEBPACK, build, examples, expect, installed, test } from './integration.mjs';

const emitted = (folder) => readdirSync(folder, { recursive: true }).map(String);

test('plain HTML with an import map', async ({ consumer }) => {
  await consumer.open(join(examples, 'html'), { folders: { '/flinks-upload/': installed } });
  await consumer.journey();
});

for (const name of ['vite', 'vue', 'svelte', 'react']) {
  test(`${name}: built with Vite`, async ({ consumer }) => {
    const dist = build(name, [VITE, 'build']);
    expect(emitted(dist).filter((file) => file.endsWith('.wasm'))).toHaveLength(3);
    await consumer.open(dist);
    await consumer.journey();
  });
}

test('webpack', async ({ consumer }) => {
  const dist = build('webpack', [WEBPACK]);
  expect(emitted(dist).filter((file) => file.endsWith('.wasm'))).toHaveLength(3);
  await consumer.open(join(examples, 'webpack'));
  await consumer.journey();
});

for (const name of ['vite', 'react']) {
  test(`${name}: served by Vite while developing`, async ({ consumer, serve }) => {
    await consumer.openAt(await serve(name, [VITE, '--port', '0']));
    await consumer.journey();
  });
}
