// The rendered parts and the documented parts are the same.
import { readFileSync } from 'node:fs';
import { HostPage, expect, test } from '../host-page.mjs';
import { STATES, withLanguage } from '../fixtures/ui-states.mjs';

const read = (path) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const WITH_PARTS = ['file removed', 'not listed', 'offer after a failed login', 'empty', 'empty, beside a login that waits', 'mixed', 'checklist', 'received: failed', 'linked', 'no token', 'handed over to the Dashboard', 'a month missing, a file unlocked', 'received'];

test('each part is rendered in some state, and each that is rendered is documented', async ({ context }) => {
  const rendered = new Set();
  for (const name of WITH_PARTS) {
    // A page of its own, because some states set its clock.
    const hostPage = new HostPage(await context.newPage());
    await STATES.find(([state]) => state === name)[1](hostPage, withLanguage(hostPage, 'en'));
    const parts = await hostPage.element.evaluate(({ shadowRoot }) => [...shadowRoot.querySelectorAll('[part]')].flatMap((node) => [...node.part]));
    for (const part of parts) rendered.add(part);
    await hostPage.page.close();
  }
  const [element] = JSON.parse(read('www/custom-elements.json')).modules[0].declarations;
  expect([...rendered].sort()).toEqual(element.cssParts.map(({ name }) => name).sort());
});
