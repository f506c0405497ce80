// The hand-off to the upload screen, and the end of the journey.
import { axe, expectNoViolations } from '../axe.mjs';
import { CONNECT_ORIGIN, HOST_ORIGIN, expect, test } from '../host-page.mjs';

async function openReadyBatch(hostPage, attributes = {}, institution = 'RBC / HSBC') {
  await hostPage.open({ instance: 'toolbox', params: 'demo=true&tag=7', ...attributes });
  await hostPage.chooseUpload(institution);
  await hostPage.addFiles([{ name: 'a.pdf' }, { name: 'bb.pdf' }, { name: 'page.pdf', text: '<html>' }]);
  await hostPage.waitForReport(3);
}

const UPLOAD_URL = `${CONNECT_ORIGIN}/v2/upload/RBC%20%2F%20HSBC?language=en&demo=true&tag=7`;

test('frame: the upload screen opens in the frame, with the checklist beside it', async ({ hostPage }) => {
  await openReadyBatch(hostPage);
  await hostPage.part('continue').click();
  await expect(hostPage.part('checklist')).toBeVisible();
  await hostPage.connectFrame();
  expect(await hostPage.frameUrl()).toBe(UPLOAD_URL);
  await expect(hostPage.part('frame')).toHaveAttribute('title', 'Upload your documents');
  await expect(hostPage.part('list').locator('li')).toHaveText([/a\.pdf/, /bb\.pdf/]);
  await expect(hostPage.part('checklist').locator('li')).toHaveText(['In the window below, choose the same files, all at once.', 'Then send them.']);
  const [{ detail, cancelable, composed }] = await hostPage.events('upload-handoff');
  expect({ cancelable, composed }).toEqual({ cancelable: true, composed: true });
  expect(detail).toMatchObject({ url: UPLOAD_URL, institution: 'RBC / HSBC', files: ['a.pdf', 'bb.pdf'], report: { totals: { ready: 2 } } });
});

for (const [shape, message] of [
  ['with its ids beside it', { step: 'REDIRECT', loginId: 'l-1', requestId: 'r-1', institution: 'RBC / HSBC' }],
  ['with its ids inside its url', { step: 'REDIRECT', institution: 'RBC / HSBC', url: 'https://lender.example/done?loginId=l-1&requestId=r-1' }],
]) {
  test(`REDIRECT ${shape} completes the upload`, async ({ hostPage }) => {
    await openReadyBatch(hostPage);
    await hostPage.part('continue').click();
    await expect(hostPage.part('checklist')).toBeVisible();
    await hostPage.postFromConnect(message);
    await expect(hostPage.part('received')).toContainText('received');
    await expect(hostPage.part('received')).not.toContainText(/verif/i);
    await expect(hostPage.part('frame')).toHaveCount(0);
    const completed = await hostPage.events('upload-complete');
    expect(completed).toHaveLength(1);
    expect(completed[0].detail).toMatchObject({ loginId: 'l-1', requestId: 'r-1', institution: 'RBC / HSBC' });
  });
}

test('linking the bank after all completes nothing', async ({ hostPage }) => {
  await hostPage.open();
  await hostPage.postFromConnect({ step: 'REDIRECT', loginId: 'l-1' });
  await expect(hostPage.part('linked')).toBeVisible();
  expect(await hostPage.eventCount('upload-complete')).toBe(0);
});

test('navigate: the page itself goes there', async ({ hostPage }) => {
  await openReadyBatch(hostPage, { handoff: 'navigate' });
  await hostPage.part('continue').click();
  await hostPage.page.waitForURL(UPLOAD_URL);
});

test('event: the host is told and does the rest', async ({ hostPage }) => {
  await openReadyBatch(hostPage, { handoff: 'event' });
  await hostPage.part('continue').click();
  await expect(hostPage.part('checklist')).toBeVisible();
  expect((await hostPage.events('upload-handoff'))[0].detail.url).toBe(UPLOAD_URL);
  expect(hostPage.page.url()).toBe(`${HOST_ORIGIN}/`);
  await expect(hostPage.part('frame')).toHaveCount(0);
});

for (const handoff of ['frame', 'navigate', 'event']) {
  test(`${handoff}: the host can keep the component from going there, and the files stay`, async ({ hostPage }) => {
    await openReadyBatch(hostPage, { handoff });
    await hostPage.page.evaluate(() => (window.prevented = 'upload-handoff'));
    await hostPage.part('continue').click();
    await expect.poll(() => hostPage.eventCount('upload-handoff')).toBe(1);
    await hostPage.page.waitForTimeout(200);
    expect(hostPage.page.url()).toBe(`${HOST_ORIGIN}/`);
    await expect(hostPage.part('checklist')).toHaveCount(0);
    await expect(hostPage.fileRows).toHaveCount(3);
    await expect(hostPage.part('continue')).toHaveText('Continue with 2 files');
  });
}

test('check required: the way on is closed until one file is good', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox', mode: 'upload' });
  await expect(hostPage.part('continue')).toHaveAttribute('aria-disabled', 'true');
  await hostPage.part('continue').click({ force: true });
  await hostPage.addFiles([{ name: 'empty.pdf', text: '' }]);
  await hostPage.waitForReport(1);
  await hostPage.part('continue').click({ force: true });
  expect(await hostPage.eventCount('upload-handoff')).toBe(0);
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(2);
  await expect(hostPage.part('continue')).not.toHaveAttribute('aria-disabled', 'true');
  await hostPage.part('continue').click();
  expect(await hostPage.eventCount('upload-handoff')).toBe(1);
});

test('check optional: the person may go on without files', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox', mode: 'upload', check: 'optional' });
  await hostPage.part('continue').click();
  await hostPage.connectFrame();
  expect(await hostPage.frameUrl()).toBe(`${CONNECT_ORIGIN}/v2/Upload?language=en`);
});

test('check off: the offer leads straight to the upload screen', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox', check: 'off' });
  await hostPage.selectInstitution('M&T Bank');
  await hostPage.part('use-upload').click();
  await expect.poll(() => hostPage.frameUrl()).toBe(`${CONNECT_ORIGIN}/v2/upload/M%26T%20Bank?language=en`);
  await expect(hostPage.part('dropzone')).toHaveCount(0);
});

test('check off: while a token is awaited, and when it does not come, there are no files to pick, and a way on', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox', mode: 'upload', institution: 'TD', check: 'off' }, {
    script: `document.querySelector('flinks-upload').getAuthorizeToken = () => new Promise((...ends) => (window.ends = ends));
      await import('/package/define.js');`,
  });
  const settle = (at, value) => hostPage.page.evaluate(([end, text]) => window.ends[end](text), [at, value]);
  await expect(hostPage.part('checklist')).toContainText('One moment…');
  await settle(1, 'no session');
  await expect(hostPage.element.getByRole('alert')).toHaveText('The secure window couldn’t be opened just now. Please try again.');
  await expect(hostPage.part('dropzone')).toHaveCount(0);
  expectNoViolations(await axe(hostPage.page), 'check off');
  await hostPage.element.getByRole('button', { name: 'Try again' }).click();
  await expect(hostPage.part('checklist')).toContainText('One moment…');
  await settle(0, 't');
  await expect.poll(() => hostPage.frameUrl()).toContain('/v2/upload/TD?');
  await expect(hostPage.element.getByRole('alert')).toHaveCount(0);
});

test('dashboard with check off: staff open the Dashboard themselves, with files or without', async ({ hostPage, context }) => {
  await hostPage.open({ mode: 'dashboard', check: 'off', 'dashboard-url': 'https://dash.example/start' });
  await expect(hostPage.part('dropzone')).toBeVisible();
  await context.route('https://dash.example/**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Dashboard</title>' }));
  await Promise.all([context.waitForEvent('page'), hostPage.part('continue').click()]);
  await expect(hostPage.element.getByRole('heading')).toHaveText('Upload the customer’s statements');
  await hostPage.part('change').click();
  await expect(hostPage.part('dropzone')).toBeVisible();
});

test('the host can hand off by itself', async ({ hostPage }) => {
  await openReadyBatch(hostPage);
  await hostPage.element.evaluate((element) => element.handOff());
  await expect(hostPage.part('checklist')).toBeVisible();
});

test('from the upload screen the person can go back to the files', async ({ hostPage }) => {
  await openReadyBatch(hostPage);
  await hostPage.part('continue').click();
  await hostPage.part('change').click();
  await expect(hostPage.fileRows).toHaveCount(3);
  await hostPage.part('retry').click();
  await expect.poll(() => hostPage.frameUrl()).toBe(`${CONNECT_ORIGIN}/v2/?language=en&demo=true&tag=7`);
});

test('dashboard: staff get the checked files and the Dashboard in a window of its own', async ({ hostPage, context }) => {
  await hostPage.open({ mode: 'dashboard', 'dashboard-url': 'https://dash.example/start' });
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(1);
  await context.route('https://dash.example/**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Dashboard</title>' }));
  const [opened] = await Promise.all([context.waitForEvent('page'), hostPage.part('continue').click()]);
  await opened.waitForURL('https://dash.example/start');
  expect(await opened.evaluate(() => window.opener)).toBe(null);
  await expect(hostPage.part('list')).toContainText('a.pdf');
});

test('an address stands in for the instance', async ({ hostPage }) => {
  await hostPage.open({ 'connect-base': 'https://toolbox-iframe.private.fin.ag/custom/v2/' });
  await hostPage.chooseUpload('TD');
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(1);
  await hostPage.part('continue').click();
  await expect.poll(() => hostPage.frameUrl()).toBe(`${CONNECT_ORIGIN}/custom/v2/upload/TD?language=en`);
});
