// Records everything that leaves the page or is stored during each journey, and fails if any of it reveals
// a file (name, bytes or hash), a login or a token. The one documented exception is the token in the
// URL of Connect and of its upload screen.
import { test as base, expect } from '@playwright/test';
import { createHash } from 'node:crypto';

export { expect };

/** Contained in each PDF that the tests create. */
export const MARKER = 'Statement of account';

/** Runs in every frame before its own scripts: reports secrets, and messages to other windows. */
function instrumentFrame() {
  const report = (what) => window.reportToRecorder?.(what);
  const isTop = window === window.top;
  const seen = new WeakSet();
  const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const { digest } = window.crypto.subtle ?? {};
  addEventListener('upload-check', ({ target, detail }) => {
    report({ names: detail.files.map(({ name }) => name) });
    for (const file of target.files ?? []) {
      if (seen.has(file) || file.size > 1_000_000 || !digest) continue;
      seen.add(file);
      file.arrayBuffer().then((bytes) => digest.call(crypto.subtle, 'SHA-256', bytes)).then((hash) => report({ hash: hex(hash) }), () => {});
    }
    if (target.authorizeToken) report({ token: target.authorizeToken });
  }, true);
  addEventListener('connect-event', ({ detail }) => detail.loginId && report({ loginId: detail.loginId }), true);
  const asText = (data) => {
    try {
      return typeof data === 'string' ? data : JSON.stringify(data, (_, value) => (value instanceof Blob ? `${value.name} ${value.size}` : value));
    } catch {
      return String(data);
    }
  };
  // Messages from Connect to the page are expected; only messages that the page sends are recorded.
  addEventListener('message', ({ data, source }) => {
    if (!isTop || source === window) report({ channel: 'postMessage', text: asText(data).slice(0, 100_000) });
  }, true);
  for (const { name, prototype } of [BroadcastChannel, MessagePort]) {
    const { postMessage } = prototype;
    prototype.postMessage = function (data, ...rest) {
      report({ channel: name, text: asText(data) });
      return postMessage.call(this, data, ...rest);
    };
  }
  // A beacon's body does not appear in request events.
  const { sendBeacon } = Navigator.prototype;
  Navigator.prototype.sendBeacon = function (url, data) {
    const text = data instanceof Blob ? data.text() : Promise.resolve(data instanceof FormData || data instanceof URLSearchParams ? [...data].join() : asText(data));
    text.then((body) => report({ channel: 'beacon', text: `${url} ${body}` }));
    return sendBeacon.call(this, url, data);
  };
  const { register } = window.ServiceWorkerContainer?.prototype ?? {};
  if (register) {
    ServiceWorkerContainer.prototype.register = function (url, ...rest) {
      report({ channel: 'worker', text: String(url) });
      return register.call(this, url, ...rest);
    };
  }
  for (const name of ['Worker', 'SharedWorker']) {
    const Own = window[name];
    if (!Own) continue;
    window[name] = class extends Own {
      constructor(url, options) {
        report({ channel: 'worker', text: `${url} ${typeof options === 'string' ? options : (options?.name ?? '')}` });
        super(url, options);
      }
    };
  }
}

/** Everything that a frame stores, as text. */
async function collectStorage() {
  const found = [];
  const add = (channel, text) => text && found.push({ channel, text });
  const entries = (storage) => JSON.stringify({ ...storage });
  const asText = async (value) => {
    if (value instanceof Blob) return `${value.name ?? ''} ${await value.text()}`;
    if (value === null || typeof value !== 'object') return String(value);
    return (await Promise.all(Object.entries(value).map(async ([key, one]) => `${key} ${await asText(one)}`))).join(' ');
  };
  const answer = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject }));
  const collect = async (channel, read) => {
    try {
      add(channel, await read());
    } catch {
      // Frames with an opaque origin have no storage.
    }
  };
  await collect('localStorage', () => entries(localStorage));
  await collect('sessionStorage', () => entries(sessionStorage));
  await collect('cookie', () => document.cookie);
  await collect('title', () => document.title);
  await collect('referrer', () => document.referrer);
  // Monitoring scripts send it elsewhere. The demo's server serves sample files under their names.
  await collect('timing', () => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.includes('/samples/')).join(' '));
  await collect('history', () => `${location.href} ${JSON.stringify(history.state)} ${window.name}`);
  await collect('IndexedDB', async () => {
    const texts = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name));
      for (const store of database.objectStoreNames) texts.push(store, await asText(await answer(database.transaction(store).objectStore(store).getAll())));
      database.close();
      texts.push(name);
    }
    return texts.join(' ');
  });
  await collect('Cache', async () => {
    const texts = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) texts.push(request.url, await (await cache.match(request)).text());
    }
    return texts.join(' ');
  });
  return found;
}

/** Common encodings of a text. */
function encodings(text) {
  const bytes = Buffer.from(text);
  // Base64 at each of the three alignments, without the characters that depend on neighboring bytes.
  const encoded = [0, 1, 2].map((shift) => Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64').slice(shift === 0 ? 0 : 4, -4));
  return [text, encodeURIComponent(text), bytes.toString('hex'), ...encoded.filter((one) => one.length >= 12)];
}

const MIN_SECRET_LENGTH = 5;

export class PrivacyRecorder {
  /** Kind of secret → the texts that reveal it. */
  #secrets = { name: new Set(), bytes: new Set(encodings(MARKER)), hash: new Set(), login: new Set(), token: new Set() };
  #entries = [];

  constructor(context) {
    this.context = context;
  }

  async start() {
    const { context } = this;
    await context.exposeBinding('reportToRecorder', (_, what) => this.#onReport(what));
    await context.addInitScript(instrumentFrame);
    context.on('request', (request) => this.#recordRequest(request));
    context.on('console', (line) => this.#record('console', line.text()));
    context.on('page', (page) => this.#watchPage(page));
    for (const page of context.pages()) this.#watchPage(page);
  }

  #watchPage(page) {
    page.on('pageerror', (error) => this.#record('error', `${error.message} ${error.stack}`));
    page.on('framenavigated', (frame) => this.#record('history', withoutToken(frame.url())));
    page.on('websocket', (socket) => {
      this.#record('WebSocket', socket.url());
      socket.on('framesent', ({ payload }) => this.#record('WebSocket', String(payload)));
    });
  }

  #onReport({ names = [], hash, token, loginId, channel, text }) {
    for (const name of names) this.#addSecret('name', name);
    if (hash) {
      for (const form of [hash, Buffer.from(hash, 'hex').toString('base64').slice(0, -2), Buffer.from(hash, 'hex').toString('base64url')]) this.#secrets.hash.add(form);
    }
    if (token) this.#addSecret('token', token);
    if (loginId) this.#addSecret('login', loginId);
    if (channel) this.#record(channel, text);
  }

  #addSecret(kind, text) {
    // Shorter texts would match by chance.
    if (text.length < MIN_SECRET_LENGTH) return;
    for (const form of encodings(text)) this.#secrets[kind].add(form);
  }

  #recordRequest(request) {
    const url = new URL(request.url());
    const isDocument = request.resourceType() === 'document';
    const token = isDocument && url.searchParams.get('authorizeToken');
    if (token) this.#addSecret('token', token);
    // The demo's server serves sample files under their names.
    if (url.pathname.startsWith('/samples/') && request.method() === 'GET') return;
    this.#record('request', isDocument ? withoutToken(request.url()) : request.url());
    const headers = Object.entries(request.headers()).map(([name, value]) => `${name}: ${name === 'referer' ? withoutToken(value) : value}`);
    this.#record('header', headers.join('\n'));
    // Connect creates the login id: its mock may send it to its own server, but the page may not.
    const isFromConnect = url.pathname === '/uploaded' && request.frame().parentFrame() !== null;
    const withoutLoginId = (body) => (isFromConnect ? body.replace(/"loginId":"[^"]*"/, '') : body);
    this.#record('body', withoutLoginId(request.postDataBuffer()?.toString('latin1') ?? ''));
    this.#record('body', withoutLoginId(request.postData() ?? ''));
  }

  #record(channel, text) {
    if (text) this.#entries.push({ channel, text });
  }

  /** The leaks found, as unique `channel: kind` entries. */
  async leaks() {
    const cookies = await this.context.cookies();
    const entries = [...this.#entries, { channel: 'cookie', text: JSON.stringify(cookies) }];
    for (const page of this.context.pages()) {
      for (const frame of page.frames()) {
        // A frame that has not loaded does not answer, and stores nothing.
        const found = await Promise.race([frame.evaluate(collectStorage).catch(() => []), after(3000).then(() => [])]);
        entries.push(...found.map(({ channel, text }) => ({ channel, text: ['history', 'referrer'].includes(channel) ? withoutToken(text) : text })));
      }
    }
    const found = new Set();
    for (const { channel, text } of entries) {
      const plain = decoded(text);
      for (const [kind, forms] of Object.entries(this.#secrets)) {
        for (const form of forms) if (plain.some((one) => one.includes(form))) found.add(`${channel}: ${kind}`);
      }
    }
    return [...found].sort();
  }

  /** The number of recorded entries: an empty recording proves nothing. */
  get entryCount() {
    return this.#entries.length;
  }

  /** Clears the recording, for the recorder's own tests. */
  reset() {
    this.#entries = [];
  }
}

const after = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds).unref());

/** Addresses of Connect and of its upload screen, with what stands before the token. The mock of Connect is on this machine. */
const OF_CONNECT = /(https?:\/\/(?:[\w-]+\.private\.fin\.ag|(?:localhost|127\.0\.0\.1):\d+)\/(?:[\w-]+\/)*v2(?:\/[^?#\s]*)?\?(?:[^#\s]*?&)?authorizeToken=)[^&#\s]*/g;

/** Without the token where it may be; at any other address it stays, and is a leak. */
function withoutToken(text) {
  return text.replace(OF_CONNECT, '$1');
}

/** A text as it is, percent-decoded, and form-decoded. */
function decoded(text) {
  const plain = (one) => one.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString());
  return [text, plain(text), plain(text.replaceAll('+', ' '))];
}

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

export const test = base.extend({
  recorder: [
    async ({ context }, use) => {
      const recorder = new PrivacyRecorder(context);
      await recorder.start();
      await use(recorder);
      expect(await recorder.leaks()).toEqual([]);
    },
    { auto: true },
  ],
});
