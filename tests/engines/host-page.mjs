// A lender's page in the browser of this project, driven through WebDriver.
import { writeFileSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import { openBrowser, missingReason } from './engines.mjs';
import { startServer } from './server.mjs';

export { expect };

export class HostPage {
  constructor(session, server) {
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

  /** The first element of this kind inside the component, once it is there and seen. */
  async find(selector) {
    let found;
    await expect.poll(async () => {
      found = await this.run((wanted) => {
        const element = document.querySelector('flinks-upload').shadowRoot?.querySelector(wanted);
        return element?.getClientRects().length > 0 ? element : null;
      }, selector);
      return found !== null;
    }, `${selector} is shown`).toBe(true);
    return found;
  }

  part(name) {
    return this.find(`[part~="${name}"]`);
  }

  /** The texts of all elements of this kind. */
  texts(selector) {
    return this.run((wanted) => [...document.querySelector('flinks-upload').shadowRoot.querySelectorAll(wanted)].map((element) => element.textContent), selector);
  }

  async text(selector) {
    return (await this.texts(selector)).join('\n');
  }

  async click(name) {
    await this.#click(() => this.part(name));
  }

  /** Again while things move: WebKit's driver waits for nothing. */
  #click(find) {
    return expect(async () => this.session.click(await find())).toPass({ timeout: 5000 });
  }

  /** What the page's policy forbade; a test that asks has seen them. */
  violations() {
    return this.run(() => window.violations.splice(0));
  }

  /** Gives files, made in the page, to the element: small good PDFs. */
  addFiles(...names) {
    return this.run((list) => document.querySelector('flinks-upload').addFiles(list.map((name) => new File(window.pdf(name), name))), names);
  }

  /** The last parts of the addresses that the page itself asked for; a worker has a list of its own. */
  async pageRequests() {
    return this.run(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.split('/').at(-1)));
  }

  /** Picks files in the component's own input. */
  async pick(paths) {
    await this.session.type(await this.find('[part~="browse"] input'), paths.join('\n'));
  }

  /** Does something inside the provider's frame. */
  async inConnectFrame(use) {
    const frame = await this.part('frame');
    // WebKit's driver scrolls inside the frame only.
    await this.run((one) => one.scrollIntoView(), frame);
    await this.session.enter(frame);
    try {
      return await use();
    } finally {
      await this.session.enter();
    }
  }

  /** Clicks the button of this name in Connect; `fields` are filled in before, by their names. */
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

  /** Logs in at a bank that can't be reached. */
  failLogin() {
    return this.clickInConnect('Continue', { username: 'test_service_unavailable', password: 'x' });
  }

  /** What was heard of these events. */
  events(type) {
    return this.run((wanted) => window.events.filter((event) => event.type === wanted).map(({ detail }) => detail), type);
  }

  /** Waits until every picked file has its verdict, and gives the report. */
  async waitForReport(count) {
    await expect.poll(() => this.run(() => {
      const { report } = document.querySelector('flinks-upload');
      return report?.complete ? report.totals.files : -1;
    }), 'all files have their verdicts').toBe(count);
    return this.run(() => document.querySelector('flinks-upload').report);
  }

  frameUrl() {
    return this.run(() => document.querySelector('flinks-upload').shadowRoot.querySelector('[part~="frame"]')?.src ?? null);
  }
}

export const test = base.extend({
  engine: [async ({}, use, info) => use(info.project.name), { scope: 'worker' }],
  server: [async ({}, use) => {
    const server = await startServer();
    await use(server);
    await server.stop();
  }, { scope: 'worker' }],
  // It goes before the site: an open connection would keep a server waiting.
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
    // True of every page: no violation of its policy, nothing uncaught.
    expect(await hostPage.violations()).toEqual([]);
    expect(await hostPage.run(() => window.uncaught)).toEqual([]);
  },
});
