// <flinks-accounts>: shows the accounts that the host passes in. Importing it has no side effects.
import { STYLE } from './style.js';
import { viewOf } from './view.js';
import { MASK } from './summary.js';
import { days, money } from './words.js';
import { defineOnce, reflectAttributes, upgradeProperty } from '../element/reflect.js';
import { loadAccountsLanguage } from '../languages/accounts/index.js';
import { FALLBACK } from '../languages/fallback.js';
import { LANGUAGES, nearestLanguage } from '../languages/nearest.js';
import { findWrongMessage } from '../languages/overrides.js';
import { Texts } from '../languages/texts.js';

export { accounts } from './summary.js';

// On a server there is no HTMLElement; importing must still work.
const Base = globalThis.HTMLElement ?? class {};

const ATTRIBUTES = {
  language: { property: 'language', expected: `one of \`${LANGUAGES.join('`, `')}\``, fits: (value) => LANGUAGES.includes(value.trim().toLowerCase()) },
  theme: { property: 'theme', expected: 'light, dark or system', fits: (value) => ['light', 'dark', 'system'].includes(value) },
  'heading-level': { property: 'headingLevel', expected: 'a level from 1 to 5', fits: (value) => /^[1-5]$/.test(value) },
};
/** How much of a wrong attribute an error quotes, in characters. */
const MAX_QUOTED_CHARACTERS = 120;

/** What the summary says in each state; in the state `none` it says nothing. */
const STATE_KEYS = {
  shown: 'accounts-count',
  pending: 'accounts-pending',
  failed: 'accounts-failed',
  unavailable: 'accounts-unavailable',
  empty: 'accounts-empty',
  setup: 'accounts-not-set-up',
};

function invalid(attribute, expected, value) {
  const received = value.length > MAX_QUOTED_CHARACTERS ? `${value.slice(0, MAX_QUOTED_CHARACTERS)}…` : value;
  return { code: 'invalid-attribute', message: `\`${attribute}\` expects ${expected}, got '${received}'`, attribute, expected, received };
}

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
  #messages = null;
  /** The texts of one language, once they are loaded. */
  #pack;
  /** Stands for one load, so that a late one can be told from the newest. */
  #loading;
  #isScheduled = false;
  /** The error that the host was told of last, so that a new look does not tell it again. */
  #lastError;
  #summary;

  constructor() {
    super();
    this.attachShadow({ __proto__: null, mode: 'open' }).adoptedStyleSheets = [styleSheet()];
  }

  connectedCallback() {
    for (const name of ['accounts', 'messages', ...Object.values(ATTRIBUTES).map(({ property }) => property)]) upgradeProperty(this, name);
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

  /** Texts that stand in for the element's own, by their keys; or null. */
  get messages() {
    return this.#messages;
  }

  set messages(messages) {
    if (messages !== undefined && typeof messages !== 'object') {
      throw new TypeError(`flinks-upload: \`messages\` expects an object of texts or null, got ${typeof messages}`);
    }
    const given = Object.entries(messages ?? {}).filter(([, text]) => text !== undefined && text !== null);
    this.#messages = messages ? { __proto__: null, ...Object.fromEntries(given.map(([key, text]) => [key, String(text)])) } : null;
    this.#scheduleRender();
  }

  /** What is set together is shown together. */
  #scheduleRender() {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      if (this.isConnected) this.#update();
    });
  }

  /** Shows what there is, once the texts of the language are there. */
  #update() {
    const language = nearestLanguage(this);
    const loading = {};
    this.#loading = loading;
    if (this.#pack?.tag === language) return this.#render();
    return loadAccountsLanguage(language).then(
      (pack) => {
        if (this.#loading !== loading || !this.isConnected) return;
        this.#pack = pack;
        this.#render();
      },
      (error) => {
        if (this.#loading === loading && this.isConnected) this.#fail(language, error);
      },
    );
  }

  /** Says that nothing could be loaded, in words that need no language file. The next change tries again, and so does the button. */
  #fail(language, error) {
    const say = (key) => this.#messages?.[key] ?? FALLBACK[language][key];
    const root = this.shadowRoot.firstElementChild ?? this.#build();
    const theme = this.getAttribute('theme');
    root.dataset.state = 'not-loaded';
    root.dataset.theme = ATTRIBUTES.theme.fits(theme) ? theme : 'system';
    root.lang = language;
    const retry = make('button', { type: 'button', part: 'retry' }, say('try-again'));
    retry.addEventListener('click', () => this.#scheduleRender());
    root.firstElementChild.replaceWith(make('p', {}));
    this.#summary.textContent = say('load-failed');
    root.lastElementChild.replaceWith(make('p', {}, retry));
    this.#lastError = undefined;
    this.#reportError({ code: 'load-failed', message: error.message, expected: 'the texts of a language', received: String(error.cause?.name ?? error.name) });
  }

  /** The first wrong attribute or text, as the `detail` of an error. */
  #wrong() {
    const found = findWrongMessage(this.#messages ?? {}, this.#pack.messages, 'AccountsMessageKey');
    return this.#wrongAttribute() ?? (found && invalid('messages', found.expected, found.received));
  }

  #wrongAttribute() {
    for (const [attribute, { expected, fits }] of Object.entries(ATTRIBUTES)) {
      const value = this.getAttribute(attribute);
      if (value === null || fits(value)) continue;
      return invalid(attribute, expected, value);
    }
    return undefined;
  }

  #render() {
    const wrong = this.#wrong();
    const view = wrong ? { state: 'setup', groups: [], error: wrong } : viewOf(this.#accounts);
    const texts = new Texts(this.#pack, wrong?.attribute === 'messages' ? null : this.#messages);
    const root = (this.shadowRoot.firstElementChild ?? this.#build());
    root.dataset.state = view.state;
    root.dataset.theme = wrong?.attribute === 'theme' ? 'system' : (this.getAttribute('theme') ?? 'system');
    root.lang = texts.locale;
    const level = wrong?.attribute === 'heading-level' ? 2 : Number(this.getAttribute('heading-level') ?? 2);
    const title = make(`h${level}`, { class: 'title', part: 'title' }, texts.text('accounts-title'));
    title.hidden = view.state === 'none';
    const count = view.groups.reduce((sum, { accounts }) => sum + accounts.length, 0);
    const key = STATE_KEYS[view.state];
    const said = key === undefined ? '' : texts.text(key, { accounts: count });
    // It stays the same element, and is left alone while it says the same, so that a screen reader says what is new, once.
    if (this.#summary.textContent !== said) this.#summary.textContent = said;
    const groups = make('div', { class: 'groups' }, ...view.groups.map((group, at) => groupOf(group, level + 1, texts, at === 0)));
    root.firstElementChild.replaceWith(title);
    root.lastElementChild.replaceWith(view.state === 'setup' ? make('p', { part: 'error' }, wrong.message) : groups);
    this.#reportError(view.error);
  }

  #build() {
    this.#summary = make('p', { class: 'summary', part: 'summary', role: 'status' });
    const root = make('div', { class: 'flinks-accounts' }, make('p', {}), this.#summary, make('p', {}));
    this.shadowRoot.append(root);
    return root;
  }

  #reportError(detail) {
    if (detail?.message === this.#lastError) return;
    this.#lastError = detail?.message;
    if (detail === undefined) return;
    this.dispatchEvent(new CustomEvent('accounts-error', { __proto__: null, bubbles: true, composed: true, detail }));
  }
}

reflectAttributes(FlinksAccountsElement, Object.entries(ATTRIBUTES).map(([attribute, { property }]) => [attribute, property]));

/** The kinds of accounts that have a text; another is shown as it came. */
const KINDS = ['chequing', 'savings', 'additional'];

/** The accounts of one membership under its heading; accounts of none, too, where they would seem to be of the one before. */
function groupOf({ member, accounts }, level, texts, isFirst) {
  const items = make('ul', { role: 'list' }, ...accounts.map((account) => accountOf(account, texts)));
  if (member === null && isFirst) return items;
  const name = member === null ? [texts.text('accounts-others')] : texts.nodes('accounts-member', 'member', maskedNodes(member, texts));
  return make('section', {}, make(`h${level}`, { class: 'member', part: 'member' }, ...name), items);
}

function accountOf({ title, number, kind, currency, balance, holder, transactions }, texts) {
  const line = make('p', { class: 'line' }, make('bdi', { class: 'name' }, title || texts.text('accounts-account')));
  if (number) line.append(' ', make('span', { class: 'number' }, ...maskedNodes(number, texts)));
  const known = ['current', 'available', 'limit'].filter((name) => balance[name] !== null);
  const say = (name) => texts.text(`accounts-${name}`);
  const amount = (name) => fact(say(name === 'current' ? 'balance' : name), money(texts, balance[name], currency), name === 'current' && 'balance');
  const facts = known.includes('current') ? known.map(amount) : [fact(say('balance'), say('unknown')), ...known.map(amount)];
  if (kind) facts.push(fact(say('type'), KINDS.includes(kind) ? say(kind) : kind));
  if (holder) facts.push(fact(say('holder'), holder));
  facts.push(fact(say('transactions'), new Intl.NumberFormat(texts.locale).format(transactions.count)));
  if (transactions.from && transactions.to) facts.push(fact(say('period'), days(texts, transactions.from, transactions.to)));
  return make('li', { class: 'account', part: 'account' }, line, make('dl', {}, ...facts));
}

function fact(term, value, name) {
  const description = make('dd', name ? { part: name } : {}, make('bdi', {}, value));
  return make('div', { class: name ? `fact ${name}` : 'fact' }, make('dt', {}, term), description);
}

/** The dots of a masked number are for the eye: a screen reader would say each of them. */
function maskedNodes(number, texts) {
  if (!number.startsWith(MASK)) return [make('bdi', {}, number)];
  const seen = make('bdi', { 'aria-hidden': 'true' }, number);
  return [seen, make('span', { class: 'spoken' }, texts.text('accounts-ending', { digits: number.slice(MASK.length) }))];
}

/** Defines the element, unless the name is taken: by an earlier call, or another copy of the package. */
export function defineAccounts(tag = 'flinks-accounts') {
  defineOnce(tag, 'flinks-accounts', FlinksAccountsElement);
}
