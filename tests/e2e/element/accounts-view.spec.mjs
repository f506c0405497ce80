// <flinks-accounts>: shows exactly the accounts in the response, in the user's language.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { POLICY, expect, test } from '../host-page.mjs';

const cases = JSON.parse(readFileSync(new URL('../../accounts.json', import.meta.url), 'utf8'));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const account = (more) => ({
  Title: 'Chequing CAD', AccountNumber: '0041238', Type: 'Chequing', Currency: 'CAD', Id: 'a-1', Holder: { Name: 'Ada Example' },
  Balance: { Available: 5405.5, Current: 5105.5, Limit: null },
  Transactions: [{ Date: '2025-01-31', Credit: 1500.25 }, { Date: '2024-12-02', Debit: 900 }],
  ...more,
});
const ANSWER = {
  HttpStatusCode: 200,
  Accounts: [account(), account({ AccountNumber: 'xxxx2354-1', Title: 'Share' }), account({ AccountNumber: 'xxxx2354-0', Title: null })],
};

class View {
  constructor(hostPage) {
    this.hostPage = hostPage;
    this.page = hostPage.page;
  }

  get element() {
    return this.page.locator('flinks-accounts');
  }

  part(name) {
    return this.element.locator(`[part~="${name}"]`);
  }

  get root() {
    return this.element.locator('.flinks-accounts');
  }

  /** Sets `accounts` and waits for the given state. */
  async show(given, state) {
    await this.element.evaluate((element, value) => (element.accounts = value), given);
    await expect(this.root).toHaveAttribute('data-state', state);
  }

  errors() {
    return this.page.evaluate(() => window.errors);
  }
}

const SCRIPT = `window.errors = [];
document.addEventListener('accounts-error', ({ detail, composed }) => window.errors.push({ ...detail, composed }));
const api = await import('/package/accounts/element.js');
window.accounts = api.accounts;
api.defineAccounts();
window.define = api.defineAccounts;`;

async function open(hostPage, { attributes = '', policy = POLICY, script = SCRIPT, intercept } = {}) {
  await hostPage.open({}, { body: `<main><h1>Results</h1><flinks-accounts ${attributes}></flinks-accounts></main>`, policy, script, intercept });
  await hostPage.page.waitForFunction(() => window.define);
  return new View(hostPage);
}

test('an answer is shown: masked, grouped by membership, with amounts and days as people write them', async ({ hostPage }) => {
  const view = await open(hostPage);
  await view.show(ANSWER, 'shown');
  await expect(view.part('title')).toHaveText('Accounts');
  await expect(view.part('summary')).toHaveText('3\u00a0accounts');
  await expect(view.part('member')).toHaveText('Member xxxx2354');
  const first = view.part('account').first();
  await expect(first.locator('.name')).toHaveText('Chequing CAD');
  await expect(first.locator('.number bdi')).toHaveText('••••1238');
  const facts = await first.locator('.fact').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
  expect(facts).toEqual([
    ['Balance', '$5,105.50'], ['Available', '$5,405.50'], ['Type', 'Chequing'], ['Holder', 'Ada Example'],
    ['Transactions', '2'], ['Period', expect.stringMatching(/^Dec\.? 2, 2024\s?–\s?Jan\.? 31, 2025$/)],
  ]);
  await expect(view.element).not.toContainText('0041238');
  await expect(view.part('account').nth(1)).toContainText('xxxx2354-1');
  await expect(view.part('account').nth(1)).toContainText('Savings');
  // This account has no title.
  await expect(view.part('account').nth(2).locator('.name')).toHaveText('Account');
  expect(await view.errors()).toEqual([]);
});

test('in French, all of it is French', async ({ hostPage }) => {
  const view = await open(hostPage, { attributes: 'language="fr"' });
  await view.show(ANSWER, 'shown');
  await expect(view.part('summary')).toHaveText('3\u00a0comptes');
  await expect(view.part('member')).toHaveText('Membre xxxx2354');
  await view.show({ Accounts: [...ANSWER.Accounts.slice(1), ANSWER.Accounts[0]] }, 'shown');
  await expect(view.part('member')).toHaveText(['Membre xxxx2354', 'Autres comptes']);
  await view.show(ANSWER, 'shown');
  const text = (await view.part('account').first().textContent()).replace(/\s/g, ' ');
  for (const part of ['5 105,50 $', 'Solde', 'Disponible', 'Chèques', 'Titulaire', 'Opérations', 'se terminant par 1238']) expect(text).toContain(part);
  expect(text).toMatch(/Opérations2Période2 déc\.? 2024\s?–\s?31 janv\.? 2025/);
  await view.element.evaluate((element) => (element.language = null));
  await expect(view.part('title')).toHaveText('Accounts');
  await view.page.evaluate(() => (document.documentElement.lang = 'fr-CA'));
  await view.show([], 'empty');
  await expect(view.part('summary')).toHaveText('Aucun compte n’a été trouvé dans les documents.');
});

test('summaries, as the server makes them, are shown like the answer itself', async ({ hostPage }) => {
  const view = await open(hostPage);
  const shown = () => view.root.evaluate((root) => root.innerHTML);
  await view.show(ANSWER, 'shown');
  const own = await shown();
  await view.show(JSON.stringify(ANSWER), 'shown');
  expect(await shown()).toBe(own);
  for (const isText of [false, true]) {
    await view.show(null, 'none');
    await view.page.evaluate(([answer, asText]) => {
      const made = window.accounts(answer);
      document.querySelector('flinks-accounts').accounts = asText ? JSON.stringify(made) : made;
    }, [ANSWER, isText]);
    await expect(view.root).toHaveAttribute('data-state', 'shown');
    expect(await shown()).toBe(own);
  }
});

test('a number is never shown whole, even if a host puts it into a summary', async ({ hostPage }) => {
  const view = await open(hostPage);
  const summary = { number: '0041238', member: null, balance: {}, transactions: { count: 0 } };
  await view.show([summary, { ...summary, number: '111112354-0', member: '111112354' }], 'shown');
  await expect(view.element).toContainText('••••1238');
  await expect(view.element).toContainText('••••2354-0');
  expect(await view.root.innerHTML()).not.toMatch(/\d{5}/);
});

test('memberships that end alike stay apart', async ({ hostPage }) => {
  const view = await open(hostPage);
  const answer = { Accounts: ['111112354-0', '222222354-0', '111112354-1'].map((AccountNumber) => ({ AccountNumber })) };
  await view.show(answer, 'shown');
  await expect(view.part('member')).toHaveCount(2);
  await view.page.evaluate((json) => (document.querySelector('flinks-accounts').accounts = window.accounts(json)), answer);
  await expect(view.part('member')).toHaveCount(2);
});

test('every case of the table of answers is shown whole or refused whole', async ({ hostPage }) => {
  const view = await open(hostPage);
  for (const { name, answer, accounts, error } of cases) {
    const isNothing = answer === null;
    const told = answer?.HttpStatusCode === 202 ? 'pending' : answer?.FlinksCode === 'Document_Processing_Failed' && 'failed';
    const none = accounts?.length === 0;
    // A response without the field must not count as "no accounts".
    const state = isNothing ? 'none' : told ? told : Array.isArray(answer) || (none && 'Accounts' in answer) ? 'empty' : error || none ? 'unavailable' : 'shown';
    await view.show(ANSWER, 'shown');
    await view.show(answer, state);
    await expect(view.part('account'), name).toHaveCount(state === 'shown' ? accounts.length : 0);
  }
  expect(cases.length).toBeGreaterThan(20);
});

test('what comes instead of accounts is said in words, and errors are told to the host, once and without quoting', async ({ hostPage }) => {
  const view = await open(hostPage);
  const STATES = [
    [null, 'none', ''],
    [{ HttpStatusCode: 202, FlinksCode: 'OPERATION_PENDING' }, 'pending', 'The accounts aren’t ready yet. This can take a while.'],
    [{ HttpStatusCode: 400, FlinksCode: 'Document_Processing_Failed' }, 'failed', 'The documents couldn’t be read. Other files may help, such as the original PDFs from the bank.'],
    [{ HttpStatusCode: 200, Accounts: [] }, 'empty', 'No accounts were found in the documents.'],
  ];
  for (const [given, state, summary] of STATES) {
    await view.show(given, state);
    await expect(view.part('summary')).toHaveText(summary);
    await expect(view.part('title')).toBeVisible({ visible: state !== 'none' });
  }
  expect(await view.errors()).toEqual([]);
  const WRONG = [
    [{ HttpStatusCode: 401, FlinksCode: 'INVALID_LOGIN' }, 'error-answer'],
    [{ HttpStatusCode: 500 }, 'error-answer'],
    [{ HttpStatusCode: 401, FlinksCode: 'Ada Example <b>' }, 'error-answer'],
    [{ error: 'not ready' }, 'malformed'],
    [{ accounts: [account()] }, 'malformed'],
    [{ ResponseType: 'KYC', Holder: { Name: 'Ada Example' } }, 'malformed'],
    [ANSWER.Accounts, 'malformed'],
    [[...cases[0].accounts, { ...cases[0].accounts[0], transactions: { count: -1 } }], 'malformed'],
    [[...cases[0].accounts, { ...cases[0].accounts[0], holder: { Name: 'Ada Example' } }], 'malformed'],
    [{ Accounts: [account(), account({ Balance: { Current: 'Ada Example' } })] }, 'malformed'],
    ['{"Name": Ada Example}', 'malformed'],
    [7, 'malformed'],
    [true, 'malformed'],
  ];
  for (const [given, code] of WRONG) {
    const before = (await view.errors()).length;
    await view.show(ANSWER, 'shown');
    await view.show(given, 'unavailable');
    await expect(view.part('summary')).toHaveText('The accounts can’t be shown right now.');
    await expect(view.part('account')).toHaveCount(0);
    await view.element.evaluate((element) => (element.theme = element.theme === 'dark' ? 'light' : 'dark'));
    const errors = (await view.errors()).slice(before);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ code, composed: true, message: expect.stringMatching(/^flinks-upload: /) });
    expect(JSON.stringify(errors)).not.toContain('Ada');
  }
  expect((await view.errors())[0].flinksCode).toBe('INVALID_LOGIN');
});

test('an object that throws, a list without end and a hundred accounts keep nobody waiting', async ({ hostPage }) => {
  const view = await open(hostPage);
  // Its language is loaded by then.
  await view.show(null, 'none');
  const states = await view.page.evaluate(async () => {
    const element = document.querySelector('flinks-accounts');
    const thrower = new Proxy({}, { get() { throw new Error('Ada Example'); }, has() { throw new TypeError('Ada Example'); } });
    const seen = [];
    for (const given of [thrower, [thrower], new Array(4e9), { Accounts: new Array(4e9) }, () => {}, Symbol('x'), 12n]) {
      element.accounts = given;
      await Promise.resolve();
      seen.push(element.shadowRoot.firstElementChild.dataset.state);
    }
    return seen;
  });
  expect(states).toEqual(Array(7).fill('unavailable'));
  expect(JSON.stringify(await view.errors())).not.toContain('Ada');
  await view.show({ Accounts: Array.from({ length: 100 }, () => account()) }, 'shown');
  await expect(view.part('summary')).toHaveText('100\u00a0accounts');
});

test('names are shown as text, under Trusted Types, too @claim:names-as-text', async ({ hostPage }) => {
  const policy = `${POLICY}; require-trusted-types-for 'script'; trusted-types 'none'`;
  const view = await open(hostPage, { policy });
  const hostile = '<img src=x onerror="document.title=1"><script>document.title=1</script>\u202egnp.exe\u0000';
  await view.show({ Accounts: [account({ Title: hostile, Holder: { Name: hostile }, Type: hostile, Currency: hostile, AccountNumber: hostile, Balance: { Current: -1e300, Available: 0, Limit: 1e-9 } })] }, 'shown');
  expect(await view.element.locator('.name').textContent()).toBe(hostile);
  expect(await view.root.evaluate((root) => [...root.querySelectorAll('img, script, a, [onerror], [style]')].length)).toBe(0);
  expect(await view.page.title()).toBe('Lender');
});

test('an amount keeps its own currency, and no currency is made up', async ({ hostPage }) => {
  const view = await open(hostPage);
  const WRITTEN = [['CAD', '$1,234.50'], ['USD', 'US$1,234.50'], ['JPY', 'JP¥1,235'], ['XQQ', 'XQQ 1,234.50'], [null, '1,234.50'], ['', '1,234.50'], ['dollars', '1,234.50 dollars']];
  await view.show({ Accounts: WRITTEN.map(([Currency]) => account({ Currency, Balance: { Current: 1234.5 } })) }, 'shown');
  const texts = await view.part('balance').allTextContents();
  expect(texts.map((text) => text.replace(/\s/g, ' '))).toEqual(WRITTEN.map(([, text]) => text));
  await view.show({ Accounts: [account({ Balance: null, Transactions: null }), account({ Transactions: [{ Date: '2025-13-45' }] })] }, 'shown');
  await expect(view.part('account').first()).toContainText('Unknown');
  await expect(view.part('account').first().locator('.fact').last()).toHaveText('Transactions0');
  await expect(view.part('account').last()).toContainText('2025-13-45 – 2025-13-45');
});

test('a wrong attribute is said, to the host and on the page, until it is right', async ({ hostPage }) => {
  const view = await open(hostPage);
  await view.show(ANSWER, 'shown');
  for (const [attribute, value, good] of [['language', 'de', 'fr'], ['theme', 'blue', 'dark'], ['heading-level', '6', '3'], ['heading-level', '0', '1'], ['theme', 'x'.repeat(500), 'light']]) {
    await view.element.evaluate((element, pair) => element.setAttribute(...pair), [attribute, value]);
    await expect(view.root).toHaveAttribute('data-state', 'setup');
    await expect(view.part('error')).toContainText(attribute);
    await expect(view.part('account')).toHaveCount(0);
    const error = (await view.errors()).at(-1);
    expect(error).toMatchObject({ code: 'invalid-attribute', attribute, expected: expect.stringMatching(/./) });
    expect(error.received.length).toBeLessThan(130);
    await view.element.evaluate((element, pair) => element.setAttribute(...pair), [attribute, good]);
    await expect(view.root).toHaveAttribute('data-state', 'shown');
  }
});

test('its texts can be the host’s, and wrong ones are told by name', async ({ hostPage }) => {
  const view = await open(hostPage, { attributes: 'language="es"' });
  await view.show(ANSWER, 'shown');
  await expect(view.part('summary')).toHaveText('3\u00a0cuentas');
  const set = (messages) => view.element.evaluate((element, own) => (element.messages = own), messages);
  await set({ 'accounts-count': '{accounts} {accounts|PDF|PDFs}', 'accounts-member': 'Nr. {member}!', 'accounts-title': undefined });
  await expect(view.part('summary')).toHaveText('3 PDFs');
  await expect(view.part('member')).toHaveText('Nr. xxxx2354!');
  await expect(view.part('title')).toHaveText('Cuentas');
  for (const [messages, received] of [[{ browse: 'Pick' }, 'browse'], [{ 'accounts-title': '{title}' }, '{title}']]) {
    await set(messages);
    await expect(view.root).toHaveAttribute('data-state', 'setup');
    expect((await view.errors()).at(-1)).toMatchObject({ code: 'invalid-attribute', attribute: 'messages', received });
    await set(null);
    await expect(view.root).toHaveAttribute('data-state', 'shown');
  }
});

test('a language that does not load is said, and can be asked for again', async ({ hostPage }) => {
  let isLost = true;
  const intercept = (route, url) => isLost && url.pathname.endsWith('/languages/accounts/fr.js') && route.abort();
  const view = await open(hostPage, { attributes: 'language="fr"', intercept });
  await view.show(ANSWER, 'not-loaded');
  await expect(view.part('summary')).toHaveText('Cette partie de la page n’a pas pu être chargée. Veuillez vérifier votre connexion.');
  expect((await view.errors()).at(-1)).toMatchObject({ code: 'load-failed', message: expect.stringContaining("the language 'fr'") });
  isLost = false;
  await view.part('retry').click();
  await expect(view.root).toHaveAttribute('data-state', 'shown');
  await expect(view.part('summary')).toHaveText('3\u00a0comptes');
});

test('headings begin where the page says, and what was set early is shown late', async ({ hostPage }) => {
  const early = `document.querySelector('flinks-accounts').accounts = ${JSON.stringify(ANSWER)}; document.querySelector('flinks-accounts').headingLevel = 4;`;
  const view = await open(hostPage, { script: `${early}\n${SCRIPT}` });
  await expect(view.root).toHaveAttribute('data-state', 'shown');
  await expect(view.element.getByRole('heading', { level: 4, name: 'Accounts' })).toBeVisible();
  await expect(view.element.getByRole('heading', { level: 5 })).toHaveCount(1);
  // Defining twice is harmless, another name defines another element, and moving the element keeps its content.
  await view.page.evaluate(() => {
    window.define();
    window.define('my-accounts');
    document.body.append(document.querySelector('flinks-accounts'), document.createElement('my-accounts'));
  });
  await expect(view.part('account')).toHaveCount(3);
  expect(await view.element.evaluate((element) => element.accounts.Accounts.length)).toBe(3);
});

test('it loads nothing but its own scripts, and no wasm', async ({ hostPage }) => {
  const view = await open(hostPage);
  await view.show(ANSWER, 'shown');
  const loaded = hostPage.requests.map(({ url }) => new URL(url).pathname).filter((path) => path.startsWith('/package/')).sort();
  const languages = ['accounts/en', 'accounts/index', 'accounts/list', 'cache', 'fallback', 'format', 'nearest', 'overrides', 'texts'].map((name) => `languages/${name}`);
  expect(loaded).toEqual([...['classify', 'decode', 'element', 'member', 'style', 'summary', 'view', 'words'].map((name) => `accounts/${name}`), 'element/reflect', ...languages].map((name) => `/package/${name}.js`).sort());
});

for (const language of ['en', 'fr']) {
  for (const theme of ['light', 'dark']) {
    test(`axe finds nothing in any state, ${language}, ${theme}`, async ({ hostPage }) => {
      // The test injects axe, which the page's CSP would not allow.
      const view = await open(hostPage, { attributes: `language="${language}" theme="${theme}"`, policy: "default-src 'self' 'unsafe-inline' 'unsafe-eval'" });
      await view.page.evaluate((tag) => (document.documentElement.lang = tag), language);
      await view.page.addScriptTag({ content: axe });
      const GIVEN = [[ANSWER, 'shown'], [null, 'none'], [{ HttpStatusCode: 202 }, 'pending'], [{ FlinksCode: 'Document_Processing_Failed' }, 'failed'], [[], 'empty'], [7, 'unavailable']];
      for (const width of [390, 1280]) {
        await view.page.setViewportSize({ width, height: 900 });
        for (const [given, state] of GIVEN) {
          await view.show(given, state);
          const { violations } = await view.page.evaluate(() => window.axe.run('flinks-accounts', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
          expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
        }
      }
      // The count is announced, and the dots of a masked number are not read out one by one.
      await view.show(ANSWER, 'shown');
      await expect(view.element.getByRole('status')).toHaveText(/^3/);
      await expect(view.element.getByRole('list').first().getByRole('listitem')).toHaveCount(1);
    });
  }
}
