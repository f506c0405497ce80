// The snippets, as the integrator would write what is on screen; a line that a setting has just changed is marked.
import { copy } from './drawer.js';
import { INTEGRATIONS, attributesOf, notesOn, snippet, sourcesOf } from './snippets.js';
import { textOf, themeFile } from './themes.js';

const form = document.querySelector('#integration');
const place = document.querySelector('#place');
const code = document.querySelector('#code');

const TOKENS = new RegExp([
  /(?<comment>\/\/.*|\/\*.*?\*\/|<!--.*?-->)/,
  /(?<string>"[^"]*"|'[^']*'|`[^`]*`)/,
  /(?<tag><\/?[A-Za-z][\w-]*)/,
  /(?<name>--[\w-]+)/,
  /(?<keyword>\b(?:import|from|export|default|function|const|let|return|async|await|if|else|match|use|fn|move|impl|None|Some)\b)/,
].map(({ source }) => source).join('|'), 'g');

function colored(line) {
  const pieces = [];
  let end = 0;
  for (const { 0: text, index, groups } of line.matchAll(TOKENS)) {
    const [kind] = Object.entries(groups).find(([, found]) => found !== undefined);
    const span = Object.assign(document.createElement('span'), { className: kind, textContent: text });
    pieces.push(line.slice(end, index), span);
    end = index + text.length;
  }
  return [...pieces, line.slice(end)];
}

/** The lines that were shown before, to tell which are new; null where something else was shown. */
let before = null;

function block({ name, text }) {
  const figure = document.createElement('figure');
  const caption = document.createElement('figcaption');
  const title = Object.assign(document.createElement('span'), { textContent: name });
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Copy', onclick: () => copy(text, name) });
  button.setAttribute('aria-label', `Copy ${name}`);
  caption.append(title, button);
  const listing = document.createElement('pre');
  // Long lines are scrolled to, also by keyboard.
  listing.tabIndex = 0;
  listing.setAttribute('role', 'group');
  listing.setAttribute('aria-label', name);
  for (const line of text.trimEnd().split('\n')) {
    const row = document.createElement('span');
    row.className = before !== null && !before.has(line) ? 'line new' : 'line';
    row.append(...colored(line), '\n');
    listing.append(row);
  }
  figure.append(caption, listing);
  return figure;
}

function choices() {
  for (const [value, { label }] of Object.entries(INTEGRATIONS)) {
    const input = Object.assign(document.createElement('input'), { type: 'radio', name: 'integration', value, checked: value === 'html' });
    const name = Object.assign(document.createElement('span'), { textContent: label });
    const choice = document.createElement('label');
    choice.append(input, name);
    form.firstElementChild.append(choice);
  }
}
choices();

let shown = '';
/** Counts the times, so that a snippet that was overtaken while its files came is not shown. */
let asked = 0;

/** Shows the snippet for these settings; `connectMock` is the address of the mock of Connect. */
export async function showCode(settings, connectMock) {
  asked += 1;
  const own = asked;
  const { integration, place: where } = Object.fromEntries(new FormData(form));
  const attributes = attributesOf(settings, where === 'mock' ? connectMock : null);
  const [look, ...sources] = await Promise.all([themeFile(settings.look), ...sourcesOf(integration).map((path) => textOf(`/examples/${path}`))]);
  if (own !== asked) return;
  const files = snippet(integration, attributes, sources, look);
  if (shown !== integration) before = null;
  const notes = notesOn(settings, where, integration).map((textContent) => Object.assign(document.createElement('li'), { textContent }));
  const list = document.createElement('ul');
  list.className = 'notes';
  list.append(...notes);
  code.replaceChildren(...files.map(block), list);
  place.hidden = integration === 'check' || settings.mode === 'dashboard';
  shown = integration;
  before = new Set(files.flatMap(({ text }) => text.split('\n')));
}
