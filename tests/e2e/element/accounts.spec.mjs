// Summaries of GetAccountsDetail responses, from the same table as the core's own tests.
import { readFileSync } from 'node:fs';
import { expect, test } from '../host-page.mjs';

const cases = JSON.parse(readFileSync(new URL('../../accounts.json', import.meta.url), 'utf8'));

test('every case of the table is summed up or refused as it says', async ({ hostPage }) => {
  await hostPage.open({}, { body: '<main></main>', script: "window.api = await import('/package/index.js'); window.isLoaded = true;" });
  await hostPage.page.waitForFunction(() => window.isLoaded);
  // As objects and as JSON text, without `init()`.
  const results = await hostPage.page.evaluate((answers) => answers.map((answer) => [answer, JSON.stringify(answer)].map((json) => {
    try {
      return { accounts: window.api.accounts(json) };
    } catch (error) {
      return { error: error.message };
    }
  })), cases.map(({ answer }) => answer));
  expect(cases.length).toBeGreaterThan(20);
  cases.forEach(({ name, accounts, error }, index) => {
    const expected = error === undefined ? { accounts } : { error: `flinks-upload: ${error}` };
    for (const result of results[index]) expect(result, name).toEqual(expected);
  });
});

test('what no JSON has is refused, and no error quotes what came @claim:nothing-quoted', async ({ hostPage }) => {
  await hostPage.open({}, { body: '<main></main>', script: "window.api = await import('/package/index.js'); window.isLoaded = true;" });
  await hostPage.page.waitForFunction(() => window.isLoaded);
  const messages = await hostPage.page.evaluate(() => [
    '{"Name": Ada Example}',
    '',
    undefined,
    Symbol('Ada Example'),
    () => 'Ada Example',
    { Accounts: new Array(4e9) },
    { Accounts: [{ Balance: { Current: NaN } }] },
    { Accounts: [{ Balance: { Current: 12n } }] },
    { Accounts: ['Ada Example'] },
  ].map((json) => {
    try {
      return window.api.accounts(json);
    } catch (error) {
      return [error.name, error.message];
    }
  }));
  for (const [name, message] of messages) {
    expect(name).toBe('TypeError');
    expect(message).toMatch(/^flinks-upload: `.+` expects .+, got .+$/);
    expect(message).not.toContain('Ada');
  }
});
