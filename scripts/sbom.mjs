// What is in the package, as CycloneDX 1.6: `node scripts/sbom.mjs FILE`. The wasm files are all that has parts of others:
// the crates that they are built of, the standard library that is built along, and the tools that write code of their own
// into them. Without a time and a number of its own, so that the same source gives the same bytes.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
const run = (program, ...options) => execFileSync(program, options, { encoding: 'utf8', maxBuffer: 1e8 });

const features = ['--no-default-features', '--features=element,worker,fallback-parser'];
const target = 'wasm32-unknown-unknown';
const { packages, resolve } = JSON.parse(run('cargo', 'metadata', '--locked', '--format-version=1', `--filter-platform=${target}`, ...features));
const checksums = new Map(
  [...readFileSync('Cargo.lock', 'utf8').matchAll(/name = "(.*)"\nversion = "(.*)"\nsource = ".*"\nchecksum = "(.*)"/g)].map(([, name, version, checksum]) => [`${name}@${version}`, checksum]),
);
const packageOf = new Map(packages.map((one) => [one.id, one]));
const nodeOf = new Map(resolve.nodes.map((one) => [one.id, one]));

const purl = ({ name, version }) => `pkg:cargo/${name}@${version}`;

// What is linked, without macros: what `cargo metadata` knows is about the whole workspace, with the features of its servers.
const tree = run('cargo', 'tree', '--locked', '--package=flinks-upload', ...features, `--target=${target}`, '--edges=normal,no-proc-macro', '--prefix=none', '--format={p}');
const names = new Set([...tree.matchAll(/^(\S+) v(\S+)/gm)].map(([, name, version]) => `${name}@${version}`));
const crates = packages.filter(({ id, name, version }) => id !== resolve.root && names.has(`${name}@${version}`)).sort((a, b) => (purl(a) < purl(b) ? -1 : 1));
const inWasm = new Set(crates.map(({ id }) => id));
const linked = (id) => nodeOf.get(id).deps.filter(({ dep_kinds }) => dep_kinds.some(({ kind }) => kind === null)).map(({ pkg }) => pkg);

const { version } = packageOf.get(resolve.root);
const self = `pkg:npm/flinks-upload@${version}`;
const rust = /^rustc (\S+)/.exec(run('rustc', '--version'))[1];
const std = `pkg:generic/rust-std@${rust}`;

const component = (one) => ({
  type: 'library',
  'bom-ref': purl(one),
  name: one.name,
  version: one.version,
  // Crates of old write "MIT/Apache-2.0", which means the same.
  licenses: [{ expression: one.license.replaceAll(/ ?\/ ?/g, ' OR ') }],
  purl: purl(one),
  hashes: [{ alg: 'SHA-256', content: checksums.get(`${one.name}@${one.version}`) }],
  ...(one.repository && { externalReferences: [{ type: 'vcs', url: one.repository }] }),
});
const refs = (ids) => ids.filter((id) => inWasm.has(id)).map((id) => purl(packageOf.get(id))).sort();

const tool = (name, version) => ({ type: 'application', name, version });
const locked = (name) => JSON.parse(readFileSync('package-lock.json', 'utf8')).packages[`node_modules/${name}`].version;

const bom = {
  $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: {
    lifecycles: [{ phase: 'build' }],
    tools: {
      components: [tool('rustc', rust), tool('wasm-bindgen', packages.find(({ name }) => name === 'wasm-bindgen').version), tool('binaryen', locked('binaryen')), tool('esbuild', locked('esbuild'))],
    },
    component: { type: 'library', 'bom-ref': self, name: 'flinks-upload', version, licenses: [{ expression: 'MIT OR Apache-2.0' }], purl: self },
  },
  components: [
    ...crates.map(component),
    { type: 'library', 'bom-ref': std, name: 'rust-std', version: rust, licenses: [{ expression: 'MIT OR Apache-2.0' }], purl: std },
  ],
  dependencies: [
    { ref: self, dependsOn: [...refs(linked(resolve.root)), std] },
    ...crates.map((one) => ({ ref: purl(one), dependsOn: [...refs(linked(one.id)), std] })),
    { ref: std, dependsOn: [] },
  ],
};

const lacking = crates.filter((one) => !checksums.has(`${one.name}@${one.version}`));
if (lacking.length > 0) throw new Error(`Cargo.lock has no checksum of ${lacking.map(purl).join(', ')}`);
writeFileSync(file, `${JSON.stringify(bom, null, 1)}\n`);
console.log(`${file}: ${crates.length} crates`);
