// Serves the pages as a CDN would: precompressed with brotli, assets cached forever, pages never.
import { createServer } from 'node:http';
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompress, constants } from 'node:zlib';
import { promisify } from 'node:util';

const TYPES = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.html': 'text/html; charset=utf-8' };
const compress = promisify(brotliCompress);

/** A lower quality for large files: at the highest, MuPDF's 10 MB alone take half a minute. */
const quality = (bytes) => (bytes.length > 2_000_000 ? 5 : 11);

/**
 * `site` is a folder or null, `pages` a map from path to HTML. Returns the origin, and `take()`, which returns what was sent since its last call:
 * `{bytes, files}`, bodies as transferred.
 */
export async function serve(site, pages) {
  const bodies = new Map();
  const add = async (path, bytes) => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality(bytes), [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    bodies.set(path, { plain: bytes, brotli: await compress(bytes, { params }) });
  };
  const assets = site === null ? [] : readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  await Promise.all(assets.map((entry) => {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    return add(path.slice(site.length).replaceAll('\\', '/'), readFileSync(path));
  }));
  for (const [path, html] of pages) await add(path, Buffer.from(html));

  let sent = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const body = bodies.get(path);
    if (body === undefined) {
      response.writeHead(404).end();
      return;
    }
    const isBrotli = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
    const bytes = isBrotli ? body.brotli : body.plain;
    const isPage = pages.has(path);
    response.writeHead(200, {
      'content-type': TYPES[isPage ? '.html' : extname(path)] ?? 'application/octet-stream',
      'content-length': bytes.length,
      'cache-control': isPage ? 'no-store' : 'public, max-age=31536000, immutable',
      ...(isBrotli && { 'content-encoding': 'br' }),
    });
    response.end(bytes);
    sent.push({ path, bytes: bytes.length });
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    take() {
      const files = sent;
      sent = [];
      return { bytes: files.reduce((sum, file) => sum + file.bytes, 0), files };
    },
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}
