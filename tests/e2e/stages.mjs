// The stages of a journey, for what may happen at any of them.
import { expect } from './lender.mjs';

/** What never comes: the answer to these requests is held back. Gives the way to let them go on. */
export async function hold(page, pattern) {
  const held = [];
  let isHeld = true;
  await page.route(pattern, (route) => (isHeld ? held.push(route) : route.fallback()));
  return async () => {
    isHeld = false;
    await Promise.all(held.splice(0).map((route) => route.fallback().catch(() => {})));
  };
}

const AT = {
  connect: (lender) => lender.connect(),
  offer: (lender) => lender.fail('INVALID_LOGIN'),
  'files being checked': async (lender) => {
    lender.letGo = await hold(lender.page, '**/flinks-upload-worker_bg.wasm');
    await lender.part('use-upload').click();
    await lender.add([{ name: 'a.pdf' }, { name: 'bb.pdf' }]);
    await expect(lender.part('summary')).toHaveText('Checking 2 files…');
  },
  'files checked': async (lender) => {
    await lender.letGo();
    await lender.checked(2);
  },
  'a token awaited': async (lender) => {
    await lender.element.evaluate((element) => (element.getAuthorizeToken = () => new Promise((resolve) => (window.giveToken = resolve))));
    await lender.part('continue').click();
    await expect(lender.part('continue')).toHaveText('One moment…');
    await expect.poll(() => lender.page.evaluate(() => typeof window.giveToken)).toBe('function');
  },
  'the upload screen': async (lender) => {
    await lender.page.evaluate(() => window.giveToken('token-2'));
    await expect(lender.part('checklist')).toBeVisible();
    await lender.connect();
  },
  received: async (lender) => {
    await lender.say({ step: 'REDIRECT', loginId: 'l-1' });
    await expect(lender.part('received')).toBeVisible();
  },
};

export const STAGES = Object.keys(AT);

/** Takes a page that shows Connect on to this stage. */
export async function reach(lender, stage) {
  for (const each of STAGES.slice(0, STAGES.indexOf(stage) + 1)) await AT[each](lender);
}

/** Where the journey stands, by what is shown: the name of the stage's own part, and how many files are picked. */
export const stands = (lender) => lender.element.evaluate(({ shadowRoot, files }) => {
  const shown = ['offer', 'collect', 'checklist', 'received', 'linked'].filter((name) => shadowRoot.querySelector(`[part~="${name}"]`));
  return { shown, files: files.length };
});
