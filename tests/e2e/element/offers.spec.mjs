// When upload is offered: each row of the table, where a user meets it.
import { CONNECT, expect, test } from '../host-page.mjs';

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

test('Connect is shown at the address of the instance', async ({ lender }) => {
  await lender.open({ instance: 'Toolbox', params: 'demo=true', language: 'fr', theme: 'dark' });
  await lender.connect();
  expect(await lender.frameAddress()).toBe(`${CONNECT}/v2/?language=fr&theme=dark&demo=true`);
  await expect(lender.part('frame')).toHaveAttribute('title', 'Lier votre compte bancaire');
});

test('primary: upload stands beside the login once an institution is selected', async ({ lender }) => {
  await lender.open();
  await lender.say({ step: 'APP_MOUNTED' });
  await expect(lender.part('offer')).toHaveCount(0);
  await lender.select('FlinksCapital');
  await expect(lender.part('offer')).toBeVisible();
  await expect(lender.part('frame')).toBeVisible();
  expect((await lender.events('upload-offer')).map(({ detail }) => detail)).toEqual([{ reason: 'primary', institution: 'FlinksCapital' }]);
});

test('fallback: nothing is offered when an institution is selected', async ({ lender }) => {
  await lender.open({ instance: 'toolbox', mode: 'fallback' });
  await lender.select('FlinksCapital');
  await expect(lender.part('offer')).toHaveCount(0);
  expect(await lender.count('upload-offer')).toBe(0);
});

for (const mode of ['primary', 'fallback']) {
  for (const code of EIGHT) {
    test(`${mode}: ${code} offers upload and leaves the login where it is`, async ({ lender }) => {
      await lender.open({ instance: 'toolbox', mode });
      await lender.fail(code);
      await expect(lender.part('offer')).toBeVisible();
      await expect(lender.part('frame')).toBeVisible();
      const [{ detail }] = await lender.events('upload-offer');
      expect(detail).toEqual({ reason: 'error', code, institution: 'FlinksCapital' });
    });
  }

  test(`${mode}: no other code offers upload`, async ({ lender }) => {
    await lender.open({ instance: 'toolbox', mode });
    for (const code of NO_TRIGGERS) await lender.fail(code);
    await expect(lender.part('offer')).toHaveCount(0);
    expect(await lender.count('upload-offer')).toBe(0);
    expect(await lender.count('connect-event')).toBe(NO_TRIGGERS.length);
  });

  test(`${mode}: not listed and inactivity offer upload if offer-on says so`, async ({ lender }) => {
    await lender.open({ instance: 'toolbox', mode, 'offer-on': 'not-listed' });
    await lender.part('not-listed').click();
    await expect(lender.part('offer')).toBeVisible();
    expect((await lender.events('upload-offer')).map(({ detail }) => detail)).toEqual([{ reason: 'not-listed' }]);
    await lender.element.evaluate((element) => {
      element.reset();
      element.offerOn = 'inactivity:1';
    });
    await expect(lender.part('offer')).toHaveAttribute('data-reason', 'inactivity');
  });

  test(`${mode}: without offer-on neither is offered`, async ({ lender }) => {
    await lender.open({ instance: 'toolbox', mode });
    await lender.say({ step: 'APP_MOUNTED' });
    await expect(lender.part('not-listed')).toHaveCount(0);
    await lender.page.waitForTimeout(1500);
    expect(await lender.count('upload-offer')).toBe(0);
  });
}

test('upload: offered at the start, without Connect', async ({ lender }) => {
  await lender.open({ instance: 'toolbox', mode: 'upload', institution: 'RBC / HSBC' });
  await expect(lender.part('dropzone')).toBeVisible();
  await expect(lender.part('frame')).toHaveCount(0);
  await expect(lender.part('retry')).toHaveCount(0);
  expect((await lender.events('upload-offer')).map(({ detail }) => detail)).toEqual([{ reason: 'forced', institution: 'RBC / HSBC' }]);
});

test('dashboard: collects for the Dashboard, offers nothing', async ({ lender }) => {
  await lender.open({ mode: 'dashboard' });
  await expect(lender.part('dropzone')).toBeVisible();
  await expect(lender.part('frame')).toHaveCount(0);
  expect(await lender.count('upload-offer')).toBe(0);
});

test('another institution withdraws an offer, and primary makes it anew', async ({ lender }) => {
  await lender.open({ instance: 'toolbox', mode: 'fallback' });
  await lender.fail('INVALID_LOGIN');
  await lender.select('TD');
  await expect(lender.part('offer')).toHaveCount(0);
  await lender.element.evaluate((element) => (element.mode = 'primary'));
  await lender.select('TD');
  await lender.fail('INVALID_LOGIN');
  await expect(lender.part('offer')).toHaveAttribute('data-reason', 'error');
  await lender.select('BMO');
  await expect(lender.part('offer')).toHaveAttribute('data-reason', 'primary');
});

test('the same code twice is one offer', async ({ lender }) => {
  await lender.open();
  await lender.fail('INVALID_LOGIN');
  await lender.fail('INVALID_LOGIN');
  expect(await lender.count('upload-offer')).toBe(1);
});

test('after REDIRECT nothing is offered', async ({ lender }) => {
  await lender.open();
  const frame = await lender.connect();
  await frame.evaluate(() => {
    const say = (data) => parent.postMessage(data, 'https://lender.example');
    say({ step: 'REDIRECT', loginId: 'a', requestId: 'b', institution: 'TD' });
    say({ step: 'INSTITUTION_SELECTED', institution: 'TD' });
    say({ flinksCode: 'INVALID_LOGIN' });
  });
  await expect(lender.part('linked')).toBeVisible();
  await lender.page.waitForTimeout(200);
  expect(await lender.count('upload-offer')).toBe(0);
  await expect(lender.part('frame')).toHaveCount(0);
});

test('the person can go back to the login, which is as it was', async ({ lender }) => {
  await lender.open();
  const frame = await lender.connect();
  await frame.evaluate(() => (document.title = 'half typed'));
  await lender.collect();
  await expect(lender.part('frame')).toBeHidden();
  await lender.part('retry').click();
  await expect(lender.part('frame')).toBeVisible();
  expect(await (await lender.connect()).title()).toBe('half typed');
  await expect(lender.part('offer')).toBeVisible();
});

test('the host can offer upload by itself', async ({ lender }) => {
  await lender.open({ instance: 'toolbox', mode: 'fallback' });
  await lender.element.evaluate((element) => element.offerUpload());
  await expect(lender.part('offer')).toBeVisible();
  expect((await lender.events('upload-offer')).map(({ detail }) => detail)).toEqual([{ reason: 'forced' }]);
});
