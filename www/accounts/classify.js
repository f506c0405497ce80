// What a response of GetAccountsDetail says: accounts, not yet, failed. The one place in JavaScript that decides it; in Rust
// it is `core::results::accounts::classify`. `tests/account_responses.json` is the table of cases that both pass, with the
// reason for each.
import { field, isObject } from './decode.js';

/** A text that is not empty; a value of another type counts as absent. */
const textOf = (value) => (typeof value === 'string' && value !== '' ? value : null);

/**
 * `{kind, count?, code?, status?}` for the object of a response or webhook. `httpStatus` is the status that it came with; it counts
 * only where the body has no `HttpStatusCode`. The kinds: `accounts` (`count` of them, at least one), `no-accounts`, `pending`,
 * `failed` (the documents could not be processed), `error` (another one, with its `code` or null, and its `status`), `other-type` (a
 * webhook about something else), `unrecognized` (neither accounts nor an error).
 */
export function classify(response, httpStatus = 200) {
  const [ResponseType, FlinksCode, HttpStatusCode, Accounts] = ['ResponseType', 'FlinksCode', 'HttpStatusCode', 'Accounts'].map((name) => field(response, name));
  if ((textOf(ResponseType) ?? 'GetAccountsDetail') !== 'GetAccountsDetail') return { kind: 'other-type' };
  const code = textOf(FlinksCode);
  if (code === 'Document_Processing_Failed') return { kind: 'failed' };
  const status = Number.isSafeInteger(HttpStatusCode) ? HttpStatusCode : httpStatus;
  if (status === 202) return { kind: 'pending' };
  if (status !== 200) return { kind: 'error', code, status };
  if (isListOfAccounts(Accounts)) return { kind: 'accounts', count: Accounts.length };
  // Without accounts, anything in the field of the error code is no success.
  if (FlinksCode !== undefined && FlinksCode !== null && FlinksCode !== '') return { kind: 'error', code, status };
  return { kind: Accounts === null || (Array.isArray(Accounts) && Accounts.length === 0) ? 'no-accounts' : 'unrecognized' };
}

function isListOfAccounts(value) {
  if (!Array.isArray(value) || value.length === 0) return false;
  // Not `every`, which passes over the holes of a sparse array, and takes minutes for a long one.
  for (const account of value) if (!isObject(account)) return false;
  return true;
}
