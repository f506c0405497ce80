// <flinks-upload>: attributes in, events out. What it decides and shows is in the wasm.
import { bindings, init } from './loader.js';
import { ATTRIBUTES, camelCase, filesOf } from './options.js';
import { FALLBACK } from './languages/fallback.js';
import { nearestLanguage } from './languages/nearest.js';

// On a server there are no elements; importing must still work.
const Base = globalThis.HTMLElement ?? class {};

/** A text that is said where nothing could be loaded: the host's own, or that of the nearest language. */
const fallbackText = (element, key) => element.messages?.[key] ?? FALLBACK[nearestLanguage(element)][key];
/** Of what is shown without the wasm, in which the styles are. */
const FACE = 'font:1em/1.5 var(--flinks-upload-font,system-ui,sans-serif)';

/** Looks into a file; what does that is loaded when files can be picked, or with the first one. */
let checker;
const loadChecker = () => (checker ??= import('./checker.js').catch((error) => {
  checker = undefined;
  throw error;
}));
const check = (what, file) => {
  if (what !== 'load') return loadChecker().then(({ ask }) => ask(what, file));
  // After what is shown is drawn. If it can't be loaded ahead of time, the first file says so.
  const soon = globalThis.requestIdleCallback ?? setTimeout;
  soon(() => inPage > 0 && loadChecker().then(({ load }) => load()).catch(() => {}));
};
/** Reads the host's event stream; what does that is loaded when there is one to read. */
const follow = (...args) => import('./event-stream.js').then((module) => module.readEventStream(...args));
/** Makes a receipt below the button that was clicked; what does that is loaded then. */
const receipt = ({ target }, element) => {
  const place = target.nextElementSibling;
  import('./receipt.js').then(
    (module) => module.offer(place, element, check),
    () => (place.textContent = fallbackText(element, 'load-failed')),
  );
};
/** Elements in the page; the last one that goes ends the worker. */
let inPage = 0;

export class FlinksUploadElement extends Base {
  static observedAttributes = ATTRIBUTES;

  /** The component in the wasm, from connect to disconnect. */
  #mounted = null;
  /** Stands for one mount, so that a late one can be told from the present one; holds what is mounted. */
  #mounting = null;
  /** What was asked for before the wasm was there. */
  #waiting = [];
  #waitingFiles = [];
  #getAuthorizeToken = null;
  #messages = null;
  #isConfiguring = false;
  #isInPage = false;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
  }

  connectedCallback() {
    for (const name of [...ATTRIBUTES.map(camelCase), 'getAuthorizeToken', 'messages']) this.#upgrade(name);
    if (!this.#isInPage) inPage += 1;
    this.#isInPage = true;
    if (this.#mounting === null) this.#mount();
  }

  disconnectedCallback() {
    // An element that is moved is back before the microtask runs, and keeps everything.
    queueMicrotask(() => {
      if (!this.isConnected) this.#release();
    });
  }

  attributeChangedCallback() {
    this.#configure();
  }

  /** `() => Promise<string>`, asked just before each address is opened; or null. */
  get getAuthorizeToken() {
    return this.#getAuthorizeToken;
  }

  set getAuthorizeToken(ask) {
    if (ask !== null && ask !== undefined && typeof ask !== 'function') {
      throw new TypeError(`flinks-upload: \`getAuthorizeToken\` expects a function or null, got ${typeof ask}`);
    }
    this.#getAuthorizeToken = ask ?? null;
    this.#configure();
  }

  /** Texts that stand in for the component's own, by their keys; or null. */
  get messages() {
    return this.#messages;
  }

  set messages(messages) {
    if (messages !== undefined && typeof messages !== 'object') {
      throw new TypeError(`flinks-upload: \`messages\` expects an object of texts or null, got ${typeof messages}`);
    }
    this.#messages = messages ? { ...messages } : null;
    this.#configure();
  }

  get files() {
    return this.#mounted === null ? [...this.#waitingFiles] : this.#mounted.files();
  }

  get report() {
    return this.#mounted === null ? null : this.#mounted.report();
  }

  addFiles(files) {
    const list = filesOf(files, 'addFiles');
    if (this.#mounted === null) this.#waitingFiles.push(...list);
    else this.#mounted.addFiles(list);
  }

  removeFile(id) {
    this.#ask((mounted) => mounted.removeFile(id));
  }

  offerUpload() {
    this.#ask((mounted) => mounted.offerUpload());
  }

  handOff() {
    this.#ask((mounted) => mounted.handOff());
  }

  reset() {
    this.#waitingFiles = [];
    this.#ask((mounted) => mounted.reset());
  }

  #ask(what) {
    if (this.#mounted === null) this.#waiting.push(what);
    else what(this.#mounted);
  }

  async #mount() {
    const mounting = {};
    this.#mounting = mounting;
    try {
      await init();
      if (this.#mounting !== mounting) return;
      const root = document.createElement('div');
      this.shadowRoot.replaceChildren(root);
      const ready = () => {
        if (this.#mounting === mounting) this.#begin(mounting.mounted);
      };
      mounting.mounted = bindings('mount').mount(root, this, this.#attributes(), check, follow, (event) => receipt(event, this), ready);
    } catch (error) {
      if (this.#mounting === mounting) this.#fail(error);
    }
  }

  #begin(mounted) {
    this.#mounted = mounted;
    const [waiting, files] = [this.#waiting, this.#waitingFiles];
    this.#waiting = [];
    this.#waitingFiles = [];
    if (files.length > 0) mounted.addFiles(files);
    for (const what of waiting) what(mounted);
    // Attributes may have changed while the component was mounted.
    this.#configure();
  }

  #release() {
    const mounted = this.#mounting?.mounted;
    this.#mounted = null;
    this.#mounting = null;
    this.#waiting = [];
    this.#waitingFiles = [];
    if (this.#isInPage) inPage -= 1;
    this.#isInPage = false;
    if (inPage === 0) checker?.then(({ release }) => release(), () => {});
    mounted?.destroy();
    mounted?.free();
    this.shadowRoot.replaceChildren();
  }

  #fail(error) {
    this.#mounting = null;
    const text = document.createElement('p');
    text.setAttribute('role', 'alert');
    text.textContent = fallbackText(this, 'load-failed');
    const retry = document.createElement('button');
    retry.type = 'button';
    retry.part = 'retry';
    text.style.cssText = FACE;
    // A finger needs this much.
    retry.style.cssText = `${FACE};min-block-size:44px;padding:0 1.125em;border:1px solid;border-radius:8px;color:inherit;background:none`;
    retry.textContent = fallbackText(this, 'try-again');
    retry.addEventListener('click', () => this.#mount(), { once: true });
    this.shadowRoot.replaceChildren(text, retry);
    const detail = { code: 'load-failed', message: error.message, expected: 'the wasm of flinks-upload', received: String(error.cause?.name ?? error.name) };
    this.dispatchEvent(new CustomEvent('upload-error', { bubbles: true, composed: true, detail }));
  }

  /** Several attributes that change together are taken in together. */
  #configure() {
    if (this.#mounted === null || this.#isConfiguring) return;
    this.#isConfiguring = true;
    queueMicrotask(() => {
      this.#isConfiguring = false;
      this.#mounted?.configure(this.#attributes());
    });
  }

  #attributes() {
    const messages = Object.entries(this.#messages ?? {}).filter(([, text]) => text !== undefined && text !== null);
    const attributes = { getAuthorizeToken: this.#getAuthorizeToken, messages: messages.flat().map(String) };
    for (const name of ATTRIBUTES) attributes[camelCase(name)] = this.getAttribute(name);
    return attributes;
  }

  /** A property that was set before the element was defined hides the class's own: set it again. */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }
}

for (const attribute of ATTRIBUTES) {
  Object.defineProperty(FlinksUploadElement.prototype, camelCase(attribute), {
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

/** Defines the element. Twice is harmless, and so is another copy of the package. */
export function defineElement(tag = 'flinks-upload') {
  if (!('customElements' in globalThis) || customElements.get(tag) !== undefined) return;
  // One class can have one name only.
  const isFree = customElements.getName === undefined || customElements.getName(FlinksUploadElement) === null;
  customElements.define(tag, isFree && tag === 'flinks-upload' ? FlinksUploadElement : class extends FlinksUploadElement {});
}
