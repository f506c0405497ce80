import { FlinksAccountsElement, accounts, defineAccounts } from 'flinks-upload/accounts';
import type { AccountSummary, FlinksAccountsEventMap } from 'flinks-upload/accounts';

defineAccounts();
defineAccounts('my-accounts');
const view: FlinksAccountsElement = document.createElement('flinks-accounts');
const list: AccountSummary[] = accounts('{"Accounts":[]}');
view.accounts = list;
view.accounts = '{"Accounts":[]}';
view.accounts = { HttpStatusCode: 202 };
view.accounts = null;
// @ts-expect-error a number is no answer
view.accounts = 7;
view.headingLevel = 3;
view.messages = { 'accounts-title': 'Your accounts' };
view.messages = null;
// @ts-expect-error a key of the other element
view.messages = { browse: 'Pick statements' };
view.addEventListener('accounts-error', ({ detail }) => {
  const code: 'malformed' | 'error-answer' | 'invalid-attribute' | 'load-failed' = detail.code;
  // @ts-expect-error it may be missing
  const flinksCode: string = detail.flinksCode;
  return [code, flinksCode];
});
// @ts-expect-error no such event
const wrong: keyof FlinksAccountsEventMap = 'accounts-shown';

export { wrong };
