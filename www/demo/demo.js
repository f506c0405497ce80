// The lender's page: what an integrator would write is `showUpload`; the rest is the scenario panel.
import { samples } from './files.js';
import { accountsView, begin } from './lender.js';

const settings = document.querySelector('#settings');
const stage = document.querySelector('#stage');
const log = document.querySelector('#log');
const query = new URLSearchParams(location.search);
const sandbox = `http://localhost:${Number(query.get('sandbox')) || 8081}/v2`;
const relay = `http://127.0.0.1:${Number(query.get('relay')) || 8090}`;

// Trunk's own script loads the wasm, too; both must not do it at the same time.
if (window.wasmBindings === undefined) {
  await new Promise((resolve) => addEventListener('TrunkApplicationStarted', resolve, { once: true }));
}
await import('/define.js');
(await import('/accounts-element.js')).defineAccounts();

/** Counts the beginnings, so that one that was overtaken while it waited for the server shows nothing. */
let begun = 0;

async function showUpload({ mode, scenario, ending, handoff, check, language, theme }) {
  begun += 1;
  const own = begun;
  const server = mode === 'dashboard' ? null : await begin(relay);
  if (own !== begun) return;
  const upload = document.createElement('flinks-upload');
  upload.connectBase = sandbox;
  upload.mode = mode;
  upload.handoff = handoff;
  upload.check = check;
  upload.language = language;
  upload.theme = theme;
  upload.params = String(new URLSearchParams({ demo: 'true', ...(scenario && { scenario }), ...(ending && { ending }), ...(server && { tag: server.tag }) }));
  if (server) {
    upload.statusUrl = server.statusUrl;
    upload.getAuthorizeToken = server.authorizeToken;
    upload.addEventListener('upload-complete', ({ detail }) => server.submitted(detail.requestId));
    upload.addEventListener('upload-status', async ({ detail }) => {
      if (detail.status === 'ready') upload.after(accountsView(await server.accounts(), upload));
    });
  }
  if (mode === 'upload') upload.institution = 'FlinksCapital';
  for (const type of ['connect-event', 'upload-offer', 'upload-check', 'upload-handoff', 'upload-complete', 'upload-status', 'upload-error']) {
    upload.addEventListener(type, note);
  }
  stage.replaceChildren(upload);
}

/** A log line without names, ids or tokens: those are nobody's business, also in a demo. */
function note({ type, detail }) {
  const said = {
    'connect-event': () => detail.flinksCode ?? detail.step ?? detail.kind,
    'upload-offer': () => [detail.reason, detail.code, detail.institution].filter(Boolean).join(' · '),
    'upload-check': () => `${detail.totals.ready} of ${detail.totals.files} ready${detail.complete ? '' : ', checking'}`,
    'upload-handoff': () => `${new URL(detail.url).pathname} · ${detail.files.length} files`,
    'upload-complete': () => 'received',
    'upload-status': () => detail.status,
    'upload-error': () => detail.message,
  }[type]();
  const line = document.createElement('li');
  line.dataset.type = type;
  const name = document.createElement('code');
  name.textContent = type;
  line.append(name, ` ${said}`);
  log.prepend(line);
  while (log.children.length > 200) log.lastChild.remove();
}

function restart() {
  log.replaceChildren();
  const chosen = Object.fromEntries(new FormData(settings));
  document.documentElement.lang = chosen.language;
  document.documentElement.dataset.theme = chosen.theme;
  wear(chosen.look);
  for (const element of document.querySelectorAll('[data-en]')) element.textContent = element.dataset[chosen.language];
  showUpload(chosen);
}

/** A look is a stylesheet of the page: properties and parts of the element. */
function wear(name) {
  document.querySelector('#look')?.remove();
  if (!['bank', 'fintech', 'contrast'].includes(name)) return;
  const link = Object.assign(document.createElement('link'), { id: 'look', rel: 'stylesheet', href: `/demo/themes/${name}.css` });
  document.head.append(link);
}

/** Language, theme and look change what is there; everything else starts anew. */
function change({ target }) {
  if (target.name === 'look') return wear(target.value);
  if (target.name !== 'language' && target.name !== 'theme') return restart();
  for (const element of stage.children) element[target.name] = target.value;
  if (target.name === 'theme') document.documentElement.dataset.theme = target.value;
  else {
    document.documentElement.lang = target.value;
    for (const element of document.querySelectorAll('[data-en]')) element.textContent = element.dataset[target.value];
  }
}

for (const [name, value] of query) {
  if (settings.elements[name]) settings.elements[name].value = value;
}
// On a phone the panel would hide the page.
if (matchMedia('(max-width: 60rem)').matches) document.querySelector('.scenarios').open = false;
settings.addEventListener('change', change);
document.querySelector('#restart').addEventListener('click', restart);
document.querySelector('.samples').addEventListener('click', async ({ target }) => {
  const wanted = target.dataset?.add;
  if (wanted !== undefined) stage.querySelector('flinks-upload').addFiles(await samples(wanted));
});
restart();
