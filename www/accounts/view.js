// Decides what <flinks-accounts> shows for what the host passed in. It draws nothing.
import { classify } from './classify.js';
import { fail, field, isNil, isObject, jsonType, number, optional, parse, text } from './decode.js';
import { groupsOf, maskedNumber } from './summary.js';

const isDay = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;

/**
 * `{state, groups, error?}` for a response of GetAccountsDetail (an object, or its JSON) or a list of summaries made of one.
 * The states: `none` (nothing was given), `pending`, `failed` (the documents could not be processed), `empty`, `shown`, and
 * `unavailable` (another error, or something that is no response). It never throws, and never shows a part of the accounts as all.
 */
export function viewOf(given) {
  try {
    return isNil(given) ? plain('none') : viewOfJson(typeof given === 'string' ? parse(given) : given);
  } catch (error) {
    // The message of another error, such as that of a getter, might quote what came.
    const isOwn = error instanceof TypeError && error.message.startsWith('flinks-upload: ');
    return unavailable('malformed', isOwn ? error.message : 'flinks-upload: `accounts` can’t be read');
  }
}

const plain = (state) => ({ state, groups: [] });
const unavailable = (code, message, flinksCode) => ({ ...plain('unavailable'), error: { code, message, ...(flinksCode && { flinksCode }) } });

function viewOfJson(json) {
  if (Array.isArray(json)) return shown(groupsOfSummaries(json));
  if (!isObject(json)) fail('the answer', 'an object, as GetAccountsDetail answers, or a list of summaries', jsonType(json));
  const { kind, code, status } = classify(json);
  if (kind === 'pending' || kind === 'failed') return plain(kind);
  if (kind !== 'error') return shown(grouped(groupsOf(json)));
  const named = /^\w{1,64}$/.test(code ?? '') ? code : undefined;
  return unavailable('error-answer', `flinks-upload: the answer holds an error instead of accounts (${named ?? `status ${status}`})`, named);
}

const shown = (groups) => (groups.length === 0 ? plain('empty') : { state: 'shown', groups });

/** Joins neighbors without a membership into one group. */
function grouped(groups) {
  const joined = [];
  for (const accounts of groups) {
    const { member } = accounts[0];
    const last = joined.at(-1);
    if (member === null && last?.member === null) last.accounts.push(...accounts);
    else joined.push({ member, accounts });
  }
  return joined;
}

/**
 * Summaries hold masked memberships, so two that end in the same digits look alike. They are told apart only if a number repeats; in
 * the response itself, they always are.
 */
function groupsOfSummaries(list) {
  const groups = [];
  for (const [index, one] of list.entries()) {
    const account = summaryOf(one, `accounts[${index}]`);
    const last = groups.at(-1);
    const isSame = account.member !== null && last?.[0].member === account.member && !last.some(({ number }) => number === account.number);
    if (isSame) last.push(account);
    else groups.push([account]);
  }
  return grouped(groups);
}

const masked = (value, at) => {
  const found = text(value, at);
  return found === null ? null : maskedNumber(found);
};

/** Copies a summary and checks its types. An account of the response is none: it has `Balance`, not `balance`. */
function summaryOf(one, at) {
  if (!isObject(one)) fail(at, 'a summary, as accounts() makes it', jsonType(one));
  const read = (name) => field(one, name);
  const part = (name) => (isObject(read(name)) ? read(name) : fail(`${at}.${name}`, 'an object', jsonType(read(name))));
  const [balance, transactions] = [part('balance'), part('transactions')];
  const words = Object.fromEntries(['title', 'kind', 'currency', 'holder'].map((name) => [name, text(read(name), `${at}.${name}`)]));
  const amounts = Object.fromEntries(['available', 'current', 'limit'].map((name) => [name, number(field(balance, name), `${at}.balance.${name}`)]));
  const day = (name) => optional(field(transactions, name), `${at}.transactions.${name}`, 'a day such as 2025-01-31', isDay);
  return {
    ...words,
    number: masked(read('number'), `${at}.number`),
    member: masked(read('member'), `${at}.member`),
    balance: amounts,
    transactions: {
      count: optional(field(transactions, 'count'), `${at}.transactions.count`, 'a count', isCount) ?? 0,
      from: day('from'),
      to: day('to'),
    },
  };
}
