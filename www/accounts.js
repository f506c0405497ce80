// The little of GetAccountsDetail that is for showing: what `core::accounts::accounts` is in Rust, with which it shares the
// table of its tests. Not in the wasm, because servers call it, too, and because bundlers drop it where nobody does.
const SHOWN = 4;
/** Stands for the digits that are not shown. */
export const MASK = '••••';
const KINDS = ['chequing', 'savings'];

export const isNothing = (value) => value === null || value === undefined;
export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a value is, never the value itself: these are people's bank accounts. */
export function shape(value) {
  if (isNothing(value)) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return { boolean: 'true or false', number: 'a number', string: 'a text', object: 'an object' }[typeof value] ?? 'something that is no JSON';
}

export function refuse(at, expected, received) {
  throw new TypeError(`flinks-upload: \`${at}\` expects ${expected}, got ${received}`);
}

/** Nothing, or a value that fits. */
export function read(value, at, expected, fits) {
  if (isNothing(value)) return null;
  return fits(value) ? value : refuse(at, expected, shape(value));
}

const isNumber = (value) => typeof value === 'number' && Number.isFinite(value);
export const number = (value, at) => read(value, at, 'a number', isNumber);
export const object = (value, at) => read(value, at, 'an object', isObject) ?? {};
export const list = (value, at) => read(value, at, 'a list', Array.isArray) ?? [];

export function text(value, at) {
  const found = read(value, at, 'a text', (one) => typeof one === 'string' || isNumber(one));
  return found === null ? null : String(found);
}

/** A number that shows no more than four digits stays as it came: masked by the institution, or short. */
function mask(shown) {
  const digits = shown.replace(/[^0-9]/g, '');
  return digits.length <= SHOWN ? shown : `${MASK}${digits.slice(-SHOWN)}`;
}

/** A number for showing, whether it was masked before or not. */
export function shownNumber(whole) {
  const member = membership(whole);
  return member ? `${mask(member.member)}-${member.suffix}` : mask(whole);
}

/** A longer suffix counts no accounts: `12-3456789` is a transit and an account number. */
function membership(account) {
  const [, member, digits] = /^([^\u0000-\u001f\u007f-\u009f]*[^\s])\s*-\s*([0-9]{1,3})$/.exec(account.trim()) ?? [];
  return member !== undefined && /[0-9]/.test(member) ? { member, suffix: Number(digits) } : null;
}

function transactions(value, at) {
  const all = list(value, at);
  let from = null;
  let to = null;
  for (let index = 0; index < all.length; index += 1) {
    const date = text(object(all[index], `${at}[${index}]`).Date, `${at}[${index}].Date`);
    const day = /^\d{4}[-/]\d\d[-/]\d\d/.exec(date ?? '')?.[0].replace(/\//g, '-');
    if (day === undefined) continue;
    // Days of this form are in the order of their letters.
    if (from === null || day < from) from = day;
    if (to === null || day > to) to = day;
  }
  return { count: all.length, from, to };
}

function summary(account, at) {
  if (!isObject(account)) refuse(at, 'an object', shape(account));
  const read = (name) => text(account[name], `${at}.${name}`);
  const [whole, type] = [read('AccountNumber'), read('Type')];
  const member = whole === null ? null : membership(whole);
  const digits = whole === null ? read('LastFourDigits') : null;
  const balance = object(account.Balance, `${at}.Balance`);
  const amount = (name) => number(balance[name], `${at}.Balance.${name}`);
  return {
    group: member?.member,
    summary: {
      id: read('Id'),
      title: read('Title'),
      number: whole !== null ? shownNumber(whole) : digits && mask(`${MASK}${digits}`),
      member: member && mask(member.member),
      kind: member ? (KINDS[member.suffix] ?? 'additional') : (KINDS.find((kind) => kind === type?.toLowerCase()) ?? type),
      currency: read('Currency'),
      balance: { available: amount('Available'), current: amount('Current'), limit: amount('Limit') },
      holder: text(object(account.Holder, `${at}.Holder`).Name, `${at}.Holder.Name`),
      transactions: transactions(account.Transactions, `${at}.Transactions`),
    },
  };
}

export function parse(json) {
  try {
    return JSON.parse(json);
  } catch {
    // Why it is no JSON is not told: the parser quotes what it stumbled over.
    return refuse('the answer', 'JSON', json === '' ? 'nothing' : 'another text');
  }
}

/** The accounts of an answer that is no text any more, each membership's together. */
export function groupsOf(answer) {
  if (!isObject(answer)) refuse('the answer', 'an object, as GetAccountsDetail answers', shape(answer));
  if (isNothing(answer.Accounts) && !isNothing(answer.FlinksCode)) refuse('the answer', 'accounts', 'an error or a pending answer');
  // Those of one membership stand where the first of them stood.
  const groups = new Map();
  for (const [index, account] of list(answer.Accounts, 'Accounts').entries()) {
    const found = summary(account, `Accounts[${index}]`);
    const group = found.group ?? index;
    if (!groups.has(group)) groups.set(group, []);
    groups.get(group).push(found.summary);
  }
  return [...groups.values()];
}

export const accounts = (json) => groupsOf(typeof json === 'string' ? parse(json) : json).flat();
