// The provider's frame: what it hears of the page.
import { CONNECT_ORIGIN, HOST_ORIGIN, expect, test } from '../host-page.mjs';

const TOKEN = 'c4569c54-e167-4d34-8de6-52113bc95414';

/** The referrers with which Connect was requested. */
function watchReferrers({ page }) {
  const referrers = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin === CONNECT_ORIGIN) referrers.push(request.headers().referer ?? '');
  });
  return referrers;
}

/** Opens the page at an address of its own, whose policy sends it whole to everybody. */
async function openTalkative(hostPage, attributes, options = {}) {
  const intercept = (route, url) => {
    if (options.intercept?.(route, url)) return true;
    if (url.pathname !== '/apply') return false;
    const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Lender</title>
      <script type="module" src="/record-events.js"></script><script type="module" src="/page.js"></script></head>
      <body><flinks-upload ${attributes}></flinks-upload></body></html>`;
    return route.fulfill({ contentType: 'text/html', headers: { 'referrer-policy': 'unsafe-url' }, body: html });
  };
  await hostPage.open({}, { body: '', script: "import '/package/define.js';", ...options, intercept });
  await hostPage.page.goto(`${HOST_ORIGIN}/apply?application=4711`);
}

test('Connect and its upload screen hear the page’s origin, and never its address, whatever policy the page has @claim:page-address', async ({ hostPage }) => {
  const referrers = watchReferrers(hostPage);
  await openTalkative(hostPage, `instance="toolbox" authorize-token="${TOKEN}"`);
  const frame = await hostPage.connectFrame();
  expect(await frame.evaluate(() => document.referrer)).toBe(`${HOST_ORIGIN}/`);
  await hostPage.chooseUpload();
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(1);
  await hostPage.part('continue').click();
  await expect(hostPage.part('checklist')).toBeVisible();
  expect(await hostPage.frameUrl()).toContain(`/v2/upload/FlinksCapital?authorizeToken=${TOKEN}`);
  expect(referrers).toEqual([`${HOST_ORIGIN}/`, `${HOST_ORIGIN}/`]);
  await expect(hostPage.part('frame')).toHaveAttribute('referrerpolicy', 'strict-origin');
});
