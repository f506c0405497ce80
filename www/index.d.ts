/** Document upload for pages that embed Flinks Connect. */

import type { Messages } from './messages.js';
export type { MessageKey, Messages } from './messages.js';

// generated:choices begin
/** When upload is offered. */
export type Mode = 'primary' | 'fallback' | 'upload' | 'dashboard';
/** The language of the component and of Connect, which is told `en` and `fr` only. */
export type Language = 'en' | 'fr' | 'es';
/** The color scheme of the component and of Connect. */
export type Theme = 'light' | 'dark' | 'system';
/** How the person gets to the upload screen. */
export type HandoffMode = 'frame' | 'navigate' | 'event';
/** Whether files are checked before the hand-off. */
export type CheckMode = 'required' | 'optional' | 'off';
/** Which files are taken. */
export type Accept = 'pdf' | 'pdf,images';
/** What follows where days of `required-days` are not covered. */
export type CheckCoverageMode = 'warn' | 'required';
/** Whether the text of statements is read, on the device. What it says about bank, account, period and pages is in the report; the text itself stays in the worker. */
export type ReadStatementsMode = 'on' | 'off';
/** Whether a locked PDF can be unlocked here with its password, on the device. The password goes to the worker and nowhere else. The unlocked copy takes the place of the locked file, in `files` too. */
export type UnlockMode = 'on' | 'off';
/** When the element loads its wasm and opens Connect. With `lazy`, the 30 minutes of a token don't begin in a tab or dialog that is closed. In a Yew app, mount the component when it is to open. */
export type LoadingMode = 'eager' | 'lazy';
/** Whether the frame is `credentialless`: without the person's cookies and storage. */
export type FrameCredentiallessMode = 'on' | 'off';
// generated:choices end

/** The options of an address of Connect. One of `instance` and `connectBase` is required. */
export interface ConnectOptions {
  /** The name of your Flinks instance: a DNS label such as `toolbox`. */
  instance?: string;
  /** Used instead of `https://{instance}-iframe.private.fin.ag/v2`: https, or http on a loopback host. */
  connectBase?: string;
  /** Made by your server; valid for 30 minutes. */
  authorizeToken?: string;
  language?: Language;
  theme?: Theme;
  /** Further parameters of Connect. */
  params?: string | Record<string, string> | URLSearchParams;
}

export interface UploadOptions extends ConnectOptions {
  /** The institution as Flinks names it; without one, the bare upload screen. */
  institution?: string;
}

/** Sizes are in bytes. A limit that you set is exact. */
export interface CheckOptions {
  /** 24 unless set. */
  maxFiles?: number;
  /** 180 MB unless set. */
  maxTotalSize?: number;
  /** Unless set, files over 20 MB get a warning and no error. */
  maxFileSize?: number;
  accept?: Accept;
  /** The days up to today that statements must cover: 1 to 730. */
  requiredDays?: number;
  /** With `required` and `requiredDays`, `canContinue` is false while days are known to be missing. */
  checkCoverage?: CheckCoverageMode;
  /** The institution with which those of the statements are compared. */
  institution?: string;
  /** Whether the text of statements is read, on the device; `on` unless set. */
  readStatements?: ReadStatementsMode;
}

// generated:unions begin
/** The code of a finding. */
export type FindingCode =
  | 'empty' | 'not-a-pdf' | 'unsupported-type' | 'damaged' | 'password-required' | 'unsupported-encryption'
  | 'unreadable' | 'over-file-size' | 'too-many-files' | 'over-total-size' | 'near-total-size' | 'duplicate'
  | 'incomplete' | 'rebuilt' | 'scanned' | 'no-text' | 'portfolio' | 'printed-copy' | 'unchecked' | 'restricted'
  | 'unlocked' | 'edited' | 'missing-pages' | 'not-a-statement' | 'other-institution' | 'missing-period' | 'outdated'
  | 'several-institutions' | 'several-accounts';
/** With an error the file can't be uploaded; with a warning it can, but there may be a problem. */
export type Severity = 'info' | 'warning' | 'error';
/** What kind of document a file is. */
export type StatementKind =
  | 'statement' | 'card-statement' | 'transactions' | 'cheque' | 'pay-stub' | 'tax-form' | 'other';
/** How sure a fact is: `seen` if one sign in the text speaks for it, `sure` if two independent ones agree. */
export type Confidence = 'seen' | 'sure';
/** What the bytes of a file are. */
export type FileKind =
  | 'pdf' | 'jpeg' | 'png' | 'bmp' | 'tiff' | 'heic' | 'webp' | 'gif' | 'avif' | 'zip' | 'html' | 'ole' | 'email'
  | 'csv' | 'rtf' | 'postscript' | 'other';
/** The kinds of file that can be uploaded. */
export type DocumentKind = 'pdf' | 'jpeg' | 'png' | 'bmp' | 'tiff';
/** The result of the check of one file. */
export type FileStatus = 'checking' | 'ready' | 'warning' | 'rejected';
/** Whether a PDF is encrypted, and whether it opens without a password. */
export type Encryption = 'none' | 'opens' | 'needs-password' | 'needs-certificate' | 'unknown';
/** Whether the pages hold text or images of text. */
export type TextLayer = 'text' | 'scan' | 'scan-with-text' | 'none';
/** Which limit of the check was hit; `checker` if the check crashed or could not be loaded. */
export type CheckLimit = 'bytes' | 'objects' | 'work' | 'time' | 'checker';
/** Which family a message of Connect belongs to. */
export type MessageKind = 'step' | 'error' | 'redirect' | 'unknown';
/** A step of Connect; others may be added by Flinks. */
export type ConnectStep =
  | 'APP_MOUNTED' | 'APP_ONLINE' | 'APP_OFFLINE' | 'COMPONENT_LOAD_INSTITUTION_SELECTOR' | 'INSTITUTION_SELECTED'
  | 'COMPONENT_LOAD_CREDENTIAL' | 'COMPONENT_LOAD_CREDENTIAL_RETRY' | 'SUBMIT_CREDENTIAL' | 'COMPONENT_LOAD_MFA'
  | 'COMPONENT_LOAD_MFA_RETRY' | 'SUBMIT_MFA' | 'COMPONENT_LOAD_ACCOUNT_SELECTION' | 'ACCOUNT_SELECTED'
  | 'COMPONENT_LOAD_CONSENT' | 'COMPONENT_ACCEPT_CONSENT' | 'COMPONENT_DENY_CONSENT' | 'COMPONENT_ACCEPT_TERMS'
  | 'COMPONENT_DENY_TERMS' | 'COMPONENT_CLOSE_SESSION' | 'DISABLED_INSTITUTION' | 'POPUP_OPENED' | 'POPUP_BLOCKED'
  | 'APP_RESIZE' | 'COMPONENT_ACCEPT_PROVIDER_CONSENT' | 'COMPONENT_CLICK_RESET_PASSWORD' | 'COMPONENT_CLICK_TERMS_URL'
  | 'COMPONENT_HELP2FA_INFO' | 'COMPONENT_HELP2FA_TROUBLESHOOTING' | 'REDIRECT' | (string & {});
/** An error code of Flinks; others may be added by Flinks. */
export type FlinksCode =
  | 'INVALID_USERNAME' | 'INVALID_PASSWORD' | 'INVALID_LOGIN' | 'DISABLED_LOGIN' | 'RETRY_LATER' | 'SESSION_EXPIRED'
  | 'INVALID_SECURITY_RESPONSE_NO_RETRY' | 'AGGREGATION_ERROR' | 'INVALID_SECURITY_RESPONSE' | 'UNAUTHORIZED'
  | 'NEW_ACCOUNT' | 'DISABLED_INSTITUTION' | 'QUESTION_NOT_FOUND' | 'TOO_MANY_REQUESTS' | 'CONCURRENT_SESSION'
  | 'CARD_IN_USE' | 'UNKNOWN_CHALLENGE_KEY' | 'Document_Processing_Failed' | (string & {});
/** The codes after which upload is offered. */
export type FallbackCode =
  | 'INVALID_USERNAME' | 'INVALID_PASSWORD' | 'INVALID_LOGIN' | 'DISABLED_LOGIN' | 'RETRY_LATER' | 'SESSION_EXPIRED'
  | 'INVALID_SECURITY_RESPONSE_NO_RETRY' | 'AGGREGATION_ERROR';
/** Why upload is offered. */
export type OfferReason = 'primary' | 'error' | 'forced' | 'not-listed' | 'inactivity';
/** How far an upload is; other words of your server are passed on. */
export type UploadStatusCode = 'received' | 'processing' | 'ready' | 'needs-attention' | 'failed' | (string & {});
/** The code of an `upload-error`. */
export type UploadErrorCode =
  | 'invalid-attribute' | 'missing-attribute' | 'authorize-token-failed' | 'status-refused' | 'connect-silent'
  | 'frame-isolated' | 'too-many-picked' | 'files-left-out' | 'load-failed';
/** An account of a membership, by the suffix of its member number. */
export type MemberAccountKind = 'chequing' | 'savings' | 'additional';
// generated:unions end

// generated:finding begin
/** One finding, with its numbers. Sizes are in bytes. */
export interface Finding {
  /** What was found. */
  code: FindingCode;
  /** How serious it is. */
  severity: Severity;
  /** `not-a-pdf`, `unsupported-type`: What the bytes are. */
  found?: Exclude<FileKind, 'pdf'>;
  /** `over-file-size`: The size of the file, in bytes. */
  size?: number;
  /** `over-file-size`, `over-total-size`, `near-total-size`: The limit, in bytes. `too-many-files`: The limit, in files. */
  limit?: number;
  /** `too-many-files`: The number of files with this one. `several-accounts`: The number of accounts. */
  count?: number;
  /** `over-total-size`: The size of all files with this one, in bytes. `near-total-size`: The size of all files, in bytes. */
  total?: number;
  /** `duplicate`: The `id` of the file that was picked before. `missing-pages`: How many pages the statement says that it has. */
  of?: number;
  /** `unchecked`: Which limit was hit; `checker` if the check crashed or could not be loaded. */
  budget?: CheckLimit;
  /** `missing-pages`: The numbers of the pages that are missing. */
  missing?: number[];
  /** `not-a-statement`: What it is. */
  document?: StatementKind;
  /** `other-institution`, `missing-period`, `outdated`: The institution; `null` if it is not known. */
  institution?: string | null;
  /** `other-institution`: The institution that was selected. */
  expected?: string;
  /** `missing-period`, `outdated`: The last digits of the account number; `null` if they are not known. */
  digits?: string | null;
  /** `missing-period`: The first day, as `YYYY-MM-DD`. */
  from?: string;
  /** `missing-period`, `outdated`: The last day, as `YYYY-MM-DD`. */
  to?: string;
  /** `several-institutions`: The institutions. */
  institutions?: string[];
}
// generated:finding end

/** The report on one file. */
export interface FileReport {
  /** Identifies the file until it is removed; never reused. */
  id: number;
  /** Its name, which need not be unique. */
  name: string;
  /** Bytes. */
  size: number;
  /** The result of its check. */
  status: FileStatus;
  /** What its bytes are; `null` while it is checked, and for a kind that can't be uploaded. */
  kind: DocumentKind | null;
  /** The number of pages; `null` where it is not known. */
  pages: number | null;
  /** Whether it is encrypted; `null` where that is not known. */
  encryption: Encryption | null;
  /** Whether its pages hold text; `null` where that is not known. */
  text: TextLayer | null;
  /** What its text says; `null` if it was not read, or not yet. */
  statement: Statement | null;
  /** Everything that was found, in the order of the checks. */
  findings: Finding[];
}

/** What a document says about itself. What is not known is missing. */
export interface Statement {
  /** What kind of document it is. */
  kind: StatementKind | null;
  /** The institution that issued it. */
  institution?: string;
  /** The account: its last digits, four at most; for a credit union the member number, and the account under it. */
  account?: { digits: string; member?: string; suffix?: number; type?: MemberAccountKind };
  /** The first and the last day that it covers, as `YYYY-MM-DD`; a statement may show only its last. */
  period?: { from?: string; to: string };
  /** How many pages it says that it has, and which are not in the file. */
  printedPages?: { of: number; missing: number[] };
  /** How sure each fact is. Only what is sure makes a finding. */
  confidence: { kind?: Confidence; institution?: Confidence; account?: Confidence; period?: Confidence; printedPages?: Confidence };
}

/** Which days the statements cover. Dates are `YYYY-MM-DD`, and both ends count. */
export interface Coverage {
  /** What `required-days` asks for. */
  required?: { from: string; to: string };
  /** The accounts, with what is covered and what lies between. */
  accounts: { institution?: string; digits?: string; suffix?: number; ranges: { from: string; to: string }[]; gaps: { from: string; to: string }[] }[];
  /** Whether every account is covered; `'unknown'` if a file could not be read, or is not sure. */
  complete: boolean | 'unknown';
}

/** The report on all picked files: the `detail` of `upload-check`. */
export interface Report {
  /** Each file, in the order picked. */
  files: FileReport[];
  /** Which days the statements cover; `null` if they are not read, or nothing is known of them and nothing is required. */
  coverage: Coverage | null;
  /** Findings of the batch as a whole. */
  findings: Finding[];
  /** Sums over all files; `ready` ones are accepted, with or without a warning. Sizes are in bytes. */
  totals: { files: number; ready: number; bytes: number; readyBytes: number };
  /** The limits that were applied; sizes are in bytes. */
  limits: { maxFiles: number; maxTotalSize: number; maxFileSize: number; accept: Accept };
  /** Whether every file is checked; with `required-days` and `check-coverage="required"`, also whether it was read. */
  complete: boolean;
  /** Whether all files that were picked are within the limits. */
  withinLimits: boolean;
  /** Whether checking is complete, at least one file is accepted, and no day is known to be missing that has to be covered. */
  canContinue: boolean;
}

/** What Connect posted: the `detail` of `connect-event`. */
export interface ConnectMessage {
  /** Which family the message belongs to. */
  kind: MessageKind;
  /** The step that the person took. */
  step?: ConnectStep;
  /** What failed. */
  flinksCode?: FlinksCode;
  /** The institution, by its name at Flinks. */
  institution?: string;
  /** The id of the request at Flinks. */
  requestId?: string;
  /** The id by which your server gets the results. */
  loginId?: string;
  /** The address of a redirect: http or https. Any other one is dropped. */
  url?: string;
  /** Its other values that are no lists or objects, such as `accountId` and `totalAccounts`: at most 32, and texts of up to 256 bytes. */
  fields?: Record<string, string | number | boolean>;
}

/** The `detail` of `upload-offer`. */
export interface UploadOffer {
  /** Why upload is offered. */
  reason: OfferReason;
  /** For the reason `error`: the code after which upload is offered. */
  code?: FallbackCode;
  /** The institution that the offer is for, if one is known. */
  institution?: string;
}

/** The `detail` of `upload-handoff`. */
export interface UploadHandoff {
  /** The address of the upload screen. It holds the token, if there is one, so don't log it. */
  url: string;
  /** The institution that the upload is for, if one is known. */
  institution: string | null;
  /** The accepted files, in the order picked. */
  files: File[];
  /** The report on all files. */
  report: Report;
}

/** The `detail` of `upload-complete`. */
export interface UploadComplete {
  /** The id by which your server gets the results. */
  loginId: string | null;
  /** The id of the request at Flinks. */
  requestId?: string;
  /** The institution, by its name at Flinks. */
  institution?: string;
  /** The address of the redirect: http or https. Any other one is dropped. */
  url?: string;
}

/** How far an upload is, as your server sent it: the `detail` of `upload-status`. */
export interface UploadStatus {
  /** How far the upload is. */
  status: UploadStatusCode;
  /** When it got there, as your server wrote it. */
  at?: string;
}

/** What the page's developer should know: the `detail` of `upload-error`. */
export interface UploadError {
  /** What went wrong. */
  code: UploadErrorCode;
  /** One sentence for the page's developer. */
  message: string;
  /** The attribute or property that it is about. */
  attribute?: string;
  /** What was expected. */
  expected?: string;
  /** What was received instead, truncated; never a token. */
  received?: string;
}

// generated:events begin
/** The events of `<flinks-upload>`. All bubble and are composed. */
export interface FlinksUploadEventMap {
  /** Every message whose `origin` and `source` are those of the element's own frame. */
  'connect-event': CustomEvent<ConnectMessage>;
  /** Upload is offered, and why. */
  'upload-offer': CustomEvent<UploadOffer>;
  /** The report on the picked files, after each change. */
  'upload-check': CustomEvent<Report>;
  /** The person continues to the upload screen. Cancelable: `preventDefault()` keeps the component from opening it. `url` holds the token, so don't log it. */
  'upload-handoff': CustomEvent<UploadHandoff>;
  /** Documents were uploaded. If the bank is linked after all, only a `connect-event` of kind `redirect` is fired. */
  'upload-complete': CustomEvent<UploadComplete>;
  /** What the event stream of `status-url` sent. */
  'upload-status': CustomEvent<UploadStatus>;
  /** An invalid attribute, a failed token request, or another problem for the page's developer. */
  'upload-error': CustomEvent<UploadError>;
}
// generated:events end

// generated:attributes begin
/** The attributes of `<flinks-upload>`. For an invalid value, the element fires `upload-error`, and the last valid one stays. */
export interface FlinksUploadAttributes {
  /** The name of your Flinks instance, such as `toolbox`. Required unless `connect-base` is set or `mode` is `dashboard`. */
  instance?: string | null;
  /** The address of Connect, instead of `https://{instance}-iframe.private.fin.ag/v2`. Https, or http on a loopback host. */
  'connect-base'?: string | null;
  /** When upload is offered. Default: `primary`. */
  mode?: Mode | null;
  /** The institution as Flinks writes it, used when Connect names none. Without one, the upload address names no institution. */
  institution?: string | null;
  /** Made by your server and valid for 30 minutes. Prefer the property `getAuthorizeToken: () => Promise<string>`. */
  'authorize-token'?: string | null;
  /** The language of the component and of Connect, which is told `en` and `fr` only. Default: the nearest `lang`, else `en`. */
  language?: Language | null;
  /** The color scheme of the component and of Connect. Default: `system`. */
  theme?: Theme | null;
  /** The level of the component's headings in the outline of your page. Default: `2`. */
  'heading-level'?: 1 | 2 | 3 | 4 | 5 | 6 | `${1 | 2 | 3 | 4 | 5 | 6}` | null;
  /** Further parameters of Connect, which are also part of the upload address. Refused are `authorizeToken`, `language` and `theme`, which have attributes of their own, and `webview=true`, which makes Connect silent to a page. */
  params?: string | null;
  /** How the person gets to the upload screen. Default: `frame`. */
  handoff?: HandoffMode | null;
  /** Whether files are checked before the hand-off. Default: `required`. */
  check?: CheckMode | null;
  /** The most files in one upload. Default: `24`. */
  'max-files'?: number | string | null;
  /** The most bytes of all files together. A limit that you set is exact; without one, a batch between 180 × 10⁶ and 180 × 2²⁰ bytes gets a warning. Default: 180 MB. */
  'max-total-size'?: number | string | null;
  /** The most bytes of one file. A limit that you set is exact; without one, a file over 20 MB gets a warning and no error. Default: none; a warning over 20 MB. */
  'max-file-size'?: number | string | null;
  /** Which files are taken. Default: `pdf`. */
  accept?: Accept | null;
  /** The days up to today that statements must cover, such as `90`: 1 to 730. */
  'required-days'?: number | string | null;
  /** What follows where days of `required-days` are not covered. Default: `warn`. */
  'check-coverage'?: CheckCoverageMode | null;
  /** Whether the text of statements is read, on the device. What it says about bank, account, period and pages is in the report; the text itself stays in the worker. Default: `on`. */
  'read-statements'?: ReadStatementsMode | null;
  /** Whether a locked PDF can be unlocked here with its password, on the device. The password goes to the worker and nowhere else. The unlocked copy takes the place of the locked file, in `files` too. Default: `on`. */
  unlock?: UnlockMode | null;
  /** When the element loads its wasm and opens Connect. With `lazy`, the 30 minutes of a token don't begin in a tab or dialog that is closed. In a Yew app, mount the component when it is to open. Default: `eager`. */
  loading?: LoadingMode | null;
  /** The `allow` of the frame: what Connect may use of the device, such as `camera; microphone`. Empty for nothing. The camera is for Connect's card scanner, which probably uses it. Your page's own `Permissions-Policy` has to allow it, too. Default: `camera`. */
  'frame-allow'?: string | null;
  /** The `sandbox` of the frame; `allow-scripts` and `allow-same-origin` must be in it. Unless set, the frame is not sandboxed. It is not documented what Connect needs. `allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads` keeps a click in it from taking your page elsewhere. */
  'frame-sandbox'?: string | null;
  /** Whether the frame is `credentialless`: without the person's cookies and storage. Default: `off`. */
  'frame-credentialless'?: FrameCredentiallessMode | null;
  /** Further reasons to offer upload. `not-listed`: the person reports that the institution is not listed. `inactivity:SECONDS`: Connect posts no message for so many seconds, 1 to 86400. */
  'offer-on'?: string | null;
  /** The address of the Flinks Dashboard, where staff upload in dashboard mode. Default: `https://dashboard.flinks.com`. */
  'dashboard-url'?: string | null;
  /** An event stream of your server, read from the hand-off on. Https, http on a loopback host, or a path of the page's own origin. */
  'status-url'?: string | null;
}
// generated:attributes end

/** `<flinks-upload>`. Each attribute is a property; `null` removes it. */
export declare class FlinksUploadElement extends HTMLElement {
  // generated:properties begin
  instance: string | null;
  connectBase: string | null;
  mode: string | null;
  institution: string | null;
  authorizeToken: string | null;
  language: string | null;
  theme: string | null;
  headingLevel: string | number | null;
  params: string | null;
  handoff: string | null;
  check: string | null;
  maxFiles: string | number | null;
  maxTotalSize: string | number | null;
  maxFileSize: string | number | null;
  accept: string | null;
  requiredDays: string | number | null;
  checkCoverage: string | null;
  readStatements: string | null;
  unlock: string | null;
  loading: string | null;
  frameAllow: string | null;
  frameSandbox: string | null;
  frameCredentialless: string | null;
  offerOn: string | null;
  dashboardUrl: string | null;
  statusUrl: string | null;
  // generated:properties end
  /** Asked just before each address is opened; comes before `authorizeToken`. */
  getAuthorizeToken: (() => Promise<string>) | null;
  /** Texts that stand in for the component's own, in every language. For an invalid one, the element fires `upload-error`, and the last valid ones stay. */
  messages: Messages | null;
  /** The picked files. */
  readonly files: File[];
  /** The newest report; `null` until the wasm is loaded. */
  readonly report: Report | null;
  addFiles(files: Iterable<File>): void;
  removeFile(id: number): void;
  offerUpload(): void;
  handOff(): void;
  /** Begins anew, without files. */
  reset(): void;
  addEventListener<K extends keyof FlinksUploadEventMap>(type: K, listener: (this: FlinksUploadElement, event: FlinksUploadEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener<K extends keyof HTMLElementEventMap>(type: K, listener: (this: FlinksUploadElement, event: HTMLElementEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof FlinksUploadEventMap>(type: K, listener: (this: FlinksUploadElement, event: FlinksUploadEventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(type: K, listener: (this: FlinksUploadElement, event: HTMLElementEventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

export interface MemberNumber {
  member: string;
  suffix: number;
  kind: MemberAccountKind;
}

/** One account of an answer of GetAccountsDetail, for showing. */
export interface AccountSummary {
  id: string | null;
  title: string | null;
  /** Masked: at most the last four digits, `••••1238`, and the suffix of a member number, `xxxx2354-0`. */
  number: string | null;
  /** The membership, masked like the number, if it is one of a credit union's. */
  member: string | null;
  /** By the suffix of the member number; else the provider's `Type`. */
  kind: MemberAccountKind | (string & {}) | null;
  currency: string | null;
  balance: { available: number | null; current: number | null; limit: number | null };
  holder: string | null;
  /** Days such as `2025-01-31`. */
  transactions: { count: number; from: string | null; to: string | null };
}

/** Loads the wasm; once, and again after a failure. The addresses are kept; another `wasmUrl` takes the place of a load that has not succeeded. `module` is the first part of the element's wasm; the second one comes from `deferredWasmUrl`. */
export declare function init(options?: { wasmUrl?: string | URL; deferredWasmUrl?: string | URL; module?: WebAssembly.Module; workerUrl?: string | { toJSON(): string }; checkerWasmUrl?: string | URL; readerWasmUrl?: string | URL; fallbackWasmUrl?: string | URL; reportWasmUrl?: string | URL }): Promise<void>;
/** Defines the element; twice is harmless. */
export declare function defineElement(tag?: string): void;
/** The address of Connect. After `init()`. */
export declare function connectUrl(options: ConnectOptions): string;
/** The address of the upload screen. After `init()`. */
export declare function uploadUrl(options: UploadOptions): string;
/** The eight codes after which upload is offered. */
export declare const FALLBACK_CODES: readonly string[];
/** Whether upload is offered after this code. Needs no `init()`. */
export declare function offersUpload(code: string): boolean;
/** What a message of Connect says, whatever it is. Whether to trust it is for you to check. After `init()`. */
export declare function readConnectMessage(data: unknown): ConnectMessage;
export { checkFiles } from './check.js';
/** Takes a credit union's member number apart; `null` for one without a suffix. Needs no `init()`. */
export declare function memberNumber(text: string): MemberNumber | null;
/**
 * The accounts of an answer of GetAccountsDetail, or of a webhook (an object, or its text), for showing; those of one
 * membership stand together. A `TypeError` says where something is not as expected, without the value. Needs no `init()`.
 */
export declare function accounts(getAccountsDetail: object | string): AccountSummary[];

declare global {
  interface HTMLElementTagNameMap {
    'flinks-upload': FlinksUploadElement;
  }
}
