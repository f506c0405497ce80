// The part of GetAccountsDetail that a page shows, with masked numbers: what `core::results::accounts::summary` is in Rust.
// `tests/accounts.json` holds both to the same results. Not in the wasm, because servers call it, too, and because bundlers drop it
// from pages that don't.
import { classify } from './classify.js';
import { fail, field, isObject, jsonType, list, number, object, parse, text } from './decode.js';
import { KINDS, memberNumber } from './member.js';

/** How many digits of an account number may be shown; the others are masked. */
const MAX_VISIBLE_DIGITS = 4;
/** Written in place of the digits that are not shown. */
export const MASK = '••••';

/** Masks a number. One with at most four digits is unchanged: it is short, or the institution masked it. */
function mask(value) {
  const digits = value.replace(/[^0-9]/g, '');
  return digits.length <= MAX_VISIBLE_DIGITS ? value : `${MASK}${digits.slice(-MAX_VISIBLE_DIGITS)}`;
}

/** Masks an account or member number; the suffix of a member number stays. A number that is masked already is unchanged. */
export function maskedNumber(whole) {
  const member = membership(whole);
  return member ? `${mask(member.member)}-${member.suffix}` : mask(whole);
}

/**
 * The parts of a member number. At most two digits are a suffix: `12-3456789` is a transit and an account number. One with more hyphens is
 * an account number, too: all but its last digits are masked.
 */
const membership = (account) => (/^[^-]*-\p{White_Space}*[0-9]{1,2}\p{White_Space}*$/u.test(account) ? memberNumber(account) : null);

function transactions(value, at) {
  const all = list(value, at);
  let from = null;
  let to = null;
  for (let index = 0; index < all.length; index += 1) {
    const date = text(field(object(all[index], `${at}[${index}]`), 'Date'), `${at}[${index}].Date`);
    const day = /^\d{4}[-/]\d\d[-/]\d\d/.exec(date ?? '')?.[0].replace(/\//g, '-');
    if (day === undefined) continue;
    // Days of this form sort as text.
    if (from === null || day < from) from = day;
    if (to === null || day > to) to = day;
  }
  return { count: all.length, from, to };
}

function summary(account, at) {
  if (!isObject(account)) fail(at, 'an object', jsonType(account));
  const part = (name) => field(account, name);
  const read = (name) => text(part(name), `${at}.${name}`);
  const [whole, type] = [read('AccountNumber'), read('Type')];
  const member = whole === null ? null : membership(whole);
  const digits = whole === null ? read('LastFourDigits') : null;
  const balance = object(part('Balance'), `${at}.Balance`);
  const amount = (name) => number(field(balance, name), `${at}.Balance.${name}`);
  return {
    group: member?.member,
    summary: {
      id: read('Id'),
      title: read('Title'),
      number: whole !== null ? maskedNumber(whole) : digits && mask(`${MASK}${digits}`),
      member: member && mask(member.member),
      kind: member ? member.kind : (KINDS.find((kind) => kind === type?.toLowerCase()) ?? type),
      currency: read('Currency'),
      balance: { available: amount('Available'), current: amount('Current'), limit: amount('Limit') },
      holder: text(field(object(part('Holder'), `${at}.Holder`), 'Name'), `${at}.Holder.Name`),
      transactions: transactions(part('Transactions'), `${at}.Transactions`),
    },
  };
}

/** The summaries of a parsed response, those of each membership in a list of their own. Throws if it holds no result. */
export function groupsOf(response) {
  if (!isObject(response)) fail('the answer', 'an object, as GetAccountsDetail answers', jsonType(response));
  const { kind } = classify(response);
  if (kind === 'other-type') fail('ResponseType', 'GetAccountsDetail', 'another one');
  if (kind === 'unrecognized' && !Array.isArray(field(response, 'Accounts'))) fail('Accounts', 'a list', jsonType(field(response, 'Accounts')));
  if (['pending', 'failed', 'error'].includes(kind)) fail('the answer', 'accounts', 'an error or a pending answer');
  // A group is at the place of its first account.
  const groups = new Map();
  for (const [index, account] of list(field(response, 'Accounts'), 'Accounts').entries()) {
    const found = summary(account, `Accounts[${index}]`);
    const group = found.group ?? index;
    if (!groups.has(group)) groups.set(group, []);
    groups.get(group).push(found.summary);
  }
  return [...groups.values()];
}

export const accounts = (json) => groupsOf(typeof json === 'string' ? parse(json) : json).flat();
