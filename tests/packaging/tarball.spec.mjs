// The contents of the tarball, checked with publint, attw and a bundler.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, examples, expect, installed, root, run, test, tool } from './integration.mjs';

const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
const tarball = join(root, process.env.TARBALL ?? '');

test('the tarball holds what the list says, and nothing else', () => {
  const listed = readFileSync(new URL('files.txt', import.meta.url), 'utf8').trim().split('\n');
  const packed = run('tar', ['-tzf', tarball]).trim().split('\n').map((path) => path.replace(/^package\//, ''));
  expect(packed.sort()).toEqual(listed.sort());
});

test('each entry is there, with its types first', () => {
  for (const [entry, target] of Object.entries(manifest.exports)) {
    // What Jest reads as CommonJS has types of its own.
    const { require: common, ...module } = typeof target === 'string' ? { default: target } : target;
    const files = [...Object.values(module), ...Object.values(common ?? {})];
    for (const file of files) expect(existsSync(join(installed, file)), `${entry}: ${file}`).toBe(true);
    // Of JSX and templates there are types only.
    const conditions = ['./preact', './solid', './vue'].includes(entry) ? ['types'] : ['types', 'default'];
    if (typeof target !== 'string') expect(Object.keys(module), entry).toEqual(conditions);
    if (common) expect([Object.keys(target)[0], ...Object.keys(common)], entry).toEqual(['require', 'types', 'default']);
  }
});

test('its version is that of the crate', () => {
  expect(manifest.version).toBe(/^version = "(.*)"/m.exec(readFileSync(join(root, 'Cargo.toml'), 'utf8'))[1]);
});

test('publint has nothing to say', () => {
  expect(run(process.execPath, [tool('publint/src/cli.js'), tarball, '--strict'])).toContain('All good!');
});

// ES modules only: since Node 20.19 and 22.12, `require` loads those, too. Jest's `require` does not, so that the stubs of tests are both.
// The other entries contain no code.
test('the types are right, says attw', () => {
  const typed = Object.entries(manifest.exports).filter(([, target]) => target.types).map(([entry]) => entry);
  expect(typed).toEqual(['.', './accounts', './check', './define', './inline', './react', './preact', './solid', './vue', './testing', './testing/define', './testing/react', './vite', './webview']);
  const output = run(process.execPath, [tool('@arethetypeswrong/cli/dist/index.js'), tarball, '--profile', 'esm-only', '--no-emoji', '--format', 'ascii', '--entrypoints', ...typed]);
  for (const entry of typed) expect(output).toContain(`"flinks-upload${entry.slice(1)}"`);
  expect(output.match(/^bundler: OK/gm)).toHaveLength(typed.length);
  expect(output.match(/^node10: \(ignored\) OK/gm)).toHaveLength(typed.length);
  expect(output.match(/^node16 \(from ESM\): OK/gm)).toHaveLength(typed.length);
});

test('a bundler leaves out what is not used, and keeps what has an effect', () => {
  const dist = build('apps/tree-shaking', [tool('webpack-cli/bin/cli.js')]);
  const unused = readFileSync(join(dist, 'unused.js'), 'utf8');
  expect(unused).toContain('INVALID_SECURITY_RESPONSE_NO_RETRY');
  expect(unused).not.toContain('attachShadow');
  expect(unused.length).toBeLessThan(1500);
  expect(readFileSync(join(dist, 'defined.js'), 'utf8')).toContain('attachShadow');
});

test('the examples ask for the versions that they are tested with', () => {
  const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
  const wanted = { ...dependencies, 'flinks-upload': manifest.version };
  // Those with a lock file of their own are in frameworks.spec.mjs.
  const locks = readdirSync(join(root, 'tests/frameworks/locks'));
  const names = readdirSync(examples).filter((name) => name !== 'types' && !locks.includes(`${name}.json`) && existsSync(join(examples, name, 'package.json')));
  expect(names.length).toBeGreaterThanOrEqual(5);
  for (const name of names) {
    const example = JSON.parse(readFileSync(join(examples, name, 'package.json'), 'utf8'));
    for (const [dependency, version] of Object.entries({ ...example.dependencies, ...example.devDependencies })) {
      expect(version, `${dependency} of ${name}`).toBe(wanted[dependency]);
    }
  }
});
