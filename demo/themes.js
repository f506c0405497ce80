// The themes of the demo: each is a stylesheet with properties and parts of the element. A few tokens of the page around it
// are in demo.css.

const PATHS = { '': 'northlight.css', bank: 'themes/bank.css', fintech: 'themes/fintech.css', contrast: 'themes/contrast.css', compact: 'themes/compact.css' };
const texts = new Map();

async function fetched(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.text();
}

/** The text of a file of this server, asked for once. */
export function textOf(path) {
  if (!texts.has(path)) texts.set(path, fetched(path));
  return texts.get(path);
}

/** A theme as the file that an integrator would have: `{name, text}`. */
export async function themeFile(name) {
  const path = PATHS[name];
  return { name: path.split('/').at(-1), text: await textOf(`/demo/${path}`) };
}

/** The same as a stylesheet of the page, applied to the accounts, too. */
export async function themeSheet(name) {
  const { text } = await themeFile(name);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text.replace('flinks-upload {', 'flinks-upload, flinks-accounts {'));
  return sheet;
}
