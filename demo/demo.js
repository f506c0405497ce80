// The lender's page: what an integrator would write is `showUpload`; the rest is what the drawer changes.
import { showCode } from './code.js';
import { openDrawer } from './drawer.js';
import { samples } from './files.js';
import { accountsView, begin } from './lender.js';
import { EVENTS, clear, logEvent } from './log.js';
import { attributesOf } from './snippets.js';
import { themeSheet } from './themes.js';

const settings = document.querySelector('#settings');
const stage = document.querySelector('#stage');
const query = new URLSearchParams(location.search);
const sandbox = `http://localhost:${Number(query.get('sandbox')) || 8081}/v2`;
const relay = `http://127.0.0.1:${Number(query.get('relay')) || 8090}`;

const chosen = () => Object.fromEntries(new FormData(settings));
/** Settings that are changed in place. */
const LIVE = ['language', 'theme', 'look', 'width'];
/** The settings with which a stage of the journey is reached without typing. */
const STAGES = {
  offer: { mode: 'fallback', scenario: 'auto:INVALID_PASSWORD' },
  files: { mode: 'upload', check: 'required' },
  window: { mode: 'upload', check: 'required', handoff: 'frame' },
  received: { mode: 'upload', check: 'required', handoff: 'frame' },
};

/** Counts the starts, so that one that was overtaken while it waited for the server shows nothing. */
let starts = 0;

/** `sends` makes the mock's upload screen end by itself. */
async function showUpload({ sends = false } = {}) {
  starts += 1;
  const own = starts;
  const server = chosen().mode === 'dashboard' ? null : await begin(relay);
  if (own !== starts) return;
  const upload = document.createElement('flinks-upload');
  // As they are now: the language may have changed meanwhile.
  for (const [name, value] of attributesOf(chosen(), sandbox)) upload.setAttribute(name, value);
  if (sends) upload.setAttribute('params', `${upload.getAttribute('params')}&scenario=auto%3Asent`);
  if (server) {
    // By attribute: a setting may be changed before the element is defined.
    upload.setAttribute('params', `${upload.getAttribute('params')}&tag=${server.tag}`);
    upload.statusUrl = server.statusUrl;
    upload.getAuthorizeToken = server.authorizeToken;
    upload.addEventListener('upload-complete', ({ detail }) => server.submitted(detail.requestId));
    upload.addEventListener('upload-status', async ({ detail }) => {
      if (detail.status === 'ready') upload.after(accountsView(await server.accounts(), chosen()));
    });
  }
  for (const type of EVENTS) upload.addEventListener(type, logEvent);
  stage.replaceChildren(upload);
}

/** The page's own texts: English is in the page, French in attributes beside it. */
function applyLanguage(language) {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll('[data-fr]')) {
    element.dataset.en ??= element.textContent;
    element.textContent = element.dataset[language];
  }
  for (const element of document.querySelectorAll('[data-fr-label]')) {
    element.dataset.enLabel ??= element.getAttribute('aria-label');
    element.setAttribute('aria-label', element.dataset[`${language}Label`]);
  }
  document.querySelector('#other-language').lang = language === 'fr' ? 'en' : 'fr';
}

async function applyTheme(look) {
  const sheet = await themeSheet(look);
  // Another one may have been chosen meanwhile.
  if (chosen().look !== look) return;
  document.documentElement.dataset.look = look;
  document.adoptedStyleSheets = [sheet];
}

/** Applies language, theme and look to what is shown; any other change starts over. */
async function applyAppearance() {
  const { language, theme, look, width } = chosen();
  document.documentElement.dataset.theme = theme;
  stage.style.maxInlineSize = width && `${width}px`;
  applyLanguage(language);
  const inForce = new Map(attributesOf(chosen(), sandbox));
  for (const element of stage.querySelectorAll('flinks-upload')) Object.assign(element, { language: inForce.get('language'), theme: inForce.get('theme') });
  for (const element of stage.querySelectorAll('flinks-accounts')) Object.assign(element, { language, theme });
  await applyTheme(look);
}

/** The address holds the scenario, so that a link shows the same. */
function updateAddress() {
  const url = new URL(location);
  for (const element of settings.elements) {
    if (!element.name) continue;
    const isInitial = element.value === (element.options ? element.options[0].value : element.defaultValue);
    if (isInitial) url.searchParams.delete(element.name);
    else url.searchParams.set(element.name, element.value);
  }
  history.replaceState(null, '', url);
}

/** Hides the settings that the mode does not use. */
function showFields() {
  const { mode } = chosen();
  for (const element of document.querySelectorAll('[data-for]')) element.hidden = !element.dataset.for.split(' ').includes(mode);
}

function restart(options) {
  clear();
  return showUpload(options);
}

/** Goes to a stage of the journey: chooses its settings, and does what a person would do until then. */
async function goTo(name) {
  for (const [setting, value] of Object.entries(STAGES[name])) settings.elements[setting].value = value;
  applySettings();
  await restart({ sends: name === 'received' });
  const upload = stage.querySelector('flinks-upload');
  if (name === 'window' || name === 'received') {
    upload.addFiles(await samples('good'));
    upload.addEventListener('upload-check', function goOn({ detail }) {
      if (!detail.canContinue) return;
      upload.removeEventListener('upload-check', goOn);
      upload.handOff();
    });
  }
  stage.scrollIntoView({ block: 'start' });
  return upload;
}

/** Shows what was chosen, but for what starts over. */
function applySettings() {
  updateAddress();
  showFields();
  applyAppearance();
  showCode(chosen(), sandbox);
}

for (const element of settings.elements) {
  const wanted = query.get(element.name);
  if (!element.name || wanted === null) continue;
  const before = element.value;
  element.value = wanted;
  // An unknown option.
  if (element.options && element.selectedIndex < 0) element.value = before;
}

settings.addEventListener('submit', (event) => event.preventDefault());
settings.addEventListener('change', ({ target }) => {
  applySettings();
  if (!LIVE.includes(target.name)) restart();
});
document.querySelector('.jumps').addEventListener('click', ({ target }) => {
  if (target.dataset.jump) goTo(target.dataset.jump);
});
document.querySelector('#other-language').addEventListener('click', () => {
  const { language } = settings.elements;
  language.value = language.value === 'fr' ? 'en' : 'fr';
  language.dispatchEvent(new Event('change', { bubbles: true }));
});
document.querySelector('#restart').addEventListener('click', () => restart());
document.querySelector('#clear').addEventListener('click', clear);
document.querySelector('#integration').addEventListener('change', () => showCode(chosen(), sandbox));
document.querySelector('.samples').addEventListener('click', async ({ target }) => {
  const wanted = target.dataset?.add;
  if (wanted === undefined) return;
  const isAsked = stage.querySelector('flinks-upload')?.shadowRoot.querySelector('[part~=collect]');
  const upload = isAsked ? stage.querySelector('flinks-upload') : await goTo('files');
  upload.addFiles(await samples(wanted));
});

openDrawer();
showFields();
showCode(chosen(), sandbox);
await applyAppearance();

// Trunk's own script loads the wasm, too; both must not do it at the same time.
if (window.wasmBindings === undefined) {
  await new Promise((resolve) => addEventListener('TrunkApplicationStarted', resolve, { once: true }));
}
await import('/define.js');
(await import('/accounts/element.js')).defineAccounts();
showUpload();
