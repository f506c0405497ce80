// The mock's page: screens, and the messages that go with them.
import { INSTITUTIONS, answerQuestion, logIn, redirect, screenFor } from './behavior.js';
import { WORDS } from './words.js';

const query = new URLSearchParams(location.search);
const language = query.get('language') === 'fr' ? 'fr' : 'en';
const words = WORDS[language];
const scenario = query.get('scenario') ?? '';
const screen = document.querySelector('#screen');

document.documentElement.lang = language;
document.documentElement.dataset.theme = query.get('theme') ?? 'light';
document.querySelector('#banner').textContent = words.banner;

/** Only the page that opened this one is written to, at its origin; never anyone who happens to listen. */
const opener = window.parent === window ? window.opener : window.parent;
const openerOrigin = location.ancestorOrigins?.[0] ?? (document.referrer ? new URL(document.referrer).origin : null);

/** A page that was navigated to has nobody to write to. */
function post(message) {
  if (!opener || !openerOrigin) return;
  const data = query.get('stringify') === 'true' ? JSON.stringify(message) : message;
  opener.postMessage(data, openerOrigin);
}

const step = (name, more = {}) => post({ step: name, ...more });

/** Not every test page is a secure context, where `randomUUID` would be. */
function guid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function show(title, ...children) {
  screen.replaceChildren(make('h1', { textContent: title }), ...children, make('p', { className: 'small', textContent: words.token(query.has('authorizeToken')) }));
}

const button = (text, onclick, className = '') => make('button', { type: 'button', textContent: text, onclick, className });
const field = (label, properties) => make('label', {}, label, make('input', { required: true, autocomplete: 'off', ...properties }));
const problem = (text) => make('p', { className: 'problem', role: 'alert', textContent: text });

function form(fields, submit) {
  const element = make('form', {}, ...fields, make('button', { textContent: words.submit }));
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(Object.fromEntries(new FormData(element)));
  });
  return element;
}

function selector() {
  step('COMPONENT_LOAD_INSTITUTION_SELECTOR');
  const list = make('ul', { className: 'institutions' });
  const search = field(words.search, { type: 'search', name: 'search', required: false });
  const fill = () => {
    const wanted = search.querySelector('input').value.toLowerCase();
    const found = INSTITUTIONS.filter((name) => name.toLowerCase().includes(wanted));
    list.replaceChildren(...found.map((name) => make('li', {}, button(name, () => select(name)))));
    if (found.length === 0) list.append(make('li', { textContent: words.none }));
  };
  search.addEventListener('input', fill);
  fill();
  show(words.choose, search, list, button(words.notListed, notListed, 'link'));
}

function notListed() {
  // What the real one posts here is not documented; this step is the mock's own, and no page should rely on it.
  step('MOCK_NOT_LISTED');
  show(words.notListed, problem(words.notListedText), button(words.back, selector, 'link'));
}

function select(institution) {
  step('INSTITUTION_SELECTED', { institution });
  credentials(institution);
}

function credentials(institution, text) {
  step(text === undefined ? 'COMPONENT_LOAD_CREDENTIAL' : 'COMPONENT_LOAD_CREDENTIAL_RETRY', { institution });
  const fields = [field(words.username, { name: 'username' }), field(words.password, { name: 'password', type: 'password' })];
  const submit = ({ username, password }) => {
    step('SUBMIT_CREDENTIAL', { institution });
    const { code } = logIn({ username, password, scenario: scenario.startsWith('auto:') || scenario === 'slow' ? '' : scenario });
    if (code) refuse(code, institution, credentials);
    else question(institution);
  };
  show(words.logIn(institution), ...(text === undefined ? [] : [problem(text)]), form(fields, submit), make('p', { className: 'small', textContent: words.hint }), button(words.back, selector, 'link'));
}

/** An API error has a code and no step. */
function refuse(flinksCode, institution, next) {
  post({ requestId: guid(), flinksCode, institution });
  next(institution, words.failed(flinksCode));
}

function question(institution, text) {
  step(text === undefined ? 'COMPONENT_LOAD_MFA' : 'COMPONENT_LOAD_MFA_RETRY', { institution });
  const submit = ({ answer }) => {
    step('SUBMIT_MFA', { institution });
    const { code, retry } = answerQuestion(answer);
    if (code) refuse(code, institution, retry ? question : credentials);
    else accounts(institution);
  };
  show(words.question, ...(text === undefined ? [] : [problem(text)]), make('p', { textContent: words.ask }), form([field(words.answer, { name: 'answer' })], submit));
}

function accounts(institution) {
  step('COMPONENT_LOAD_ACCOUNT_SELECTION', { institution });
  show(words.accounts, make('ul', { className: 'institutions' }, make('li', {}, button(words.account, () => {
    step('ACCOUNT_SELECTED', { institution });
    finish(institution);
  }))));
}

function upload(institution) {
  const list = make('ul', { className: 'chosen' });
  const input = make('input', { type: 'file', multiple: true, accept: '.pdf,application/pdf' });
  input.addEventListener('change', () => {
    list.replaceChildren(...[...input.files].map((file) => make('li', { textContent: file.name })));
  });
  const send = button(words.send, () => {
    if (input.files.length === 0) return list.replaceChildren(make('li', { textContent: words.pick }));
    send.disabled = true;
    send.textContent = words.sending;
    setTimeout(() => finish(institution ?? '', true), 600);
  });
  show(words.upload(institution), make('p', { textContent: words.limits }), make('label', { className: 'files' }, words.files, input), list, send);
  if (scenario === 'auto:sent') setTimeout(() => finish(institution ?? '', true), 600);
}

function finish(institution, isUpload = false) {
  const redirectUrl = query.get('redirectUrl');
  const [tag, loginId, requestId] = [query.get('tag'), guid(), guid()];
  // Only ids are reported to the mock of Flinks' API, no documents.
  const uploaded = JSON.stringify({ tag, institution, loginId, requestId, ending: query.get('ending') ?? undefined });
  if (isUpload) fetch('/uploaded', { method: 'POST', body: uploaded }).catch(() => {});
  post(redirect({ institution, redirectUrl, tag, loginId, requestId }));
  if (!opener && /^https?:/.test(redirectUrl ?? '')) return location.assign(redirectUrl);
  show(words.done, make('p', { textContent: words.doneText }), ...(redirectUrl ? [make('p', { className: 'small', textContent: words.redirect(redirectUrl) })] : []));
}

async function start() {
  if (!opener && document.referrer) document.querySelector('#banner').append(' ', make('a', { href: document.referrer, textContent: words.backToPage }));
  else if (!opener || !openerOrigin) return show(words.noOpener);
  if (scenario === 'slow') await new Promise((resolve) => setTimeout(resolve, 5000));
  step('APP_MOUNTED');
  if (query.get('requireToken') === 'true' && !query.has('authorizeToken')) return show(words.noToken);
  const { name, institution } = screenFor(location.pathname);
  if (name === 'upload') return upload(institution);
  if (!scenario.startsWith('auto:') || scenario === 'auto:sent') return selector();
  step('INSTITUTION_SELECTED', { institution: 'FlinksCapital' });
  refuse(scenario.slice('auto:'.length), 'FlinksCapital', credentials);
}

start();
