// The layout of a fictional bank statement: text, lines and boxes in points from the top left.
// Rendering is separate, so that the same statement can be text, shapes or a scan.
const BANK = { name: 'Maple Sample Bank' };
const HOLDERS = [
  { name: 'Robin Testwell', street: '12 Specimen Street', city: 'Sampleton ON  X0X 0X0' },
  { name: 'Camille Exemplaire', street: '48 rue du Modèle', city: 'Exempleville QC  X1X 1X1' },
  { name: 'Jordan Placeholder', street: '7 Nowhere Crescent', city: 'Mocktown BC  X2X 2X2' },
];
// [description, smallest amount, largest amount] in cents; credits are positive.
const KINDS = [
  ['Payroll deposit - Beaver & Sons (invented)', 182000, 241000],
  ['Interac e-Transfer received', 2000, 45000],
  ['Mobile cheque deposit', 5000, 60000],
  ['Rent - Imaginary Apartments', -145000, -145000],
  ['Groceries - Corner Pantry', -14500, -1800],
  ['Hydro bill - Pretend Power', -16000, -6100],
  ['Coffee - The Paper Cup', -950, -320],
  ['Transit pass - Mocktown Transit', -15600, -15600],
  ['Phone - Example Wireless', -7800, -4500],
  ['Pharmacy - Placebo Drugs', -5200, -700],
  ['ATM withdrawal', -20000, -4000],
  ['Insurance - Sample Mutual', -11800, -11800],
  ['Monthly account fee', -1495, -1495],
];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const FIRST_PAGE_ROWS = 20, NEXT_PAGE_ROWS = 29, ROW = 18, LEFT = 54, RIGHT = 558;
export const PAGE = { width: 612, height: 792 };

/** A seeded random number generator from 0 to 1, so that every run writes the same statement. */
function numbers(seed) {
  let state = [...seed].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0), 16777619), 2166136261);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const lastDay = (month) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();

const money = (cents) => {
  const text = (Math.abs(cents) / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
  return cents < 0 ? `-${text}` : text;
};

/**
 * The pages of one month's statement: an array of arrays of `{text|line|box, …}`. `bank` is `{name, site}`, and `without`
 * the numbers of the pages to leave out.
 */
export function statementPages({ month = '2026-01', pages = 1, holder = 0, account = '0007641238', bank = BANK, without = [] } = {}) {
  const next = numbers(`${month} ${account} ${holder}`);
  const rows = transactions(month, FIRST_PAGE_ROWS - 2 + (pages - 1) * NEXT_PAGE_ROWS, next);
  const opening = 150000 + Math.round(next() * 300000);
  const sum = (pick) => rows.filter(pick).reduce((total, row) => total + row.cents, 0);
  const [moneyIn, moneyOut] = [sum((row) => row.cents > 0), sum((row) => row.cents < 0)];

  const out = [];
  let balance = opening;
  for (let page = 0; page < pages; page++) {
    const items = [];
    const put = (text, x, y, size = 9.5, more = {}) => items.push({ text, x, y, size, ...more });
    heading(items, put, month, bank.name);
    let y = 104;
    if (page === 0) y = addressAndSummary(items, put, { month, holder, account, opening, moneyIn, moneyOut });
    y = tableHead(items, put, y);
    if (page === 0) {
      put('Opening balance', 122, y, 9.5, { bold: true });
      put(money(opening), RIGHT - 6, y, 9.5, { right: true, bold: true });
      y += ROW;
    }
    const from = page === 0 ? 0 : FIRST_PAGE_ROWS - 2 + (page - 1) * NEXT_PAGE_ROWS;
    for (const row of rows.slice(from, page === 0 ? FIRST_PAGE_ROWS - 2 : from + NEXT_PAGE_ROWS)) {
      balance += row.cents;
      put(row.date, LEFT + 6, y);
      put(row.words, 122, y);
      put(money(Math.abs(row.cents)), row.cents < 0 ? 402 : 478, y, 9.5, { right: true });
      put(money(balance), RIGHT - 6, y, 9.5, { right: true });
      items.push({ line: true, x: LEFT, y: y + 6, to: RIGHT, gray: 0.85 });
      y += ROW;
    }
    if (page === pages - 1) {
      put('Closing balance', 122, y, 9.5, { bold: true });
      put(money(balance), RIGHT - 6, y, 9.5, { right: true, bold: true });
    }
    put('Invented sample for trying out software. Not a real bank, person, account or payment.', LEFT, 756, 8, { gray: 0.4 });
    put(`Page ${page + 1} of ${pages}`, RIGHT, 756, 8, { right: true, gray: 0.4 });
    if (bank.site) put(bank.site, LEFT, 744, 8, { gray: 0.4 });
    out.push(items);
  }
  return out.filter((_, at) => !without.includes(at + 1));
}

function transactions(month, count, next) {
  const days = Array.from({ length: count }, () => 1 + Math.floor(next() * lastDay(month))).sort((a, b) => a - b);
  return days.map((day, index) => {
    // Pay arrives twice per statement and the rent leaves once; the rest is random.
    const kind = index % 11 === 4 ? 0 : index === 1 ? 3 : 4 + Math.floor(next() * (KINDS.length - 4)) * (next() < 0.88 ? 1 : 0) || 1;
    const [words, least, most] = KINDS[kind];
    const name = MONTHS[Number(month.slice(5, 7)) - 1].slice(0, 3);
    return { date: `${name} ${String(day).padStart(2, '0')}`, words, cents: Math.round(least + next() * (most - least)) };
  });
}

function heading(items, put, month, name) {
  items.push({ box: true, x: 0, y: 0, w: PAGE.width, h: 66, gray: 0.22, tint: [0.05, 0.34, 0.36] });
  put(name, LEFT, 42, 20, { bold: true, gray: 1 });
  put('Statement of account', RIGHT, 34, 11, { right: true, gray: 1 });
  put(`${MONTHS[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`, RIGHT, 50, 11, { right: true, gray: 1 });
}

function addressAndSummary(items, put, { month, holder, account, opening, moneyIn, moneyOut }) {
  const who = HOLDERS[holder % HOLDERS.length];
  [who.name, who.street, who.city].forEach((text, i) => put(text, LEFT, 112 + i * 15, 11, { bold: i === 0 }));
  put('Everyday Chequing CAD', 330, 112, 11, { bold: true });
  put(`Transit 12347   Institution 777   Account ${account}`, 330, 127, 9);
  put(`Statement period: ${month}-01 to ${month}-${lastDay(month)}`, 330, 142, 9);
  items.push({ box: true, x: LEFT, y: 172, w: RIGHT - LEFT, h: 56, gray: 0.94 });
  [['Opening balance', opening], ['Money in', moneyIn], ['Money out', moneyOut], ['Closing balance', opening + moneyIn + moneyOut]]
    .forEach(([label, cents], i) => {
      put(label, LEFT + 14 + i * 126, 194, 9, { gray: 0.35 });
      put(`$${money(cents).replace('-', '')}`, LEFT + 14 + i * 126, 214, 13, { bold: true });
    });
  return 260;
}

function tableHead(items, put, y) {
  items.push({ box: true, x: LEFT, y: y - 14, w: RIGHT - LEFT, h: 20, gray: 0.88 });
  put('Date', LEFT + 6, y, 9.5, { bold: true });
  put('Description', 122, y, 9.5, { bold: true });
  [['Money out', 402], ['Money in', 478], ['Balance', RIGHT - 6]].forEach(([label, x]) => put(label, x, y, 9.5, { bold: true, right: true }));
  return y + 21;
}
