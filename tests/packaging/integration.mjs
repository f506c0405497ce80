// A page that integrates the package, however it was built, and the journey that each must complete.
import { test as base, expect } from '@playwright/test';
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONNECT_ORIGIN, HOST_ORIGIN, POLICY } from '../support/origins.mjs';
import { contentType } from '../support/package.mjs';
import { pdf } from '../support/pdf.mjs';

export { CONNECT_ORIGIN, HOST_ORIGIN, POLICY, expect };

export const root = fileURLToPath(new URL('../../', import.meta.url));
/** The folder with the tools and examples; the tarball is installed there. */
export const workspace = join(root, 'target/packaging');
export const examples = join(workspace, 'examples');
export const installed = join(examples, 'node_modules/flinks-upload');
export const tool = (path) => join(workspace, 'node_modules', path);
export const VITE = tool('vite/bin/vite.js');
export const WEBPACK = tool('webpack-cli/bin/cli.js');

/** Returns the output of a program; a failure fails the test. */
export function run(program, args, { cwd = examples, env } = {}) {
  return execFileSync(program, args, { cwd, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1e8 });
}

/** Builds an example; bundler warnings are failures. */
export function build(name, args, { home = examples, env } = {}) {
  const output = run(process.execPath, args, { cwd: join(home, name), env });
  expect(output).not.toMatch(/warn/i);
  return join(home, name, 'dist');
}

/** CSP hashes of the inline scripts, such as an import map. */
function inlineScriptHashes(html) {
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/g)].map(([, text]) => text);
  return scripts.map((text) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`).join('');
}

class IntegrationPage {
  constructor(page) {
    this.page = page;
    this.requests = [];
    this.problems = [];
    /** The selector prefix of the parts: the element, or nothing in a Yew app. */
    this.scope = 'flinks-upload ';
    /** The number of installed versions in the page. */
    this.copies = 1;
    page.on('request', (request) => {
      // A dev server reloads the page after preparing its dependencies.
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) this.requests.length = 0;
      this.requests.push(request.url());
    });
    page.on('pageerror', (error) => this.problems.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.problems.push(message.text());
    });
  }

  /** Serves a folder with this CSP and opens it; `folders` and `files` by path. */
  async open(folder, { policy = POLICY, folders = {}, files = {} } = {}) {
    const places = Object.entries({ ...folders, '/': folder });
    const read = (path) => {
      if (path in files) return files[path];
      const [prefix, place] = places.find(([start]) => path.startsWith(start));
      const file = place && join(place, path === '/' ? 'index.html' : path.slice(prefix.length));
      return file && existsSync(file) ? readFileSync(file) : undefined;
    };
    await this.#answer(({ pathname }) => {
      const body = read(pathname);
      if (body === undefined) return { status: 404, body: '' };
      const isPage = pathname === '/';
      // A worker uses the CSP of its own response.
      const csp = policy.replace('script-src', `script-src${isPage ? inlineScriptHashes(String(body)) : ''}`);
      return { contentType: isPage ? 'text/html' : contentType(pathname), headers: { 'content-security-policy': csp }, body };
    });
    await this.page.goto(`${HOST_ORIGIN}/`);
  }

  /** Opens a page of a bundler's dev server. */
  async openUrl(url) {
    this.origin = new URL(url).origin;
    await this.#answer(undefined);
    await this.page.goto(url);
  }

  async #answer(serve) {
    await this.page.route('**/*', (route) => {
      const url = new URL(route.request().url());
      if (url.pathname === '/authorize-token') return route.fulfill({ contentType: 'text/plain', body: 'token-of-server' });
      if (url.origin === CONNECT_ORIGIN) return route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><title>Connect</title>' });
      if (url.pathname === '/favicon.ico') return route.fulfill({ status: 204, body: '' });
      if (serve !== undefined && url.origin === HOST_ORIGIN) return route.fulfill(serve(url));
      return url.origin === this.origin ? route.fallback() : route.abort();
    });
  }

  get element() {
    return this.page.locator('flinks-upload');
  }

  part(name) {
    return this.page.locator(`${this.scope}[part~="${name}"]`);
  }

  /** Posts a message from Connect. */
  async postFromConnect(message) {
    const handle = await this.part('frame').elementHandle();
    const frame = await handle.contentFrame();
    await frame.waitForURL(/^https:/);
    await frame.evaluate((data) => parent.postMessage(data, '*'), message);
  }

  /** The address of Connect’s frame, which has no `src`; undefined while it has no document. */
  async frameUrl() {
    const handle = await this.part('frame').elementHandle();
    return (await handle.contentFrame())?.url();
  }

  /** Login fails, upload is offered, a PDF passes the check, the upload screen opens, and the host is told of the end. */
  async journey({ workers = 1 } = {}) {
    await expect.poll(() => this.frameUrl()).toBe(`${CONNECT_ORIGIN}/v2/?authorizeToken=token-of-server&language=en&demo=true`);
    await this.postFromConnect({ requestId: 'r-1', flinksCode: 'INVALID_LOGIN', institution: 'FlinksCapital' });
    await this.part('use-upload').click();
    await this.part('browse').locator('input').setInputFiles({ name: 'statement.pdf', mimeType: '', buffer: Buffer.from(pdf('statement').join('')) });
    await expect(this.part('file')).toHaveAttribute('data-status', 'ready');
    if (this.scope) expect(await this.element.evaluate((element) => element.report.files[0])).toMatchObject({ pages: 1, encryption: 'none', text: 'text', findings: [] });
    expect(this.page.workers()).toHaveLength(workers);
    await this.part('continue').click();
    await expect.poll(() => this.frameUrl()).toBe(`${CONNECT_ORIGIN}/v2/upload/FlinksCapital?authorizeToken=token-of-server&language=en&demo=true`);
    await this.postFromConnect({ step: 'REDIRECT', loginId: '5e115eab-1234', requestId: 'r-2', institution: 'FlinksCapital' });
    // The same number as in the element: the login id is for the server. The element has status regions of its own.
    await expect(this.page.getByRole('status').filter({ hasText: 'reference' })).toHaveText('Thank you. Your reference: r-2');
  }

  /** Requests for wasm: the element's and the checker's, in two parts each, once each. */
  wasmRequests() {
    return this.requests.filter((url) => url.includes('.wasm'));
  }
}

export const test = base.extend({
  integration: async ({ page }, use) => {
    const integration = new IntegrationPage(page);
    await use(integration);
    expect(integration.problems).toEqual([]);
    expect(new Set(integration.wasmRequests()).size).toBe(integration.wasmRequests().length);
    // The fallback parser for damaged files is not loaded.
    expect(integration.wasmRequests().length).toBeLessThanOrEqual(4 * integration.copies);
  },
  /** `await serve(name, args)`: starts a dev server for the test and resolves to its URL. */
  serve: async ({}, use) => {
    const children = [];
    await use((name, args) => new Promise((resolve, reject) => {
      const child = spawn(process.execPath, args, { cwd: join(examples, name), env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined }, stdio: ['ignore', 'pipe', 'inherit'] });
      children.push(child);
      let output = '';
      child.stdout.on('data', (data) => {
        output += data;
        const url = /http:\/\/localhost:\d+\//.exec(output);
        if (url) resolve(url[0]);
      });
      child.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${output}`)));
    }));
    for (const child of children) child.kill();
  },
});
