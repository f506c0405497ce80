/** `<flinks-accounts>` shows the accounts that were found in the documents. It needs no wasm and no `<flinks-upload>`. */

import type { AccountSummary, Language, Theme } from '../index.js';
import type { AccountsMessages } from '../messages.js';

export type { AccountsMessageKey, AccountsMessages } from '../messages.js';
export type { AccountSummary } from '../index.js';
export { accounts } from '../index.js';

/** The `detail` of `accounts-error`. It never holds a value of the response. */
export interface AccountsError {
  /** `malformed`: what was given is no accounts. `error-answer`: it is an error of Flinks instead. `load-failed`: the texts could not be loaded. */
  code: 'malformed' | 'error-answer' | 'invalid-attribute' | 'load-failed';
  message: string;
  /** The code of an `error-answer`, if it has one. */
  flinksCode?: string;
  attribute?: string;
  expected?: string;
  received?: string;
}

export interface FlinksAccountsEventMap {
  'accounts-error': CustomEvent<AccountsError>;
}

/** The attributes of `<flinks-accounts>`. For an invalid value the element shows an error and fires `accounts-error`. */
export interface FlinksAccountsAttributes {
  /** Unless set, that of the nearest `lang`, else English. */
  language?: Language | null;
  /** `system` unless set. */
  theme?: Theme | null;
  /** The level of its heading, 1 to 5; those of memberships are one deeper. 2 unless set. */
  'heading-level'?: number | string | null;
}

/** `<flinks-accounts>`. Each attribute is a property; `null` removes it. */
export declare class FlinksAccountsElement extends HTMLElement {
  /**
   * A response of GetAccountsDetail or a webhook (an object, or its JSON), or the summaries that `accounts()` makes of it; `null`
   * for nothing. A pending response, `Document_Processing_Failed` and a response without accounts are explained in words. So is anything
   * else, which also fires `accounts-error`. Assign it again to show changes inside of it.
   */
  accounts: readonly AccountSummary[] | object | string | null;
  language: string | null;
  theme: string | null;
  headingLevel: string | number | null;
  /** Texts that stand in for the element's own, in every language; `null` for none. A wrong key or place is told as `accounts-error`. */
  messages: AccountsMessages | null;
  addEventListener<K extends keyof FlinksAccountsEventMap>(type: K, listener: (this: FlinksAccountsElement, event: FlinksAccountsEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener<K extends keyof HTMLElementEventMap>(type: K, listener: (this: FlinksAccountsElement, event: HTMLElementEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof FlinksAccountsEventMap>(type: K, listener: (this: FlinksAccountsElement, event: FlinksAccountsEventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(type: K, listener: (this: FlinksAccountsElement, event: HTMLElementEventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

/** Defines the element; further calls with the same name do nothing. */
export declare function defineAccounts(tag?: string): void;

declare global {
  interface HTMLElementTagNameMap {
    'flinks-accounts': FlinksAccountsElement;
  }
}
