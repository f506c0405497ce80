// The types in each module resolution: code that must compile, and code that must not.
import { join } from 'node:path';
import { workspace, examples, expect, run, test, tool } from './integration.mjs';

const STRICT = [
  '--noEmit', '--strict', '--noUncheckedIndexedAccess', '--exactOptionalPropertyTypes', '--skipLibCheck', 'false', '--target', 'es2022',
  '--lib', 'es2022,dom,dom.iterable', '--typeRoots', 'none',
];
const RESOLUTIONS = {
  bundler: ['--module', 'esnext', '--moduleResolution', 'bundler'],
  node16: ['--module', 'node16', '--moduleResolution', 'node16'],
  nodenext: ['--module', 'nodenext', '--moduleResolution', 'nodenext'],
};

/** The compiler's output, including errors. */
function compile(home, files, options) {
  try {
    return run(process.execPath, [tool('typescript/bin/tsc'), ...STRICT, ...options, ...files], { cwd: join(home, 'types') });
  } catch (error) {
    return error.stdout || String(error);
  }
}

for (const [name, options] of Object.entries(RESOLUTIONS)) {
  test(`the types hold with moduleResolution ${name}`, () => {
    expect(compile(examples, ['element.ts', 'accounts.ts', 'check.ts', 'react.tsx', 'testing.ts', 'webview.ts', ...(name === 'bundler' ? [] : ['testing.cts'])], [...options, '--jsx', 'react-jsx'])).toBe('');
  });
}

for (const [framework, file] of [['Vue', 'vue.ts'], ['Solid', 'solid.tsx'], ['Preact', 'preact.tsx']]) {
  test(`the tags have types in ${framework}`, () => {
    // These frameworks' own types are not checked.
    expect(compile(examples, [file], [...RESOLUTIONS.bundler, '--jsx', 'preserve', '--skipLibCheck', 'true'])).toBe('');
  });
}

test('each entry is found by moduleResolution node10', () => {
  const node10 = ['--module', 'esnext', '--moduleResolution', 'node10', '--ignoreDeprecations', '5.0', '--jsx', 'react-jsx'];
  expect(compile(examples, ['node10.ts'], node10)).toBe('');
});

test('the types of the component hold with React 18', () => {
  expect(compile(join(workspace, 'react-18/examples'), ['react.tsx'], [...RESOLUTIONS.bundler, '--jsx', 'react-jsx'])).toBe('');
});

test('the types need no types of React, unless the component is imported', () => {
  const files = compile(examples, ['element.ts', 'accounts.ts', 'check.ts'], [...RESOLUTIONS.bundler, '--listFilesOnly']);
  expect(files).toContain('flinks-upload/index.d.ts');
  expect(files).not.toContain('@types/react');
});

test('code that is wrong does not compile', () => {
  const output = compile(examples, ['wrong.ts'], RESOLUTIONS.bundler);
  expect(output).toContain("wrong.ts(2,10): error TS2305: Module '\"flinks-upload\"' has no exported member 'upload'");
  expect(output).toContain("wrong.ts(3,26): error TS2307: Cannot find module 'flinks-upload/checker/client.js'");
});
