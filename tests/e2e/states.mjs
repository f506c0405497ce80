// Every state that a person can meet, each with its way there: for the accessibility tests, and for pictures of them.
import { encrypted, outlines, portfolio, printed, scan, statement, truncated } from '../../scripts/samples.mjs';
import { CONNECT, expect } from './lender.mjs';

const MB = 1_000_000;
const STREAM = 'https://lender.example/uploads/a1/events';
const upload = { instance: 'toolbox', mode: 'upload', institution: 'FlinksCapital' };
const buffer = (name, bytes) => ({ name, mimeType: 'application/pdf', buffer: bytes });
const small = (count) => Array.from({ length: count }, (_, at) => ({ name: `statement-${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}.pdf`, size: 2000 + at }));

/** One file of each kind of verdict, and names as they come from banks. */
const mixed = () => [
  buffer('statement-2026-01.pdf', statement({ month: '2026-01', pages: 3 })),
  buffer('Relevé de compte chèques – janvier à mars 2026 (copie téléchargée le 4 avril) n° 0003312057-00012345.pdf', statement({ month: '2026-02' })),
  buffer('scan.pdf', scan({ month: '2026-07', holder: 1 })),
  buffer('printed.pdf', printed({ month: '2026-08' })),
  buffer('portfolio.pdf', portfolio({ month: '2026-11' })),
  buffer('restricted.pdf', encrypted({ month: '2026-04', algorithm: 'aes' })),
  buffer('outlines.pdf', outlines({ month: '2026-10' })),
  buffer('cut.pdf', truncated(statement({ month: '2026-06', pages: 3 }))),
  buffer('locked.pdf', encrypted({ month: '2026-05', userPassword: 'maple', algorithm: 'rc4' })),
  buffer('AVERYLONGNAMEWITHOUTANYPLACETOBREAKASSOMESYSTEMSWRITETHEM_0003312057_20260101_20260331_FINAL.pdf', Buffer.from('<!DOCTYPE html><p>Log in again</p>')),
  buffer('empty.pdf', Buffer.alloc(0)),
  buffer('statement-2026-01 (1).pdf', statement({ month: '2026-01', pages: 3 })),
];

async function pick(lender, files) {
  await lender.input.setInputFiles(files);
  await lender.checked(files.length);
}

async function collect(lender, open, files, more) {
  await open({ ...upload, ...more });
  await expect(lender.part('dropzone')).toBeVisible();
  if (files.length > 0) await lender.add(files);
  await lender.checked(files.length);
}

async function handedOff(lender, open, { count = 3, ...more } = {}) {
  await open({ instance: 'toolbox', ...more });
  await lender.collect();
  await lender.add(small(count));
  await lender.checked(count);
  await lender.part('continue').click();
}

async function received(lender, open, status) {
  await open({ instance: 'toolbox', ...(status && { 'status-url': '/uploads/a1/events' }) });
  await lender.page.route(STREAM, (route) => route.fulfill({ contentType: 'text/event-stream', body: `id: 1\ndata: {"status":"${status}"}\n\n` }));
  await lender.collect();
  await lender.add(small(1));
  await lender.checked(1);
  await lender.part('continue').click();
  if (status) await expect(lender.part('received')).toHaveAttribute('data-status', status);
  else await lender.say({ step: 'REDIRECT', loginId: 'l-1' });
  await expect(lender.part('received')).toBeVisible();
}

/** What never answers, so that the state before the answer stays. */
const held = (page, address) => page.route(address, () => {});

/** `[name, reach(lender, open)]`; `open(attributes, page)` is the lender's, in the language that is looked at. */
export const STATES = [
  ['loading', async (lender, open) => {
    // Set later, or the page itself would wait for the frame.
    await open({});
    await held(lender.page, `${CONNECT}/**`);
    await lender.element.evaluate((element) => (element.instance = 'toolbox'));
    await expect(lender.element.locator('.cover')).toBeVisible();
  }],
  ['frame', async (lender, open) => {
    await open({ instance: 'toolbox' });
    await lender.connect();
    await expect(lender.element.locator('.cover')).toHaveCount(0);
  }],
  ['silent', async (lender, open) => {
    await lender.page.clock.install();
    await open({ instance: 'toolbox' });
    await lender.connect();
    await lender.page.clock.runFor('00:21');
    await expect(lender.part('retry')).toBeVisible();
  }],
  ['not listed', async (lender, open) => {
    await open({ instance: 'toolbox', 'offer-on': 'not-listed' });
    await expect(lender.part('not-listed')).toBeVisible();
  }],
  ['offer beside the login', async (lender, open) => {
    await open({ instance: 'toolbox' });
    await lender.select('FlinksCapital');
    await expect(lender.part('offer')).toBeVisible();
  }],
  ['offer after a failed login', async (lender, open) => {
    await open({ instance: 'toolbox' });
    await lender.fail('INVALID_SECURITY_RESPONSE_NO_RETRY');
    await expect(lender.part('offer')).toBeVisible();
  }],
  ['offer by the host', async (lender, open) => {
    await open({ instance: 'toolbox' });
    await lender.element.evaluate((element) => element.offerUpload());
    await expect(lender.part('offer')).toBeVisible();
  }],
  ['offer for one that is not listed', async (lender, open) => {
    await open({ instance: 'toolbox', 'offer-on': 'not-listed' });
    await lender.part('not-listed').click();
    await expect(lender.part('offer')).toBeVisible();
  }],
  ['offer after inactivity', async (lender, open) => {
    await open({ instance: 'toolbox', 'offer-on': 'inactivity:1' });
    await expect(lender.part('offer')).toBeVisible();
  }],
  ['empty', (lender, open) => collect(lender, open, [])],
  ['empty, beside a login that waits', async (lender, open) => {
    await open({ instance: 'toolbox' });
    await lender.collect();
  }],
  ['empty, images taken, check optional', (lender, open) => collect(lender, open, [], { accept: 'pdf,images', check: 'optional' })],
  ['dashboard', (lender, open) => collect(lender, open, small(2), { mode: 'dashboard' })],
  ['drag over', async (lender, open) => {
    await collect(lender, open, []);
    await lender.part('dropzone').dispatchEvent('dragover', {}, {});
    await expect(lender.part('dropzone')).toHaveAttribute('data-over', 'true');
  }],
  ['checking', async (lender, open) => {
    await open(upload);
    await held(lender.page, '**/flinks-upload-worker*');
    await lender.add([...small(3), { name: 'empty.pdf', text: '' }]);
    await expect(lender.files).toHaveCount(4);
    await expect(lender.part('summary')).not.toBeEmpty();
  }],
  ['one file', (lender, open) => collect(lender, open, small(1))],
  ['ready', (lender, open) => collect(lender, open, small(3))],
  ['mixed', async (lender, open) => {
    await collect(lender, open, []);
    await pick(lender, mixed());
  }],
  ['all rejected', async (lender, open) => {
    await collect(lender, open, []);
    await pick(lender, mixed().slice(8, 11));
  }],
  ['24 files', (lender, open) => collect(lender, open, small(24))],
  ['limit reached', (lender, open) => collect(lender, open, small(25))],
  ['near the limit', (lender, open) => collect(lender, open, [21, 20, 20, 20, 20, 20, 20, 20, 20].map((size, at) => ({ name: `${at}.pdf`, size: size * MB + at })))],
  ['checker lost', async (lender, open) => {
    await open(upload);
    await lender.page.route('**/flinks-upload-worker*', (route) => route.fulfill({ status: 503, body: '' }));
    await lender.add(small(2));
    await lender.checked(2);
  }],
  ['handing off', async (lender, open) => {
    await open({}, { body: '<flinks-upload instance="toolbox" mode="upload"></flinks-upload>', script: `
      document.querySelector('flinks-upload').getAuthorizeToken = () => new Promise(() => {});
      await import('/package/define.js');` });
    await lender.add(small(2));
    await lender.checked(2);
    await lender.part('continue').click();
    await expect(lender.part('continue')).toHaveAttribute('aria-disabled', 'true');
  }],
  ['hand-off failed', async (lender, open) => {
    await open({}, { body: '<flinks-upload instance="toolbox" mode="upload"></flinks-upload>', script: `
      document.querySelector('flinks-upload').getAuthorizeToken = () => Promise.reject(new Error('late'));
      await import('/package/define.js');` });
    await lender.add(small(2));
    await lender.checked(2);
    await lender.part('continue').click();
    await expect(lender.part('error')).toBeVisible();
  }],
  ['checklist', async (lender, open) => {
    await handedOff(lender, open);
    await expect(lender.part('checklist')).toBeVisible();
    await lender.connect();
    await expect(lender.element.locator('.cover')).toHaveCount(0);
  }],
  ['checklist of 24', async (lender, open) => {
    await handedOff(lender, open, { count: 24 });
    await lender.connect();
  }],
  ['handed over to the host', async (lender, open) => {
    await handedOff(lender, open, { handoff: 'event' });
    await expect(lender.part('checklist')).toBeVisible();
  }],
  ['handed over to the Dashboard', async (lender, open) => {
    await lender.page.context().route('https://dashboard.flinks.com/**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Dashboard</title>' }));
    await open({ mode: 'dashboard' });
    await lender.add(small(2));
    await lender.checked(2);
    await lender.part('continue').click();
    await expect(lender.part('checklist')).toBeVisible();
  }],
  ['received', (lender, open) => received(lender, open)],
  ...['received', 'processing', 'ready', 'needs-attention', 'failed'].map((status) => [
    `received: ${status}`, (lender, open) => received(lender, open, status),
  ]),
  ['received: slow', async (lender, open) => {
    await lender.page.clock.install();
    await received(lender, open, 'processing');
    await lender.page.clock.runFor('31:00');
    await expect(lender.part('received')).toContainText(/Still working|se poursuit/);
  }],
  ['linked', async (lender, open) => {
    await open({ instance: 'toolbox' });
    await lender.say({ step: 'REDIRECT', loginId: 'l-1' });
    await expect(lender.part('linked')).toBeVisible();
  }],
  ['no token', async (lender, open) => {
    await open({}, { body: '<flinks-upload instance="toolbox"></flinks-upload>', script: `
      document.querySelector('flinks-upload').getAuthorizeToken = () => Promise.reject(new Error('late'));
      await import('/package/define.js');` });
    await expect(lender.part('error')).toBeVisible();
    await expect(lender.part('retry')).toBeVisible();
  }],
  ['wrong settings', async (lender, open) => {
    await open({ instance: 'evil.com/#', mode: 'primry' });
    await expect(lender.part('error')).toBeVisible();
  }],
  ['not loaded', async (lender, open) => {
    await open({ instance: 'toolbox' }, { script: "window.go = () => import('/package/define.js');" });
    await lender.page.route('**/*.wasm', (route) => route.fulfill({ status: 503, body: '' }));
    await lender.page.evaluate(() => window.go());
    await expect(lender.element.getByRole('alert')).toBeVisible();
  }],
];

/** The lender's `open`, in a language: said by the page, so that pages with markup of their own speak it, too. */
export const inLanguage = (lender, language) => (attributes, page) => lender.open(attributes, { ...page, language });
