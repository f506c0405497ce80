// Offers staff in dashboard mode a receipt of the batch for download, made of the newest report on its files. Loaded with the click that asks for it. What is in it is
// decided in receipt/contents.js, how it is written in receipt/export.js; the hashes are the checker's.
import { FALLBACK, loadLanguage, nearestLanguage } from './languages/index.js';
import { Texts } from './languages/texts.js';
import { receiptOf } from './receipt/contents.js';
import { csvOf, jsonOf } from './receipt/export.js';
import { PLACES } from './receipt/places.js';
import { own } from './shared/options.js';

/** The newest request for a receipt in a place; an older one that is still hashing stops. */
const newest = new WeakMap();

/** Hashes the element's files with the checker (`ask`) and puts the buttons into `place`. A change of the batch removes them. */
export async function offer(place, element, ask) {
  const request = {};
  newest.set(place, request);
  const language = nearestLanguage(element);
  const status = Object.assign(document.createElement('p'), { className: 'small-print', role: 'status' });
  place.replaceChildren(status);
  const isNewest = () => newest.get(place) === request;
  const { files, messages } = element;
  const isSame = () => element.files.length === files.length && element.files.every((file, index) => file === files[index]);
  // What the files say may be read after that; other files need another receipt.
  const onCheck = () => {
    if (isNewest() && isSame()) return;
    element.removeEventListener('upload-check', onCheck);
    if (!isNewest()) return;
    newest.delete(place);
    place.replaceChildren();
  };
  element.addEventListener('upload-check', onCheck);
  const pack = await loadLanguage(language).catch(() => null);
  if (!isNewest()) return;
  if (pack === null) {
    status.textContent = messages?.['load-failed'] ?? FALLBACK[language]['load-failed'];
    return;
  }
  const texts = textsOf(pack, messages);
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
  const madeAt = new Date().toISOString();
  const save = (kind, type, write) => download(write(receiptOf(element.report, hashes, madeAt)), kind, type, madeAt);
  const unreadable = hashes.filter((hash) => hash === null).length;
  status.textContent = unreadable > 0 ? texts.text('receipt-made-without', { files: unreadable }) : texts.text('receipt-made');
  place.append(
    button(texts.text('receipt-csv'), () => save('csv', 'text/csv', csvOf)),
    button(texts.text('receipt-json'), () => save('json', 'application/json', jsonOf)),
  );
}

function textsOf(pack, overrides) {
  const messages = Object.fromEntries(Object.entries(PLACES).map(([key, place]) => [key, pack.texts[place]]));
  return new Texts({ ...pack, messages }, overrides);
}

/** The hash in hexadecimal digits; null for a file that can't be read any more. Other errors are the checker's. */
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

/** Downloads a text. The name of the file holds the time, and nothing about the documents. */
function download(text, kind, type, madeAt) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], own({ type: `${type};charset=utf-8` })));
  link.download = `receipt-${madeAt.slice(0, 19).replaceAll(':', '-')}.${kind}`;
  link.click();
  // By then the browser has read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
