// <flinks-accounts>: the accounts that came back after an upload, as the host passes them in. Importing it has no side effects.
import { STYLE } from './accounts-style.js';
import { viewOf } from './accounts-view.js';
import { MASK } from './accounts.js';
import { WORDS, days, money } from './accounts-words.js';
import { defineOnce, reflectAttributes, upgradeProperty } from './element/reflect.js';

export { accounts } from './accounts.js';

// On a server there are no elements; importing must still work.
const Base = globalThis.HTMLElement ?? class {};

const ATTRIBUTES = {
  language: { property: 'language', expected: 'en or fr', fits: (value) => Object.hasOwn(WORDS, value) },
  theme: { property: 'theme', expected: 'light, dark or system', fits: (value) => ['light', 'dark', 'system'].includes(value) },
  'heading-level': { property: 'headingLevel', expected: 'a level from 1 to 5', fits: (value) => /^[1-5]$/.test(value) },
};
/** Longer values are cut where they are quoted. In characters. */
const LONGEST_QUOTE = 120;

let sheet;
function styleSheet() {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
  }
  return sheet;
}

/** An element with attributes and children. What comes from outside is a child: a text, never markup. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export class FlinksAccountsElement extends Base {
  static observedAttributes = Object.keys(ATTRIBUTES);

  #accounts = null;
  #isWaiting = false;
  /** The error that the host was told of last, so that a new look does not tell it again. */
  #told;
  #summary;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [styleSheet()];
  }

  connectedCallback() {
    for (const name of ['accounts', ...Object.values(ATTRIBUTES).map(({ property }) => property)]) upgradeProperty(this, name);
    this.#change();
  }

  attributeChangedCallback() {
    this.#change();
  }

  /** What the host gave: an answer of GetAccountsDetail, its text, or summaries; `null` for nothing. */
  get accounts() {
    return this.#accounts;
  }

  set accounts(given) {
    this.#accounts = given ?? null;
    this.#told = undefined;
    this.#change();
  }

  /** What is set together is shown together. */
  #change() {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    queueMicrotask(() => {
      this.#isWaiting = false;
      if (this.isConnected) this.#show();
    });
  }

  #wrongAttribute() {
    for (const [attribute, { expected, fits }] of Object.entries(ATTRIBUTES)) {
      const value = this.getAttribute(attribute);
      if (value === null || fits(value)) continue;
      const received = value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE)}…` : value;
      return { code: 'invalid-attribute', message: `\`${attribute}\` expects ${expected}, got '${received}'`, attribute, expected, received };
    }
    return undefined;
  }

  #show() {
    const wrong = this.#wrongAttribute();
    const view = wrong ? { state: 'setup', groups: [], error: wrong } : viewOf(this.#accounts);
    const language = this.#language();
    const words = WORDS[language];
    const root = (this.shadowRoot.firstElementChild ?? this.#build());
    root.dataset.state = view.state;
    root.dataset.theme = wrong?.attribute === 'theme' ? 'system' : (this.getAttribute('theme') ?? 'system');
    root.lang = words.locale;
    const level = wrong?.attribute === 'heading-level' ? 2 : Number(this.getAttribute('heading-level') ?? 2);
    const title = make(`h${level}`, { class: 'title', part: 'title' }, words.title);
    title.hidden = view.state === 'none';
    const count = view.groups.reduce((sum, { accounts }) => sum + accounts.length, 0);
    const said = view.state === 'shown' ? words.count(count) : (words.states[view.state] ?? '');
    // It stays the same element, and is left alone while it says the same, so that a screen reader says what is new, once.
    if (this.#summary.textContent !== said) this.#summary.textContent = said;
    const groups = make('div', { class: 'groups' }, ...view.groups.map((group, at) => groupOf(group, level + 1, words, at === 0)));
    root.firstElementChild.replaceWith(title);
    root.lastElementChild.replaceWith(view.state === 'setup' ? make('p', { part: 'error' }, wrong.message) : groups);
    this.#tell(view.error);
  }

  #build() {
    this.#summary = make('p', { class: 'summary', part: 'summary', role: 'status' });
    const root = make('div', { class: 'flinks-accounts' }, make('p', {}), this.#summary, make('p', {}));
    this.shadowRoot.append(root);
    return root;
  }

  #tell(detail) {
    if (detail === undefined || detail.message === this.#told) return;
    this.#told = detail.message;
    this.dispatchEvent(new CustomEvent('accounts-error', { bubbles: true, composed: true, detail }));
  }

  #language() {
    const own = this.getAttribute('language');
    if (own !== null) return Object.hasOwn(WORDS, own) ? own : 'en';
    let from = this;
    while (from instanceof Element) {
      const found = from.closest('[lang]');
      if (found !== null) return /^fr([-_]|$)/i.test(found.lang.trim()) ? 'fr' : 'en';
      from = from.getRootNode().host;
    }
    return 'en';
  }
}

reflectAttributes(FlinksAccountsElement, Object.entries(ATTRIBUTES).map(([attribute, { property }]) => [attribute, property]));

/** The accounts of one membership under its heading; accounts of none, too, where they would seem to be of the one before. */
function groupOf({ member, accounts }, level, words, isFirst) {
  const items = make('ul', { role: 'list' }, ...accounts.map((account) => accountOf(account, words)));
  if (member === null && isFirst) return items;
  const name = member === null ? [words.others] : [`${words.member} `, ...shownMasked(member, words)];
  return make('section', {}, make(`h${level}`, { class: 'member', part: 'member' }, ...name), items);
}

function accountOf({ title, number, kind, currency, balance, holder, transactions }, words) {
  const line = make('p', { class: 'line' }, make('bdi', { class: 'name' }, title || words.account));
  if (number) line.append(' ', make('span', { class: 'number' }, ...shownMasked(number, words)));
  const known = ['current', 'available', 'limit'].filter((name) => balance[name] !== null);
  const amount = (name) => fact(name === 'current' ? words.balance : words[name], money(words, balance[name], currency), name === 'current' && 'balance');
  const facts = known.includes('current') ? known.map(amount) : [fact(words.balance, words.unknown), ...known.map(amount)];
  if (kind) facts.push(fact(words.kind, Object.hasOwn(words.kinds, kind) ? words.kinds[kind] : kind));
  if (holder) facts.push(fact(words.holder, holder));
  facts.push(fact(words.transactions, new Intl.NumberFormat(words.locale).format(transactions.count)));
  if (transactions.from && transactions.to) facts.push(fact(words.period, days(words, transactions.from, transactions.to)));
  return make('li', { class: 'account', part: 'account' }, line, make('dl', {}, ...facts));
}

function fact(term, value, name) {
  const description = make('dd', name ? { part: name } : {}, make('bdi', {}, value));
  return make('div', { class: name ? `fact ${name}` : 'fact' }, make('dt', {}, term), description);
}

/** The dots of a masked number are for the eye: a screen reader would say each of them. */
function shownMasked(number, words) {
  if (!number.startsWith(MASK)) return [make('bdi', {}, number)];
  const seen = make('bdi', { 'aria-hidden': 'true' }, number);
  return [seen, make('span', { class: 'spoken' }, `${words.ending} ${number.slice(MASK.length)}`)];
}

/** Defines the element. Twice is harmless, and so is another copy of the package. */
export function defineAccounts(tag = 'flinks-accounts') {
  defineOnce(tag, 'flinks-accounts', FlinksAccountsElement);
}
