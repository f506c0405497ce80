// Every state × width × theme × language, for review: `make screenshots`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { STATES } from '../fixtures/ui-states.mjs';
import { LANGUAGES, THEMES, WIDTHS, prepareFonts, screenshot, withLogin, slug, test } from './capture.mjs';

const folder = fileURLToPath(new URL('../../../target/screenshots', import.meta.url));

for (const [state, reach] of STATES) {
  for (const language of LANGUAGES) {
    test(`${state}, ${language}`, async ({ hostPage, page }) => {
      await prepareFonts(page);
      await reach(hostPage, withLogin(hostPage, language));
      for (const theme of THEMES) {
        for (const width of WIDTHS) {
          const path = join(folder, slug(state), `${width}-${theme}-${language}.png`);
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, await screenshot(hostPage, { width, theme }));
        }
      }
    });
  }
}

test('a sheet to look through', () => {
  const thumbnail = (state, variant) => `<a href="${slug(state)}/${variant}.png"><img src="${slug(state)}/${variant}.png" alt="${state}, ${variant}"></a>`;
  const row = (state, more) => `<div>${WIDTHS.map((width) => thumbnail(state, `${width}-${more}`)).join('')}</div>`;
  const rows = (state) => THEMES.flatMap((theme) => LANGUAGES.map((language) => row(state, `${theme}-${language}`)));
  const links = STATES.map(([state]) => `<a href="#${slug(state)}">${state}</a>`);
  const sections = STATES.map(([state]) => `<h2 id="${slug(state)}">${state}</h2>${rows(state).join('')}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Every state</title>
<style>
  body { margin: 0 1rem 4rem; font: 1rem/1.5 system-ui, sans-serif; background: #888888; }
  nav { columns: 5; padding-block: 1rem; } nav a { display: block; color: #000000; }
  h2 { position: sticky; top: 0; margin: 1rem -1rem; padding: 0.25rem 1rem; color: #ffffff; background: #333333; }
  div { display: flex; gap: 0.5rem; align-items: start; margin-block-end: 0.5rem; }
  img { display: block; inline-size: 100%; }
  div > :nth-child(1) { flex: 390; } div > :nth-child(2) { flex: 768; } div > :nth-child(3) { flex: 1280; }
</style>
<nav>${links.join('')}</nav>
${sections.join('\n')}
</html>`);
});
