// The person's way, from the refused login to "received", in every engine.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encrypted, canvas, png, statement, truncated } from '../../scripts/samples.mjs';
import { expect, test } from './host-page.mjs';

const january = statement({ month: '2026-01' });
/** Each with its verdict, which no engine may see differently. */
const FILES = [
  ['january.pdf', january, 'ready', []],
  ['with password.pdf', encrypted({ month: '2026-02', userPassword: 'maple' }), 'rejected', ['password-required']],
  ['opens anyway.pdf', encrypted({ month: '2026-02' }), 'ready', ['restricted']],
  ['cut.pdf', truncated(statement({ month: '2026-03', pages: 3 })), 'warning', ['repaired']],
  ['no page left.pdf', january.subarray(0, 200), 'rejected', ['damaged']],
  ['copie de relevé.pdf', january, 'rejected', ['duplicate']],
  ['picture.png', png(canvas(40, 30)), 'rejected', ['unsupported-type']],
  ['empty.pdf', '', 'rejected', ['empty']],
];

/** Those that are left to go once the first one is removed, of which one is a copy. */
const GO_ON = ['opens anyway.pdf', 'cut.pdf', 'copie de relevé.pdf'];

/** Writes the files and gives their paths, in their order. */
function write(info, files = FILES) {
  const folder = info.outputPath('files');
  mkdirSync(folder, { recursive: true });
  return files.map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  });
}

const verdicts = (report) => report.files.map(({ name, status, findings }) => [name, status, findings.map(({ code }) => code)]);

test('someone fails to log in, uploads instead, and is told that it was received', async ({ lender }, info) => {
  await lender.open({ mode: 'fallback', params: 'demo=true&tag=7' });
  await lender.part('frame');
  expect(await lender.texts('[part~="offer"]')).toEqual([]);
  await lender.press('RBC / HSBC');
  await lender.fail();
  const announcement = await lender.find('.said[role="status"]');
  expect(await lender.session.role(announcement)).toBe('status');
  await expect.poll(() => lender.text('.said[role="status"]')).toContain('The bank can’t be reached at the moment.');
  await lender.part('frame');
  expect(await lender.heard('upload-offer')).toEqual([{ reason: 'error', code: 'RETRY_LATER', institution: 'RBC / HSBC' }]);

  await lender.click('use-upload');
  await lender.pick(write(info));
  expect(verdicts(await lender.checked(FILES.length))).toEqual(FILES.map(([name, , status, codes]) => [name, status, codes]));
  expect(await lender.text('[part~="summary"]')).toBe('3 of 8 files ready, 5 need attention');
  const last = (await lender.heard('upload-check')).at(-1);
  expect(last).toEqual(await lender.checked(FILES.length));

  await lender.click('remove');
  expect((await lender.checked(7)).files.find(({ name }) => name === 'copie de relevé.pdf').status).toBe('ready');
  await lender.click('continue');
  await lender.part('checklist');
  const { origin } = new URL(lender.site.connect.url);
  const address = `${origin}/v2/upload/RBC%20%2F%20HSBC?language=en&demo=true&tag=7`;
  expect(await lender.frameAddress()).toBe(address);
  const [handoff] = await lender.heard('upload-handoff');
  expect(handoff).toMatchObject({ url: address, institution: 'RBC / HSBC', files: GO_ON });
  expect(await lender.texts('[part~="checklist"] li')).toEqual(GO_ON.map((name) => expect.stringContaining(name)));

  await lender.inConnect(async () => {
    await expect.poll(() => lender.run(() => document.querySelector('h1')?.textContent)).toBe('Upload documents for RBC / HSBC');
    await lender.session.type(await lender.run(() => document.querySelector('input[type=file]')), write(info, FILES.slice(0, 1))[0]);
  });
  await lender.press('Send');
  await lender.part('received');
  expect(await lender.text('[part~="received"]')).toContain('received');
  const [complete] = await lender.heard('upload-complete');
  expect(complete).toMatchObject({ institution: 'RBC / HSBC', loginId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
});

test('primary: upload is offered beside the login, and withdrawn with the institution', async ({ lender }) => {
  await lender.open({ mode: 'primary' });
  await lender.press('TD');
  await lender.part('offer');
  await lender.part('frame');
  await lender.press('Back to the list');
  await lender.press('BMO');
  await expect.poll(() => lender.heard('upload-offer')).toEqual([{ reason: 'primary', institution: 'TD' }, { reason: 'primary', institution: 'BMO' }]);
  const steps = (await lender.heard('connect-event')).map(({ kind, step, institution }) => [kind, step, institution].filter(Boolean).join(' '));
  expect(steps).toContain('step INSTITUTION_SELECTED TD');
  expect(steps).toContain('step APP_MOUNTED');
});

test('in French the person reads French, and so does Connect', async ({ lender }, info) => {
  await lender.open({ mode: 'primary', language: 'fr' });
  await lender.press('Fédération des caisses Desjardins');
  await lender.part('use-upload');
  expect(await lender.text('[part~="use-upload"]')).toBe('Téléverser plutôt des relevés');
  await lender.click('use-upload');
  await lender.pick(write(info, FILES.slice(0, 1)));
  await lender.checked(1);
  expect(await lender.text('[part~="summary"]')).toBe('1 fichier sur 1 prêt');
  await lender.click('continue');
  await lender.part('checklist');
  expect(await lender.frameAddress()).toContain('/v2/upload/F%C3%A9d%C3%A9ration%20des%20caisses%20Desjardins?language=fr');
  await lender.inConnect(() => expect.poll(() => lender.run(() => document.querySelector('h1')?.textContent)).toBe('Téléverser des documents pour Fédération des caisses Desjardins'));
});

test('the whole way works with the keyboard alone', async ({ lender }, info) => {
  await lender.open({ mode: 'fallback' });
  await lender.press('TD');
  await lender.fail();
  await lender.part('offer');
  const focused = () => lender.run(() => {
    const element = document.activeElement?.shadowRoot?.activeElement;
    return element?.closest('[part]')?.part[0] ?? element?.localName ?? '';
  });
  const tabTo = async (part) => {
    for (let step = 0; step < 12; step += 1) {
      if ((await focused()) === part) return;
      await lender.session.press('Tab');
    }
    throw new Error(`${part} can't be reached by Tab`);
  };
  // Out of Connect's frame, where the person was.
  await lender.session.click(await lender.run(() => document.querySelector('h1')));
  await tabTo('use-upload');
  await lender.session.press('Enter');
  await lender.part('dropzone');
  await expect.poll(focused).toBe('title');
  await tabTo('browse');
  // The system's own dialog would come next; no driver reaches into it.
  await lender.pick(write(info, FILES.slice(0, 2)));
  await lender.checked(2);
  await tabTo('remove');
  await lender.session.press('Tab');
  await tabTo('remove');
  await lender.session.press('Enter');
  expect((await lender.checked(1)).files[0].name).toBe('january.pdf');
  await tabTo('continue');
  await lender.session.press('Space');
  await lender.part('checklist');
  await expect.poll(focused).toBe('title');
});
