// The component of React, in the newest and in the oldest version that it works with, under StrictMode as developed with.
import { join } from 'node:path';
import { CONNECT, VITE, build, consumers, examples, expect, run, test } from './integration.mjs';

const HOMES = { 19: examples, 18: join(consumers, 'react-18/examples') };

for (const [major, home] of Object.entries(HOMES)) {
  test.describe(`React ${major}`, () => {
    let dist;
    test.beforeAll(() => {
      dist = build('apps/react', [VITE, 'build', '--mode', 'development'], { home, env: { NODE_ENV: 'development' } });
    });

    test.beforeEach(async ({ consumer, page }) => {
      await consumer.open(dist);
      expect((await page.evaluate(() => window.version)).split('.')[0]).toBe(major);
      await expect(consumer.part('frame')).toBeAttached();
    });

    const attributes = (consumer) => consumer.element.evaluate((element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])));
    const set = (page, props) => page.evaluate((next) => window.setProps(next), props);

    test('props become attributes, and what is no longer given goes', async ({ consumer, page }) => {
      expect(await attributes(consumer)).toEqual({ instance: 'toolbox', params: 'demo=true' });
      await set(page, { instance: 'toolbox', mode: 'fallback', maxFiles: 3, offerOn: 'not-listed', dashboardUrl: null, className: 'wide', id: 'here', title: 'Upload', 'data-a': 'b' });
      await expect.poll(() => attributes(consumer)).toEqual({ instance: 'toolbox', mode: 'fallback', 'max-files': '3', 'offer-on': 'not-listed', class: 'wide', id: 'here', title: 'Upload', 'data-a': 'b' });
      // React 19 makes the text "undefined" of an `id` or `title` that goes, on any custom element: these two stay.
      await set(page, { instance: 'toolbox', id: 'here', title: 'Upload' });
      await expect.poll(() => attributes(consumer)).toEqual({ instance: 'toolbox', id: 'here', title: 'Upload' });
    });

    test('each event is heard once, by the handler of the newest render', async ({ consumer, page }) => {
      await page.evaluate(() => window.setRound());
      await consumer.say({ requestId: 'r', flinksCode: 'INVALID_LOGIN', institution: 'TD' });
      await expect(consumer.part('offer')).toBeVisible();
      const said = await page.evaluate(() => window.heard.filter((text) => !text.startsWith('onUploadCheck')));
      expect(said).toEqual(['onConnectEvent connect-event 1', 'onUploadOffer upload-offer 1']);
      await page.evaluate(() => (window.heard.length = 0));
      await set(page, { instance: 'toolbox', mode: 'wrong' });
      await expect.poll(() => page.evaluate(() => window.heard.filter((text) => text.startsWith('onUploadError')))).toEqual(['onUploadError upload-error 2']);
    });

    test('the ref is the element, and null once it is gone', async ({ consumer, page }) => {
      expect(await consumer.element.evaluate((element) => window.ref.current === element && typeof element.addFiles)).toBe('function');
      await set(page, null);
      await expect(consumer.element).toHaveCount(0);
      expect(await page.evaluate(() => window.ref.current)).toBeNull();
    });

    test('a token function that is new with each render does not open Connect anew', async ({ consumer, page }) => {
      const opened = () => consumer.requests.filter((url) => url.startsWith(CONNECT)).length;
      expect(await consumer.address()).toContain('authorizeToken=token-0');
      for (let round = 0; round < 3; round += 1) await page.evaluate(() => window.setRound());
      await page.waitForTimeout(200);
      expect(opened()).toBe(1);
      // What is asked for later comes from the newest one.
      await consumer.element.evaluate((element) => element.reset());
      await expect.poll(() => consumer.address()).toContain('authorizeToken=token-3');
      await set(page, { instance: 'toolbox', noToken: true });
      await expect.poll(() => consumer.element.evaluate((element) => element.getAuthorizeToken)).toBeNull();
    });

    test('on a server it is the plain tag with its attributes', () => {
      expect(run(process.execPath, ['render.js'], { cwd: join(home, 'apps/server') })).toBe(
        '<flinks-upload class="wide" instance="toolbox" max-files="3" params="demo=true&amp;tag=7" id="upload"></flinks-upload>',
      );
    });

    test('what a server has rendered becomes alive without a mismatch', async ({ consumer, page }) => {
      const server = build('apps/server', [VITE, 'build', '--mode', 'development'], { home, env: { NODE_ENV: 'development' } });
      consumer.requests.length = 0;
      await consumer.open(server);
      await expect(consumer.part('frame')).toBeAttached();
      await expect.poll(() => page.evaluate(() => window.kept)).toBe(true);
      await consumer.element.evaluate((element) => element.setAttribute('mode', 'wrong'));
      await expect.poll(() => page.evaluate(() => window.heard)).toEqual(['upload-error']);
    });
  });
}
