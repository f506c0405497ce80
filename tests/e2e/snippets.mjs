// The demo's snippets, written as the demo writes them, from the files of this checkout.
import { readFileSync } from 'node:fs';
import { INTEGRATIONS, attributesOf, snippet, sourcesOf } from '../../demo/snippets.js';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** As the demo's `themes.js` names them. */
const LOOKS = { '': 'northlight.css', bank: 'themes/bank.css', fintech: 'themes/fintech.css', contrast: 'themes/contrast.css' };
export const lookNamed = (name) => ({ name: LOOKS[name].split('/').at(-1), text: read(`demo/${LOOKS[name]}`) });

export const examplesOf = (integration) => sourcesOf(integration).map((path) => read(`examples/${path}`));

/** Name → text of each file of a snippet. */
export function written(integration, settings, connectBase = null) {
  const files = snippet(integration, attributesOf(settings, connectBase), examplesOf(integration), lookNamed(settings.look));
  return Object.fromEntries(files.map(({ name, text }) => [name, text]));
}

export { INTEGRATIONS };
