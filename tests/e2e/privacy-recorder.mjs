// Privacy by test: during every journey, all that leaves the page or stays behind is written down, and none of it may tell
// of a file (its name, its bytes, its hash), of a login or of a token. The one documented way out is the token in the
// address of Connect and of its upload screen.
import { test as base, expect } from '@playwright/test';
import { createHash } from 'node:crypto';

export { expect };

/** Stands in the bytes of each PDF that the tests make. */
export const MARKER = 'Statement of account';

/** Runs in every frame before its own scripts: tells what must stay here, and what other windows were told. */
function listenIn() {
  const tell = (what) => window.toRecorder?.(what);
  const isTop = window === window.top;
  const seen = new WeakSet();
  const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const { digest } = window.crypto.subtle ?? {};
  addEventListener('upload-check', ({ target, detail }) => {
    tell({ names: detail.files.map(({ name }) => name) });
    for (const file of target.files ?? []) {
      if (seen.has(file) || file.size > 1_000_000 || !digest) continue;
      seen.add(file);
      file.arrayBuffer().then((bytes) => digest.call(crypto.subtle, 'SHA-256', bytes)).then((hash) => tell({ hash: hex(hash) }), () => {});
    }
    if (target.authorizeToken) tell({ token: target.authorizeToken });
  }, true);
  addEventListener('connect-event', ({ detail }) => detail.loginId && tell({ loginId: detail.loginId }), true);
  const asText = (data) => {
    try {
      return typeof data === 'string' ? data : JSON.stringify(data, (_, value) => (value instanceof Blob ? `${value.name} ${value.size}` : value));
    } catch {
      return String(data);
    }
  };
  // Connect tells the page, as it should; what is looked at is what others are told by the page.
  addEventListener('message', ({ data, source }) => {
    if (!isTop || source === window) tell({ channel: 'postMessage', text: asText(data).slice(0, 100_000) });
  }, true);
  for (const { name, prototype } of [BroadcastChannel, MessagePort]) {
    const { postMessage } = prototype;
    prototype.postMessage = function (data, ...rest) {
      tell({ channel: name, text: asText(data) });
      return postMessage.call(this, data, ...rest);
    };
  }
  // The body of a beacon is in no request that is heard of.
  const { sendBeacon } = Navigator.prototype;
  Navigator.prototype.sendBeacon = function (url, data) {
    const text = data instanceof Blob ? data.text() : Promise.resolve(data instanceof FormData || data instanceof URLSearchParams ? [...data].join() : asText(data));
    text.then((body) => tell({ channel: 'beacon', text: `${url} ${body}` }));
    return sendBeacon.call(this, url, data);
  };
  const { register } = window.ServiceWorkerContainer?.prototype ?? {};
  if (register) {
    ServiceWorkerContainer.prototype.register = function (url, ...rest) {
      tell({ channel: 'worker', text: String(url) });
      return register.call(this, url, ...rest);
    };
  }
  for (const name of ['Worker', 'SharedWorker']) {
    const Own = window[name];
    if (!Own) continue;
    window[name] = class extends Own {
      constructor(url, options) {
        tell({ channel: 'worker', text: `${url} ${options?.name ?? options ?? ''}` });
        super(url, options);
      }
    };
  }
}

/** Everything that a frame keeps, as text. */
async function kept() {
  const found = [];
  const keep = (channel, text) => text && found.push({ channel, text });
  const entries = (storage) => JSON.stringify({ ...storage });
  const asText = async (value) => {
    if (value instanceof Blob) return `${value.name ?? ''} ${await value.text()}`;
    if (value === null || typeof value !== 'object') return String(value);
    return (await Promise.all(Object.entries(value).map(async ([key, one]) => `${key} ${await asText(one)}`))).join(' ');
  };
  const answer = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject }));
  const part = async (channel, read) => {
    try {
      keep(channel, await read());
    } catch {
      // A frame without an origin of its own keeps nothing.
    }
  };
  await part('localStorage', () => entries(localStorage));
  await part('sessionStorage', () => entries(sessionStorage));
  await part('cookie', () => document.cookie);
  await part('title', () => document.title);
  await part('referrer', () => document.referrer);
  await part('history', () => `${location.href} ${JSON.stringify(history.state)} ${window.name}`);
  await part('IndexedDB', async () => {
    const texts = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name));
      for (const store of database.objectStoreNames) texts.push(store, await asText(await answer(database.transaction(store).objectStore(store).getAll())));
      database.close();
      texts.push(name);
    }
    return texts.join(' ');
  });
  await part('Cache', async () => {
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
function disguises(text) {
  const bytes = Buffer.from(text);
  // Three ways in which Base64 may cut it, without the characters that depend on its neighbours.
  const encoded = [0, 1, 2].map((shift) => Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64').slice(shift === 0 ? 0 : 4, -4));
  return [text, encodeURIComponent(text), bytes.toString('hex'), ...encoded.filter((one) => one.length >= 12)];
}

const SHORTEST = 5;

export class Recorder {
  /** Kind of secret → the texts that give it away. */
  #secrets = { name: new Set(), bytes: new Set(disguises(MARKER)), hash: new Set(), login: new Set(), token: new Set() };
  #written = [];

  constructor(context) {
    this.context = context;
  }

  async start() {
    const { context } = this;
    await context.exposeBinding('toRecorder', (_, what) => this.#hear(what));
    await context.addInitScript(listenIn);
    context.on('request', (request) => this.#request(request));
    context.on('console', (line) => this.#write('console', line.text()));
    context.on('page', (page) => this.#watch(page));
    for (const page of context.pages()) this.#watch(page);
  }

  #watch(page) {
    page.on('framenavigated', (frame) => this.#write('history', withoutToken(frame.url())));
    page.on('websocket', (socket) => {
      this.#write('WebSocket', socket.url());
      socket.on('framesent', ({ payload }) => this.#write('WebSocket', String(payload)));
    });
  }

  #hear({ names = [], hash, token, loginId, channel, text }) {
    for (const name of names) this.#keepSecret('name', name);
    if (hash) {
      for (const form of [hash, Buffer.from(hash, 'hex').toString('base64').slice(0, -2), Buffer.from(hash, 'hex').toString('base64url')]) this.#secrets.hash.add(form);
    }
    if (token) this.#keepSecret('token', token);
    if (loginId) this.#keepSecret('login', loginId);
    if (channel) this.#write(channel, text);
  }

  #keepSecret(kind, text) {
    // Shorter ones would be found everywhere, by chance.
    if (text.length < SHORTEST) return;
    for (const form of disguises(text)) this.#secrets[kind].add(form);
  }

  #request(request) {
    const url = new URL(request.url());
    const isDocument = request.resourceType() === 'document';
    const token = isDocument && url.searchParams.get('authorizeToken');
    if (token) this.#keepSecret('token', token);
    // The demo's own server gives the page the samples, under their names.
    if (url.pathname.startsWith('/samples/') && request.method() === 'GET') return;
    this.#write('request', isDocument ? withoutToken(request.url()) : request.url());
    const headers = Object.entries(request.headers()).map(([name, value]) => `${name}: ${name === 'referer' ? withoutToken(value) : value}`);
    this.#write('header', headers.join('\n'));
    // Connect is who makes the login: the stand-in for it may tell its own server, the page nobody.
    const isConnects = url.pathname === '/uploaded' && request.frame().parentFrame() !== null;
    const told = (body) => (isConnects ? body.replace(/"loginId":"[^"]*"/, '') : body);
    this.#write('body', told(request.postDataBuffer()?.toString('latin1') ?? ''));
    this.#write('body', told(request.postData() ?? ''));
  }

  #write(channel, text) {
    if (text) this.#written.push({ channel, text });
  }

  /** What leaked: `channel: kind`, each once. */
  async leaks() {
    const { cookies } = await this.context.storageState();
    const written = [...this.#written, { channel: 'cookie', text: JSON.stringify(cookies) }];
    for (const page of this.context.pages()) {
      for (const frame of page.frames()) {
        // A frame whose page did not come yet answers nothing, and keeps nothing.
        const found = await Promise.race([frame.evaluate(kept).catch(() => []), after(3000).then(() => [])]);
        written.push(...found.map(({ channel, text }) => ({ channel, text: ['history', 'referrer'].includes(channel) ? withoutToken(text) : text })));
      }
    }
    const found = new Set();
    for (const { channel, text } of written) {
      const plain = decoded(text);
      for (const [kind, forms] of Object.entries(this.#secrets)) {
        for (const form of forms) if (plain.some((one) => one.includes(form))) found.add(`${channel}: ${kind}`);
      }
    }
    return [...found].sort();
  }

  /** How many texts were looked at: a recorder that hears nothing proves nothing. */
  get heard() {
    return this.#written.length;
  }

  /** Begins anew, for the tests of the recorder itself. */
  forget() {
    this.#written = [];
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
      const recorder = new Recorder(context);
      await recorder.start();
      await use(recorder);
      expect(await recorder.leaks()).toEqual([]);
    },
    { auto: true },
  ],
});
