// The Yew component in an app built by Trunk: the same journey, and no unexpected exports in its wasm.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { workspace, expect, root, test } from './integration.mjs';

const dist = join(workspace, 'yew-app');

test('the journey works in a Yew app, without the package', async ({ integration }) => {
  // Trunk's page starts the wasm from an inline script and checks its integrity.
  await integration.open(dist);
  integration.scope = '';
  await integration.journey({ workers: 0 });
  expect(integration.wasmRequests()).toHaveLength(1);
  // Chromium warns that it ignores this attribute.
  integration.problems = integration.problems.filter((text) => !text.startsWith('The `integrity` attribute is currently ignored'));
});

test('with default features the crate adds no exports to the app’s wasm', () => {
  const sources = ['src/element/api.rs', 'src/element/mount/mod.rs', 'src/bin/worker.rs', 'src/bin/report.rs', 'src/bin/fallback_parser.rs'].map((path) => readFileSync(join(root, path), 'utf8'));
  const ours = sources.flatMap((text) => [...text.matchAll(/#\[wasm_bindgen(?:\(js_name = "?(\w+)"?\))?\]\s*pub (?:async )?(?:fn|struct) (\w+)/g)].map(([, js, rust]) => js ?? rust));
  expect(ours).toEqual(expect.arrayContaining(['connectUrl', 'mount', 'inspect', 'report', 'reparse']));
  const file = readdirSync(dist).find((name) => name.endsWith('.wasm'));
  const bytes = readFileSync(join(dist, file));
  const exported = WebAssembly.Module.exports(new WebAssembly.Module(bytes)).map(({ name }) => name);
  expect(exported).toContain('memory');
  expect(exported.filter((name) => ours.some((own) => name.toLowerCase().startsWith(own.toLowerCase())))).toEqual([]);
  const kilobytes = (length) => `${(length / 1000).toFixed(0)} KB`;
  console.log(`the Yew example: ${kilobytes(bytes.length)} of wasm, ${kilobytes(brotliCompressSync(bytes).length)} with brotli`);
});

test('what the quickstart shows of Yew is the example that the documentation compiles', () => {
  const [, shown] = /```rust,ignore\n([^]*?)```/.exec(readFileSync(join(root, 'docs/quickstart.md'), 'utf8'));
  const [, compiled] = /\/\/\/ ```no_run\n([^]*?)\/\/\/ ```/.exec(readFileSync(join(root, 'src/component/props.rs'), 'utf8'));
  expect(compiled.replace(/^\/\/\/ ?/gm, '')).toBe(shown);
});
