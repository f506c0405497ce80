// A host page whose origin, package and Connect are served by request interception, so that
// the element uses the provider's real URLs without a network.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from './privacy-recorder.mjs';

export { expect };

const root = fileURLToPath(new URL('../../', import.meta.url));
const npm = join(root, 'target/npm');

export const HOST_ORIGIN = 'https://lender.example';
export const CONNECT_ORIGIN = 'https://toolbox-iframe.private.fin.ag';
export const EVENTS = ['connect-event', 'upload-offer', 'upload-check', 'upload-handoff', 'upload-complete', 'upload-status', 'upload-error'];

/** The CSP that docs/deployment.md promises to support. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "worker-src 'self'",
  `frame-src ${CONNECT_ORIGIN}`,
].join('; ');

export const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html', '.json': 'application/json' };

/** Unpacks the npm tarball, the package as users get it. */
function unpackPackage() {
  const tarball = existsSync(npm) && readdirSync(npm).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new Error('target/npm contains no tarball; run: make package');
  const folder = join(npm, 'unpacked');
  const packed = join(npm, tarball);
  if (!existsSync(folder) || statSync(folder).mtimeMs < statSync(packed).mtimeMs) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    execFileSync('tar', ['-xzf', packed, '-C', folder, '--touch']);
  }
  return join(folder, 'package');
}

export const packageFolder = unpackPackage();

/** A page that no page tree refers to: only the fallback parser finds it. */
export const NO_PAGE_TREE = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 9 0 R>> endobj
2 0 obj <</Type/Page/MediaBox[0 0 612 792]/Contents 3 0 R>> endobj
3 0 obj <</Length 1>> stream
 
endstream endobj
trailer <</Size 4/Root 1 0 R>>
%%EOF
`;

/** What takes milliseconds in nearly every test is looked for more often than Playwright does by itself. */
const SOON = { intervals: [10, 20, 40, 80, 150, 300] };

/** A mock of Connect that stays silent until a test posts a message from it. */
const CONNECT_PAGE = '<!DOCTYPE html><title>Connect</title><p>Connect</p>';

export class HostPage {
  constructor(page) {
    this.page = page;
    this.requests = [];
    this.violations = [];
  }

  /** Opens the page with the element. `intercept(route, url)` may answer a request itself. */
  async open(attributes = { instance: 'toolbox' }, { body, script = "import '/package/define.js';", policy = POLICY, workerPolicy, language = 'en', frame = CONNECT_PAGE, intercept = () => false } = {}) {
    const attributeList = Object.entries(attributes).map(([name, value]) => `${name}="${String(value).replaceAll('"', '&quot;')}"`);
    const markup = body ?? `<flinks-upload ${attributeList.join(' ')}></flinks-upload>`;
    const html = `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Lender</title>
      <script type="module" src="/record-events.js"></script><script type="module" src="/page.js"></script></head>
      <body>${markup}</body></html>`;
    const { page } = this;
    page.on('request', (request) => this.requests.push({ url: request.url(), body: request.postData() }));
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) this.violations.push(message.text());
    });
    await page.route('**/*', (route) => this.#answer(route, { html, script, policy, workerPolicy, frame, intercept }));
    await page.goto(`${HOST_ORIGIN}/`);
  }

  #answer(route, { html, script, policy, workerPolicy, frame, intercept }) {
    const url = new URL(route.request().url());
    const intercepted = intercept(route, url);
    if (intercepted) return intercepted;
    if (url.origin === CONNECT_ORIGIN || url.hostname.endsWith('.private.fin.ag')) {
      return route.fulfill(typeof frame === 'function' ? frame(url) : { contentType: 'text/html', body: frame });
    }
    if (url.origin !== HOST_ORIGIN) return route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' });
    const headers = { 'content-security-policy': policy };
    if (url.pathname === '/') return route.fulfill({ contentType: 'text/html', headers, body: html });
    if (url.pathname === '/page.js') return route.fulfill({ contentType: 'text/javascript', body: script });
    if (url.pathname === '/record-events.js') return route.fulfill({ contentType: 'text/javascript', body: eventRecorderScript() });
    const file = join(packageFolder, url.pathname.replace(/^\/package\//, ''));
    if (!existsSync(file)) return route.fulfill({ status: 404, body: '' });
    // A worker uses the CSP of its own script.
    const own = url.pathname === '/package/worker.js' && workerPolicy ? { 'content-security-policy': workerPolicy } : {};
    return route.fulfill({ contentType: TYPES[extname(file)] ?? 'text/plain', headers: own, body: readFileSync(file) });
  }

  get element() {
    return this.page.locator('flinks-upload');
  }

  part(name) {
    return this.page.locator(`flinks-upload [part~="${name}"]`);
  }

  get fileRows() {
    return this.part('file');
  }

  get fileInput() {
    return this.part('browse').locator('input');
  }

  /** All events so far as `{type, detail}`, with files as their names. */
  events(type) {
    return this.page.evaluate((wanted) => window.events.filter((event) => !wanted || event.type === wanted), type);
  }

  async eventCount(type) {
    return (await this.events(type)).length;
  }

  /** Connect's frame, once it has loaded. */
  async connectFrame() {
    await expect(this.part('frame')).toBeAttached();
    const handle = await this.part('frame').elementHandle();
    const frame = await handle.contentFrame();
    await frame.waitForLoadState();
    return frame;
  }

  /** Posts a message from Connect and waits for the host's `connect-event`. */
  async postFromConnect(message) {
    const before = await this.eventCount('connect-event');
    const frame = await this.connectFrame();
    await frame.evaluate(([data, target]) => parent.postMessage(data, target), [message, HOST_ORIGIN]);
    await expect.poll(() => this.eventCount('connect-event'), SOON).toBe(before + 1);
  }

  selectInstitution(institution) {
    return this.postFromConnect({ step: 'INSTITUTION_SELECTED', institution });
  }

  failLogin(flinksCode) {
    return this.postFromConnect({ requestId: 'r-1', flinksCode, institution: 'FlinksCapital' });
  }

  /** Selects an institution in primary mode and accepts the offer. */
  async chooseUpload(institution = 'FlinksCapital') {
    await this.selectInstitution(institution);
    await this.part('use-upload').click();
    await expect(this.part('dropzone')).toBeVisible();
  }

  /** Adds files created in the page: `[{name, size?, text?, type?}]`. Without `text`, a small valid PDF. */
  async addFiles(files) {
    await this.element.evaluate(async (element, list) => {
      // The load event may come before an async module script has finished.
      await customElements.whenDefined(element.localName);
      const made = list.map(({ name, size, text, type = '' }) => new File(text === undefined ? window.pdf(name, size) : [text], name, { type }));
      element.addFiles(made);
    }, files);
  }

  /** Waits until all files have a verdict and returns the report. */
  async waitForReport(count) {
    await expect.poll(() => this.element.evaluate((element) => element.report?.complete && element.report.totals.files), SOON).toBe(count);
    return this.element.evaluate((element) => element.report);
  }

  statuses() {
    return this.fileRows.evaluateAll((rows) => rows.map((row) => row.dataset.status));
  }

  /** The URL of the element's frame. */
  frameUrl() {
    return this.part('frame').getAttribute('src');
  }
}

/** The parts of a valid one-page PDF that contains `name`, padded to exactly `size` bytes with a comment. */
export function pdf(name, size) {
  const content = 'BT /F 12 Tf 72 700 Td (Statement of account) Tj ET';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let text = `%PDF-1.4\n%${encodeURIComponent(name)}\n`;
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const end = `startxref\n${text.length}\n%%EOF\n`;
  text += `xref\n0 6\n0000000000 65535 f \n${rows}trailer\n<</Size 6/Root 1 0 R>>\n`;
  if (size === undefined) return [text, end];
  const room = size - text.length - end.length - 2;
  if (room < 0) throw new Error(`a good PDF has at least ${size - room} bytes`);
  return [text, '%', new Uint8Array(room).fill(0x20), '\n', end];
}

/** Served as a file, because the CSP forbids inline scripts. */
export function eventRecorderScript() {
  return `window.pdf = ${pdf};
window.events = [];
for (const type of ${JSON.stringify(EVENTS)}) {
  document.addEventListener(type, (event) => {
    if (window.prevented === type) event.preventDefault();
    const { files, ...rest } = event.detail;
    const detail = type === 'upload-handoff' ? { ...rest, files: files.map((file) => file.name) } : event.detail;
    window.events.push({ type, detail: structuredClone(detail), composed: event.composed, cancelable: event.cancelable });
  });
}`;
}

export const test = base.extend({
  hostPage: async ({ page }, use) => {
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    const hostPage = new HostPage(page);
    hostPage.pageErrors = errors;
    await use(hostPage);
    // In addition to the recorder's check: no CSP violations and no uncaught errors.
    expect(hostPage.violations).toEqual([]);
    expect(errors).toEqual([]);
  },
});
