// Serves the mock of Flinks Connect: `node sandbox/server.mjs`, or `start()` from a test.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { realpathSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const ASSETS = new Set(['sandbox.js', 'behavior.js', 'words.js', 'sandbox.css']);
const TYPES = { '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.html': 'text/html; charset=utf-8' };
const HEADERS = {
  'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** The file that answers a path, or null. Only what is named here is ever read. */
export function fileFor(path) {
  const [, asset] = /^\/assets\/([\w.]+)$/.exec(path) ?? [];
  if (asset !== undefined) return ASSETS.has(asset) ? asset : null;
  return /^\/v2(\/|\/upload\/?|\/upload\/[^/]+\/?)?$/i.test(path) ? 'index.html' : null;
}

/** What the upload screen reports; ids only. */
const MAX_REPORT_LENGTH = 4096;

/** Reports the upload to the mock of Flinks' API, if there is one. */
async function passOn(request, response) {
  let report = '';
  for await (const piece of request.setEncoding('utf8')) {
    report += piece;
    if (report.length > MAX_REPORT_LENGTH) return response.writeHead(413, HEADERS).end();
  }
  const api = process.env.MOCK_URL;
  const told = api && (await fetch(`${api}/mock/uploads`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: report }).catch(() => null));
  return response.writeHead(told?.ok ? 202 : 503, HEADERS).end();
}

async function answer(request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (pathname === '/uploaded' && request.method === 'POST') return passOn(request, response);
  const file = fileFor(pathname);
  if (file === null || (request.method !== 'GET' && request.method !== 'HEAD')) {
    response.writeHead(404, HEADERS).end();
    return;
  }
  const body = await readFile(new URL(file, import.meta.url));
  response.writeHead(200, { ...HEADERS, 'content-type': TYPES[extname(file)] }).end(request.method === 'HEAD' ? undefined : body);
}

/** Starts on both loopback addresses, so that `localhost` works whichever it means. */
export async function start({ port = 8081 } = {}) {
  const listen = (host, at) => new Promise((resolve, reject) => {
    const server = createServer((request, response) => answer(request, response).catch(() => response.destroy()));
    server.once('error', reject);
    server.listen(at, host, () => resolve(server));
  });
  const servers = [await listen('127.0.0.1', port)];
  const bound = servers[0].address().port;
  // A machine without IPv6 has only the one.
  servers.push(...(await listen('::1', bound).then((server) => [server], () => [])));
  return {
    url: `http://localhost:${bound}/v2/`,
    close: () => Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve)))),
  };
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const port = Number(process.env.SANDBOX_PORT ?? 8081);
  const { url } = await start({ port });
  console.log(`Mock of Flinks Connect: ${url}`);
}
