// Privacy by test: during every journey, all that leaves the page or stays behind is written down, and none of it may tell
// of a file (its name, its bytes, its hash), of a login or of a token. The one documented way out is the token in the
// address of Connect and of its upload screen.
import { test as base, expect } from '@playwright/test';
import { createHash } from 'node:crypto';

export { expect };

/** Stands in the bytes of each PDF that the tests make. */
export const MARKER = 'Statement of account';

/** Runs in every frame before its own scripts: tells what must stay here, and what other windows were told. */
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
  // Connect tells the page, as it should; what is looked at is what others are told by the page.
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
  // The body of a beacon is in no request that is heard of.
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
        report({ channel: 'worker', text: `${url} ${options?.name ?? options ?? ''}` });
        super(url, options);
      }
    };
  }
}

/** Everything that a frame keeps, as text. */
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
      // A frame without an origin of its own keeps nothing.
    }
  };
  await collect('localStorage', () => entries(localStorage));
  await collect('sessionStorage', () => entries(sessionStorage));
  await collect('cookie', () => document.cookie);
  await collect('title', () => document.title);
  await collect('referrer', () => document.referrer);
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

/** How a text may be disguised without meaning to. */
function encodings(text) {
  const bytes = Buffer.from(text);
  // Three ways in which Base64 may cut it, without the characters that depend on its neighbours.
  const encoded = [0, 1, 2].map((shift) => Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64').slice(shift === 0 ? 0 : 4, -4));
  return [text, encodeURIComponent(text), bytes.toString('hex'), ...encoded.filter((one) => one.length >= 12)];
}

const MIN_SECRET_LENGTH = 5;

export class PrivacyRecorder {
  /** Kind of secret → the texts that give it away. */
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
    // Shorter ones would be found everywhere, by chance.
    if (text.length < MIN_SECRET_LENGTH) return;
    for (const form of encodings(text)) this.#secrets[kind].add(form);
  }

  #recordRequest(request) {
    const url = new URL(request.url());
    const isDocument = request.resourceType() === 'document';
    const token = isDocument && url.searchParams.get('authorizeToken');
    if (token) this.#addSecret('token', token);
    // The demo's own server gives the page the samples, under their names.
    if (url.pathname.startsWith('/samples/') && request.method() === 'GET') return;
    this.#record('request', isDocument ? withoutToken(request.url()) : request.url());
    const headers = Object.entries(request.headers()).map(([name, value]) => `${name}: ${name === 'referer' ? withoutToken(value) : value}`);
    this.#record('header', headers.join('\n'));
    // Connect is who makes the login: the stand-in for it may tell its own server, the page nobody.
    const isFromConnect = url.pathname === '/uploaded' && request.frame().parentFrame() !== null;
    const withoutLoginId = (body) => (isFromConnect ? body.replace(/"loginId":"[^"]*"/, '') : body);
    this.#record('body', withoutLoginId(request.postDataBuffer()?.toString('latin1') ?? ''));
    this.#record('body', withoutLoginId(request.postData() ?? ''));
  }

  #record(channel, text) {
    if (text) this.#entries.push({ channel, text });
  }

  /** What leaked: `channel: kind`, each once. */
  async leaks() {
    const { cookies } = await this.context.storageState();
    const entries = [...this.#entries, { channel: 'cookie', text: JSON.stringify(cookies) }];
    for (const page of this.context.pages()) {
      for (const frame of page.frames()) {
        // A frame whose page did not come yet answers nothing, and keeps nothing.
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

  /** How many texts were looked at: a recorder that hears nothing proves nothing. */
  get entryCount() {
    return this.#entries.length;
  }

  /** Begins anew, for the tests of the recorder itself. */
  reset() {
    this.#entries = [];
  }
}

const after = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds).unref());

function withoutToken(url) {
  return url.replace(/([?&]authorizeToken=)[^&#\s]*/g, '$1');
}

/** A text as it is, without percent signs, and as forms write it. */
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
