// axe-core over the element: the rules of WCAG 2.2, A and AA.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds in the element, or in what else is named. Evaluated, not added as a script: the page's policy stays as it is. */
export async function axe(page, scope = 'flinks-upload') {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async ([tags, where]) => {
    // The frame is the provider's; the rules of a page as a whole are the host's.
    const { violations, incomplete, passes } = await window.axe.run(where, { runOnly: tags, iframes: false, preload: false });
    const summarize = (found) => found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    // Contrast that axe can't tell would otherwise pass unseen.
    const undecidedContrast = incomplete.filter(({ id }) => id.startsWith('color-contrast'));
    return { violations: summarize(violations), undecidedContrast: summarize(undecidedContrast), passes: passes.length };
  }, [WCAG_22_AA, scope]);
}

/** No violation, and nothing about contrast that axe can't tell. */
export function expectNoViolations({ passes, ...found }, where) {
  expect(found, where).toEqual({ violations: [], undecidedContrast: [] });
  expect(passes, where).toBeGreaterThan(0);
}
