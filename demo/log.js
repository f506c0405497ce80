// What the element said, newest first. A line tells no name, id or token; whoever opens it sees the event's detail, in which
// tokens and ids are masked: those are nobody's business, also in a demo.

export const EVENTS = ['connect-event', 'upload-offer', 'upload-check', 'upload-handoff', 'upload-complete', 'upload-status', 'upload-error'];

const MAX_ENTRIES = 200;
const log = document.querySelector('#log');
const kinds = document.querySelector('#kinds');
const counts = new Map();
/** The kind that alone is shown, or null. */
let only = null;

const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

const LINES = {
  'connect-event': ({ flinksCode, step, kind }) => flinksCode ?? step ?? kind,
  'upload-offer': ({ reason, code, institution }) => [reason, code, institution].filter(Boolean).join(' · '),
  'upload-check': ({ totals, complete }) => `${totals.ready} of ${totals.files} ready${complete ? '' : ', checking'}`,
  'upload-handoff': ({ url, files }) => `${new URL(url).pathname} · ${plural(files.length, 'file', 'files')}`,
  'upload-complete': () => 'received',
  'upload-status': ({ status }) => status,
  'upload-error': ({ message }) => message,
};

const SECRET = /^(loginId|requestId|tag|authorizeToken)$/;
const masked = (text) => `••••${text.length > 8 ? text.slice(-4) : ''}`;

function maskedAddress(text) {
  return text.replace(/([?&](\w+)=)([^&#]*)/g, (whole, start, name, value) => (SECRET.test(name) ? start + masked(value) : whole));
}

/** The detail as `index.d.ts` types it, as text. */
export function detailAsText(detail) {
  const write = (key, value) => {
    if (value instanceof File) return { name: value.name, size: value.size, type: value.type };
    if (typeof value !== 'string') return value;
    return SECRET.test(key) ? masked(value) : maskedAddress(value);
  };
  return JSON.stringify(detail, write, 2);
}

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** A listener of each event of the element. */
export function logEvent({ type, detail }) {
  const now = new Date();
  const time = make('time', { dateTime: now.toISOString(), textContent: now.toTimeString().slice(0, 8) });
  const summary = make('summary', {}, make('code', { textContent: type }), time, make('span', { textContent: LINES[type](detail) }));
  const entry = make('details', {}, summary);
  // Written out only for whoever looks: a batch is long.
  entry.addEventListener('toggle', () => {
    if (entry.children.length > 1) return;
    const text = make('pre', { textContent: detailAsText(detail), tabIndex: 0 });
    text.setAttribute('role', 'group');
    text.setAttribute('aria-label', `detail of ${type}`);
    entry.append(text);
  });
  const line = make('li', {}, entry);
  line.dataset.type = type;
  line.hidden = only !== null && only !== type;
  log.prepend(line);
  while (log.children.length > MAX_ENTRIES) log.lastChild.remove();
  counts.set(type, (counts.get(type) ?? 0) + 1);
  showCounts();
}

export function clear() {
  log.replaceChildren();
  counts.clear();
  only = null;
  showCounts();
}

function showOnly(type) {
  only = only === type ? null : type;
  for (const line of log.children) line.hidden = only !== null && only !== line.dataset.type;
  showCounts();
}

/** One button for each kind that was heard; it is changed in its place, or it would lose the focus. */
function showCounts() {
  document.querySelector('#heard').textContent = [...counts.values()].reduce((sum, count) => sum + count, 0);
  document.querySelector('#nothing').hidden = counts.size > 0;
  for (const type of EVENTS) {
    const known = kinds.querySelector(`[data-kind="${type}"]`);
    if (!counts.has(type)) {
      known?.remove();
      continue;
    }
    const button = known ?? kinds.appendChild(make('button', { type: 'button', onclick: () => showOnly(type) }, type, ' ', make('b', {})));
    button.dataset.kind = type;
    button.setAttribute('aria-pressed', only === type);
    button.lastChild.textContent = counts.get(type);
  }
}
