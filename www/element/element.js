// <flinks-upload>: attributes in, events out. What it decides and shows is in the wasm.
import { loadLanguage, nearestLanguage } from '../languages/index.js';
import { bindings, init, loadDeferred, onceDeferred, useDeferred } from '../shared/loader.js';
import { filesOf, own } from '../shared/options.js';
import { ATTRIBUTES, PROPERTIES } from './attributes.js';
import { PANEL_HEIGHT, earlyPanel, guardDrops, word } from './early-panel.js';
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

/** What comes first is no login: all of the wasm is needed for that. */
const startsWithUpload = ({ mode }) => ['upload', 'dashboard'].includes(word(mode));

const isForStaff = ({ mode }) => word(mode) === 'dashboard';

/** Files are picked at once. */
const startsWithFiles = (element) => startsWithUpload(element) && (word(element.check) !== 'off' || isForStaff(element));

/** Which texts an element shows: those of its language, or the same for staff. */
const nameOfTexts = (element) => nearestLanguage(element) + (isForStaff(element) ? '-staff' : '');

const isLazy = (element) => word(element.loading) === 'lazy';

/**
 * As high as what comes first, so that it moves nothing of the page when it comes. The frame has a border; in primary mode a line of
 * 44 px and a gap are above it.
 */
function placeholder(element) {
  const box = document.createElement('div');
  const above = startsWithUpload(element) || word(element.mode) === 'fallback' ? 2 : 62;
  box.style.minBlockSize = startsWithFiles(element) ? PANEL_HEIGHT : `calc(var(--flinks-upload-frame-height, 760px) + ${above}px)`;
  return box;
}

const wrongType = (property, expected, value) =>
  Object.assign(new TypeError(`flinks-upload: \`${property}\` expects ${expected}, got ${typeof value}`), own({ expected, received: typeof value }));

let sheet;

/** Gives a shadow root the styles that all elements share. It loses them on the way through another document. */
function adoptStyles(root) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
  }
  // In a document of another window a sheet of this one is refused.
  if (root.ownerDocument === document && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
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
  /** The files of such calls. */
  #pendingFiles = [];
  /** The panel until the component is there. Kept, since a picker that is open can outlast its place in the page. */
  #early = null;
  /** Aborted when the component guards what was picked. */
  #guard = null;
  #isWaitingForView = false;
  #getAuthorizeToken = null;
  #messages = null;
  /** The name of the texts that are shown, or that are being loaded. */
  #texts = null;
  #stopObserving = null;
  #isConfiguring = false;
  #isInPage = false;
  #takesCalls = false;
  #stopUsing = null;
  /** Whether the focus was in here before what had it was replaced. */
  #hadFocus = false;

  constructor() {
    super();
    this.attachShadow(own({ mode: 'open' }));
  }

  connectedCallback() {
    for (const name of [...PROPERTIES, 'getAuthorizeToken', 'messages']) {
      try {
        upgradeProperty(this, name);
      } catch (error) {
        console.error(error.message);
        this.#notifyError({ code: 'invalid-attribute', message: error.message, attribute: name, expected: error.expected, received: error.received });
      }
    }
    if (!this.#isInPage) retainChecker();
    this.#stopUsing ??= useDeferred();
    this.#isInPage = true;
    this.#stopObserving?.();
    this.#stopObserving = observeLanguage(this, () => {
      if (nameOfTexts(this) !== this.#texts) this.#configure();
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
    if (name === 'loading' && this.#isWaitingForView && !isLazy(this)) {
      this.#mounting.abort();
      this.#isWaitingForView = false;
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
      throw wrongType('getAuthorizeToken', 'a function or null', ask);
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
      throw wrongType('messages', 'an object of texts or null', messages);
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
    this.#take(list, (component) => component.addFiles(list));
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
    this.#early?.showCount(0);
    this.#call((component) => component.reset());
  }

  /** Files, and the call by which the component takes them. */
  #take(files, call) {
    // One by one: a call has room for so many arguments only.
    if (!this.#takesCalls) for (const file of files) this.#pendingFiles.push(file);
    this.#early?.showCount(this.#pendingFiles.length);
    this.#call(call);
  }

  #call(method) {
    if (this.#takesCalls) method(this.#ready);
    else this.#pendingCalls.push(method);
  }

  async #mount() {
    const mounting = new AbortController();
    this.#mounting = mounting;
    this.#hadFocus ||= this.shadowRoot.activeElement !== null;
    this.shadowRoot.replaceChildren(placeholder(this));
    try {
      adoptStyles(this.shadowRoot);
      if (isLazy(this)) {
        this.#isWaitingForView = true;
        await firstVisible(this, mounting.signal);
        if (mounting.signal.aborted) return;
        this.#isWaitingForView = false;
      }
      this.#texts = nameOfTexts(this);
      const loadingTexts = loadLanguage(this.#texts).catch((error) => {
        throw Object.assign(error, { expected: 'the texts of flinks-upload' });
      });
      const loading = startsWithUpload(this) ? loadDeferred() : init();
      const showing = loadingTexts.then((texts) => this.#showEarly(texts, loading, mounting.signal));
      const [texts] = await Promise.all([loadingTexts, loading, showing]);
      // The page may have set another mode since.
      if (startsWithUpload(this)) await loadDeferred();
      if (mounting.signal.aborted) return;
      const picker = this.shadowRoot.activeElement?.closest('label')?.part[0];
      const focused = picker ? `[part~="${picker}"] input` : this.#hadFocus && '.title, iframe';
      this.#hadFocus = false;
      // What has been shown doesn't fade in again.
      const root = node('div', { class: this.#early ? 'shown-early' : '' });
      this.shadowRoot.replaceChildren(root);
      const host = new Host(this, mounting.signal, () => this.#begin());
      this.#mounted = bindings('mount').mount(root, host, this.#settings(), texts);
      // It is rendered in a microtask.
      if (focused) setTimeout(() => this.#focus(focused));
      // The wasm asks for it, too, until it is there; a failure is told.
      loadDeferred().catch((error) => mounting.signal.aborted || this.#notifyLoadFailed(error));
    } catch (error) {
      if (!mounting.signal.aborted) this.#fail(error);
    }
  }

  /** Files can be picked before the wasm is there. */
  async #showEarly(texts, loading, signal) {
    // What is loaded already is shown at once.
    const isLoaded = await Promise.race([loading.then(() => true), new Promise((resolve) => setTimeout(resolve))]);
    // Above the drop zone of `required-days` there is a line that only the component can write.
    if (isLoaded || signal.aborted || !startsWithFiles(this) || this.requiredDays !== null) return;
    this.#early = earlyPanel(this, texts, (files, call) => this.#isInPage && this.#take(files, call));
    this.#early.showCount(this.#pendingFiles.length);
    this.shadowRoot.replaceChildren(this.#early.root);
    if (this.#guard) return;
    this.#guard = new AbortController();
    guardDrops(this.#guard.signal);
  }

  #begin() {
    const ready = (this.#ready = this.#mounted);
    onceDeferred(() => this.#ready === ready && this.#passOn());
    // Attributes may have changed while the component was mounted.
    this.#configure();
  }

  #endGuard() {
    this.#guard?.abort();
    this.#guard = null;
  }

  #passOn() {
    this.#endGuard();
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
    this.#early = null;
    this.#endGuard();
    this.#isWaitingForView = false;
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
    this.#hadFocus ||= this.shadowRoot.activeElement !== null;
    const face = fallbackFace(nearestLanguage(this), word(this.theme) ?? '', this.#messages, () => this.#mount());
    this.shadowRoot.replaceChildren(face);
    if (this.#hadFocus) this.#focus('button');
    this.#notifyLoadFailed(error);
  }

  /** Gives the focus back, unless it is elsewhere by now. */
  #focus(selector) {
    const { activeElement, body } = this.ownerDocument;
    if ((activeElement ?? body) === body) this.shadowRoot.querySelector(selector)?.focus(own({ preventScroll: true }));
  }

  #notifyLoadFailed(error) {
    const expected = error.expected ?? 'the wasm of flinks-upload';
    this.#notifyError({ code: 'load-failed', message: error.message, expected, received: error.received ?? String(error.cause?.name ?? error.name) });
  }

  /** An error of which the wasm does not know. */
  #notifyError(detail) {
    this.dispatchEvent(new CustomEvent('upload-error', own({ bubbles: true, composed: true, detail })));
  }

  /** Attributes that change together are applied together. */
  #configure() {
    if (this.#ready === null || this.#isConfiguring) return;
    this.#isConfiguring = true;
    queueMicrotask(() => {
      this.#isConfiguring = false;
      this.#ready?.configure(this.#settings());
      this.#updateTexts();
    });
  }

  /** Loads the texts that the element needs now. Until they are there, it keeps the others. */
  async #updateTexts() {
    const name = nameOfTexts(this);
    if (this.#ready === null || name === this.#texts) return;
    const shown = this.#texts;
    this.#texts = name;
    const texts = await loadLanguage(name).catch(() => null);
    // Others have been asked for since.
    if (this.#ready === null || this.#texts !== name) return;
    // They could not be loaded: the next change of an attribute tries again.
    if (texts === null) this.#texts = shown;
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
