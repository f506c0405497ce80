// The lender's page: what an integrator would write is `showUpload`; the rest is what the drawer changes.
import { showCode } from './code.js';
import { announce, openDrawer } from './drawer.js';
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
const LIVE = ['language', 'theme', 'look'];

/** Counts the starts, so that one that was overtaken while it waited for the server shows nothing. */
let starts = 0;

async function showUpload() {
  starts += 1;
  const own = starts;
  const server = chosen().mode === 'dashboard' ? null : await begin(relay);
  if (own !== starts) return;
  const upload = document.createElement('flinks-upload');
  // As they are now: the language may have changed meanwhile.
  for (const [name, value] of attributesOf(chosen(), sandbox)) upload.setAttribute(name, value);
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
  const { language, theme, look } = chosen();
  document.documentElement.dataset.theme = theme;
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

function restart() {
  clear();
  showUpload();
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
  updateAddress();
  showFields();
  applyAppearance();
  if (!LIVE.includes(target.name)) restart();
  showCode(chosen(), sandbox);
});
document.querySelector('#other-language').addEventListener('click', () => {
  const { language } = settings.elements;
  language.value = language.value === 'fr' ? 'en' : 'fr';
  language.dispatchEvent(new Event('change', { bubbles: true }));
});
document.querySelector('#restart').addEventListener('click', restart);
document.querySelector('#clear').addEventListener('click', clear);
document.querySelector('#integration').addEventListener('change', () => showCode(chosen(), sandbox));
document.querySelector('.samples').addEventListener('click', async ({ target }) => {
  const wanted = target.dataset?.add;
  if (wanted === undefined) return;
  const upload = stage.querySelector('flinks-upload');
  upload.addFiles(await samples(wanted));
  // The element takes them in with its next render.
  await new Promise((resolve) => setTimeout(resolve, 200));
  if (upload.shadowRoot.querySelector('[part~=collect]') === null) announce('The files are in. They are shown once upload is chosen.');
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
