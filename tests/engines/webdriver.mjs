// As much of W3C WebDriver as these tests need. The well-kept clients ask for a newer Node than Debian has, or bring
// downloaders of browsers with them.
const ELEMENT_KEY = 'element-6066-11e4-a52e-4f735466cecf';
/** What WebDriver calls these keys. */
export const KEYS = { Tab: '\uE004', Enter: '\uE007', Space: ' ' };
/** Longer than any single command takes, in milliseconds. */
const TIMEOUT_MS = 60_000;

async function request(method, url, body) {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  const response = await fetch(url, { method, headers, body: body && JSON.stringify(body), signal: AbortSignal.timeout(TIMEOUT_MS) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${new URL(url).pathname.replace(/\/session\/[^/]+/, '')}: ${value.error}: ${value.message}`);
  return value;
}

/** Opens a browser through the driver at this address. */
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

  /** Runs a function in the page, or in the frame that was entered; arguments and answer are JSON or elements. */
  run(fn, ...args) {
    return this.#command('execute/sync', { script: `return (${fn}).apply(null, arguments);`, args });
  }

  click(element) {
    return this.#command(`element/${element[ELEMENT_KEY]}/click`);
  }

  /** Types into an element; several files into an input for files: their paths, one in each line. */
  type(element, text) {
    return this.#command(`element/${element[ELEMENT_KEY]}/value`, { text });
  }

  /** Presses and releases a key, wherever the focus is. */
  press(key) {
    const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] }));
    return this.#command('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** What assistive technology is told that an element is. */
  role(element) {
    return request('GET', `${this.#url}/element/${element[ELEMENT_KEY]}/computedrole`);
  }

  /** Enters a frame; without one, goes back to the page. */
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
