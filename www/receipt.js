// Offers staff in dashboard mode a receipt of the batch for download. Loaded with the click that asks for it. What is in it is
// decided in receipt/contents.js, how it is written in receipt/export.js; the hashes are the checker's.
import { receiptOf } from './receipt/contents.js';
import { csvOf, jsonOf } from './receipt/export.js';

const WORDS = {
  en: {
    reading: (done, of) => `Reading the files: ${done} of ${of}`,
    made: (missing) => `The receipt is ready.${missing > 0 ? ` Without a SHA-256 are files that can’t be read any more: ${missing}.` : ''} It is made on this device and goes nowhere.`,
    failed: 'The receipt could not be made this time. Your files are still here; please try again.',
    csv: 'Save for spreadsheets (CSV)',
    json: 'Save for programs (JSON)',
  },
  fr: {
    reading: (done, of) => `Lecture des fichiers\u00a0: ${done} sur ${of}`,
    made: (missing) => `Le reçu est prêt.${missing > 0 ? ` Sans SHA-256, car illisibles à présent\u00a0: ${missing}.` : ''} Il est fait sur cet appareil et n’est envoyé nulle part.`,
    failed: 'Le reçu n’a pas pu être fait cette fois. Vos fichiers sont toujours là; veuillez réessayer.',
    csv: 'Enregistrer pour un tableur (CSV)',
    json: 'Enregistrer pour un programme (JSON)',
  },
};

/** The newest request for a receipt in a place; an older one that is still hashing stops. */
const newest = new WeakMap();

/** Hashes the element's files with the checker (`ask`) and puts the buttons into `place`. A change of the batch removes them. */
export async function offer(place, element, ask) {
  const own = {};
  newest.set(place, own);
  const words = WORDS[place.closest('[lang]')?.lang === 'fr' ? 'fr' : 'en'];
  const status = Object.assign(document.createElement('p'), { className: 'small-print', role: 'status' });
  place.replaceChildren(status);
  const isNewest = () => newest.get(place) === own;
  const remove = () => {
    if (!isNewest()) return;
    newest.delete(place);
    place.replaceChildren();
  };
  element.addEventListener('upload-check', remove, { once: true });
  const { report, files } = element;
  const hashes = [];
  try {
    for (const file of files) {
      status.textContent = words.reading(hashes.length, files.length);
      hashes.push(await hashOf(file, ask));
      if (!isNewest()) return;
    }
  } catch {
    if (isNewest()) status.textContent = words.failed;
    return;
  }
  const receipt = receiptOf(report, hashes, new Date().toISOString());
  status.textContent = words.made(hashes.filter((hash) => hash === null).length);
  place.append(
    button(words.csv, () => save(receipt, 'csv', 'text/csv', csvOf(receipt))),
    button(words.json, () => save(receipt, 'json', 'application/json', jsonOf(receipt))),
  );
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
function save({ madeAt }, kind, type, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = `receipt-${madeAt.slice(0, 19).replaceAll(':', '-')}.${kind}`;
  link.click();
  // By then the browser has read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
