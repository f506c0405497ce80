// What an integrator would write for what is on screen: an example of `examples/`, with the attributes in force in the place
// of its own. Each example is built and opened by the tests, so what surrounds the attributes is known to work.

const DEFAULTS = { mode: 'primary', language: 'en', theme: 'system', handoff: 'frame', check: 'required', accept: 'pdf' };
/** As docs/api.md lists them. */
const ORDER = ['instance', 'connect-base', 'mode', 'institution', 'language', 'theme', 'params', 'handoff', 'check', 'accept', 'required-days', 'offer-on'];

const usesConnect = (mode) => mode !== 'dashboard';
const offersLater = (mode) => mode === 'primary' || mode === 'fallback';

/**
 * The attributes for these settings, without those that are as by default: `[name, value]`, as docs/api.md lists them.
 * With `connectBase`, Connect is the mock, which also takes the scenario; without, Flinks' sandbox.
 */
export function attributesOf({ mode, institution, scenario, ending, ...settings }, connectBase) {
  const params = new URLSearchParams({ demo: 'true' });
  if (connectBase && scenario && offersLater(mode)) params.set('scenario', scenario);
  if (connectBase && ending) params.set('ending', ending);
  const wanted = { ...settings, mode };
  if (usesConnect(mode)) Object.assign(wanted, connectBase ? { 'connect-base': connectBase } : { instance: 'toolbox' }, { params: String(params) });
  else delete wanted.handoff;
  if (mode === 'upload') wanted.institution = institution;
  if (!offersLater(mode)) delete wanted['offer-on'];
  return ORDER.filter((name) => wanted[name] && wanted[name] !== DEFAULTS[name]).map((name) => [name, wanted[name]]);
}

const camelCase = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
/** A brace would begin an expression of Svelte. */
const inMarkup = (value) => value.replace(/[&"<{]/g, (sign) => ({ '&': '&amp;', '"': '&quot;', '<': '&lt;', '{': '&#123;' })[sign]);
const asAttribute = ([name, value]) => `${name}="${inMarkup(value)}"`;
const asProp = ([name, value]) => asAttribute([camelCase(name), value]);
const asField = ([name, value]) => `${name.replaceAll('-', '_')}: Some("${value.replace(/[\\"]/g, '\\$&')}".to_owned()),`;

function replaced(text, pattern, by) {
  if (!pattern.test(text)) throw new Error(`the example has changed: nothing in it is like ${pattern}`);
  return text.replace(pattern, by);
}

const OWN = /(\s+)instance="toolbox"\s+mode="fallback"\s+params="demo=true"/;

/** One line each: beside a page there is little room. */
function withAttributes(text, attributes, write = asAttribute) {
  const written = attributes.map(write);
  return replaced(text, OWN, (_, space) => {
    if (space !== ' ' || written.length < 2) return written.map((one) => space + one).join('');
    return `${written.map((one) => `\n    ${one}`).join('')}\n  `;
  });
}

const withFields = (text, attributes) =>
  replaced(text, /( +)instance: Some[^]*?params: [^\n]*\n/, (_, space) => attributes.map((one) => `${space}${asField(one)}\n`).join(''));

const withOptions = (text, attributes) => {
  const options = attributes.filter(([name]) => name === 'accept').map(([name, value]) => `${name}: '${value}'`);
  return options.length === 0 ? text : replaced(text, /checkFiles\(input\.files\)/, `checkFiles(input.files, { ${options.join(', ')} })`);
};

const linked = (text, name) => replaced(text, /<\/head>/, `  <link rel="stylesheet" href="/${name}">\n</head>`);
const linkedByTrunk = (text, name) => replaced(text, /<\/head>/, `  <link data-trunk rel="css" href="${name}">\n</head>`);
/** After the last import. */
const imported = (text, name) => replaced(text, /((?:^|\n)( *)import [^\n]*\n)(?!\s*import )/, (_, line, indent) => `${line}${indent}import './${name}';\n`);
const same = (text) => text;

/** A Yew app has no element in it: the properties reach the component from anywhere above, and there are no parts. */
const forYew = (css) => css.replace(/flinks-upload \{/, ':root {').replace(/(\n\})[^]*$/, '$1\n').replace(/ Made with[^*]*/, ' ');

/** `files` by their path in the example: how the attributes, and how the look gets in. */
export const INTEGRATIONS = {
  html: { label: 'HTML', folder: 'html', files: { 'index.html': [withAttributes, linked], 'income.js': [same, same] } },
  npm: { label: 'npm', folder: 'vite', files: { 'income.js': [same, imported], 'index.html': [withAttributes, same] } },
  react: { label: 'React', folder: 'react', files: { 'Income.jsx': [(text, attributes) => withAttributes(text, attributes, asProp), imported] } },
  vue: { label: 'Vue', folder: 'vue', files: { 'Income.vue': [withAttributes, imported], 'vite.config.js': [same, same] } },
  svelte: { label: 'Svelte', folder: 'svelte', files: { 'Income.svelte': [withAttributes, imported] } },
  yew: { label: 'Yew', folder: 'yew-app', files: { 'src/main.rs': [withFields, same], 'index.html': [same, linkedByTrunk] }, style: forYew },
  check: { label: 'Check only', folder: 'check', files: { 'check.js': [withOptions, same], 'index.html': [same, same] }, style: null },
};

/** The files that an integration's snippet is made of, by their paths below `examples/`. */
export const sourcesOf = (integration) => Object.keys(INTEGRATIONS[integration].files).map((name) => `${INTEGRATIONS[integration].folder}/${name}`);

/**
 * The snippet: `[{name, text}]`. `sources` are the example's files as `sourcesOf` lists them; `look` is the page's
 * stylesheet, `{name, text}`.
 */
export function snippet(integration, attributes, sources, look) {
  const { files, style = same } = INTEGRATIONS[integration];
  const written = Object.entries(files).map(([name, [settings, styled]], at) => {
    const text = settings(sources[at], attributes);
    return { name, text: style === null ? text : styled(text, look.name) };
  });
  return style === null ? written : [...written, { name: look.name, text: style(look.text) }];
}

/** What else the integrator has to know of these settings. */
export function notesOn({ mode, handoff, scenario }, place, integration) {
  if (integration === 'check') return ['Nothing is shown by the package: the report is yours to show.'];
  return [
    mode === 'dashboard' && 'For your staff: there is no Connect in it, so no instance and no token is asked for.',
    usesConnect(mode) && handoff === 'event' && 'Listen for upload-handoff: with "event", going to detail.url is yours.',
    usesConnect(mode) && handoff === 'navigate' && 'With "navigate" your page is left: params can name a redirectUrl, where Connect goes on to.',
    usesConnect(mode) && place === 'sandbox' && offersLater(mode) && scenario && 'How a login ends is decided by the mock here, and by the username in Flinks’ sandbox.',
    integration === 'yew' && 'The look’s properties are all that a Yew app takes; parts belong to the element.',
    usesConnect(mode) && 'For the status after the upload, give status-url and a tag of each upload: see docs/after-the-upload.md.',
  ].filter(Boolean);
}
