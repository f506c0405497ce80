// Serves the demo page from the sources, and the wasm that scripts/build-wasm.sh left: `node scripts/demo-server.mjs PORT`.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, normalize } from 'node:path';

const root = new URL('../', import.meta.url);
const TYPES = {
  '.css': 'text/css; charset=utf-8', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json',
  '.pdf': 'application/pdf', '.png': 'image/png', '.svg': 'image/svg+xml', '.wasm': 'application/wasm',
};

/** The folders whose files are shown, below the root and by the first part of the path; all else is the package. */
const OWN = new Set(['demo', 'examples', 'samples']);

async function find(path) {
  if (path === '/') return { body: await readFile(new URL('index.html', root)), type: TYPES['.html'] };
  const name = normalize(path).slice(1);
  const places = OWN.has(name.split('/')[0]) ? [''] : ['www/', 'target/npm/wasm/'];
  for (const place of places) {
    const body = await readFile(new URL(encodeURI(place + name), root)).catch(() => undefined);
    if (body !== undefined) return { body, type: TYPES[extname(name)] ?? 'text/plain; charset=utf-8' };
  }
  return undefined;
}

async function answer(request, response) {
  const headers = { 'cache-control': 'no-cache' };
  const found = ['GET', 'HEAD'].includes(request.method) ? await find(decodeURIComponent(new URL(request.url, 'http://localhost').pathname)) : undefined;
  if (found === undefined) return response.writeHead(404, headers).end();
  return response.writeHead(200, { ...headers, 'content-type': found.type, 'content-length': found.body.length }).end(request.method === 'HEAD' ? undefined : found.body);
}

createServer((request, response) => answer(request, response).catch(() => response.writeHead(400).end())).listen(Number(process.argv[2]), '127.0.0.1');
