// <flinks-upload>: attributes in, events out. What it decides and shows is in the wasm.
import { loadLanguage, nearestLanguage } from '../languages/index.js';
import { bindings, init, loadDeferred, onceDeferred, useDeferred } from '../shared/loader.js';
import { filesOf, own } from '../shared/options.js';
import { ATTRIBUTES, PROPERTIES } from './attributes.js';
import { PANEL_HEIGHT, earlyPanel } from './early-panel.js';
import { fallbackFace } from './fallback-face.js';
import { firstVisible } from './first-visible.js';
import { Host } from './host.js';
import { node } from './node.js';
import { observeLanguage } from './observe-language.js';
import { defineOnce, reflectAttributes, upgradeProperty } from './reflect.js';
import { releaseChecker, retainChecker } from './shared-checker.js';
import { STYLE } from './style.js';

// On a server there are no elements; importing must still work.
const Base = globalThis.HTMLElement ?? class {};

/** Files are picked at once: all of the wasm is needed for that. */
const startsWithFiles = ({ mode }) => ['upload', 'dashboard'].includes(mode?.trim().toLowerCase());

const isLazy = (element) => element.getAttribute('loading')?.trim().toLowerCase() === 'lazy';

/**
 * As high as what comes first, so that it moves nothing of the page when it comes. The frame has a border; in primary mode a line of
 * 44 px and a gap are above it.
 */
function placeholder(mode) {
  const box = document.createElement('div');
  const isPanel = mode === 'upload' || mode === 'dashboard';
  box.style.minBlockSize = isPanel ? PANEL_HEIGHT : `calc(var(--flinks-upload-frame-height, 760px) + ${mode === 'fallback' ? 2 : 62}px)`;
  return box;
}

let sheet;

/** The styles that all elements share. */
function styleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
  }
  return sheet;
}

export class FlinksUploadElement extends Base {
  static observedAttributes = ATTRIBUTES;

  /** Aborted when the element leaves the page; null while nothing is mounted or being mounted. */
  #mounting = null;
  /** The component in the wasm. */
  #mounted = null;
  /** The same, once it takes calls. */
  #ready = null;
  /** Calls that came before the component takes them, for which it needs all of its wasm. */
  #pendingCalls = [];
  /** Those that the host has added by such calls. */
  #pendingFiles = [];
  #getAuthorizeToken = null;
  #messages = null;
  /** The tag of the language that is shown, or that is being loaded. */
  #language = null;
  #stopObserving = null;
  #isConfiguring = false;
  #isInPage = false;
  #takesCalls = false;
  #stopUsing = null;

  constructor() {
    super();
    this.attachShadow(own({ mode: 'open' })).adoptedStyleSheets = [styleSheet()];
  }

  connectedCallback() {
    for (const name of [...PROPERTIES, 'getAuthorizeToken', 'messages']) upgradeProperty(this, name);
    if (!this.#isInPage) retainChecker();
    this.#stopUsing ??= useDeferred();
    this.#isInPage = true;
    this.#stopObserving?.();
    this.#stopObserving = observeLanguage(this, () => {
      if (nearestLanguage(this) !== this.#language) this.#configure();
    });
    if (this.#mounting === null) this.#mount();
  }

  disconnectedCallback() {
    // An element that is moved is back before the microtask runs, and keeps everything.
    queueMicrotask(() => {
      if (!this.isConnected) this.#release();
    });
  }

  attributeChangedCallback(name) {
    // It need not wait any longer to be visible.
    if (name === 'loading' && this.#mounting && !this.#mounted && !isLazy(this)) {
      this.#mounting.abort();
      this.#mount();
    }
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

  /** Texts that replace the component's own, by their keys; or null. */
  get messages() {
    return this.#messages;
  }

  set messages(messages) {
    if (messages !== undefined && typeof messages !== 'object') {
      throw new TypeError(`flinks-upload: \`messages\` expects an object of texts or null, got ${typeof messages}`);
    }
    this.#messages = messages ? own(messages) : null;
    this.#configure();
  }

  get files() {
    return [...(this.#ready?.files() ?? []), ...this.#pendingFiles];
  }

  get report() {
    return this.#ready === null ? null : this.#ready.report();
  }

  addFiles(files) {
    const list = filesOf(files, 'addFiles');
    if (!this.#takesCalls) this.#pendingFiles.push(...list);
    this.#call((component) => component.addFiles(list));
  }

  removeFile(id) {
    this.#call((component) => component.removeFile(id));
  }

  offerUpload() {
    this.#call((component) => component.offerUpload());
  }

  handOff() {
    this.#call((component) => component.handOff());
  }

  reset() {
    this.#pendingFiles = [];
    this.#call((component) => component.reset());
  }

  #call(method) {
    if (this.#takesCalls) method(this.#ready);
    else this.#pendingCalls.push(method);
  }

  async #mount() {
    const mounting = new AbortController();
    this.#mounting = mounting;
    this.shadowRoot.replaceChildren(placeholder(this.mode));
    try {
      if (isLazy(this)) await firstVisible(this, mounting.signal);
      if (mounting.signal.aborted) return;
      this.#language = nearestLanguage(this);
      const loadingTexts = loadLanguage(this.#language).catch((error) => {
        throw Object.assign(error, { expected: 'the texts of flinks-upload' });
      });
      const loading = startsWithFiles(this) ? loadDeferred() : init();
      const showing = loadingTexts.then((texts) => this.#showEarly(texts, loading, mounting.signal));
      const [texts] = await Promise.all([loadingTexts, loading, showing]);
      // The page may have set another mode since.
      if (startsWithFiles(this)) await loadDeferred();
      if (mounting.signal.aborted) return;
      const focused = this.shadowRoot.activeElement?.closest('label')?.part[0];
      // What has been shown doesn't fade in again.
      const root = node('div', { class: this.shadowRoot.querySelector('[part~="browse"]') ? 'shown-early' : '' });
      this.shadowRoot.replaceChildren(root);
      const host = new Host(this, mounting.signal, () => this.#begin());
      this.#mounted = bindings('mount').mount(root, host, this.#settings(), texts);
      // It is rendered in a microtask.
      if (focused) setTimeout(() => this.shadowRoot.querySelector(`[part~="${focused}"] input`)?.focus(own({ preventScroll: true })));
      // The wasm asks for it, too, until it is there; a failure is told.
      loadDeferred().catch((error) => mounting.signal.aborted || this.#tellLoadFailed(error));
    } catch (error) {
      if (!mounting.signal.aborted) this.#fail(error);
    }
  }

  /** Files can be picked before the wasm is there. */
  async #showEarly(texts, loading, signal) {
    // What is loaded already is shown at once.
    const isLoaded = await Promise.race([loading.then(() => true), new Promise((resolve) => setTimeout(resolve))]);
    if (isLoaded || signal.aborted || !startsWithFiles(this)) return;
    // A picker that is open can outlast the element.
    const call = (method) => signal.aborted || this.#call(method);
    const pick = (input) => call((component) => component.addPicked(input));
    const drop = (files, entries) => call((component) => component.addDropped(files, entries));
    this.shadowRoot.replaceChildren(earlyPanel(this, texts, pick, drop));
  }

  #begin() {
    const ready = (this.#ready = this.#mounted);
    onceDeferred(() => this.#ready === ready && this.#passOn());
    // Attributes may have changed while the component was mounted.
    this.#configure();
  }

  #passOn() {
    this.#takesCalls = true;
    this.#pendingFiles = [];
    for (const call of this.#pendingCalls.splice(0)) call(this.#ready);
  }

  #release() {
    const mounted = this.#mounted;
    this.#mounting?.abort();
    this.#mounting = null;
    this.#mounted = null;
    this.#ready = null;
    this.#takesCalls = false;
    this.#stopUsing?.();
    this.#stopUsing = null;
    this.#pendingCalls = [];
    this.#pendingFiles = [];
    if (this.#isInPage) releaseChecker();
    this.#isInPage = false;
    this.#stopObserving?.();
    this.#stopObserving = null;
    mounted?.destroy();
    mounted?.free();
    this.shadowRoot.replaceChildren();
  }

  #fail(error) {
    this.#mounting = null;
    this.shadowRoot.replaceChildren(fallbackFace(nearestLanguage(this), this.#messages, () => this.#mount()));
    this.#tellLoadFailed(error);
  }

  #tellLoadFailed(error) {
    const expected = error.expected ?? 'the wasm of flinks-upload';
    const detail = { code: 'load-failed', message: error.message, expected, received: error.received ?? String(error.cause?.name ?? error.name) };
    this.dispatchEvent(new CustomEvent('upload-error', own({ bubbles: true, composed: true, detail })));
  }

  /** Attributes that change together are applied together. */
  #configure() {
    if (this.#ready === null || this.#isConfiguring) return;
    this.#isConfiguring = true;
    queueMicrotask(() => {
      this.#isConfiguring = false;
      this.#ready?.configure(this.#settings());
      this.#updateLanguage();
    });
  }

  /** Loads the language that the element has now. Until it is there, the texts stay as they are. */
  async #updateLanguage() {
    const language = nearestLanguage(this);
    if (this.#ready === null || language === this.#language) return;
    const shown = this.#language;
    this.#language = language;
    const texts = await loadLanguage(language).catch(() => null);
    // Another language has been asked for since.
    if (this.#ready === null || this.#language !== language) return;
    // It could not be loaded: the next change of an attribute tries again.
    if (texts === null) this.#language = shown;
    else this.#ready.setLanguage(texts);
  }

  /** What the wasm reads: attributes by the names of their properties, and the two properties that are no attributes. */
  #settings() {
    const messages = Object.entries(this.#messages ?? {}).filter(([, text]) => text !== undefined && text !== null);
    const settings = own({ getAuthorizeToken: this.#getAuthorizeToken, messages: messages.flat().map(String), nearestLanguage: nearestLanguage(this) });
    for (const [at, attribute] of ATTRIBUTES.entries()) settings[PROPERTIES[at]] = this.getAttribute(attribute);
    return settings;
  }
}

reflectAttributes(FlinksUploadElement, ATTRIBUTES.map((attribute, at) => [attribute, PROPERTIES[at]]));

/** Defines the element. Twice is harmless, and so is another copy of the package. */
export function defineElement(tag = 'flinks-upload') {
  defineOnce(tag, 'flinks-upload', FlinksUploadElement);
}
