// Each state, reached once: axe in every language and color scheme, the accessibility tree, and its pictures.
import { readdirSync } from 'node:fs';
import { axe, expectNoViolations } from '../axe.mjs';
import { expect, test as base } from '../host-page.mjs';
import { STATES } from '../fixtures/ui-states.mjs';
import { VARIANTS, blankPage, expectScreenshot, folder, nameOf } from '../visual/baselines.mjs';
import { prepareFonts, screenshot, withLogin } from '../visual/capture.mjs';

const test = base.extend({ blankPage });

/** Colors are the same in every language, so a further one is checked in one scheme. */
const LANGUAGES = Object.entries({ en: ['light', 'dark'], fr: ['light', 'dark'], es: ['light'] });
const WITHOUT_TREE = ['24 files', 'limit reached', 'checklist of 24'];
/** Shown without the wasm, in the language that the page had at first. */
const FIXED_LANGUAGE = ['not loaded'];

for (const [name, reach] of STATES) {
  test(`axe finds nothing, the tree stays as it was, and it looks as before: ${name}`, async ({ hostPage, page, blankPage: blank }, info) => {
    test.setTimeout(120_000);
    // The pictures' fonts. Without motion, no color is checked during a transition.
    await prepareFonts(page);
    const arrive = (language) => reach(hostPage, withLogin(hostPage, language));
    const change = async (language) => {
      if (FIXED_LANGUAGE.includes(name)) return arrive(language);
      await page.evaluate((lang) => (document.documentElement.lang = lang), language);
      await expect(hostPage.element.locator(`.flinks-upload:lang(${language})`)).toBeAttached();
    };

    await arrive('en');
    if (name !== 'loading') await expect(hostPage.element.locator('p.overlay')).toHaveCount(0);
    if (!WITHOUT_TREE.includes(name)) expect(`${await hostPage.element.ariaSnapshot()}\n`).toMatchSnapshot(`${name.replaceAll(/\W+/g, '-')}.yml`);
    // So high that no bar covers anything, whose contrast could not be told.
    await page.setViewportSize({ width: 1280, height: 3000 });
    for (const [language, colorSchemes] of LANGUAGES) {
      if (language !== 'en') await change(language);
      for (const colorScheme of colorSchemes) {
        await page.emulateMedia({ colorScheme });
        expectNoViolations(await axe(page), `${language}, ${colorScheme}`);
      }
    }
    let shown;
    for (const variant of [...VARIANTS[name]].sort((a, b) => a.slice(-2).localeCompare(b.slice(-2)))) {
      const [width, theme, language] = variant.split(' ');
      if (language !== shown) await change(language);
      shown = language;
      await expectScreenshot(blank, info, name, variant, await screenshot(hostPage, { width: Number(width), theme }));
    }
    hostPage.violations.length = 0;
  });
}

test('every state has its picture, and no picture is left over', () => {
  expect(Object.keys(VARIANTS).sort()).toEqual(STATES.map(([state]) => state).sort());
  const names = Object.entries(VARIANTS).flatMap(([state, variants]) => variants.map((variant) => nameOf(state, variant)));
  expect(readdirSync(folder).sort()).toEqual(names.sort());
});
