// Stubs of the elements, for unit tests: the same tags, attributes, properties and methods, but no wasm, no frame and no
// check. They say what a test tells them to say.
import { ATTRIBUTES, PROPERTIES } from '../element/attributes.js';
import { defineOnce, reflectAttributes, upgradeProperty } from '../element/reflect.js';
import { own } from '../shared/options.js';
import { fire } from './fire.js';
import { report } from './report.js';

// On a server there are no elements; importing must still work.
const Base = globalThis.HTMLElement ?? class {};

const ACCOUNTS_ATTRIBUTES = [['language', 'language'], ['theme', 'theme'], ['heading-level', 'headingLevel']];

function checkedMessages(messages) {
  if (messages !== undefined && typeof messages !== 'object') {
    throw new TypeError(`flinks-upload: \`messages\` expects an object of texts or null, got ${typeof messages}`);
  }
  return messages ? own(messages) : null;
}

/** Not as strict as the element: the files of a DOM for tests may not be what a browser calls a file. */
function filesOf(iterable) {
  const files = typeof iterable === 'object' && iterable !== null && Symbol.iterator in iterable ? [...iterable] : [undefined];
  const other = files.findIndex((file) => typeof file?.name !== 'string' || typeof file.size !== 'number');
  if (other !== -1) throw new TypeError(`flinks-upload: \`addFiles\` expects an iterable of File, got one with ${typeof files[other]}`);
  return files;
}

/** What a page shows in a story: that an element is there. */
function showName(element) {
  const name = element.ownerDocument.createElement('p');
  name.textContent = `<${element.localName}>, a stub for tests`;
  element.attachShadow({ mode: 'open' }).append(name);
}

export class FlinksUploadElement extends Base {
  static observedAttributes = ATTRIBUTES;

  /** `{id, file}` of each. */
  #picked = [];
  #lastId = 0;
  #report = report();
  #getAuthorizeToken = null;
  #messages = null;

  constructor() {
    super();
    showName(this);
    // What a test fires is the newest report.
    this.addEventListener('upload-check', ({ target, detail }) => {
      if (target === this) this.#report = detail;
    });
  }

  connectedCallback() {
    for (const name of [...PROPERTIES, 'getAuthorizeToken', 'messages']) upgradeProperty(this, name);
  }

  get getAuthorizeToken() {
    return this.#getAuthorizeToken;
  }

  set getAuthorizeToken(ask) {
    if (ask !== null && ask !== undefined && typeof ask !== 'function') {
      throw new TypeError(`flinks-upload: \`getAuthorizeToken\` expects a function or null, got ${typeof ask}`);
    }
    this.#getAuthorizeToken = ask ?? null;
  }

  get messages() {
    return this.#messages;
  }

  set messages(messages) {
    this.#messages = checkedMessages(messages);
  }

  get files() {
    return this.#picked.map(({ file }) => file);
  }

  get report() {
    return this.#report;
  }

  /** Each is fine, unless a test says otherwise with a report of its own. */
  addFiles(files) {
    for (const file of filesOf(files)) this.#picked.push({ id: (this.#lastId += 1), file });
    this.#check();
  }

  removeFile(id) {
    this.#picked = this.#picked.filter((picked) => picked.id !== id);
    this.#check();
  }

  offerUpload() {
    fire(this, 'upload-offer', { reason: 'forced', ...(this.institution !== null && { institution: this.institution }) });
  }

  handOff() {
    if (this.#report.canContinue) fire(this, 'upload-handoff');
  }

  reset() {
    this.#picked = [];
    this.#check();
  }

  #check() {
    fire(this, 'upload-check', report(this.#picked.map(({ id, file: { name, size } }) => ({ id, name, size }))));
  }
}
reflectAttributes(FlinksUploadElement, ATTRIBUTES.map((attribute, at) => [attribute, PROPERTIES[at]]));

export class FlinksAccountsElement extends Base {
  static observedAttributes = ACCOUNTS_ATTRIBUTES.map(([attribute]) => attribute);

  #messages = null;
  #accounts = null;

  constructor() {
    super();
    showName(this);
  }

  connectedCallback() {
    for (const name of ['accounts', 'messages', ...ACCOUNTS_ATTRIBUTES.map(([, property]) => property)]) upgradeProperty(this, name);
  }

  get accounts() {
    return this.#accounts;
  }

  set accounts(given) {
    this.#accounts = given ?? null;
  }

  get messages() {
    return this.#messages;
  }

  set messages(messages) {
    this.#messages = checkedMessages(messages);
  }
}
reflectAttributes(FlinksAccountsElement, ACCOUNTS_ATTRIBUTES);

export function defineElement(tag = 'flinks-upload') {
  defineOnce(tag, 'flinks-upload', FlinksUploadElement);
}

export function defineAccounts(tag = 'flinks-accounts') {
  defineOnce(tag, 'flinks-accounts', FlinksAccountsElement);
}
