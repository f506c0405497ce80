// A receipt of a batch, for staff in dashboard mode: made in the page, when it is asked for. What is in it is as in
// `core::receipt`, with which it shares the table of its tests; hashing is the checker's.

/** A spreadsheet takes a cell that begins with one of these for a formula, also after spaces. */
const FORMULA = /^ *[=+\-@\t\r\n＝＋－＠]/;
const HEAD = ['name', 'size', 'pages', 'sha256', 'status', 'findings', 'made_at'];

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
  const own = {};
  newest.set(place, own);
  const words = WORDS[place.closest('[lang]')?.lang === 'fr' ? 'fr' : 'en'];
  const status = Object.assign(document.createElement('p'), { className: 'small-print', role: 'status' });
  place.replaceChildren(status);
  const isNewest = () => newest.get(place) === own;
  const forget = () => {
    if (!isNewest()) return;
    newest.delete(place);
    place.replaceChildren();
  };
  element.addEventListener('upload-check', forget, { once: true });
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
