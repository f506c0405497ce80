// The reference server with a thousand open event streams: the memory of one, and the time from a webhook to the event.
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { mb, ms, table } from './table.mjs';

const STREAMS = 1000;
/** Webhooks that are posted one after the other, each after the event of the last. */
const SEQUENTIAL_WEBHOOKS = 300;
/** The most requests at the same time. */
const MAX_CONCURRENT = 50;
/** The size of a webhook in bytes: about the transactions of three months. */
const WEBHOOK_BYTES = 16_384;
const KEY = 'a-webhook-key-for-benchmarks';
const TIMEOUT_MS = 60_000;

export const RELAY_NOTES = [
  'One relay (profile `server`) with SQLite, each event on disk before the answer, and who measures on the same machine; plain HTTP, no proxy.',
  `Webhooks are signed; one after the other they say “not yet”, all at once they bring accounts, of ${WEBHOOK_BYTES / 1024} KB. "Told": from the moment that the webhook’s 200 is here to the event’s arrival at the client; 0 where the event was faster than the 200. "Posted": from the post to the event.`,
  'Memory is what the process has resident (VmRSS), and of it what is its own (RssAnon), above what it had with all uploads begun and no stream open.',
  'RELAY_REQUESTS_PER_MINUTE is raised, since all clients have one address; everything else is the default.',
];

/** Creates uploads, opens their streams and posts webhooks. Returns milliseconds and bytes. */
export async function relay({ target, binary, say }) {
  const folder = join(target, 'relay');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const server = await start(binary, join(folder, 'relay.db'));
  const client = clientOf(server.origin);
  try {
    const uploads = await pooled(Array.from({ length: STREAMS }), MAX_CONCURRENT, () => client.begin());
    await settle();
    const before = memoryOf(server.pid);
    const opening = performance.now();
    await pooled(uploads, MAX_CONCURRENT, (upload) => client.listen(upload));
    const opened = performance.now() - opening;
    await settle();
    const open = memoryOf(server.pid);
    say(`  ${STREAMS} streams are open`);

    const alone = [];
    for (const upload of uploads.slice(0, SEQUENTIAL_WEBHOOKS)) alone.push(await deliver(client, upload, 'processing'));
    say('  all webhooks at once');
    const began = performance.now();
    const burst = await pooled(uploads, MAX_CONCURRENT, (upload) => deliver(client, upload, 'ready'));
    const took = performance.now() - began;
    await Promise.all(uploads.map(({ ended }) => within(ended, 'a stream did not end')));
    await settle();
    const closed = memoryOf(server.pid);
    return {
      streams: STREAMS,
      opened,
      memory: before && { before, open, closed, each: (open.resident - before.resident) / STREAMS, own: (open.own - before.own) / STREAMS },
      alone: figures(alone),
      burst: { ...figures(burst), perSecond: (STREAMS / took) * 1000 },
    };
  } finally {
    client.close();
    await server.stop();
  }
}

export function relayTable({ alone, burst }) {
  const row = (name, { told, posted }) => [name, ...[told.p50, told.p99, told.max, posted.p50, posted.p99].map((time) => `${ms(time)} ms`)];
  return table(['webhooks', 'told, p50', 'p99', 'max', 'posted, p50', 'p99'], [
    row(`${SEQUENTIAL_WEBHOOKS}, one after the other`, alone),
    row(`${STREAMS}, ${MAX_CONCURRENT} at a time`, burst),
  ]);
}

export function relayMemoryTable({ streams, memory, opened }) {
  const rows = memory === null ? [] : [['before', memory.before], [`${streams} streams open`, memory.open], ['all closed', memory.closed]];
  const cells = rows.map(([name, { resident, own }]) => [name, `${mb(resident)} MB`, `${mb(own)} MB`]);
  if (memory !== null) cells.push(['a stream', `${(memory.each / 1e3).toFixed(1)} KB`, `${(memory.own / 1e3).toFixed(1)} KB`]);
  return `${table(['memory', 'resident', 'its own'], cells)}\n\nOpening them took ${ms(opened)} ms.`;
}

/** Starts a relay on a free port. */
async function start(binary, database) {
  const child = spawn(binary, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      RELAY_LISTEN: '127.0.0.1:0',
      DATABASE_URL: `sqlite://${database}?mode=rwc`,
      FLINKS_API_BASE: 'http://127.0.0.1:9',
      FLINKS_CUSTOMER_ID: '43387ca6-0391-4c82-857d-70d95f087ecb',
      FLINKS_WEBHOOK_KEY: KEY,
      FLINKS_SECRET_KEY: 'a-secret-key-for-benchmarks',
      RELAY_REQUESTS_PER_MINUTE: '1000000',
    },
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const address = await within(new Promise((resolve, reject) => {
    const lines = createInterface({ input: child.stdout });
    const said = [];
    lines.on('line', (line) => {
      const told = JSON.parse(line);
      if (told.address) resolve(told.address);
      else if (said.length < 20) said.push(line);
    });
    gone.then(() => reject(new Error(`the relay did not start: ${said.join('\n')}`)));
  }), 'the relay did not start in time');
  return {
    origin: `http://${address}`,
    pid: child.pid,
    async stop() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function clientOf(origin) {
  const agent = new Agent({ keepAlive: true, maxSockets: MAX_CONCURRENT });
  // One connection for each stream.
  const streams = new Agent({ maxSockets: Infinity });

  const send = (path, { body, ...options }, take) => new Promise((resolve, reject) => {
    const asked = request(origin + path, { agent, ...options }, (answer) => take(answer, resolve, reject));
    asked.once('error', reject);
    asked.end(body);
  });
  const whole = (answer, resolve, reject) => {
    let text = '';
    answer.setEncoding('utf8');
    answer.on('data', (piece) => (text += piece));
    answer.once('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text, at: performance.now() }));
    answer.once('error', reject);
  };

  return {
    async begin() {
      const { status, headers, text } = await send('/uploads', { method: 'POST' }, whole);
      if (status !== 201) throw new Error(`beginning an upload was answered with ${status}`);
      return { tag: JSON.parse(text).tag, cookie: headers['set-cookie'][0].split(';')[0], heard: new Map(), waiting: new Map() };
    },
    /** Resolves when the stream has started; later statuses are recorded with their time. */
    listen(upload) {
      const { tag, cookie, heard, waiting } = upload;
      return send(`/uploads/${tag}/events`, { agent: streams, headers: { cookie } }, (answer, resolve, reject) => {
        if (answer.statusCode !== 200) return reject(new Error(`a stream was answered with ${answer.statusCode}`));
        upload.ended = new Promise((end) => answer.once('close', end));
        answer.setEncoding('utf8');
        answer.on('data', (piece) => {
          resolve();
          for (const [, status] of piece.matchAll(/"status":"([\w-]+)"/g)) {
            heard.set(status, performance.now());
            waiting.get(status)?.();
          }
        });
        // Connections that break at the end are not measured.
        answer.on('error', () => {});
      });
    },
    post(body) {
      const signature = createHmac('sha256', KEY).update(body).digest('base64');
      const headers = { 'content-type': 'application/json', 'flinks-authenticity-key': signature, 'content-length': Buffer.byteLength(body) };
      return send('/webhooks/flinks', { method: 'POST', headers, body }, whole);
    },
    close() {
      agent.destroy();
      streams.destroy();
    },
  };
}

/** Posts a webhook and waits for its event. */
async function deliver(client, upload, status) {
  const { tag, heard, waiting } = upload;
  const told = new Promise((resolve) => waiting.set(status, resolve));
  const body = webhook(tag, status);
  const posted = performance.now();
  const answer = await client.post(body);
  if (answer.status !== 200) throw new Error(`a webhook was answered with ${answer.status}`);
  if (!heard.has(status)) await within(told, `'${status}' was not told`);
  return { told: Math.max(0, heard.get(status) - answer.at), posted: heard.get(status) - posted };
}

function webhook(tag, status) {
  const about = { ResponseType: 'GetAccountsDetail', Tag: tag, RequestId: 'r-1', Login: { Id: 'l-1' } };
  if (status === 'processing') return JSON.stringify({ ...about, HttpStatusCode: 202, FlinksCode: 'OPERATION_PENDING' });
  const transaction = { Date: '2025-01-31', Code: null, Description: 'PAYROLL EXAMPLE INC', Debit: null, Credit: 1500.25, Balance: 5105.6, Id: 't-1' };
  const count = Math.floor(WEBHOOK_BYTES / (JSON.stringify(transaction).length + 1));
  return JSON.stringify({ ...about, HttpStatusCode: 200, Accounts: [{ AccountNumber: '7641238', Transactions: Array(count).fill(transaction) }] });
}

function figures(times) {
  const of = (name) => {
    const sorted = times.map((time) => time[name]).sort((a, b) => a - b);
    const at = (share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    return { p50: at(0.5), p99: at(0.99), max: sorted.at(-1) };
  };
  return { told: of('told'), posted: of('posted') };
}

/** Does `work` for each item, `concurrency` of them at a time; returns the results in order. */
async function pooled(list, concurrency, work) {
  const results = Array(list.length);
  let next = 0;
  const one = async () => {
    while (next < list.length) {
      const at = next;
      next += 1;
      results[at] = await work(list[at]);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, one));
  return results;
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 1000));

async function within(answer, complaint) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${complaint} in ${TIMEOUT_MS / 1000} s`)), TIMEOUT_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** In bytes; null where there is no /proc. */
function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const of = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)[1]) * 1024;
    return { resident: of('VmRSS'), own: of('RssAnon') };
  } catch {
    return null;
  }
}
