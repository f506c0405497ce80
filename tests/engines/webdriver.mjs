// As much of W3C WebDriver as these tests need. The well-kept clients ask for a newer Node than Debian has, or bring
// downloaders of browsers with them.
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** What WebDriver calls these keys. */
export const KEYS = { Tab: '\uE004', Enter: '\uE007', Space: ' ' };
/** Longer than any single command takes, in milliseconds. */
const PATIENCE = 60_000;

async function ask(method, url, body) {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  const response = await fetch(url, { method, headers, body: body && JSON.stringify(body), signal: AbortSignal.timeout(PATIENCE) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${new URL(url).pathname.replace(/\/session\/[^/]+/, '')}: ${value.error}: ${value.message}`);
  return value;
}

/** Opens a browser through the driver at this address. */
export async function openSession(driver, alwaysMatch) {
  const { sessionId, capabilities } = await ask('POST', `${driver}/session`, { capabilities: { alwaysMatch } });
  return new Session(`${driver}/session/${sessionId}`, capabilities);
}

class Session {
  #url;

  constructor(url, capabilities) {
    this.#url = url;
    this.capabilities = capabilities;
  }

  #do(command, body = {}) {
    return ask('POST', `${this.#url}/${command}`, body);
  }

  open(url) {
    return this.#do('url', { url });
  }

  /** Runs a function in the page, or in the frame that was entered; arguments and answer are JSON or elements. */
  run(fn, ...args) {
    return this.#do('execute/sync', { script: `return (${fn}).apply(null, arguments);`, args });
  }

  click(element) {
    return this.#do(`element/${element[ELEMENT]}/click`);
  }

  /** Types into an element; several files into an input for files: their paths, one in each line. */
  type(element, text) {
    return this.#do(`element/${element[ELEMENT]}/value`, { text });
  }

  /** Presses and releases a key, wherever the focus is. */
  press(key) {
    const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] }));
    return this.#do('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** What assistive technology is told that an element is. */
  role(element) {
    return ask('GET', `${this.#url}/element/${element[ELEMENT]}/computedrole`);
  }

  /** Enters a frame; without one, goes back to the page. */
  async enter(frame = null) {
    await this.#do('frame', { id: frame });
  }

  resize(width, height) {
    return this.#do('window/rect', { width, height });
  }

  async screenshot() {
    return Buffer.from(await ask('GET', `${this.#url}/screenshot`), 'base64');
  }

  close() {
    return ask('DELETE', this.#url);
  }
}
