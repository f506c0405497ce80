// Writes a receipt as CSV and as JSON: what `core::results::receipt::export` is in Rust, which gives the reasons.

/** A cell that starts with one of these, also after spaces or as a full-width character, is a formula to spreadsheets. */
const FORMULA_START = /^ *[=+\-@\t\r\n＝＋－＠]/;
const COLUMNS = ['name', 'size', 'pages', 'sha256', 'status', 'findings', 'kind', 'institution', 'account', 'from', 'to', 'unsure', 'made_at'];

/** CSV for spreadsheets. Each cell is quoted, none is a formula, and the name, which others choose, is the first. */
export function csvOf({ madeAt, files }) {
  const cell = (value) => `"${FORMULA_START.test(value) ? "'" : ''}${String(value ?? '').replaceAll('"', '""')}"`;
  const rows = files.map(({ name, size, pages, sha256, status, findings, statement }) => {
    const { kind, institution, account, period, confidence = {} } = statement ?? {};
    const number = account && `••${[account.digits, account.suffix].filter((part) => part !== undefined).join('-')}`;
    const unsure = Object.keys(confidence).filter((fact) => confidence[fact] === 'seen').join(' ');
    return [name, size, pages, sha256, status, findings.join(' '), kind, institution, number, period?.from, period?.to, unsure, madeAt];
  });
  // The byte order mark makes spreadsheets read the file as UTF-8.
  return `\ufeff${[COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

export const jsonOf = (receipt) => JSON.stringify(receipt, null, 2);
