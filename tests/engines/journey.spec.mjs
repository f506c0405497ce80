// The journey from the failed login to "received", in every engine.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encrypted, canvas, png, statement, truncated } from '../../scripts/samples.mjs';
import { expect, test } from './host-page.mjs';

const january = statement({ month: '2026-01' });
/** Files with their expected verdicts, the same in every engine. */
const FILES = [
  ['january.pdf', january, 'ready', []],
  ['with password.pdf', encrypted({ month: '2026-02', userPassword: 'maple' }), 'rejected', ['password-required']],
  ['opens anyway.pdf', encrypted({ month: '2026-02' }), 'ready', ['restricted']],
  ['cut.pdf', truncated(statement({ month: '2026-03', pages: 3 })), 'warning', ['incomplete']],
  ['no page left.pdf', january.subarray(0, 200), 'rejected', ['damaged']],
  ['copie de relevé.pdf', january, 'rejected', ['duplicate']],
  ['picture.png', png(canvas(40, 30)), 'rejected', ['unsupported-type']],
  ['empty.pdf', '', 'rejected', ['empty']],
];

/** Files that are handed off after the first one is removed; one of them was its duplicate. */
const ACCEPTED = ['opens anyway.pdf', 'cut.pdf', 'copie de relevé.pdf'];

/** Writes the files and returns their paths in order. */
function writeFiles(info, files = FILES) {
  const folder = info.outputPath('files');
  mkdirSync(folder, { recursive: true });
  return files.map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  });
}

const verdicts = (report) => report.files.map(({ name, status, findings }) => [name, status, findings.map(({ code }) => code)]);

test('someone fails to log in, uploads instead, and is told that it was received', async ({ hostPage }, info) => {
  await hostPage.open({ mode: 'fallback', params: 'demo=true&tag=7' });
  await hostPage.part('frame');
  expect(await hostPage.texts('[part~="offer"]')).toEqual([]);
  await hostPage.clickInConnect('RBC / HSBC');
  await hostPage.failLogin();
  const announcement = await hostPage.find('.live-region[role="status"]');
  expect(await hostPage.session.role(announcement)).toBe('status');
  await expect.poll(() => hostPage.text('.live-region[role="status"]')).toContain('Your bank can’t be reached right now.');
  await hostPage.part('frame');
  expect(await hostPage.details('upload-offer')).toEqual([{ reason: 'error', code: 'RETRY_LATER', institution: 'RBC / HSBC' }]);

  await hostPage.click('use-upload');
  await hostPage.pick(writeFiles(info));
  expect(verdicts(await hostPage.waitForReport(FILES.length))).toEqual(FILES.map(([name, , status, codes]) => [name, status, codes]));
  expect(await hostPage.text('[part~="summary"]')).toBe('3 of 8 files ready, 3 can’t be used, 1 locked');
  const [told, present] = await hostPage.toldAndPresentReport();
  expect(told).toEqual(present);

  // Files that need no look are folded.
  await hostPage.run(() => {
    const { shadowRoot } = document.querySelector('flinks-upload');
    shadowRoot.querySelector('.fold > summary').click();
    [...shadowRoot.querySelectorAll('.file')].find((row) => row.querySelector('.name').textContent === 'january.pdf').querySelector('.remove').click();
  });
  expect((await hostPage.waitForReport(7)).files.find(({ name }) => name === 'copie de relevé.pdf').status).toBe('ready');
  await hostPage.click('continue');
  await hostPage.part('checklist');
  const { origin } = new URL(hostPage.server.connect.url);
  const address = `${origin}/v2/upload/RBC%20%2F%20HSBC?language=en&demo=true&tag=7`;
  expect(await hostPage.frameUrl()).toBe(address);
  const [handoff] = await hostPage.details('upload-handoff');
  expect(handoff).toMatchObject({ url: address, institution: 'RBC / HSBC', files: ACCEPTED });
  expect(await hostPage.texts('[part~="list"] li')).toEqual(ACCEPTED.map((name) => expect.stringContaining(name)));

  await hostPage.inConnectFrame(async () => {
    await expect.poll(() => hostPage.run(() => document.querySelector('h1')?.textContent)).toBe('Upload documents for RBC / HSBC');
    await hostPage.session.type(await hostPage.run(() => document.querySelector('input[type=file]')), writeFiles(info, FILES.slice(0, 1))[0]);
  });
  await hostPage.clickInConnect('Send');
  await hostPage.part('received');
  expect(await hostPage.text('[part~="received"]')).toContain('received');
  const [complete] = await hostPage.details('upload-complete');
  expect(complete).toMatchObject({ institution: 'RBC / HSBC', loginId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
});

test('primary: upload is offered beside the login, and withdrawn with the institution', async ({ hostPage }) => {
  await hostPage.open({ mode: 'primary' });
  await hostPage.clickInConnect('TD');
  await hostPage.part('offer');
  await hostPage.part('frame');
  await hostPage.clickInConnect('Back to the list');
  await hostPage.clickInConnect('BMO');
  await expect.poll(() => hostPage.details('upload-offer')).toEqual([{ reason: 'primary', institution: 'TD' }, { reason: 'primary', institution: 'BMO' }]);
  const steps = (await hostPage.details('connect-event')).map(({ kind, step, institution }) => [kind, step, institution].filter(Boolean).join(' '));
  expect(steps).toContain('step INSTITUTION_SELECTED TD');
  expect(steps).toContain('step APP_MOUNTED');
});

test('in French the person reads French, and so does Connect', async ({ hostPage }, info) => {
  await hostPage.open({ mode: 'primary', language: 'fr' });
  await hostPage.clickInConnect('Fédération des caisses Desjardins');
  await hostPage.part('use-upload');
  expect(await hostPage.text('[part~="use-upload"]')).toBe('Téléverser plutôt des relevés');
  await hostPage.click('use-upload');
  await hostPage.pick(writeFiles(info, FILES.slice(0, 1)));
  await hostPage.waitForReport(1);
  expect(await hostPage.text('[part~="summary"]')).toBe('1 fichier sur 1 prêt');
  await hostPage.click('continue');
  await hostPage.part('checklist');
  expect(await hostPage.frameUrl()).toContain('/v2/upload/F%C3%A9d%C3%A9ration%20des%20caisses%20Desjardins?language=fr');
  await hostPage.inConnectFrame(() => expect.poll(() => hostPage.run(() => document.querySelector('h1')?.textContent)).toBe('Téléverser des documents pour Fédération des caisses Desjardins'));
});

test('the whole way works with the keyboard alone', async ({ hostPage }, info) => {
  await hostPage.open({ mode: 'fallback' });
  await hostPage.clickInConnect('TD');
  await hostPage.failLogin();
  await hostPage.part('offer');
  const focused = () => hostPage.run(() => {
    const element = document.activeElement?.shadowRoot?.activeElement;
    return element?.closest('[part]')?.part[0] ?? element?.localName ?? '';
  });
  const tabTo = async (part) => {
    for (let step = 0; step < 12; step += 1) {
      if ((await focused()) === part) return;
      await hostPage.session.press('Tab');
    }
    throw new Error(`${part} can't be reached by Tab`);
  };
  // Move the focus out of Connect's frame.
  await hostPage.session.click(await hostPage.run(() => document.querySelector('h1')));
  await tabTo('use-upload');
  await hostPage.session.press('Enter');
  await hostPage.part('dropzone');
  await expect.poll(focused).toBe('title');
  await tabTo('browse');
  // The system's file dialog cannot be driven by WebDriver.
  await hostPage.pick(writeFiles(info, FILES.slice(0, 2)));
  await hostPage.waitForReport(2);
  await tabTo('remove');
  await hostPage.session.press('Tab');
  await tabTo('remove');
  await hostPage.session.press('Enter');
  expect((await hostPage.waitForReport(1)).files[0].name).toBe('january.pdf');
  await tabTo('continue');
  await hostPage.session.press('Space');
  await hostPage.part('checklist');
  await expect.poll(focused).toBe('title');
});
