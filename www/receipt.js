// A receipt of a batch, for staff in dashboard mode: made in the page, when it is asked for. What is in it is as in
// `core::receipt`, with which it shares the table of its tests; hashing is the checker's.
import { FALLBACK, loadLanguage, nearestLanguage } from './languages/index.js';
import { Texts } from './languages/texts.js';

/** A spreadsheet takes a cell that begins with one of these for a formula, also after spaces. */
const FORMULA = /^ *[=+\-@\t\r\n＝＋－＠]/;
const HEAD = ['name', 'size', 'pages', 'sha256', 'status', 'findings', 'made_at'];

/** `hashes` are in the order of the report's files: hexadecimal digits, or null. */
export function receiptOf({ files, totals }, hashes, madeAt) {
  const lines = files.map(({ name, size, pages, status, findings }, at) => {
    return { name, size, pages, sha256: hashes[at] ?? null, status, findings: findings.map(({ code }) => code) };
  });
  return { madeAt, files: lines, totals };
}

/** Each cell is quoted and none is a formula. The name, which others choose, stands first: why is told in `core::receipt`. */
export function csvOf({ madeAt, files }) {
  const cell = (value) => `"${FORMULA.test(value) ? "'" : ''}${String(value ?? '').replaceAll('"', '""')}"`;
  const rows = files.map(({ name, size, pages, sha256, status, findings }) => [name, size, pages, sha256, status, findings.join(' '), madeAt]);
  // By the first character spreadsheets know UTF-8.
  return `\ufeff${[HEAD, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

export const jsonOf = (receipt) => JSON.stringify(receipt, null, 2);

/** What was asked for last in a place. */
const newest = new WeakMap();

/** Reads the files of the element and puts the receipt into `place`; `ask` is the checker. A changed batch takes it away. */
export async function offer(place, element, ask) {
  const request = {};
  newest.set(place, request);
  const language = nearestLanguage(element);
  const status = Object.assign(document.createElement('p'), { className: 'small-print', role: 'status' });
  place.replaceChildren(status);
  const isNewest = () => newest.get(place) === request;
  const forget = () => {
    if (!isNewest()) return;
    newest.delete(place);
    place.replaceChildren();
  };
  element.addEventListener('upload-check', forget, { once: true });
  const { report, files, messages } = element;
  const pack = await loadLanguage(language).catch(() => null);
  if (!isNewest()) return;
  if (pack === null) {
    status.textContent = messages?.['load-failed'] ?? FALLBACK[language]['load-failed'];
    return;
  }
  const texts = new Texts(pack, messages);
  const hashes = [];
  try {
    for (const file of files) {
      status.textContent = texts.text('receipt-reading', { done: hashes.length, files: files.length });
      hashes.push(await hashOf(file, ask));
      if (!isNewest()) return;
    }
  } catch {
    if (isNewest()) status.textContent = texts.text('receipt-failed');
    return;
  }
  const receipt = receiptOf(report, hashes, new Date().toISOString());
  const unreadable = hashes.filter((hash) => hash === null).length;
  status.textContent = unreadable > 0 ? texts.text('receipt-made-without', { files: unreadable }) : texts.text('receipt-made');
  place.append(
    button(texts.text('receipt-csv'), () => save(receipt, 'csv', 'text/csv', csvOf(receipt))),
    button(texts.text('receipt-json'), () => save(receipt, 'json', 'application/json', jsonOf(receipt))),
  );
}

/** A file that can't be read any more has none; anything else is about the checker. */
async function hashOf(file, ask) {
  const bytes = await ask('hash', file).catch((error) => {
    if (error?.name === 'NotReadableError') return null;
    throw error;
  });
  return bytes && Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function button(text, onclick) {
  const made = Object.assign(document.createElement('button'), { type: 'button', className: 'secondary', textContent: text });
  made.addEventListener('click', onclick);
  return made;
}

/** The name says when, and nothing of whose documents these are. */
function save({ madeAt }, kind, type, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = `receipt-${madeAt.slice(0, 19).replaceAll(':', '-')}.${kind}`;
  link.click();
  // The browser has its own hold on it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
