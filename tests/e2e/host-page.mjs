// A host page whose origin, package and Connect are served by request interception, so that
// the element uses the provider's real URLs without a network.
import { ElementPage, SOON, elementMarkup, hostHtml } from '../support/element-page.mjs';
import { eventRecorderScript } from '../support/events.mjs';
import { CONNECT_ORIGIN, HOST_ORIGIN, POLICY } from '../support/origins.mjs';
import { packageFile } from '../support/package.mjs';
import { test as base, expect } from './privacy-recorder.mjs';

export { eventRecorderScript } from '../support/events.mjs';
export { CONNECT_ORIGIN, HOST_ORIGIN, POLICY } from '../support/origins.mjs';
export { contentType, packageFolder } from '../support/package.mjs';
export { NO_PAGE_TREE, pdf } from '../support/pdf.mjs';
export { expect };

/** A mock of Connect that stays silent until a test posts a message from it. */
const CONNECT_PAGE = '<!DOCTYPE html><title>Connect</title><p>Connect</p>';

export class HostPage extends ElementPage {
  constructor(page) {
    super();
    this.page = page;
    this.requests = [];
    this.violations = [];
  }

  /** Opens the page with the element. `intercept(route, url)` may answer a request itself. */
  async open(attributes = { instance: 'toolbox' }, { body, script = "import '/package/define.js';", policy = POLICY, workerPolicy, language = 'en', frame = CONNECT_PAGE, intercept = () => false } = {}) {
    const html = hostHtml({ body: body ?? elementMarkup(attributes), language });
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
    const file = packageFile(url.pathname);
    if (!file) return route.fulfill({ status: 404, body: '' });
    // A worker uses the CSP of its own script.
    const own = url.pathname === '/package/worker.js' && workerPolicy ? { 'content-security-policy': workerPolicy } : {};
    return route.fulfill({ ...file, headers: own });
  }

  run(fn, argument) {
    return this.page.evaluate(fn, argument);
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

  /** Connect's frame, once it has loaded. */
  async connectFrame() {
    await expect(this.part('frame')).toBeAttached();
    const handle = await this.part('frame').elementHandle();
    const frame = await handle.contentFrame();
    await opened(frame);
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

  statuses() {
    return this.fileRows.evaluateAll((rows) => rows.map((row) => row.dataset.status));
  }

  /** The URL of the element's frame. */
  async frameUrl() {
    return opened(await (await this.part('frame').elementHandle()).contentFrame());
  }
}

/** Waits until a frame of the element shows more than its empty document; returns its URL. */
export async function opened(frame) {
  await expect.poll(() => frame.url(), SOON).not.toMatch(/^(?:about:.*)?$/);
  return frame.url();
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
