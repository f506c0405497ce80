// The stubs of `flinks-upload/testing`: in the runners that people use, and held to the real elements, so that a test that
// passes with one is true of the other.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examples, expect, installed, run, test, tool } from './integration.mjs';

const folder = join(examples, 'unit-tests');
const manifest = JSON.parse(readFileSync(join(installed, 'custom-elements.json'), 'utf8'));

for (const environment of ['jsdom', 'happy-dom']) {
  test(`Vitest, with ${environment}`, () => {
    expect(run(process.execPath, [tool('vitest/vitest.mjs'), 'run', '--environment', environment], { cwd: folder })).toMatch(/Tests +4 passed/);
  });
}

test('Jest', () => {
  // It prints to stderr.
  const results = JSON.parse(run(process.execPath, [tool('jest/bin/jest.js'), '--json'], { cwd: folder }));
  expect([results.numPassedTests, results.numFailedTests]).toEqual([2, 0]);
});

test('Node’s own runner, with jsdom', () => {
  expect(run(process.execPath, ['--test', '--test-reporter=tap', 'node/income.test.js'], { cwd: folder })).toContain('# pass 2');
});

test('in Node, importing does nothing and throws nothing, as a module and as CommonJS', () => {
  const names = ['flinks-upload/testing', 'flinks-upload/testing/define', 'flinks-upload/testing/react'];
  const list = JSON.stringify(names);
  const modules = `const all = await Promise.all(${list}.map((name) => import(name)));`;
  const print = 'process.stdout.write(JSON.stringify(all.map((exported) => Object.keys(exported).sort())));';
  const imported = JSON.parse(run(process.execPath, ['--input-type=module', '-e', modules + print]));
  expect(JSON.parse(run(process.execPath, ['--input-type=commonjs', '-e', `const all = ${list}.map((name) => require(name));${print}`]))).toEqual(imported);
});

const HTML = '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Two copies</title>';

test('the stubs have what the elements have, and no more', async ({ integration, page }) => {
  await integration.open(undefined, { folders: { '/flinks-upload/': installed }, files: { '/': HTML } });
  const { exported, members } = await page.evaluate(async () => {
    const [real, accounts, testing] = await Promise.all(['index', 'accounts/element', 'testing/index'].map((name) => import(`/flinks-upload/${name}.js`)));
    const membersOf = ({ observedAttributes, prototype }) => {
      const all = Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(([name]) => !/^constructor$|Callback$/.test(name));
      return { attributes: [...observedAttributes].sort(), members: all.map(([name, { get, set, value }]) => [name, !!get, !!set, value?.length]).sort() };
    };
    const names = ['FlinksUploadElement', 'FlinksAccountsElement'];
    return {
      exported: [...Object.keys(real), ...Object.keys(accounts)].filter((name) => !(name in testing)),
      members: [{ ...real, ...accounts }, testing].map((module) => names.map((name) => membersOf(module[name]))),
    };
  });
  expect(exported).toEqual([]);
  expect(members[1]).toEqual(members[0]);
});

test('in a story, what is imported first stays', async ({ integration, page }) => {
  const script = "import '/flinks-upload/testing/define.js'; import '/flinks-upload/define.js'; import { fire } from '/flinks-upload/testing/index.js'; document.addEventListener('upload-complete', ({ detail }) => (document.title = detail.loginId)); fire(document.querySelector('flinks-upload'), 'upload-complete', { loginId: '5e115eab' });";
  await integration.open(undefined, { folders: { '/flinks-upload/': installed }, files: { '/': `${HTML}<flinks-upload instance="toolbox"></flinks-upload><script type="module" src="/page.js"></script>`, '/page.js': script } });
  await expect(page).toHaveTitle('5e115eab');
  await expect(integration.element.getByText('<flinks-upload>, a stub for tests')).toBeVisible();
  expect(integration.wasmRequests()).toEqual([]);
});

test('a report of a stub is that of the element', async ({ integration, page }) => {
  await integration.open(undefined, { folders: { '/flinks-upload/': installed }, files: { '/': HTML } });
  const [real, stub] = await page.evaluate(async () => {
    const { defineElement } = await import('/flinks-upload/index.js');
    const testing = await import('/flinks-upload/testing/index.js');
    defineElement();
    testing.defineElement('upload-stub');
    const pdf = '%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>> endobj\ntrailer <</Size 4/Root 1 0 R>>\n%%EOF\n';
    return Promise.all(['flinks-upload', 'upload-stub'].map(async (tag) => {
      const element = document.createElement(tag);
      const events = [];
      for (const type of ['upload-offer', 'upload-check', 'upload-handoff']) element.addEventListener(type, ({ detail, bubbles, composed, cancelable }) => events.push([type, Object.keys(detail).sort(), bubbles, composed, cancelable]));
      Object.assign(element, { instance: 'toolbox', mode: 'upload', institution: 'FlinksCapital', handoff: 'event', readStatements: 'off' });
      document.body.append(element);
      if (tag === 'upload-stub') element.offerUpload();
      element.addFiles([new File([pdf], 'march.pdf'), new File([`${pdf}\n`], 'april.pdf')]);
      while (!element.report?.canContinue) await new Promise((resolve) => setTimeout(resolve, 10));
      const { report } = element;
      element.handOff();
      while (events.at(-1)[0] !== 'upload-handoff') await new Promise((resolve) => setTimeout(resolve, 10));
      const seen = Object.values(Object.fromEntries(events.map((event) => [event[0], event])));
      element.reset();
      while (element.report.files.length > 0) await new Promise((resolve) => setTimeout(resolve, 10));
      // What is known of the pages depends on the document.
      return { report: { ...report, files: report.files.map(({ findings, text, status, ...file }) => ({ ...file, findings: Array.isArray(findings) })) }, empty: element.report, seen };
    }));
  });
  expect(stub).toEqual(real);
});

test('each event of the elements can be fired, with an example of its detail', async ({ integration, page }) => {
  await integration.open(undefined, { folders: { '/flinks-upload/': installed }, files: { '/': HTML } });
  const fields = Object.fromEntries(manifest.modules.flatMap(({ declarations = [] }) => declarations).flatMap(({ events = [] }) => events).map(({ name, type }) => [name, type?.text ?? '']));
  const types = Object.keys(fields);
  expect(types).toHaveLength(8);
  const { fired, wrong } = await page.evaluate(async (all) => {
    const { fire, defineElement } = await import('/flinks-upload/testing/index.js');
    defineElement();
    const element = document.createElement('flinks-upload');
    const fired = [];
    for (const type of all) element.addEventListener(type, ({ detail }) => fired.push([type, JSON.stringify(detail)]));
    for (const type of all) fire(element, type);
    const wrong = [[element, 'upload-finished'], [null, 'upload-check'], [undefined, 'upload-check']].map(([target, type]) => {
      try {
        return fire(target, type);
      } catch (error) {
        return error.message;
      }
    });
    return { fired, wrong };
  }, types);
  expect(fired.map(([type]) => type)).toEqual(types);
  for (const [, detail] of fired) expect(detail.length).toBeGreaterThan(10);
  expect(wrong[0]).toContain("got 'upload-finished'");
  expect(wrong.slice(1)).toEqual(['null', 'undefined'].map((got) => `flinks-upload/testing: \`fire\` expects an element, got ${got}`));
});
