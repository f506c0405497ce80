// Killing the relay loses nothing for the user. Each test runs its own relay over its own database file
// and posts webhooks signed as Flinks signs them.
import { expect, test as base } from '../privacy-recorder.mjs';
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const KEY = 'a-webhook-key-for-these-tests';
const part = (page, name) => page.locator(`flinks-upload [part~="${name}"]`);
const log = (page, type) => page.locator(`#log [data-type="${type}"]`);

/** Built by `make demo`. */
class RelayProcess {
  constructor(port, database, origin) {
    Object.assign(this, { port, database, origin });
  }

  async start() {
    this.child = spawn(`${root}target/debug/relay`, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        RELAY_LISTEN: `127.0.0.1:${this.port}`,
        DATABASE_URL: `sqlite://${this.database}?mode=rwc`,
        FLINKS_API_BASE: `http://127.0.0.1:${process.env.E2E_STAND_IN_PORT ?? '8182'}`,
        FLINKS_CUSTOMER_ID: '43387ca6-0391-4c82-857d-70d95f087ecb',
        FLINKS_WEBHOOK_KEY: KEY,
        FLINKS_SECRET_KEY: 'a-secret-key-for-demos-only',
        FLINKS_API_KEY: 'an-api-key-for-demos-only',
        RELAY_ALLOWED_ORIGINS: this.origin,
      },
    });
    for await (const line of createInterface({ input: this.child.stdout })) if (JSON.parse(line).address) break;
    // Drain the remaining output so that the pipe does not fill up.
    this.child.stdout.resume();
  }

  /** Like `kill -9`: no warning and no time to flush. */
  async kill() {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
  }

  /** Posts a Flinks webhook about an upload. Resolves to the response status, or 0 if nothing answered. */
  async webhook(tag, requestId, more = { HttpStatusCode: 200, Accounts: [{ AccountNumber: '7641238' }] }) {
    const body = JSON.stringify({ ResponseType: 'GetAccountsDetail', Tag: tag, RequestId: requestId, ...more });
    const signature = createHmac('sha256', KEY).update(body).digest('base64');
    const headers = { 'flinks-authenticity-key': signature };
    return fetch(`http://127.0.0.1:${this.port}/webhooks/flinks`, { method: 'POST', headers, body }).then(({ status }) => status, () => 0);
  }
}

const PENDING = { HttpStatusCode: 202, FlinksCode: 'OPERATION_PENDING' };

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

const test = base.extend({
  relay: async ({ baseURL }, use, { outputDir }) => {
    mkdirSync(outputDir, { recursive: true });
    const relay = new RelayProcess(await freePort(), join(outputDir, 'relay.db'), new URL(baseURL).origin);
    await relay.start();
    await use(relay);
    await relay.kill();
  },
});

/** Runs the journey up to "received"; only the test posts webhooks. Returns what the webhook needs. */
async function upload(page, baseURL, relay) {
  const url = new URL(baseURL);
  for (const [name, value] of Object.entries({ relay: relay.port, mode: 'upload', ending: 'lost' })) url.searchParams.set(name, value);
  await page.addInitScript(() => addEventListener('upload-complete', ({ detail }) => (window.requestId = detail.requestId)));
  const uploadCreated = page.waitForResponse((answer) => answer.url().endsWith('/uploads') && answer.request().method() === 'POST');
  await page.goto(String(url));
  const { tag } = await (await uploadCreated).json();
  await part(page, 'browse').locator('input').setInputFiles([`${root}samples/statement-2026-01.pdf`]);
  await part(page, 'continue').click();
  const frame = part(page, 'frame').contentFrame();
  await frame.locator('input[type=file]').setInputFiles([`${root}samples/statement-2026-01.pdf`]);
  await frame.locator('main > button').click();
  await expect(part(page, 'received')).toBeVisible();
  return { tag, requestId: await page.evaluate(() => window.requestId) };
}

const statusEvents = (page, status) => expect(log(page, 'upload-status').filter({ hasText: status }));

test('a relay that is killed the moment it has taken a webhook loses nothing of an open stream', async ({ page, baseURL, relay }) => {
  const { tag, requestId } = await upload(page, baseURL, relay);
  await statusEvents(page, 'received').toHaveCount(1);
  expect(await relay.webhook(tag, requestId)).toBe(200);
  await relay.kill();
  await relay.start();
  await expect(part(page, 'received')).toHaveAttribute('data-status', 'ready', { timeout: 20_000 });
  await statusEvents(page, 'ready').toHaveCount(1);
  await expect(page.locator('flinks-accounts [part~="account"]')).toHaveCount(3, { timeout: 15_000 });
});

test('a webhook that came while nobody listened is told once somebody does, by another relay over the same file', async ({ page, baseURL, relay }) => {
  let isBlocked = true;
  await page.route('**/uploads/*/events', (route) => (isBlocked ? route.abort() : route.continue()));
  const { tag, requestId } = await upload(page, baseURL, relay);
  expect(await relay.webhook(tag, requestId)).toBe(200);
  await relay.kill();
  await statusEvents(page, 'ready').toHaveCount(0);
  await relay.start();
  isBlocked = false;
  await expect(part(page, 'received')).toHaveAttribute('data-status', 'ready', { timeout: 25_000 });
  await statusEvents(page, 'ready').toHaveCount(1);
});

test('ten deliveries, repeated, shuffled and broken off by a kill, are one result on the page', async ({ page, baseURL, relay }) => {
  const { tag, requestId } = await upload(page, baseURL, relay);
  await statusEvents(page, 'received').toHaveCount(1);
  const order = [PENDING, PENDING, undefined, PENDING, undefined, undefined, PENDING, undefined, PENDING, undefined];
  const answers = [];
  for (const [at, more] of order.entries()) {
    if (at === 2) await relay.kill();
    if (at === 3) await relay.start();
    answers.push(await relay.webhook(tag, requestId, more));
  }
  expect(answers).toEqual([200, 200, 0, ...Array(7).fill(200)]);
  await expect(part(page, 'received')).toHaveAttribute('data-status', 'ready', { timeout: 20_000 });
  await statusEvents(page, 'ready').toHaveCount(1);
  await statusEvents(page, 'processing').toHaveCount(1);
  await statusEvents(page, 'received').toHaveCount(1);
});
