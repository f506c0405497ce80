// A look is a stylesheet of the page: properties and parts of the element, and a few tokens of the page around it (demo.css).

const PLACES = { '': 'northlight.css', bank: 'themes/bank.css', fintech: 'themes/fintech.css', contrast: 'themes/contrast.css' };
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

/** A look as a file of the integrator's: `{name, text}`. */
export async function lookOf(name) {
  const place = PLACES[name];
  return { name: place.split('/').at(-1), text: await textOf(`/demo/${place}`) };
}

/** The same, worn by the accounts as well. */
export async function stylesheet(name) {
  const { text } = await lookOf(name);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text.replace('flinks-upload {', 'flinks-upload, flinks-accounts {'));
  return sheet;
}
