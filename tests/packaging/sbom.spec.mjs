// The package's SBOM.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { workspace, expect, installed, root, test } from './integration.mjs';

const require = createRequire(join(workspace, 'package.json'));
const bom = JSON.parse(readFileSync(join(installed, 'sbom.cdx.json'), 'utf8'));
const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
const crates = bom.components.filter(({ purl }) => purl.startsWith('pkg:cargo/'));

test('the list of parts is CycloneDX, says its schema', () => {
  const folder = join(workspace, 'node_modules/@cyclonedx/cyclonedx-library/res/schema');
  const schema = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const Ajv = require('ajv');
  // Format validation needs another package; the URLs are checked below.
  const ajv = new Ajv({ strict: false, validateFormats: false });
  for (const name of readdirSync(folder).filter((name) => /^(spdx|jsf|cryptography).*\.json$/.test(name))) {
    ajv.addSchema({ ...schema(name), $id: undefined }, `http://cyclonedx.org/schema/${name}`);
  }
  const validate = ajv.compile(schema('bom-1.6.SNAPSHOT.schema.json'));
  validate(bom);
  expect(validate.errors).toBeNull();
  expect(validate({ ...bom, components: [{ type: 'crate' }] })).toBe(false);
});

test('it lists what is linked, as it is locked, and nothing of the servers, tests and tools @claim:sbom', () => {
  expect(bom.metadata.component.purl).toBe(`pkg:npm/flinks-upload@${manifest.version}`);
  const lock = readFileSync(join(root, 'Cargo.lock'), 'utf8');
  for (const { name, version, hashes, purl } of crates) {
    expect(purl).toBe(`pkg:cargo/${name}@${version}`);
    expect(lock).toContain(`name = "${name}"\nversion = "${version}"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\nchecksum = "${hashes[0].content}"`);
  }
  const names = crates.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['aes', 'hayro-syntax', 'md-5', 'rlsf', 'serde-wasm-bindgen', 'sha2', 'wasm-bindgen', 'wasm_split_helpers', 'web-sys', 'yew']));
  for (const other of ['axum', 'hmac', 'proptest', 'serde_derive', 'sqlx', 'tokio', 'yew-macro']) {
    expect(lock).toContain(`name = "${other}"`);
    expect(names).not.toContain(other);
  }
  expect(manifest.dependencies ?? {}).toEqual({});
});

test('each part stands in the graph, and the graph leads to each', () => {
  const known = new Set([bom.metadata.component, ...bom.components].map((one) => one['bom-ref']));
  expect(new Set(bom.dependencies.map(({ ref }) => ref))).toEqual(known);
  const visited = new Set();
  const visit = (ref) => {
    if (visited.has(ref)) return;
    visited.add(ref);
    bom.dependencies.find((one) => one.ref === ref).dependsOn.forEach(visit);
  };
  visit(bom.metadata.component['bom-ref']);
  expect(visited).toEqual(known);
});

test('nothing runs when the package is installed', () => {
  expect(manifest.scripts ?? {}).toEqual({});
});
