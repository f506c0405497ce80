// The demo's themes use nothing but what the element promises.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const themes = new URL('../../demo/themes/', import.meta.url);

for (const file of readdirSync(themes).filter((name) => name.endsWith('.css'))) {
  test(`${file} is made of properties and parts alone`, () => {
    const css = readFileSync(new URL(file, themes), 'utf8');
    // What is asked of the device is no selector.
    const rules = css.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/@media [^{]*\{/g, '');
    const selectors = rules.split('}').map((rule) => rule.split('{')[0].trim()).filter(Boolean);
    assert.ok(selectors.length > 1);
    for (const selector of selectors.flatMap((list) => list.split(/,\s*/))) assert.match(selector, /^flinks-upload(::part\([\w-]+\))?$/);
    assert.ok(!css.includes('!important'));
  });
}
