// <flinks-accounts>: shows the accounts that the host passes in. Importing it has no side effects.
import { STYLE } from './style.js';
import { MASK } from './summary.js';
import { viewOf } from './view.js';
import { WORDS, days, money } from './words.js';

export { accounts } from './summary.js';

// On a server there is no HTMLElement; importing must still work.
const Base = globalThis.HTMLElement ?? class {};

const ATTRIBUTES = {
  language: { property: 'language', expected: 'en or fr', fits: (value) => Object.hasOwn(WORDS, value) },
  theme: { property: 'theme', expected: 'light, dark or system', fits: (value) => ['light', 'dark', 'system'].includes(value) },
  'heading-level': { property: 'headingLevel', expected: 'a level from 1 to 5', fits: (value) => /^[1-5]$/.test(value) },
};
/** How much of a wrong attribute an error quotes, in characters. */
const MAX_QUOTED_CHARACTERS = 120;

let sheet;
function styleSheet() {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
  }
  return sheet;
}

/** Creates an element. Values from outside are passed as children, which become text, never markup. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export class FlinksAccountsElement extends Base {
  static observedAttributes = Object.keys(ATTRIBUTES);

  #accounts = null;
  #isScheduled = false;
  /** The message of the last `accounts-error`, so that drawing again does not repeat the event. */
  #lastError;
  #summary;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [styleSheet()];
  }

  connectedCallback() {
    // Properties that were set before the element was defined hide the class's own: set them again.
    for (const name of ['accounts', ...Object.values(ATTRIBUTES).map(({ property }) => property)]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    this.#scheduleRender();
  }

  attributeChangedCallback() {
    this.#scheduleRender();
  }

  /** What the host passed in: a response of GetAccountsDetail, its JSON, or summaries; `null` for nothing. */
  get accounts() {
    return this.#accounts;
  }

  set accounts(given) {
    this.#accounts = given ?? null;
    this.#lastError = undefined;
    this.#scheduleRender();
  }

  /** Renders once for all changes of the same task. */
  #scheduleRender() {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      if (this.isConnected) this.#render();
    });
  }

  #invalidAttribute() {
    for (const [attribute, { expected, fits }] of Object.entries(ATTRIBUTES)) {
      const value = this.getAttribute(attribute);
      if (value === null || fits(value)) continue;
      const received = value.length > MAX_QUOTED_CHARACTERS ? `${value.slice(0, MAX_QUOTED_CHARACTERS)}…` : value;
      return { code: 'invalid-attribute', message: `\`${attribute}\` expects ${expected}, got '${received}'`, attribute, expected, received };
    }
    return undefined;
  }

  #render() {
    const invalid = this.#invalidAttribute();
    const view = invalid ? { state: 'setup', groups: [], error: invalid } : viewOf(this.#accounts);
    const language = this.#language();
    const words = WORDS[language];
    const root = (this.shadowRoot.firstElementChild ?? this.#build());
    root.dataset.state = view.state;
    root.dataset.theme = invalid?.attribute === 'theme' ? 'system' : (this.getAttribute('theme') ?? 'system');
    root.lang = words.locale;
    const level = invalid?.attribute === 'heading-level' ? 2 : Number(this.getAttribute('heading-level') ?? 2);
    const title = make(`h${level}`, { class: 'title', part: 'title' }, words.title);
    title.hidden = view.state === 'none';
    const count = view.groups.reduce((sum, { accounts }) => sum + accounts.length, 0);
    const summary = view.state === 'shown' ? words.count(count) : (words.states[view.state] ?? '');
    // A live region: it is kept, and changed only with its text, so that screen readers announce each change once.
    if (this.#summary.textContent !== summary) this.#summary.textContent = summary;
    const groups = make('div', { class: 'groups' }, ...view.groups.map((group, at) => groupOf(group, level + 1, words, at === 0)));
    root.firstElementChild.replaceWith(title);
    root.lastElementChild.replaceWith(view.state === 'setup' ? make('p', { part: 'error' }, invalid.message) : groups);
    this.#reportError(view.error);
  }

  #build() {
    this.#summary = make('p', { class: 'summary', part: 'summary', role: 'status' });
    const root = make('div', { class: 'flinks-accounts' }, make('p', {}), this.#summary, make('p', {}));
    this.shadowRoot.append(root);
    return root;
  }

  #reportError(detail) {
    if (detail === undefined || detail.message === this.#lastError) return;
    this.#lastError = detail.message;
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

for (const [attribute, { property }] of Object.entries(ATTRIBUTES)) {
  Object.defineProperty(FlinksAccountsElement.prototype, property, {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(attribute);
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(attribute);
      else this.setAttribute(attribute, String(value));
    },
  });
}

/** The accounts of one membership under its heading. Accounts without one get a heading, too, unless they are the first. */
function groupOf({ member, accounts }, level, words, isFirst) {
  const items = make('ul', { role: 'list' }, ...accounts.map((account) => accountOf(account, words)));
  if (member === null && isFirst) return items;
  const name = member === null ? [words.others] : [`${words.member} `, ...maskedNodes(member, words)];
  return make('section', {}, make(`h${level}`, { class: 'member', part: 'member' }, ...name), items);
}

function accountOf({ title, number, kind, currency, balance, holder, transactions }, words) {
  const line = make('p', { class: 'line' }, make('bdi', { class: 'name' }, title || words.account));
  if (number) line.append(' ', make('span', { class: 'number' }, ...maskedNodes(number, words)));
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

/** Hides the dots of a masked number from screen readers, which would read each of them. */
function maskedNodes(number, words) {
  if (!number.startsWith(MASK)) return [make('bdi', {}, number)];
  const seen = make('bdi', { 'aria-hidden': 'true' }, number);
  return [seen, make('span', { class: 'spoken' }, `${words.ending} ${number.slice(MASK.length)}`)];
}

/** Defines the element, unless the name is taken: by an earlier call, or another copy of the package. */
export function defineAccounts(tag = 'flinks-accounts') {
  if (!('customElements' in globalThis) || customElements.get(tag) !== undefined) return;
  // A class can be defined under one name only.
  const isFree = customElements.getName === undefined || customElements.getName(FlinksAccountsElement) === null;
  customElements.define(tag, isFree && tag === 'flinks-accounts' ? FlinksAccountsElement : class extends FlinksAccountsElement {});
}
