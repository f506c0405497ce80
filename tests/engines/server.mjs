// Servers for browsers without request interception: the host page with the unpacked package on one
// origin, the mock of Connect on another, and a foreign origin on a third.
import { createServer } from 'node:http';
import { elementMarkup, hostHtml } from '../support/element-page.mjs';
import { eventRecorderScript } from '../support/events.mjs';
import { policyWith } from '../support/origins.mjs';
import { packageFile } from '../support/package.mjs';
import { start as startConnect } from '../../sandbox/server.mjs';

/** In addition to the element's events: CSP violations, uncaught errors and all messages. */
const RECORD_PROBLEMS = `
window.violations = [];
window.uncaught = [];
window.messages = [];
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
  // WebKit requests a favicon by itself.
  if (!blockedURI.endsWith('/favicon.ico')) window.violations.push(effectiveDirective + ' ' + blockedURI);
});
window.addEventListener('error', (event) => window.uncaught.push(String(event.message)));
window.addEventListener('unhandledrejection', (event) => window.uncaught.push(String(event.reason)));
window.addEventListener('message', (event) => window.messages.push({ origin: event.origin, data: event.data }));
`;
const SCRIPTS = {
  // A classic script, so that it listens before anything else runs.
  '/record-events.js': `${eventRecorderScript()}${RECORD_PROBLEMS}`,
  '/foreign-origin.js': "parent.postMessage({ requestId: 'r', flinksCode: 'RETRY_LATER', institution: 'TD' }, '*');",
};

class TestServer {
  #server;
  #page = '';
  #policy = '';

  async start() {
    this.connect = await startConnect({ port: 0 });
    this.#server = createServer((request, response) => this.#answer(request, response));
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const { port } = this.#server.address();
    this.url = `http://127.0.0.1:${port}`;
    // Another host name of the same machine is another origin.
    this.foreignOrigin = `http://localhost:${port}/foreign-origin`;
    return this;
  }

  /** Configures the next page: attributes, CSP overrides, the MIME type of wasm, extra frames, the entry of the package, and its script. */
  prepare({ attributes, directives = {}, wasmType = 'application/wasm', frames = '', entry = 'define', script = `import '/package/${entry}.js';` }) {
    this.requests = [];
    this.wasmType = wasmType;
    this.script = script;
    this.#policy = policyWith(new URL(this.connect.url).origin, directives);
    const element = elementMarkup({ 'connect-base': this.connect.url, ...attributes });
    this.#page = hostHtml({ body: `<h1>Your income</h1>${element}${frames}`, viewport: 'width=device-width, initial-scale=1' });
  }

  #answer(request, response) {
    const { pathname } = new URL(request.url, this.url);
    this.requests.push(pathname);
    const send = (type, body, headers = {}) => response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...headers }).end(body);
    if (pathname === '/') return send('text/html; charset=utf-8', this.#page, { 'content-security-policy': this.#policy });
    if (pathname === '/page.js') return send('text/javascript', this.script);
    if (pathname === '/foreign-origin') return send('text/html', '<!DOCTYPE html><title>Foreign origin</title><script src="/foreign-origin.js"></script>');
    if (SCRIPTS[pathname]) return send('text/javascript; charset=utf-8', SCRIPTS[pathname]);
    const file = packageFile(pathname);
    if (!file) return response.writeHead(404).end();
    return send(pathname.endsWith('.wasm') ? this.wasmType : file.contentType, file.body);
  }

  async stop() {
    this.#server.closeAllConnections?.();
    await Promise.all([this.connect.close(), new Promise((resolve) => this.#server.close(resolve))]);
  }
}

export const startServer = () => new TestServer().start();
