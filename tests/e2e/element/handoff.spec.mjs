// The hand-off to the upload screen, and the end of the journey.
import { CONNECT, LENDER, expect, test } from '../host-page.mjs';

async function readyToGo(lender, attributes = {}, institution = 'RBC / HSBC') {
  await lender.open({ instance: 'toolbox', params: 'demo=true&tag=7', ...attributes });
  await lender.collect(institution);
  await lender.add([{ name: 'a.pdf' }, { name: 'bb.pdf' }, { name: 'page.pdf', text: '<html>' }]);
  await lender.checked(3);
}

const ADDRESS = `${CONNECT}/v2/upload/RBC%20%2F%20HSBC?language=en&demo=true&tag=7`;

test('frame: the upload screen opens in the frame, with the checklist beside it', async ({ lender }) => {
  await readyToGo(lender);
  await lender.part('continue').click();
  await expect(lender.part('checklist')).toBeVisible();
  await lender.connect();
  expect(await lender.frameAddress()).toBe(ADDRESS);
  await expect(lender.part('frame')).toHaveAttribute('title', 'Upload your documents');
  await expect(lender.part('checklist').locator('li')).toHaveText([/a\.pdf/, /bb\.pdf/]);
  await expect(lender.part('checklist')).toContainText('can’t put files into the secure upload window');
  await expect(lender.part('checklist')).toContainText('they count as one upload');
  const [{ detail, cancelable, composed }] = await lender.events('upload-handoff');
  expect({ cancelable, composed }).toEqual({ cancelable: true, composed: true });
  expect(detail).toMatchObject({ url: ADDRESS, institution: 'RBC / HSBC', files: ['a.pdf', 'bb.pdf'], report: { totals: { ready: 2 } } });
});

for (const [shape, message] of [
  ['with its ids beside it', { step: 'REDIRECT', loginId: 'l-1', requestId: 'r-1', institution: 'RBC / HSBC' }],
  ['with its ids inside its url', { step: 'REDIRECT', institution: 'RBC / HSBC', url: 'https://lender.example/done?loginId=l-1&requestId=r-1' }],
]) {
  test(`REDIRECT ${shape} completes the upload`, async ({ lender }) => {
    await readyToGo(lender);
    await lender.part('continue').click();
    await expect(lender.part('checklist')).toBeVisible();
    await lender.say(message);
    await expect(lender.part('received')).toContainText('received');
    await expect(lender.part('received')).not.toContainText(/verif/i);
    await expect(lender.part('frame')).toHaveCount(0);
    const completed = await lender.events('upload-complete');
    expect(completed).toHaveLength(1);
    expect(completed[0].detail).toMatchObject({ loginId: 'l-1', requestId: 'r-1', institution: 'RBC / HSBC' });
  });
}

test('linking the bank after all completes nothing', async ({ lender }) => {
  await lender.open();
  await lender.say({ step: 'REDIRECT', loginId: 'l-1' });
  await expect(lender.part('linked')).toBeVisible();
  expect(await lender.count('upload-complete')).toBe(0);
});

test('navigate: the page itself goes there', async ({ lender }) => {
  await readyToGo(lender, { handoff: 'navigate' });
  await lender.part('continue').click();
  await lender.page.waitForURL(ADDRESS);
});

test('event: the host is told and does the rest', async ({ lender }) => {
  await readyToGo(lender, { handoff: 'event' });
  await lender.part('continue').click();
  await expect(lender.part('checklist')).toBeVisible();
  expect((await lender.events('upload-handoff'))[0].detail.url).toBe(ADDRESS);
  expect(lender.page.url()).toBe(`${LENDER}/`);
  await expect(lender.part('frame')).toHaveCount(0);
});

for (const handoff of ['frame', 'navigate', 'event']) {
  test(`${handoff}: the host can keep the component from going there, and the files stay`, async ({ lender }) => {
    await readyToGo(lender, { handoff });
    await lender.page.evaluate(() => (window.prevented = 'upload-handoff'));
    await lender.part('continue').click();
    await expect.poll(() => lender.count('upload-handoff')).toBe(1);
    await lender.page.waitForTimeout(200);
    expect(lender.page.url()).toBe(`${LENDER}/`);
    await expect(lender.part('checklist')).toHaveCount(0);
    await expect(lender.files).toHaveCount(3);
    await expect(lender.part('continue')).toHaveText('Continue with 2 files');
  });
}

test('check required: the way on is closed until one file is good', async ({ lender }) => {
  await lender.open({ instance: 'toolbox', mode: 'upload' });
  await expect(lender.part('continue')).toHaveAttribute('aria-disabled', 'true');
  await lender.part('continue').click({ force: true });
  await lender.add([{ name: 'empty.pdf', text: '' }]);
  await lender.checked(1);
  await lender.part('continue').click({ force: true });
  expect(await lender.count('upload-handoff')).toBe(0);
  await lender.add([{ name: 'a.pdf' }]);
  await lender.checked(2);
  await expect(lender.part('continue')).not.toHaveAttribute('aria-disabled', 'true');
  await lender.part('continue').click();
  expect(await lender.count('upload-handoff')).toBe(1);
});

test('check optional: the person may go on without files', async ({ lender }) => {
  await lender.open({ instance: 'toolbox', mode: 'upload', check: 'optional' });
  await lender.part('continue').click();
  await lender.connect();
  expect(await lender.frameAddress()).toBe(`${CONNECT}/v2/Upload?language=en`);
});

test('check off: the offer leads straight to the upload screen', async ({ lender }) => {
  await lender.open({ instance: 'toolbox', check: 'off' });
  await lender.select('M&T Bank');
  await lender.part('use-upload').click();
  await expect.poll(() => lender.frameAddress()).toBe(`${CONNECT}/v2/upload/M%26T%20Bank?language=en`);
  await expect(lender.part('dropzone')).toHaveCount(0);
});

test('the host can hand off by itself', async ({ lender }) => {
  await readyToGo(lender);
  await lender.element.evaluate((element) => element.handOff());
  await expect(lender.part('checklist')).toBeVisible();
});

test('from the upload screen the person can go back to the files', async ({ lender }) => {
  await readyToGo(lender);
  await lender.part('continue').click();
  await lender.part('change').click();
  await expect(lender.files).toHaveCount(3);
  await lender.part('retry').click();
  await expect.poll(() => lender.frameAddress()).toBe(`${CONNECT}/v2/?language=en&demo=true&tag=7`);
});

test('dashboard: staff get the checked files and the Dashboard in a window of its own', async ({ lender, context }) => {
  await lender.open({ mode: 'dashboard', 'dashboard-url': 'https://dash.example/start' });
  await lender.add([{ name: 'a.pdf' }]);
  await lender.checked(1);
  await context.route('https://dash.example/**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Dashboard</title>' }));
  const [opened] = await Promise.all([context.waitForEvent('page'), lender.part('continue').click()]);
  await opened.waitForURL('https://dash.example/start');
  expect(await opened.evaluate(() => window.opener)).toBe(null);
  await expect(lender.part('checklist')).toContainText('a.pdf');
});

test('an address stands in for the instance', async ({ lender }) => {
  await lender.open({ 'connect-base': 'https://toolbox-iframe.private.fin.ag/custom/v2/' });
  await lender.collect('TD');
  await lender.add([{ name: 'a.pdf' }]);
  await lender.checked(1);
  await lender.part('continue').click();
  await expect.poll(() => lender.frameAddress()).toBe(`${CONNECT}/custom/v2/upload/TD?language=en`);
});
