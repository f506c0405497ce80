// What the page around it, its server and its policy may be, in every engine.
import { ENGINES, openBrowser } from './engines.mjs';
import { Lender, expect, test } from './host-page.mjs';

const CHECKER = 'flinks-upload-worker_bg.wasm';
const upload = { mode: 'upload', institution: 'TD' };

test('the browser is of this engine', async ({ lender, engine }) => {
  await lender.open(upload);
  expect(await lender.run(() => navigator.userAgent)).toMatch(ENGINES[engine].callsItself);
  const { browserName, browserVersion } = lender.session.capabilities;
  console.log(`${engine}: ${browserName} ${browserVersion}`);
});

test('files are looked into in a worker, not in the page', async ({ lender }) => {
  await lender.open(upload);
  await lender.part('dropzone');
  await lender.add('a.pdf', 'bb.pdf');
  expect((await lender.checked(2)).totals.ready).toBe(2);
  expect(lender.site.requests).toContain(`/package/${CHECKER}`);
  expect(await lender.askedByPage()).not.toContain(CHECKER);
});

test('where the policy forbids workers, files are looked into in the page', async ({ lender }) => {
  await lender.open(upload, { directives: { 'worker-src': "'none'" } });
  await lender.part('dropzone');
  await lender.add('a.pdf');
  expect((await lender.checked(1)).totals.ready).toBe(1);
  expect(await lender.askedByPage()).toContain(CHECKER);
  expect(await lender.violations()).toEqual([expect.stringContaining('worker-src')]);
});

test('wasm of a wrong MIME type works', async ({ lender }) => {
  await lender.open(upload, { wasmType: 'application/octet-stream' });
  await lender.part('dropzone');
  await lender.add('a.pdf');
  expect((await lender.checked(1)).totals.ready).toBe(1);
  expect(await lender.askedByPage()).not.toContain(CHECKER);
});

test('Trusted Types: the policy of the README is enough', async ({ lender }) => {
  await lender.open(upload, { directives: { 'require-trusted-types-for': "'script'", 'trusted-types': 'flinks-upload' } });
  test.skip(!(await lender.run(() => 'trustedTypes' in window)), 'this engine has no Trusted Types');
  await lender.part('dropzone');
  await lender.add('a.pdf');
  expect((await lender.checked(1)).totals.ready).toBe(1);
  expect(await lender.askedByPage()).not.toContain(CHECKER);
});

test('nobody but the element’s own frame is heard', async ({ lender }) => {
  const { site } = lender;
  const twin = `${site.connect.url}?scenario=auto:RETRY_LATER`;
  const frames = `<iframe src="${site.stranger}"></iframe><iframe src="${twin}"></iframe>`;
  const { origin } = new URL(site.connect.url);
  await lender.open({ mode: 'fallback' }, { frames, directives: { 'frame-src': `${origin} ${new URL(site.stranger).origin}` } });
  await lender.part('frame');
  await lender.run(() => window.postMessage({ requestId: 'r', flinksCode: 'RETRY_LATER', institution: 'TD' }, '*'));
  // All three have spoken, and the element's own frame after them.
  const speakers = () => lender.run(() => [...new Set(window.messages.filter(({ data }) => data.flinksCode).map(({ origin }) => origin))].sort());
  await expect.poll(speakers).toEqual([site.url, origin, new URL(site.stranger).origin].sort());
  await lender.press('TD');
  const selected = async () => (await lender.heard('connect-event')).filter(({ step }) => step === 'INSTITUTION_SELECTED');
  await expect.poll(selected).toHaveLength(1);
  expect(await lender.heard('upload-offer')).toEqual([]);
  expect((await lender.heard('connect-event')).filter(({ kind }) => kind === 'error')).toEqual([]);
  await lender.fail();
  await lender.part('offer');
});

/** The lightness, 0 to 255, of what is read on. */
const surface = () => {
  const panel = document.querySelector('flinks-upload').shadowRoot.querySelector('.panel');
  const [r, g, b] = getComputedStyle(panel).backgroundColor.match(/[\d.]+/g).map(Number);
  return Math.round((r + g + b) / 3);
};

for (const theme of ['light', 'dark']) {
  test(`the theme ${theme} is shown, whatever the system prefers`, async ({ lender }) => {
    await lender.open({ ...upload, theme });
    await lender.part('dropzone');
    expect(await lender.run(surface) > 128).toBe(theme === 'light');
  });
}

test('the theme of the system is followed', async ({ browser, engine, site }) => {
  test.skip(browser.reason !== undefined, browser.reason);
  const dark = await openBrowser(engine, { dark: true });
  try {
    const lender = new Lender(dark.session, site);
    await lender.open(upload);
    await lender.part('dropzone');
    expect(await lender.run(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
    expect(await lender.run(surface)).toBeLessThan(128);
    const light = new Lender(browser.session, site);
    await light.open(upload);
    await light.part('dropzone');
    expect(await light.run(surface)).toBeGreaterThan(128);
  } finally {
    await dark.close();
  }
});

// WebKit did not notice `:has()` inside a container query when the panel came: the frame was 0 px wide, and nobody could
// upload anything.
test('on a wide page Connect and the upload screen keep their room beside the panel', async ({ lender }) => {
  await lender.open({ mode: 'fallback', check: 'optional' });
  await lender.part('frame');
  const share = () => lender.run(() => {
    const element = document.querySelector('flinks-upload');
    return element.shadowRoot.querySelector('.frame').getBoundingClientRect().width / element.getBoundingClientRect().width;
  });
  expect(await share()).toBe(1);
  await lender.run(() => document.querySelector('flinks-upload').offerUpload());
  await lender.part('offer');
  expect(await share()).toBeGreaterThan(0.5);
  await lender.click('use-upload');
  await lender.add('a-statement-with-a-name-that-is-far-longer-than-any-phone-is-wide-and-has-no-place-to-break.pdf');
  await lender.checked(1);
  await lender.click('continue');
  await lender.part('checklist');
  expect(await share()).toBeGreaterThan(0.5);
});

test('nothing is wider than a narrow page', async ({ lender }) => {
  await lender.open(upload);
  await lender.part('dropzone');
  await lender.run(() => (document.querySelector('flinks-upload').style.inlineSize = '304px'));
  await lender.add('a-statement-with-a-name-that-is-far-longer-than-any-phone-is-wide-and-has-no-place-to-break.pdf', 'b.pdf');
  await lender.checked(2);
  const over = () => lender.run(() => {
    const element = document.querySelector('flinks-upload');
    const { left, right } = element.getBoundingClientRect();
    const all = [...element.shadowRoot.querySelectorAll('*')].map((one) => [one.getBoundingClientRect(), one]);
    return all.filter(([box]) => box.width > 0 && (box.left < left - 1 || box.right > right + 1)).map(([, one]) => one.outerHTML.slice(0, 60));
  });
  expect(await over()).toEqual([]);
  await lender.click('continue');
  await lender.part('checklist');
  expect(await over()).toEqual([]);
});
