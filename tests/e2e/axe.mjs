// axe-core over the element: the rules of WCAG 2.2, A and AA.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Runs axe on the element, or on `scope`. Evaluated rather than added as a script, so the page's CSP stays as it is. */
export async function axe(page, scope = 'flinks-upload') {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async ([tags, where]) => {
    // The frame belongs to the provider, and page-level rules to the host.
    const { violations, incomplete, passes } = await window.axe.run(where, { runOnly: tags, iframes: false, preload: false });
    const summarize = (found) => found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    // Contrast that axe cannot determine would otherwise pass silently.
    const undecidedContrast = incomplete.filter(({ id }) => id.startsWith('color-contrast'));
    return { violations: summarize(violations), undecidedContrast: summarize(undecidedContrast), passes: passes.length };
  }, [WCAG_22_AA, scope]);
}

/** Expects no violations and no undecided contrast. */
export function expectNoViolations({ passes, ...found }, where) {
  expect(found, where).toEqual({ violations: [], undecidedContrast: [] });
  expect(passes, where).toBeGreaterThan(0);
}
