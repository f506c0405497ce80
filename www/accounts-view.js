// What <flinks-accounts> is to show, told from what the host gave it. It draws nothing.
import { groupsOf, isNothing, isObject, number, parse, read, refuse, shape, shownNumber, text } from './accounts.js';

const isDay = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;

/**
 * `{state, groups, error?}`, for an answer of GetAccountsDetail (an object, or its text) or a list of summaries made from one.
 * The states: `none` (nothing was given), `pending`, `failed` (the documents could not be processed), `unavailable` (another
 * error, or no accounts at all), `empty`, `shown`. It never throws, and never takes a part of the accounts for all of them.
 */
export function viewOf(given) {
  try {
    return isNothing(given) ? plain('none') : viewOfJson(typeof given === 'string' ? parse(given) : given);
  } catch (error) {
    // What others say, such as a getter that throws, might quote what came.
    const isOwn = error instanceof TypeError && error.message.startsWith('flinks-upload: ');
    return unavailable('malformed', isOwn ? error.message : 'flinks-upload: `accounts` can’t be read');
  }
}

const plain = (state) => ({ state, groups: [] });
const unavailable = (code, message, flinksCode) => ({ ...plain('unavailable'), error: { code, message, ...(flinksCode && { flinksCode }) } });

function viewOfJson(json) {
  if (Array.isArray(json)) return shown(groupsOfSummaries(json));
  if (!isObject(json)) refuse('the answer', 'an object, as GetAccountsDetail answers, or a list of summaries', shape(json));
  const kind = text(json.ResponseType, 'ResponseType');
  if (kind !== null && kind !== 'GetAccountsDetail') refuse('ResponseType', 'GetAccountsDetail', 'another one');
  const status = number(json.HttpStatusCode, 'HttpStatusCode') ?? 200;
  const code = text(json.FlinksCode, 'FlinksCode');
  if (status === 202) return plain('pending');
  if (code === 'Document_Processing_Failed') return plain('failed');
  if (status !== 200 || (code !== null && isNothing(json.Accounts))) {
    const named = /^\w{1,64}$/.test(code ?? '') ? code : undefined;
    return unavailable('error-answer', `flinks-upload: the answer holds an error instead of accounts (${named ?? `status ${status}`})`, named);
  }
  // Without the field it is another object; taking it for no accounts would say something that is not so.
  if (!('Accounts' in json)) refuse('Accounts', 'a list', 'nothing');
  return shown(grouped(groupsOf(json)));
}

const shown = (groups) => (groups.length === 0 ? plain('empty') : { state: 'shown', groups });

/** Those without a membership that follow each other are one group. */
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
 * Summaries name a membership masked: two that end alike are told apart only where a number comes again. The answer itself
 * tells them apart always.
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
  return found === null ? null : shownNumber(found);
};

/** A summary, copied and checked. A list of the answer's own accounts is none: these have no `balance`, only `Balance`. */
function summaryOf(one, at) {
  if (!isObject(one)) refuse(at, 'a summary, as accounts() makes it', shape(one));
  const part = (name) => (isObject(one[name]) ? one[name] : refuse(`${at}.${name}`, 'an object', shape(one[name])));
  const [balance, transactions] = [part('balance'), part('transactions')];
  const words = Object.fromEntries(['title', 'kind', 'currency', 'holder'].map((name) => [name, text(one[name], `${at}.${name}`)]));
  const amounts = Object.fromEntries(['available', 'current', 'limit'].map((name) => [name, number(balance[name], `${at}.balance.${name}`)]));
  const day = (name) => read(transactions[name], `${at}.transactions.${name}`, 'a day such as 2025-01-31', isDay);
  return {
    ...words,
    number: masked(one.number, `${at}.number`),
    member: masked(one.member, `${at}.member`),
    balance: amounts,
    transactions: {
      count: read(transactions.count, `${at}.transactions.count`, 'a count', isCount) ?? 0,
      from: day('from'),
      to: day('to'),
    },
  };
}
