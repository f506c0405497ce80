// The React component under StrictMode, with the newest and the oldest supported React.
import { join } from 'node:path';
import { CONNECT_ORIGIN, VITE, build, workspace, examples, expect, run, test } from './integration.mjs';

const HOMES = { 19: examples, 18: join(workspace, 'react-18/examples') };

for (const [major, home] of Object.entries(HOMES)) {
  test.describe(`React ${major}`, () => {
    let dist;
    test.beforeAll(() => {
      dist = build('apps/react', [VITE, 'build', '--mode', 'development'], { home, env: { NODE_ENV: 'development' } });
    });

    test.beforeEach(async ({ integration, page }) => {
      await integration.open(dist);
      expect((await page.evaluate(() => window.version)).split('.')[0]).toBe(major);
      await expect(integration.part('frame')).toBeAttached();
    });

    const attributes = (integration) => integration.element.evaluate((element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])));
    const setProps = (page, props) => page.evaluate((next) => window.setProps(next), props);

    test('props become attributes, and what is no longer given goes', async ({ integration, page }) => {
      expect(await attributes(integration)).toEqual({ instance: 'toolbox', params: 'demo=true' });
      await setProps(page, { instance: 'toolbox', mode: 'fallback', maxFiles: 3, offerOn: 'not-listed', dashboardUrl: null, className: 'wide', id: 'here', title: 'Upload', 'data-a': 'b' });
      await expect.poll(() => attributes(integration)).toEqual({ instance: 'toolbox', mode: 'fallback', 'max-files': '3', 'offer-on': 'not-listed', class: 'wide', id: 'here', title: 'Upload', 'data-a': 'b' });
      // React 19 sets a removed `id` or `title` of a custom element to the text "undefined": keep both.
      await setProps(page, { instance: 'toolbox', id: 'here', title: 'Upload' });
      await expect.poll(() => attributes(integration)).toEqual({ instance: 'toolbox', id: 'here', title: 'Upload' });
    });

    test('each event is heard once, by the handler of the newest render', async ({ integration, page }) => {
      await page.evaluate(() => window.setRound());
      await integration.postFromConnect({ requestId: 'r', flinksCode: 'INVALID_LOGIN', institution: 'TD' });
      await expect(integration.part('offer')).toBeVisible();
      const events = await page.evaluate(() => window.events.filter((text) => !text.startsWith('onUploadCheck')));
      expect(events).toEqual(['onConnectEvent connect-event 1', 'onUploadOffer upload-offer 1']);
      await page.evaluate(() => (window.events.length = 0));
      await setProps(page, { instance: 'toolbox', mode: 'wrong' });
      await expect.poll(() => page.evaluate(() => window.events.filter((text) => text.startsWith('onUploadError')))).toEqual(['onUploadError upload-error 2']);
      // For the page's developer.
      expect(integration.problems).toEqual([expect.stringContaining('`mode` expects one of')]);
      integration.problems.length = 0;
    });

    test('the ref is the element, and null once it is gone', async ({ integration, page }) => {
      expect(await integration.element.evaluate((element) => window.ref.current === element && typeof element.addFiles)).toBe('function');
      await setProps(page, null);
      await expect(integration.element).toHaveCount(0);
      expect(await page.evaluate(() => window.ref.current)).toBeNull();
    });

    test('a token function that is new with each render does not open Connect anew', async ({ integration, page }) => {
      const opened = () => integration.requests.filter((url) => url.startsWith(CONNECT_ORIGIN)).length;
      await expect.poll(() => integration.frameUrl()).toContain('authorizeToken=token-0');
      for (let round = 0; round < 3; round += 1) await page.evaluate(() => window.setRound());
      await page.waitForTimeout(200);
      expect(opened()).toBe(1);
      // Later requests use the newest function.
      await integration.element.evaluate((element) => element.reset());
      await expect.poll(() => integration.frameUrl()).toContain('authorizeToken=token-3');
      await setProps(page, { instance: 'toolbox', noToken: true });
      await expect.poll(() => integration.element.evaluate((element) => element.getAuthorizeToken)).toBeNull();
    });

    test('on a server it is the plain tag with its attributes', () => {
      expect(run(process.execPath, ['render.js'], { cwd: join(home, 'apps/server') })).toBe(
        '<flinks-upload class="wide" instance="toolbox" max-files="3" params="demo=true&amp;tag=7" id="upload"><p slot="demand">The last 90 days</p></flinks-upload>',
      );
    });

    test('what a server has rendered becomes alive without a mismatch', async ({ integration, page }) => {
      const server = build('apps/server', [VITE, 'build', '--mode', 'development'], { home, env: { NODE_ENV: 'development' } });
      integration.requests.length = 0;
      await integration.open(server);
      await expect(integration.part('frame')).toBeAttached();
      await expect.poll(() => page.evaluate(() => window.kept)).toBe(true);
      await integration.element.evaluate((element) => element.setAttribute('mode', 'wrong'));
      await expect.poll(() => page.evaluate(() => window.events)).toEqual(['upload-error']);
      expect(integration.problems).toEqual([expect.stringContaining('`mode` expects one of')]);
      integration.problems.length = 0;
    });
  });
}
