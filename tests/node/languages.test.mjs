// Which language an element speaks, and that languages are loaded one at a time.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { PLACES as EARLY_PLACES } from '../../www/element/places.js';
import { loadAccountsLanguage } from '../../www/languages/accounts/index.js';
import { cached } from '../../www/languages/cache.js';
import { FALLBACK, LANGUAGES, format, loadLanguage, lookup, nearestLanguage } from '../../www/languages/index.js';
import { findWrongMessage } from '../../www/languages/overrides.js';
import { Texts } from '../../www/languages/texts.js';
import { PLACES } from '../../www/receipt/places.js';

const table = (name) => JSON.parse(readFileSync(new URL(`../${name}.json`, import.meta.url), 'utf8'));

/** As much of an element as the rule asks for. `parent` is an element, or `{ host }` for the root of a shadow tree. */
function element(attributes = {}, parent = {}) {
  const made = {
    getAttribute: (name) => attributes[name] ?? null,
    closest: () => (attributes.lang === undefined ? (parent.closest?.() ?? null) : made),
    getRootNode: () => (parent.closest === undefined ? parent : parent.getRootNode()),
  };
  return made;
}

test('every case of the table of tags has its language', () => {
  const cases = table('languages');
  for (const { tag, language } of cases) {
    assert.equal(lookup(tag) ?? null, language, JSON.stringify(tag));
    const nearest = nearestLanguage(element({}, element(tag === null ? {} : { lang: tag })));
    assert.equal(nearest, language ?? 'en', JSON.stringify(tag));
  }
  assert.ok(cases.length >= 20);
});

test('the own language wins, unless it is none of ours', () => {
  const french = element({ lang: 'fr' });
  assert.equal(nearestLanguage(element({ language: 'es' }, french)), 'es');
  assert.equal(nearestLanguage(element({ language: 'ES-us', lang: 'en' }, french)), 'es');
  for (const language of ['de', '', 'fry']) assert.equal(nearestLanguage(element({ language }, french)), 'fr');
  assert.equal(nearestLanguage(element({ language: 'de' })), 'en');
});

test('the nearest lang decides alone', () => {
  const french = element({ lang: 'fr' });
  assert.equal(nearestLanguage(element({ lang: 'es' }, french)), 'es');
  assert.equal(nearestLanguage(element({}, element({}, french))), 'fr');
  for (const lang of ['de', '']) assert.equal(nearestLanguage(element({}, element({ lang }, french))), 'en');
});

test('it is looked for through shadow roots, and ends where there is none', () => {
  const host = element({}, { host: element({ lang: 'fr' }) });
  assert.equal(nearestLanguage(element({}, { host })), 'fr');
  assert.equal(nearestLanguage(element()), 'en');
  // The root of its tree is a link, whose `host` is a text.
  assert.equal(nearestLanguage(element({}, { host: '' })), 'en');
  assert.equal(nearestLanguage(element({}, { host: 'example.com' })), 'en');
});

test('each language is loaded once, with a text for every key', async () => {
  assert.deepEqual(LANGUAGES, ['en', 'fr', 'es']);
  const english = await loadLanguage('en');
  const accounts = await loadAccountsLanguage('en');
  for (const tag of LANGUAGES) {
    const pack = await loadLanguage(tag);
    assert.equal(await loadLanguage(tag), pack);
    assert.equal(pack.tag, tag);
    assert.deepEqual(Object.keys(pack), Object.keys(english));
    assert.equal(pack.texts.length, english.texts.length);
    const { texts, ...settings } = pack;
    for (const value of [...texts, ...Object.values(settings)]) assert.ok(typeof value === 'string' && value !== '');
    const other = await loadAccountsLanguage(tag);
    assert.deepEqual(Object.keys(other.messages), Object.keys(accounts.messages));
    assert.deepEqual([other.tag, other.locale, other.singular], [pack.tag, pack.locale, pack.singular]);
    for (const key of ['load-failed', 'try-again']) {
      assert.ok(pack.texts.includes(FALLBACK[tag][key]));
      assert.equal(FALLBACK[tag][key], other.messages[key]);
    }
  }
});

test('staff get a pack of their own, which differs in texts alone', async () => {
  for (const tag of LANGUAGES) {
    const [{ texts, ...settings }, { texts: forStaff, ...settingsForStaff }] = [await loadLanguage(tag), await loadLanguage(`${tag}-staff`)];
    assert.deepEqual(settingsForStaff, settings);
    assert.equal(forStaff.length, texts.length);
    const others = forStaff.filter((text, at) => text !== texts[at]);
    assert.ok(others.length >= 25 && others.length < texts.length / 2, `${tag}: ${others.length}`);
    for (const text of others) assert.ok(text !== '' && !/your bank|votre banque|su banco/.test(text), text);
    assert.notEqual(texts[EARLY_PLACES['collect-title']], forStaff[EARLY_PLACES['collect-title']]);
  }
});

test('the texts of a receipt are where they are looked for', async () => {
  assert.deepEqual(Object.keys(PLACES), ['receipt-reading', 'receipt-made', 'receipt-made-without', 'receipt-failed', 'receipt-csv', 'receipt-json']);
  for (const tag of LANGUAGES) {
    const { texts } = await loadLanguage(tag);
    const marks = { 'receipt-reading': /\{done\}/, 'receipt-made-without': /\{files\}/, 'receipt-csv': /CSV/, 'receipt-json': /JSON/ };
    for (const [key, mark] of Object.entries(marks)) assert.match(texts[PLACES[key]], mark);
    assert.equal(texts.length, PLACES['receipt-json'] + 1);
  }
});

test('another tag is refused', async () => {
  for (const tag of ['de', 'de-staff', 'FR', '__proto__', undefined]) await assert.rejects(loadLanguage(tag), /^Error: flinks-upload: the language '.*' could not be loaded/);
});

test('a failure is forgotten, and who waits for the same load gets the same', async () => {
  let calls = 0;
  const load = cached((tag) => {
    calls += 1;
    return calls === 1 ? Promise.reject(new TypeError('offline')) : Promise.resolve({ default: { tag } });
  });
  const [first, second] = await Promise.allSettled([load('fr'), load('fr')]);
  assert.equal(first.reason, second.reason);
  assert.equal(first.reason.message, "flinks-upload: the language 'fr' could not be loaded (offline)");
  assert.equal(first.reason.cause.name, 'TypeError');
  assert.deepEqual(await load('fr'), { tag: 'fr' });
  await load('fr');
  assert.equal(calls, 2);
});

test('every case of the table of templates is filled as it says', async () => {
  const cases = table('templates');
  for (const { language, text, values, expected } of cases) assert.equal(format(await loadLanguage(language), text, values), expected, text);
  assert.ok(cases.length >= 20);
});

test('a host’s texts come first, and nodes stand where their place is', async () => {
  const texts = new Texts(await loadAccountsLanguage('fr'), { 'accounts-count': '{accounts}: {accounts|PDF|PDFs}', 'accounts-ending': 'x{digits}' });
  assert.equal(texts.locale, 'fr-CA');
  assert.equal(texts.text('accounts-count', { accounts: 0 }), '0: PDF');
  assert.equal(texts.text('accounts-title'), 'Comptes');
  assert.equal(texts.text('accounts-ending', { digits: '1234' }), 'x1234');
  const node = {};
  assert.deepEqual(texts.nodes('accounts-member', 'member', [node]), ['Membre ', node, '']);
  assert.deepEqual(new Texts({ messages: { a: '{x} and {x}' } }).nodes('a', 'x', [node]), ['', node, ' and ']);
  assert.deepEqual(new Texts({ messages: { a: 'none' } }, null).nodes('a', 'x', [node]), ['none']);
});

test('numbers are written and counted as Intl does it', async () => {
  for (const tag of LANGUAGES) {
    const { locale, singular, groupFrom, group, decimal, byte, bytes, kilobyte, megabyte } = await loadLanguage(tag);
    const unit = (name, unitDisplay, value) => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay }).format(value).replaceAll(' ', '\u00a0');
    const numbers = new Intl.NumberFormat(locale);
    const digits = (count) => Number('1234567'.slice(0, count));
    const grouped = [4, 5, 6].find((count) => numbers.format(digits(count)).length > count);
    assert.equal(String(grouped), groupFrom, tag);
    assert.equal(numbers.format(12345), `12${group}345`, tag);
    assert.equal(numbers.format(1.5), `1${decimal}5`, tag);
    assert.equal(unit('kilobyte', 'short', 1.5), `1${decimal}5\u00a0${kilobyte}`, tag);
    assert.equal(unit('megabyte', 'short', 1.5), `1${decimal}5\u00a0${megabyte}`, tag);
    const rules = new Intl.PluralRules(locale);
    for (const count of [0, 1, 2, 3, 5, 11, 21, 100]) {
      const isSingular = count === 1 || (count === 0 && singular === 'zero-or-one');
      assert.equal(rules.select(count) === 'one', isSingular, `${tag} ${count}`);
      assert.equal(unit('byte', 'long', count), `${count}\u00a0${isSingular ? byte : bytes}`, tag);
    }
  }
});

test('a host’s wrong texts are named', async () => {
  const { messages: known } = await loadAccountsLanguage('es');
  const wrong = (messages) => findWrongMessage(messages, known, 'AccountsMessageKey');
  const fine = { 'accounts-title': 'Mine', 'accounts-count': '{accounts|one|more}: {accounts}', 'accounts-member': 'Member', 'try-again': 'Once more' };
  assert.equal(wrong({}), undefined);
  assert.equal(wrong(fine), undefined);
  const none = 'in `accounts-title` a text without places in braces';
  const member = 'in `accounts-member` a text with no other places than `{member}`';
  const count = 'in `accounts-count` a text with no other places than `{accounts}`, `{accounts|one|other}`';
  const cases = [
    ['accounts-titel', 'Mine', 'keys of the catalog (`AccountsMessageKey` in messages.d.ts)', 'accounts-titel'],
    ['toString', 'Mine', 'keys of the catalog (`AccountsMessageKey` in messages.d.ts)', 'toString'],
    ['accounts-title', ' ', none], ['accounts-title', '{title}', none], ['accounts-title', 'a}', none],
    ['accounts-member', '{members}', member], ['accounts-member', '{member', member], ['accounts-member', '{{member}}', member],
    ['accounts-member', '{member|a|b}', member], ['accounts-count', '{accounts|one}', count], ['accounts-count', '{accounts|a|b|c}', count],
  ];
  for (const [key, text, expected, received = text] of cases) assert.deepEqual(wrong({ ...fine, [key]: text }), { expected, received });
});
