// The types, as the compiler of each user sees them: code that must compile, and code that must not, side by side.
import { join } from 'node:path';
import { consumers, examples, expect, run, test, tool } from './consumer.mjs';

const STRICT = [
  '--noEmit', '--strict', '--noUncheckedIndexedAccess', '--exactOptionalPropertyTypes', '--skipLibCheck', 'false', '--target', 'es2022',
  '--lib', 'es2022,dom,dom.iterable', '--typeRoots', 'none',
];
const RESOLUTIONS = {
  bundler: ['--module', 'esnext', '--moduleResolution', 'bundler'],
  node16: ['--module', 'node16', '--moduleResolution', 'node16'],
  nodenext: ['--module', 'nodenext', '--moduleResolution', 'nodenext'],
};

/** What the compiler says, errors included. */
function compile(home, files, options) {
  try {
    return run(process.execPath, [tool('typescript/bin/tsc'), ...STRICT, ...options, ...files], { cwd: join(home, 'types') });
  } catch (error) {
    return error.stdout || String(error);
  }
}

for (const [name, options] of Object.entries(RESOLUTIONS)) {
  test(`the types hold with moduleResolution ${name}`, () => {
    expect(compile(examples, ['element.ts', 'accounts.ts', 'check.ts', 'react.tsx'], [...options, '--jsx', 'react-jsx'])).toBe('');
  });
}

test('the types of the component hold with React 18', () => {
  expect(compile(join(consumers, 'react-18/examples'), ['react.tsx'], [...RESOLUTIONS.bundler, '--jsx', 'react-jsx'])).toBe('');
});

test('the types need no types of React, unless the component is imported', () => {
  const files = compile(examples, ['element.ts', 'accounts.ts', 'check.ts'], [...RESOLUTIONS.bundler, '--listFilesOnly']);
  expect(files).toContain('flinks-upload/index.d.ts');
  expect(files).not.toContain('@types/react');
});

test('code that is wrong does not compile', () => {
  const said = compile(examples, ['wrong.ts'], RESOLUTIONS.bundler);
  expect(said).toContain("wrong.ts(2,10): error TS2305: Module '\"flinks-upload\"' has no exported member 'upload'");
  expect(said).toContain("wrong.ts(3,26): error TS2307: Cannot find module 'flinks-upload/checker/client.js'");
});
