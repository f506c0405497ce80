// custom-elements.json against what it describes in a browser. The generator writes it, and compares it with the types and styles.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { workspace, examples, expect, installed, root, test } from './integration.mjs';

const require = createRequire(join(workspace, 'package.json'));
const read = (path) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(readFileSync(join(installed, 'custom-elements.json'), 'utf8'));
const [element] = manifest.modules[0].declarations;
const [accounts] = manifest.modules.find(({ path }) => path === 'accounts/element.js').declarations;
const names = (list) => list.map(({ name }) => name).sort();
const matches = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, ...groups]) => groups.find(Boolean)))].sort();

test('the manifest is one, says its schema', () => {
  const Ajv = require('ajv');
  const validate = new Ajv({ strict: false }).compile(require('custom-elements-manifest/schema.json'));
  validate(manifest);
  expect(validate.errors).toBeNull();
});

for (const [tag, { attributes, members }] of [['flinks-upload', element], ['flinks-accounts', accounts]]) {
  test(`the attributes, properties and methods of ${tag} are the element’s own`, async ({ integration, page }) => {
    await integration.open(join(examples, 'html'), { folders: { '/flinks-upload/': installed } });
    const own = await page.evaluate(async (name) => {
      if (name === 'flinks-accounts') (await import('/flinks-upload/accounts/element.js')).defineAccounts();
      await customElements.whenDefined(name);
      const { observedAttributes, prototype } = customElements.get(name);
      const lifecycle = ['constructor', 'connectedCallback', 'disconnectedCallback', 'attributeChangedCallback'];
      const all = Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(([name]) => !lifecycle.includes(name));
      return {
        attributes: [...observedAttributes].sort(),
        fields: all.filter(([, { get }]) => get).map(([name]) => name).sort(),
        readonly: all.filter(([, { get, set }]) => get && !set).map(([name]) => name).sort(),
        methods: all.filter(([, { value }]) => value).map(([name]) => name).sort(),
      };
    }, tag);
    const fields = members.filter(({ kind }) => kind === 'field');
    expect(names(attributes)).toEqual(own.attributes);
    expect(names(fields)).toEqual(own.fields);
    expect(names(fields.filter(({ readonly }) => readonly))).toEqual(own.readonly);
    expect(names(members.filter(({ kind }) => kind === 'method'))).toEqual(own.methods);
    for (const { name, fieldName } of attributes) expect(fields.find(({ attribute }) => attribute === name)?.name).toBe(fieldName);
  });
}

test('the view of accounts has the events and attributes of its types, and its parts and custom properties are those of its code', () => {
  const types = read('www/accounts/element.d.ts');
  expect(names(accounts.events)).toEqual(matches(/interface FlinksAccountsEventMap \{([^]*?)\n\}/.exec(types)[1], /^ {2}'([\w-]+)':/gm));
  expect(names(accounts.attributes)).toEqual(matches(/interface FlinksAccountsAttributes \{([^]*?)\n\}/.exec(types)[1], /^ {2}'?([\w-]+)'?\?:/gm));
  const code = read('www/accounts/element.js');
  // The part of a fact is its name.
  expect(names(accounts.cssParts)).toEqual(matches(code, /\bpart: '([\w-]+)'|&& '([\w-]+)'\)/g));
  const styles = read('www/accounts/style.js');
  expect(names(accounts.cssProperties)).toEqual(matches(styles, /var\((--flinks-upload-[\w-]+)/g));
  for (const { name, default: value } of accounts.cssProperties) {
    expect(styles).toContain(`var(${name}, ${value})`);
    // Both elements share a page: their custom properties have the same meaning and defaults.
    expect(element.cssProperties.find((other) => other.name === name)?.default).toBe(value);
  }
});
