// The reference server with a thousand open event streams: memory per stream, and the latency of webhooks.
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { mb, ms, table } from './table.mjs';

const STREAMS = 1000;
/** Webhooks one by one, each after the previous one was delivered. */
const SEQUENTIAL = 300;
/** Concurrent posts, when all webhooks come at once. */
const CONCURRENCY = 50;
/** About the size of three months of transactions. */
const WEBHOOK_BYTES = 16_384;
const KEY = 'a-webhook-key-for-benchmarks';
const TIMEOUT_MS = 60_000;

export const RELAY_NOTES = [
  'One relay (profile `server`) with SQLite, each event on disk before the answer, and who measures on the same machine; plain HTTP, no proxy.',
  `Webhooks are signed; one after the other they say “not yet”, all at once they bring accounts, of ${WEBHOOK_BYTES / 1024} KB. "Delivered": from the moment that the webhook’s 200 is here to the event’s arrival at the client; 0 where the event was faster than the 200. "Posted": from the post to the event.`,
  'Memory is what the process has resident (VmRSS), and of it what is its own (RssAnon), above what it had with all uploads begun and no stream open.',
  'RELAY_REQUESTS_PER_MINUTE is raised, since all clients have one address; everything else is the default.',
];

/**
 * Starts uploads, opens their streams and posts webhooks. Returns figures in milliseconds and bytes. With a database of PostgreSQL there
 * are two relays over it: each has half of the streams, and gets the webhooks of the other half.
 */
export async function relay({ target, binary, say, postgres }) {
  const folder = join(target, 'relay');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const database = postgres ?? `sqlite://${join(folder, 'relay.db')}?mode=rwc`;
  const servers = [];
  for (let count = postgres ? 2 : 1; count > 0; count -= 1) servers.push(await start(binary, database));
  const clients = servers.map(({ origin }) => clientOf(origin));
  const memory = () => {
    const each = servers.map(({ pid }) => memoryOf(pid));
    return each.includes(null) ? null : each.reduce((sum, one) => ({ resident: sum.resident + one.resident, own: sum.own + one.own }));
  };
  try {
    const listener = (at) => clients[at % clients.length];
    const poster = (at) => clients[(at + 1) % clients.length];
    const numbers = Array.from({ length: STREAMS }, (_, at) => at);
    const uploads = await mapConcurrent(numbers, CONCURRENCY, (at) => listener(at).beginUpload());
    await settle();
    const before = memory();
    const opening = performance.now();
    await mapConcurrent(numbers, CONCURRENCY, (at) => listener(at).listen(uploads[at]));
    const opened = performance.now() - opening;
    await settle();
    const open = memory();
    say(`  ${STREAMS} streams are open${postgres ? ', half of them at each of two relays' : ''}`);

    const sequential = [];
    for (const at of numbers.slice(0, SEQUENTIAL)) sequential.push(await deliver(poster(at), uploads[at], 'processing'));
    say('  all webhooks at once');
    const began = performance.now();
    const burst = await mapConcurrent(numbers, CONCURRENCY, (at) => deliver(poster(at), uploads[at], 'ready'));
    const took = performance.now() - began;
    await Promise.all(uploads.map(({ ended }) => withTimeout(ended, 'a stream did not end')));
    await settle();
    const closed = memory();
    return {
      streams: STREAMS,
      opened,
      memory: before && { before, open, closed, each: (open.resident - before.resident) / STREAMS, own: (open.own - before.own) / STREAMS },
      sequential: figures(sequential),
      burst: { ...figures(burst), perSecond: (STREAMS / took) * 1000 },
    };
  } finally {
    for (const client of clients) client.close();
    for (const server of servers) await server.stop();
  }
}

export function relayTable({ sequential, burst }) {
  const row = (name, { delivered, posted }) => [name, ...[delivered.p50, delivered.p99, delivered.max, posted.p50, posted.p99].map((time) => `${ms(time)} ms`)];
  return table(['webhooks', 'delivered, p50', 'p99', 'max', 'posted, p50', 'p99'], [
    row(`${SEQUENTIAL}, one after the other`, sequential),
    row(`${STREAMS}, ${CONCURRENCY} at a time`, burst),
  ]);
}

export function relayMemoryTable({ streams, memory, opened }) {
  const rows = memory === null ? [] : [['before', memory.before], [`${streams} streams open`, memory.open], ['all closed', memory.closed]];
  const cells = rows.map(([name, { resident, own }]) => [name, `${mb(resident)} MB`, `${mb(own)} MB`]);
  if (memory !== null) cells.push(['a stream', `${(memory.each / 1e3).toFixed(1)} KB`, `${(memory.own / 1e3).toFixed(1)} KB`]);
  return `${table(['memory', 'resident', 'its own'], cells)}\n\nOpening them took ${ms(opened)} ms.`;
}

/** Starts the relay as a process on a free port. */
async function start(binary, database) {
  const child = spawn(binary, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      RELAY_LISTEN: '127.0.0.1:0',
      DATABASE_URL: database,
      FLINKS_API_BASE: 'http://127.0.0.1:9',
      FLINKS_CUSTOMER_ID: '43387ca6-0391-4c82-857d-70d95f087ecb',
      FLINKS_WEBHOOK_KEY: KEY,
      FLINKS_SECRET_KEY: 'a-secret-key-for-benchmarks',
      RELAY_REQUESTS_PER_MINUTE: '1000000',
    },
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const address = await withTimeout(new Promise((resolve, reject) => {
    const lines = createInterface({ input: child.stdout });
    const output = [];
    lines.on('line', (line) => {
      const logged = JSON.parse(line);
      if (logged.address) resolve(logged.address);
      else if (output.length < 20) output.push(line);
    });
    exited.then(() => reject(new Error(`the relay did not start: ${output.join('\n')}`)));
  }), 'the relay did not start in time');
  return {
    origin: `http://${address}`,
    pid: child.pid,
    async stop() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

function clientOf(origin) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  // One connection per stream.
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
    async beginUpload() {
      const { status, headers, text } = await send('/uploads', { method: 'POST' }, whole);
      if (status !== 201) throw new Error(`starting an upload returned ${status}`);
      return { tag: JSON.parse(text).tag, cookie: headers['set-cookie'][0].split(';')[0], receivedAt: new Map(), waiting: new Map() };
    },
    /** Resolves when the stream sends its first data; later statuses are recorded with their time. */
    listen(upload) {
      const { tag, cookie, receivedAt, waiting } = upload;
      return send(`/uploads/${tag}/events`, { agent: streams, headers: { cookie } }, (answer, resolve, reject) => {
        if (answer.statusCode !== 200) return reject(new Error(`a stream returned ${answer.statusCode}`));
        upload.ended = new Promise((end) => answer.once('close', end));
        answer.setEncoding('utf8');
        answer.on('data', (piece) => {
          resolve();
          for (const [, status] of piece.matchAll(/"status":"([\w-]+)"/g)) {
            receivedAt.set(status, performance.now());
            waiting.get(status)?.();
          }
        });
        // Errors of streams cut off at the end do not matter.
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

/** Posts a webhook and waits until its status arrives. */
async function deliver(client, upload, status) {
  const { tag, receivedAt, waiting } = upload;
  const delivered = new Promise((resolve) => waiting.set(status, resolve));
  const body = webhook(tag, status);
  const posted = performance.now();
  const answer = await client.post(body);
  if (answer.status !== 200) throw new Error(`a webhook returned ${answer.status}`);
  if (!receivedAt.has(status)) await withTimeout(delivered, `'${status}' was not delivered`);
  return { delivered: Math.max(0, receivedAt.get(status) - answer.at), posted: receivedAt.get(status) - posted };
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
  return { delivered: of('delivered'), posted: of('posted') };
}

/** Runs `work` for each item with limited concurrency; returns the results in order. */
async function mapConcurrent(list, concurrency, work) {
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

async function withTimeout(answer, complaint) {
  let timer;
  const timeout = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${complaint} in ${TIMEOUT_MS / 1000} s`)), TIMEOUT_MS);
  });
  try {
    return await Promise.race([answer, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/** In bytes; null without /proc. */
function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const of = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)[1]) * 1024;
    return { resident: of('VmRSS'), own: of('RssAnon') };
  } catch {
    return null;
  }
}
