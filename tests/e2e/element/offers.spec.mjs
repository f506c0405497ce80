// When upload is offered: each row of the table, in the browser.
import { CONNECT_ORIGIN, expect, test } from '../host-page.mjs';

const EIGHT = [
  'INVALID_USERNAME',
  'INVALID_PASSWORD',
  'INVALID_LOGIN',
  'DISABLED_LOGIN',
  'RETRY_LATER',
  'SESSION_EXPIRED',
  'INVALID_SECURITY_RESPONSE_NO_RETRY',
  'AGGREGATION_ERROR',
];
const NO_TRIGGERS = [
  'INVALID_SECURITY_RESPONSE',
  'UNAUTHORIZED',
  'NEW_ACCOUNT',
  'DISABLED_INSTITUTION',
  'QUESTION_NOT_FOUND',
  'TOO_MANY_REQUESTS',
  'CONCURRENT_SESSION',
  'CARD_IN_USE',
  'UNKNOWN_CHALLENGE_KEY',
  'SOMETHING_NEW',
];

test('Connect is shown at the address of the instance', async ({ hostPage }) => {
  await hostPage.open({ instance: 'Toolbox', params: 'demo=true', language: 'fr', theme: 'dark' });
  await hostPage.connectFrame();
  expect(await hostPage.frameUrl()).toBe(`${CONNECT_ORIGIN}/v2/?language=fr&theme=dark&demo=true`);
  await expect(hostPage.part('frame')).toHaveAttribute('title', 'Lier votre compte bancaire');
});

test('primary: upload stands beside the login once an institution is selected', async ({ hostPage }) => {
  await hostPage.open();
  await hostPage.postFromConnect({ step: 'APP_MOUNTED' });
  await expect(hostPage.part('offer')).toHaveCount(0);
  await hostPage.selectInstitution('FlinksCapital');
  await expect(hostPage.part('offer')).toBeVisible();
  await expect(hostPage.part('frame')).toBeVisible();
  expect((await hostPage.events('upload-offer')).map(({ detail }) => detail)).toEqual([{ reason: 'primary', institution: 'FlinksCapital' }]);
});

test('fallback: nothing is offered when an institution is selected', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox', mode: 'fallback' });
  await hostPage.selectInstitution('FlinksCapital');
  await expect(hostPage.part('offer')).toHaveCount(0);
  expect(await hostPage.eventCount('upload-offer')).toBe(0);
});

for (const mode of ['primary', 'fallback']) {
  test(`${mode}: each of the eight codes offers upload and leaves the login where it is`, async ({ hostPage }) => {
    await hostPage.open({ instance: 'toolbox', mode });
    for (const code of EIGHT) {
      await hostPage.failLogin(code);
      await expect(hostPage.part('offer')).toBeVisible();
      await expect(hostPage.part('frame')).toBeVisible();
      await hostPage.element.evaluate((element) => element.reset());
      await expect(hostPage.part('offer')).toHaveCount(0);
    }
    const offers = (await hostPage.events('upload-offer')).map(({ detail }) => detail);
    expect(offers).toEqual(EIGHT.map((code) => ({ reason: 'error', code, institution: 'FlinksCapital' })));
  });

  test(`${mode}: no other code offers upload`, async ({ hostPage }) => {
    await hostPage.open({ instance: 'toolbox', mode });
    for (const code of NO_TRIGGERS) await hostPage.failLogin(code);
    await expect(hostPage.part('offer')).toHaveCount(0);
    expect(await hostPage.eventCount('upload-offer')).toBe(0);
    expect(await hostPage.eventCount('connect-event')).toBe(NO_TRIGGERS.length);
  });

  test(`${mode}: not listed and inactivity offer upload if offer-on says so`, async ({ hostPage }) => {
    await hostPage.open({ instance: 'toolbox', mode, 'offer-on': 'not-listed' });
    await hostPage.part('not-listed').click();
    await expect(hostPage.part('offer')).toBeVisible();
    expect((await hostPage.events('upload-offer')).map(({ detail }) => detail)).toEqual([{ reason: 'not-listed' }]);
    await hostPage.element.evaluate((element) => {
      element.reset();
      element.offerOn = 'inactivity:1';
    });
    await expect(hostPage.part('offer')).toHaveAttribute('data-reason', 'inactivity');
  });

  test(`${mode}: without offer-on neither is offered`, async ({ hostPage }) => {
    await hostPage.page.clock.install();
    await hostPage.open({ instance: 'toolbox', mode });
    await hostPage.postFromConnect({ step: 'APP_MOUNTED' });
    await expect(hostPage.part('not-listed')).toHaveCount(0);
    await hostPage.page.clock.runFor('10:00');
    expect(await hostPage.eventCount('upload-offer')).toBe(0);
  });
}

test('upload: offered at the start, without Connect', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox', mode: 'upload', institution: 'RBC / HSBC' });
  await expect(hostPage.part('dropzone')).toBeVisible();
  await expect(hostPage.part('frame')).toHaveCount(0);
  await expect(hostPage.part('retry')).toHaveCount(0);
  expect((await hostPage.events('upload-offer')).map(({ detail }) => detail)).toEqual([{ reason: 'forced', institution: 'RBC / HSBC' }]);
});

test('dashboard: collects for the Dashboard, offers nothing', async ({ hostPage }) => {
  await hostPage.open({ mode: 'dashboard' });
  await expect(hostPage.part('dropzone')).toBeVisible();
  await expect(hostPage.part('frame')).toHaveCount(0);
  expect(await hostPage.eventCount('upload-offer')).toBe(0);
});

test('another institution withdraws an offer, and primary makes it anew', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox', mode: 'fallback' });
  await hostPage.failLogin('INVALID_LOGIN');
  await hostPage.selectInstitution('TD');
  await expect(hostPage.part('offer')).toHaveCount(0);
  await hostPage.element.evaluate((element) => (element.mode = 'primary'));
  await hostPage.selectInstitution('TD');
  await hostPage.failLogin('INVALID_LOGIN');
  await expect(hostPage.part('offer')).toHaveAttribute('data-reason', 'error');
  await hostPage.selectInstitution('BMO');
  await expect(hostPage.part('offer')).toHaveAttribute('data-reason', 'primary');
});

test('the same code twice is one offer', async ({ hostPage }) => {
  await hostPage.open();
  await hostPage.failLogin('INVALID_LOGIN');
  await hostPage.failLogin('INVALID_LOGIN');
  expect(await hostPage.eventCount('upload-offer')).toBe(1);
});

test('after REDIRECT nothing is offered', async ({ hostPage }) => {
  await hostPage.open();
  const frame = await hostPage.connectFrame();
  await frame.evaluate(() => {
    const say = (data) => parent.postMessage(data, 'https://lender.example');
    say({ step: 'REDIRECT', loginId: 'a', requestId: 'b', institution: 'TD' });
    say({ step: 'INSTITUTION_SELECTED', institution: 'TD' });
    say({ flinksCode: 'INVALID_LOGIN' });
  });
  await expect(hostPage.part('linked')).toBeVisible();
  await hostPage.page.waitForTimeout(200);
  expect(await hostPage.eventCount('upload-offer')).toBe(0);
  await expect(hostPage.part('frame')).toHaveCount(0);
});

test('the person can go back to the login, which is as it was', async ({ hostPage }) => {
  await hostPage.open();
  const frame = await hostPage.connectFrame();
  await frame.evaluate(() => (document.title = 'half typed'));
  await hostPage.chooseUpload();
  await expect(hostPage.part('frame')).toBeHidden();
  await hostPage.part('retry').click();
  await expect(hostPage.part('frame')).toBeVisible();
  expect(await (await hostPage.connectFrame()).title()).toBe('half typed');
  await expect(hostPage.part('offer')).toBeVisible();
});

test('the host can offer upload by itself', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox', mode: 'fallback' });
  await hostPage.element.evaluate((element) => element.offerUpload());
  await expect(hostPage.part('offer')).toBeVisible();
  expect((await hostPage.events('upload-offer')).map(({ detail }) => detail)).toEqual([{ reason: 'forced' }]);
});

test('on a phone a failure is a bar in view, though upload stood beside the login before; put aside, it stays below', async ({ hostPage, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await hostPage.open();
  await hostPage.selectInstitution('FlinksCapital');
  await expect(hostPage.part('offer')).toHaveAttribute('data-reason', 'primary');
  const before = await hostPage.part('frame').boundingBox();
  await hostPage.failLogin('INVALID_PASSWORD');
  await expect(hostPage.part('offer')).toHaveAttribute('data-reason', 'error');
  await expect(hostPage.part('use-upload')).toBeInViewport({ ratio: 1 });
  expect(await hostPage.part('frame').boundingBox()).toEqual(before);
  await hostPage.element.evaluate((element) => element.style.setProperty('--flinks-upload-frame-height', '1600px'));
  await page.evaluate(() => window.scrollTo(0, 400));
  await expect(hostPage.part('use-upload')).toBeInViewport({ ratio: 1 });
  await hostPage.part('dismiss').click();
  await expect(hostPage.part('use-upload')).not.toBeInViewport();
  await expect(hostPage.part('dismiss')).toBeHidden();
  // Another failure is another offer.
  await hostPage.failLogin('RETRY_LATER');
  await expect(hostPage.part('use-upload')).toBeInViewport({ ratio: 1 });
});
