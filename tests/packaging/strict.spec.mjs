// The whole journey under the strictest CSP that docs/deployment.md promises to support, without a violation
// in the page, in reports or in the console.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONNECT_ORIGIN, HOST_ORIGIN, POLICY, expect, installed, root, test } from './integration.mjs';

const TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types flinks-upload";
const REPORTS = "report-uri /reports";

const INCOME = `window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => window.violations.push([event.effectiveDirective, event.blockedURI, event.sample].join(' ')));
const upload = document.querySelector('flinks-upload');
upload.getAuthorizeToken = async () => (await fetch('/authorize-token', { method: 'POST' })).text();
upload.addEventListener('upload-complete', ({ detail }) => {
  const thanks = document.createElement('p');
  thanks.role = 'status';
  thanks.textContent = 'Thank you. Your reference: ' + detail.requestId;
  upload.replaceWith(thanks);
});
await import('/flinks-upload/define.js');`;

const HTML = `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Income</title><script type="module" src="/income.js"></script>
<flinks-upload instance="toolbox" mode="fallback" params="demo=true"></flinks-upload>`;

const open = (integration, policy) =>
  integration.open(undefined, { policy: `${policy}; ${REPORTS}`, folders: { '/flinks-upload/': installed }, files: { '/': HTML, '/income.js': INCOME } });

test('the policies of these tests are those that docs/deployment.md shows', () => {
  const deployment = readFileSync(join(root, 'docs/deployment.md'), 'utf8');
  expect(deployment).toContain(`\n${POLICY.replace('toolbox', 'INSTANCE')}\n`);
  expect(deployment).toContain(`\`${TRUSTED_TYPES}\``);
});

for (const [name, policy] of [['a strict policy', POLICY], ['a strict policy with Trusted Types', `${POLICY}; ${TRUSTED_TYPES}`]]) {
  test(`${name}: the whole journey without a violation`, async ({ integration, page }) => {
    await open(integration, policy);
    await integration.journey();
    expect(await page.evaluate(() => window.violations)).toEqual([]);
    expect(integration.requests.filter((url) => url.includes('/reports'))).toEqual([]);
  });
}

test('a violation would be seen by each of these: what the page hears, what is reported @claim:strict-policy', async ({ integration, page }) => {
  await open(integration, `${POLICY}; ${TRUSTED_TYPES}`);
  await expect(integration.part('frame')).toBeAttached();
  await page.evaluate(() => {
    try {
      new Worker('/flinks-upload/worker.js');
    } catch {
      // Blocked, as expected.
    }
  });
  expect(await page.evaluate(() => window.violations)).toEqual(['require-trusted-types-for trusted-types-sink Worker constructor|/flinks-upload/worker.js']);
  await expect.poll(() => integration.requests.filter((url) => url.includes('/reports')).length).toBeGreaterThan(0);
  await expect.poll(() => integration.problems.join()).toContain('TrustedScriptURL');
  integration.problems.length = 0;
});

test('where no policy of ours is allowed, files are checked in the page @claim:no-worker', async ({ integration, page }) => {
  await open(integration, `${POLICY}; require-trusted-types-for 'script'; trusted-types 'none'`);
  await integration.journey({ workers: 0 });
  expect(await page.evaluate(() => window.violations.every((text) => /flinks-upload|Worker constructor/.test(text)))).toBe(true);
  integration.problems.length = 0;
});

test('a worker from elsewhere may come with the trust of the host’s own policy @claim:strict-policy', async ({ integration, page }) => {
  const income = INCOME.replace("await import('/flinks-upload/define.js');", `
    const policy = trustedTypes.createPolicy('lender', { createScriptURL: (url) => url });
    const { defineElement, init } = await import('/flinks-upload/index.js');
    init({ workerUrl: policy.createScriptURL('/other/worker.js') });
    defineElement();`);
  await integration.open(undefined, {
    policy: `${POLICY}; require-trusted-types-for 'script'; trusted-types lender`,
    folders: { '/flinks-upload/': installed, '/other/': installed },
    files: { '/': HTML, '/income.js': income },
  });
  await integration.journey();
  expect(page.url()).toBe(`${HOST_ORIGIN}/`);
  expect(integration.requests).toContain(`${HOST_ORIGIN}/other/worker.js`);
  expect(integration.requests.every((url) => url.startsWith(HOST_ORIGIN) || url.startsWith(CONNECT_ORIGIN))).toBe(true);
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});

test('two installed versions need one more word, and both have their worker', async ({ integration, page }) => {
  integration.copies = 2;
  await integration.open(undefined, {
    policy: `${POLICY}; ${TRUSTED_TYPES} 'allow-duplicates'`,
    folders: { '/one/': installed, '/two/': installed },
    files: {
      '/': HTML.replace('</flinks-upload>', '</flinks-upload><other-upload instance="toolbox" mode="upload"></other-upload>'),
      '/income.js': `window.violations = [];
        document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.sample));
        await import('/one/define.js');
        (await import('/two/index.js')).defineElement('other-upload');
        for (const tag of ['flinks-upload', 'other-upload']) document.querySelector(tag).addFiles([new File(['<html>'], 'page.pdf')]);`,
    },
  });
  await expect.poll(() => page.workers().map((worker) => new URL(worker.url()).pathname).sort()).toEqual(['/one/worker.js', '/two/worker.js']);
  await expect.poll(() => page.evaluate(() => [...document.querySelectorAll('flinks-upload, other-upload')].map(({ report }) => report?.files[0]?.status))).toEqual(['rejected', 'rejected']);
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});
