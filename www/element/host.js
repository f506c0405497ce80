// What the component in the wasm asks of the page. `Host` in src/browser/host.rs lists the same methods, and says what
// each returns; a test holds both lists equal. What few pages need is loaded when it is asked for.
import { nearestLanguage } from '../languages/index.js';
import { own } from '../shared/options.js';
import { loadFailedText } from './fallback-face.js';
import { loadChecker, preloadChecker } from './shared-checker.js';

export class Host {
  #element;
  #signal;
  #onReady;

  /** `signal` is aborted when the component is unmounted: then nothing reaches the element any more. */
  constructor(element, signal, onReady) {
    this.#element = element;
    this.#signal = signal;
    this.#onReady = onReady;
  }

  async inspect(file, isReadNext, signal) {
    const checker = await loadChecker();
    return checker.inspect(file, isReadNext, signal);
  }

  async read(file, institution, signal) {
    const checker = await loadChecker();
    return checker.read(file, institution, signal);
  }

  async unlock(file, password, signal) {
    const checker = await loadChecker();
    return checker.unlock(file, password, signal);
  }

  async hash(file, signal) {
    const checker = await loadChecker();
    return checker.hash(file, signal);
  }

  preload() {
    preloadChecker();
  }

  async readEventStream(url, lastId, signal, onEvent) {
    const { readEventStream } = await import('../event-stream.js');
    return readEventStream(url, lastId, signal, onEvent);
  }

  createReceipt(container) {
    const ask = async (method, file) => (await loadChecker()).request(method, [file]);
    import('../receipt.js').then(
      ({ offer }) => offer(container, this.#element, ask),
      () => (container.textContent = loadFailedText(nearestLanguage(this.#element), this.#element.messages)),
    );
  }

  getAuthorizeToken() {
    // Read at each call: the page may have set another function, or none, since.
    const { getAuthorizeToken } = this.#element;
    return getAuthorizeToken && getAuthorizeToken.call(this.#element);
  }

  emit(type, detail, cancelable) {
    if (this.#signal.aborted) return true;
    // For the page's developer. People are told only if nothing works.
    if (detail?.code?.endsWith('-attribute')) console.error(`flinks-upload: \`${detail.attribute}\` expects ${detail.expected}`);
    return this.#element.dispatchEvent(new CustomEvent(type, own({ bubbles: true, composed: true, cancelable, detail })));
  }

  ready() {
    if (!this.#signal.aborted) this.#onReady();
  }
}
