// The gates of the documentation, and what it quotes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { wrongCode } from '../../scripts/check-doc-code.mjs';
import { trackedFiles, wrongLinks } from '../../scripts/check-doc-links.mjs';
import { readHtml } from '../../scripts/docs/html.mjs';
import { anchors, codeBlocks, inlineCode, links } from '../../scripts/docs/markdown.mjs';
import { PAGES, statedSizes, withSizes } from '../../scripts/docs/sizes.mjs';
import english from '../../www/languages/en.js';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const errorsOf = (files) => wrongLinks(new Map(Object.entries(files))).errors;

test('links to files, folders and headings that exist are right', () => {
  const text = [
    '# A page', '## In `code`, *and* 1st [link](b.md)', '## Same', '## Same', '<a id="named"></a>',
    '[file](docs/b.md) [folder](src) [folder](src/) [here](#a-page) [code](#in-code-and-1st-link) [twice](#same-1) [html](#named)',
    '[there](docs/b.md#b) ![picture](docs/p.webp "title") <img src="docs/p.webp" alt="a"> [![in a link](docs/p.webp)](docs/b.md)',
    '[definition]', '', '[definition]: docs/b.md', '`src/a.rs` `src/` `target/x.js` [web](https://example.org/a_(b)) <https://example.org>',
    '[local](http://127.0.0.1:8080/) [mail](mailto:a@example.org)',
  ].join('\n');
  assert.deepEqual(errorsOf({ 'a.md': text, 'b.md': '', 'docs/b.md': '# B\n[up](../a.md)', 'docs/p.webp': null, 'src/a.rs': null }), []);
});

for (const [what, text, error] of [
  ['a file that is not there', '[a](docs/c.md)', 'docs/c.md does not exist, or is not tracked'],
  ['a picture that is not there', '<img alt="a" src="docs/c.webp">', 'docs/c.webp does not exist, or is not tracked'],
  ['a file outside of the repository', '[a](../shared/b.md)', '../shared/b.md does not exist, or is not tracked'],
  ['a name in another case', '[a](docs/B.md)', 'docs/B.md does not exist, or is not tracked'],
  ['a heading that is not there', '[a](#no-such)', '#no-such: a.md has no such heading'],
  ['a heading of another page that is not there', '[a](docs/b.md#c)', 'docs/b.md#c: docs/b.md has no such heading'],
  ['a heading of no page', '[a](src/a.rs#L1)', 'src/a.rs#L1 has an anchor, but is not a Markdown file'],
  ['a path from the root', '[a](/docs/b.md)', '/docs/b.md is not a relative path'],
  ['a definition', '[a]\n\n[a]: docs/c.md', 'docs/c.md does not exist, or is not tracked'],
  ['an address without encryption', '[a](http://example.org/)', 'http://example.org/ is not https'],
  ['an address that is none', '[a](https://)', 'https:// is not a valid address'],
  ['an address with a user name', '[a](https://b@example.org/)', 'https://b@example.org/ has a user name'],
  ['a script', '[a](javascript:alert)', 'javascript:alert is not https'],
  ['code that names a file that is not there', '`src/b.rs`', '`src/b.rs` does not exist, or is not tracked'],
]) {
  test(`a link gate finds ${what}`, () => {
    const line = text.split('\n').length;
    assert.deepEqual(errorsOf({ 'a.md': text, 'docs/b.md': '# B', 'src/a.rs': null }), [`a.md:${line}: ${error}`]);
  });
}

test('what stands in code is no link', () => {
  assert.deepEqual(links('```md\n[a](b)\n```\n`[a](b)` ``[a](b)``\n<!-- [a](b) -->\n    text'), []);
  assert.deepEqual([...anchors('```sh\n# no heading\n```\n# One')], ['one']);
});

test('a page of docs that the list of pages leaves out is named', () => {
  const files = { 'docs/README.md': '[a](a.md#a)', 'docs/a.md': '# A', 'docs/b.md': '' };
  assert.deepEqual(errorsOf(files), ['docs/README.md: does not list docs/b.md']);
});

test('each example has a page, which the list of examples names', () => {
  const list = read('examples/README.md');
  const paths = [...trackedFiles(fileURLToPath(new URL('../..', import.meta.url))).keys()];
  const examples = new Set(paths.map((path) => /^examples\/([^/]+)\//.exec(path)?.[1]).filter((name) => name && name !== 'generate'));
  assert.ok(examples.size >= 20, 'the examples were not found');
  for (const name of examples) {
    assert.ok(paths.includes(`examples/${name}/README.md`), `examples/${name}/README.md is missing`);
    assert.ok(list.includes(`[${name}](${name}/README.md)`), `examples/README.md does not list ${name}`);
  }
});

test('blocks are found with their language and line, also in lists', () => {
  const text = 'a\n```js\none\n```\n- b\n  ~~~html,ignore\n  <p>\n    ```\n  ~~~\n````\n```\n````\n';
  assert.deepEqual(codeBlocks(text), [
    { language: 'js', text: 'one\n', line: 3 },
    { language: 'html', text: '<p>\n  ```\n', line: 7 },
    { language: '', text: '```\n', line: 11 },
  ]);
  assert.throws(() => codeBlocks('```js\n'), /line 1 is never closed/);
});

const RIGHT = {
  js: "import 'a';\nconst b = await c();",
  jsx: 'const a = <b c={d} />;',
  ts: 'const a: string = `${b satisfies c}`;',
  tsx: 'const a = <b<string> c={d as e} />;',
  css: 'a::part(b) { color: light-dark(#fff, #000); }',
  json: '{ "a": 1 }',
  html: '<!DOCTYPE html>\n<html lang="en">\n<p>a &lt; b<p>c<br/>\n<my-tag a b=\'c\' d=e></my-tag>\n<script type="module">if (1 < 2) await 3;</script>\n<script type="importmap">{}</script>',
  sh: 'make demo  # a comment\nfor a in b; do echo "$a"; done',
  rust: 'use a::b;\nlet c = b::<u8>()?;\nhtml! { <p>{ c }</p> }',
  kotlin: 'a { _, b, _ -> if (b) c(d["e"]) } // it\'s',
  swift: 'a(b: "https://c") { d in e(d as? F) }',
  text: 'anything: {',
};
const WRONG = {
  js: ['a();\nconst = 1;', 2, /Expected identifier/],
  jsx: ['const a =\n<b c=>;', 2, /./],
  ts: ['a();\nlet b: = 1;', 2, /./],
  tsx: ['a();\n<b c=>;', 2, /./],
  css: ['a {\n  color red;\n}', 2, /./],
  json: ['{ "a": 1, }', 1, /./],
  sh: ['echo a\nif b; then', 3, /syntax error/],
  rust: ['let a = 1;\nlet = 2;', 2, /./],
  kotlin: ['a {\n}\nb(', 3, /\( is not closed/],
  swift: ['a {\n}\n}', 3, /\} closes nothing/],
};
for (const [language, text] of Object.entries(RIGHT)) {
  test(`${language} that is right passes`, () => assert.deepEqual(wrongCode(`\`\`\`${language}\n${text}\n\`\`\``), { errors: [], count: 1 }));
}
for (const [language, [text, line, message]] of Object.entries(WRONG)) {
  test(`${language} that is wrong fails with its line`, () => {
    const [error] = wrongCode(`# Title\n\n\`\`\`${language}\n${text}\n\`\`\``).errors;
    assert.match(error.message, message);
    assert.equal(error.line, line + 3);
  });
}
for (const [text, line, message] of [
  ['<div>\n<span>\n</div>', 3, '</div> closes nothing'],
  ['<div>', 1, '<div> is not closed'],
  ['<p>a</b>', 1, '</b> closes nothing'],
  ['<a b="c" b="d"></a>', 1, '<a>: b is there twice'],
  ['<my-tag />', 1, '<my-tag /> is not closed by its slash; write </my-tag>'],
  ['a < b', 1, '< begins no tag; write &lt;'],
  ['<a b="c"d></a>', 1, '<a>: no attribute: d'],
  ['<script>\na(;\n</script>', 2, 'Unexpected ";"'],
  ['<style>\na {\n  b: c;\n', 1, '<style> is not closed'],
]) {
  test(`HTML that is wrong fails: ${text.replaceAll('\n', ' ')}`, () => {
    const [error] = wrongCode(`\`\`\`html\n${text}\n\`\`\``).errors;
    assert.deepEqual(error, { line: line + 1, message: `html: ${message}` });
  });
}

test('a language without a parser fails, and a method that every object has is no language', () => {
  for (const language of ['cobol', 'toml', 'constructor']) assert.match(wrongCode(`\`\`\`${language}\n\`\`\``).errors[0].message, /^no parser for/);
});

const manifest = JSON.parse(read('www/custom-elements.json')).modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
const attributesOf = new Map(manifest.map(({ tagName, attributes }) => [tagName, new Map(attributes.map(({ name, type }) => [name, type.text]))]));
const ownEvents = new Set(manifest.flatMap(({ events }) => events.map(({ name }) => name)));
const { exports: entries } = JSON.parse(read('www/package.json'));

/** What a text uses that the package does not have: attributes and their values, events, entries and what they export. */
function unknownUses(markdown) {
  const wrong = [];
  const useAttribute = (tag, name, value) => {
    const type = attributesOf.get(tag).get(name);
    if (type === undefined) wrong.push(`<${tag}> has no attribute ${name}`);
    else if (/^'/.test(type) && !type.includes(`'${value}'`)) wrong.push(`${name} has no value ${value}`);
  };
  const useScript = (code) => {
    for (const [, name] of code.matchAll(/addEventListener\('([\w-]+)'/g)) if (name.includes('-') && !ownEvents.has(name)) wrong.push(`there is no event ${name}`);
    for (const [, names, entry] of code.matchAll(/import (?:\{([^}]*)\} from )?'flinks-upload(\/[^']*)?'/g)) {
      const target = entries[`.${entry ?? ''}`];
      if (target === undefined) wrong.push(`the package has no entry ${entry}`);
      const types = target?.types ? read(`www/${target.types}`) : '';
      for (const name of (names ?? '').split(',').map((one) => one.trim()).filter(Boolean)) {
        if (!new RegExp(`^export (?:declare )?(?:const|function|class|interface|type) ${name}\\b|^export (?:type )?\\{[^}]*\\b${name}\\b`, 'm').test(types)) wrong.push(`flinks-upload${entry ?? ''} has no ${name}`);
      }
    }
  };
  for (const { language, text } of codeBlocks(markdown)) {
    if (/^[jt]sx?$/.test(language)) useScript(text);
    if (language !== 'html') continue;
    const { tags, scripts } = readHtml(text);
    for (const { name, attributes } of tags) {
      if (!attributesOf.has(name)) continue;
      for (const [attribute, value] of attributes) if (!['slot', 'id', 'class'].includes(attribute)) useAttribute(name, attribute, value);
    }
    for (const script of scripts) useScript(script.text);
  }
  for (const { text } of inlineCode(markdown)) {
    const [, name, value] = /^([a-z-]+)="([^"]*)"$/.exec(text) ?? [];
    if (attributesOf.get('flinks-upload').has(name)) useAttribute('flinks-upload', name, value);
  }
  return wrong;
}

test('what the documentation shows is what the package has: attributes, values, events, entries, exports', () => {
  const pages = [...trackedFiles(fileURLToPath(new URL('../../', import.meta.url)))].filter(([path, text]) => text !== null && path !== 'CHANGELOG.md');
  assert.ok(pages.length >= 20, `${pages.length} pages`);
  assert.deepEqual(pages.flatMap(([path, text]) => unknownUses(text).map((what) => `${path}: ${what}`)), []);
});

test('what the package does not have is named', () => {
  const html = '<flinks-upload mode="never" shade="red" id="a"></flinks-upload><flinks-accounts mode="primary"></flinks-accounts>';
  const script = "import { checkFile } from 'flinks-upload/check';\nimport 'flinks-upload/defined';\nimport { FALLBACK_CODES, init } from 'flinks-upload';\na.addEventListener('upload-done', b);\na.addEventListener('click', b);";
  const markdown = `\`\`\`html\n${html}\n\`\`\`\n\`\`\`js\n${script}\n\`\`\`\n\`handoff="frames"\` \`height="760"\``;
  assert.deepEqual(unknownUses(markdown), [
    'mode has no value never', '<flinks-upload> has no attribute shade', '<flinks-accounts> has no attribute mode',
    'there is no event upload-done', 'flinks-upload/check has no checkFile', 'the package has no entry /defined',
    'handoff has no value frames',
  ]);
});

test('the page on theming names all parts and custom properties, and the page on accounts all of their view', () => {
  const [element, accounts] = ['flinks-upload', 'flinks-accounts'].map((tag) => manifest.find(({ tagName }) => tagName === tag));
  const [, properties, parts] = /\n## Properties\n([^]*?)\n## Parts\n([^]*?)\n## /.exec(read('docs/theming.md'));
  const missing = (names, text) => names.map(({ name }) => name).filter((name) => !text.includes(`\`${name}\``));
  assert.ok(element.cssParts.length > 20 && element.cssProperties.length > 10);
  assert.deepEqual(missing(element.cssParts, parts), []);
  assert.deepEqual(missing(element.cssProperties, properties), []);
  assert.deepEqual(missing([...accounts.attributes, ...accounts.events, ...accounts.cssParts], read('docs/accounts.md')), []);
});

/** The English texts as patterns: placeholders stand for anything, and lines follow each other. A text without words of its own would match everything. */
const plain = (text) => text.replaceAll('\n', ' ').replaceAll('\u00a0', ' ').replaceAll('’', "'");
const TEXTS = english.texts.map(plain).filter((text) => /[a-z]/i.test(text.replace(/\{[^}]*\}/g, '')));
const PATTERNS = TEXTS.map((text) => new RegExp(`^${text.split(/\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`));
const isOurs = (quote) => TEXTS.some((text) => text.includes(quote)) || PATTERNS.some((pattern) => pattern.test(quote));
/** What stands between quotation marks in these cells, outside of code. */
const quotesIn = (cells) => cells.flatMap((cell) => [...cell.replace(/`[^`]*`/g, '').matchAll(/"([^"]+)"/g)].map(([, quote]) => plain(quote)));
const cellsOf = (path, column) => read(path).split('\n').filter((line) => line.startsWith('| ')).map((line) => line.slice(2).split(' | ')[column]);

test('what the component does not say is not taken for its words', () => {
  assert.deepEqual(['Choose your statements', 'From FlinksCapital', 'Choose your weapons', 'Try later'].map(isOurs), [true, true, false, false]);
});

for (const [path, column, minimum] of [['docs/faults.md', 1, 15], ['docs/quickstart.md', 0, 4]]) {
  test(`what the person sees, as ${path} quotes it, is what the component says`, () => {
    const quotes = quotesIn(cellsOf(path, column));
    assert.ok(quotes.length >= minimum, `${quotes.length} quotes: has the table changed?`);
    assert.deepEqual(quotes.filter((quote) => !isOurs(quote)), []);
  });
}

for (const page of PAGES) {
  test(`the sizes that ${page} states are those of the package`, () => {
    const sizes = JSON.parse(read('sizes.json'));
    const { parts } = JSON.parse(read('size-budget.json'));
    for (const { part, stated, real } of statedSizes(page, read(page), sizes, parts)) {
      // A twentieth off would mislead nobody; more is another size.
      assert.ok(Math.abs(stated - real) <= 0.05 * real, `${part}: ${stated} KB are stated, and it is ${real}; run: make package; node scripts/size.mjs --update`);
    }
  });
}

test('sizes are written into a page where they stand, and a page without them is an error', () => {
  const text = 'The element is 99 KB with brotli, and the rest of it, 1 KB more; the checker, 1 KB more, loads, and its reader of statements, 1 KB more.';
  const parts = [{ name: 'first load', files: ['a', 'b'] }, { name: 'rest of the element', files: ['d'] }, { name: 'checker, later', files: ['c'] }, { name: 'reader of the checker', files: ['e'] }];
  assert.equal(withSizes('README.md', text, { a: 100_400, b: 200, c: 95_500, d: 44_600, e: 51_000 }, parts), 'The element is 101 KB with brotli, and the rest of it, 45 KB more; the checker, 96 KB more, loads, and its reader of statements, 51 KB more.');
  assert.throws(() => withSizes('README.md', 'It is small.', {}, parts), /no size of "first load" is found/);
});
