// A minimal W3C WebDriver client. Maintained clients require a newer Node than Debian's, or bring
// browser downloaders along.
const ELEMENT_KEY = 'element-6066-11e4-a52e-4f735466cecf';
/** WebDriver key codes. */
export const KEYS = { Tab: '\uE004', Enter: '\uE007', Space: ' ' };
/** Longer than any single command takes. */
const TIMEOUT_MS = 60_000;

async function request(method, url, body) {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  const response = await fetch(url, { method, headers, body: body && JSON.stringify(body), signal: AbortSignal.timeout(TIMEOUT_MS) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${new URL(url).pathname.replace(/\/session\/[^/]+/, '')}: ${value.error}: ${value.message}`);
  return value;
}

/** Opens a session through the driver at this URL. */
export async function openSession(driver, alwaysMatch) {
  const { sessionId, capabilities } = await request('POST', `${driver}/session`, { capabilities: { alwaysMatch } });
  return new Session(`${driver}/session/${sessionId}`, capabilities);
}

class Session {
  #url;

  constructor(url, capabilities) {
    this.#url = url;
    this.capabilities = capabilities;
  }

  #command(command, body = {}) {
    return request('POST', `${this.#url}/${command}`, body);
  }

  open(url) {
    return this.#command('url', { url });
  }

  /** Runs a function in the page or the entered frame; arguments and results are JSON or elements. */
  run(fn, ...args) {
    return this.#command('execute/sync', { script: `return (${fn}).apply(null, arguments);`, args });
  }

  click(element) {
    return this.#command(`element/${element[ELEMENT_KEY]}/click`);
  }

  /** Types into an element. For a file input: paths, one per line. */
  type(element, text) {
    return this.#command(`element/${element[ELEMENT_KEY]}/value`, { text });
  }

  /** Presses and releases a key at the current focus. */
  press(key) {
    const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] }));
    return this.#command('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** The computed ARIA role. */
  role(element) {
    return request('GET', `${this.#url}/element/${element[ELEMENT_KEY]}/computedrole`);
  }

  /** Enters a frame, or returns to the page without one. */
  async enter(frame = null) {
    await this.#command('frame', { id: frame });
  }

  resize(width, height) {
    return this.#command('window/rect', { width, height });
  }

  async screenshot() {
    return Buffer.from(await request('GET', `${this.#url}/screenshot`), 'base64');
  }

  close() {
    return request('DELETE', this.#url);
  }
}
