// A host page in a real browser, driven through WebDriver.
import { writeFileSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import { ElementPage } from '../support/element-page.mjs';
import { openBrowser, missingReason } from './engines.mjs';
import { startServer } from './server.mjs';

export { expect };

export class HostPage extends ElementPage {
  constructor(session, server) {
    super();
    this.session = session;
    this.server = server;
  }

  async open(attributes = {}, settings = {}) {
    this.server.prepare({ attributes, ...settings });
    await this.session.open(`${this.server.url}/`);
  }

  run(fn, ...args) {
    return this.session.run(fn, ...args);
  }

  /** The first matching element inside the component, once it is visible: not one of the panel that the component takes the place of. */
  async find(selector) {
    let found;
    await expect.poll(async () => {
      found = await this.run((wanted) => {
        const { shadowRoot } = document.querySelector('flinks-upload');
        const element = shadowRoot?.querySelector(wanted);
        const isEarly = element?.closest('[part~="collect"]')?.closest('.flinks-upload').parentNode === shadowRoot;
        return element?.getClientRects().length > 0 && !isEarly ? element : null;
      }, selector);
      return found !== null;
    }, `${selector} is shown`).toBe(true);
    return found;
  }

  part(name) {
    return this.find(`[part~="${name}"]`);
  }

  /** The texts of all matching elements. */
  texts(selector) {
    return this.run((wanted) => [...document.querySelector('flinks-upload').shadowRoot.querySelectorAll(wanted)].map((element) => element.textContent), selector);
  }

  async text(selector) {
    return (await this.texts(selector)).join('\n');
  }

  async click(name) {
    await this.#click(() => this.part(name));
  }

  /** Retries while the layout changes: WebKit's driver does not wait. */
  #click(find) {
    return expect(async () => this.session.click(await find())).toPass({ timeout: 5000 });
  }

  /** The page's CSP violations so far, which are cleared. */
  violations() {
    return this.run(() => window.violations.splice(0));
  }

  /** The file names that the page itself requested; a worker has its own list. */
  async pageRequests() {
    return this.run(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.split('/').at(-1)));
  }

  /** Picks files in the component's input. */
  async pick(paths) {
    await this.session.type(await this.find('[part~="browse"] input'), paths.join('\n'));
  }

  /** Runs `use` inside Connect's frame. */
  async inConnectFrame(use) {
    // Another frame may be taking the place of this one.
    await expect(async () => {
      const frame = await this.part('frame');
      // WebKit's driver scrolls only inside the frame.
      await this.run((one) => one.scrollIntoView(), frame);
      await this.session.enter(frame);
    }).toPass({ timeout: 5000 });
    try {
      return await use();
    } finally {
      await this.session.enter();
    }
  }

  /** Fills in `fields` by name, then clicks the button with this text in Connect. */
  clickInConnect(name, fields = {}) {
    return this.inConnectFrame(async () => {
      const find = async (fn, ...args) => {
        let found;
        await expect.poll(async () => (found = await this.run(fn, ...args)) !== null, `Connect shows ${args[0]}`).toBe(true);
        return found;
      };
      const button = () => find((wanted) => [...document.querySelectorAll('button')].find((one) => one.textContent === wanted) ?? null, name);
      await button();
      for (const [field, text] of Object.entries(fields)) await this.session.type(await find((wanted) => document.querySelector(`input[name="${wanted}"]`), field), text);
      await this.#click(button);
    });
  }

  /** Logs in at a bank that cannot be reached. */
  failLogin() {
    return this.clickInConnect('Continue', { username: 'test_service_unavailable', password: 'x' });
  }

  /** The details of all events of this type. */
  async details(type) {
    return (await this.events(type)).map(({ detail }) => detail);
  }

  /** The URL of Connect's frame, once it shows more than its empty document. */
  frameUrl() {
    return this.inConnectFrame(async () => {
      const url = () => this.run(() => location.href);
      await expect.poll(url, 'Connect is opened').not.toMatch(/^about:/);
      return url();
    });
  }
}

export const test = base.extend({
  engine: [async ({}, use, info) => use(info.project.name), { scope: 'worker' }],
  server: [async ({}, use) => {
    const server = await startServer();
    await use(server);
    await server.stop();
  }, { scope: 'worker' }],
  // Closes before the server: an open connection would delay its shutdown.
  browser: [async ({ engine, server }, use) => {
    const reason = missingReason(engine);
    const browser = reason ? { reason } : await openBrowser(engine);
    await use(browser);
    await browser.close?.();
  }, { scope: 'worker', timeout: 120_000 }],
  hostPage: async ({ browser, server }, use, info) => {
    test.skip(browser.reason !== undefined, browser.reason);
    const hostPage = new HostPage(browser.session, server);
    await use(hostPage);
    if (info.status !== info.expectedStatus) writeFileSync(info.outputPath('screen.png'), await browser.session.screenshot());
    // On every page: no CSP violations, no uncaught errors.
    expect(await hostPage.violations()).toEqual([]);
    expect(await hostPage.run(() => window.uncaught)).toEqual([]);
  },
});
