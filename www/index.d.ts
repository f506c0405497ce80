/** Document upload for pages that embed Flinks Connect. */

import type { Messages } from './messages.js';
export type { MessageKey, Messages } from './messages.js';

/** When upload is offered. */
export type Mode = 'primary' | 'fallback' | 'upload' | 'dashboard';
export type Language = 'en' | 'fr';
export type Theme = 'light' | 'dark' | 'system';

/** What an address of Connect is made of. One of `instance` and `connectBase` is required. */
export interface ConnectOptions {
  /** The name of your Flinks instance: a DNS label such as `toolbox`. */
  instance?: string;
  /** Stands in for `https://{instance}-iframe.private.fin.ag/v2`; https, or http on a loopback host. */
  connectBase?: string;
  /** Made by your server; it lives 30 minutes. */
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
  accept?: 'pdf' | 'pdf,images';
}

export type FindingCode =
  | 'empty' | 'not-a-pdf' | 'unsupported-type' | 'damaged' | 'password-required' | 'unreadable' | 'over-file-size'
  | 'too-many-files' | 'over-total-size' | 'near-total-size' | 'duplicate' | 'repaired' | 'scanned' | 'no-text'
  | 'portfolio' | 'printed-copy' | 'unchecked' | 'restricted';

/** One thing found, with its numbers. */
export interface Finding {
  code: FindingCode;
  severity: 'error' | 'warning' | 'info';
  /** `not-a-pdf`, `unsupported-type`: what the bytes are. */
  found?: 'jpeg' | 'png' | 'bmp' | 'tiff' | 'zip' | 'html' | 'ole' | 'other';
  /** `over-file-size`: bytes. */
  size?: number;
  /** Bytes, or files for `too-many-files`. */
  limit?: number;
  /** `too-many-files`. */
  count?: number;
  /** `over-total-size`, `near-total-size`: bytes. */
  total?: number;
  /** `duplicate`: the id of the file picked before. */
  of?: number;
  /** `unchecked`: what ran out. */
  budget?: 'bytes' | 'objects' | 'inflated' | 'time' | 'checker';
}

export interface FileReport {
  id: number;
  name: string;
  /** Bytes. */
  size: number;
  status: 'checking' | 'ready' | 'warning' | 'rejected';
  kind: 'pdf' | 'jpeg' | 'png' | 'bmp' | 'tiff' | null;
  pages: number | null;
  encryption: 'none' | 'opens' | 'needs-password' | 'unknown' | null;
  text: 'text' | 'scan' | 'scan-with-text' | 'none' | null;
  findings: Finding[];
}

export interface Report {
  files: FileReport[];
  /** What is true of the batch as a whole. */
  findings: Finding[];
  totals: { files: number; ready: number; bytes: number; readyBytes: number };
  limits: { maxFiles: number; maxTotalSize: number; maxFileSize: number; accept: 'pdf' | 'pdf,images' };
  /** Every file has its verdict. */
  complete: boolean;
  /** All that was picked is within the limits. */
  withinLimits: boolean;
  /** Checking is complete and at least one file may go. */
  canContinue: boolean;
}

export interface ConnectMessage {
  kind: 'step' | 'error' | 'redirect' | 'unknown';
  step?: string;
  flinksCode?: string;
  institution?: string;
  requestId?: string;
  loginId?: string;
  url?: string;
}

export interface UploadOffer {
  reason: 'primary' | 'error' | 'forced' | 'not-listed' | 'inactivity';
  code?: string;
  institution?: string;
}

export interface UploadHandoff {
  /** Holds the token, if there is one: not for logs. */
  url: string;
  institution: string | null;
  files: File[];
  report: Report;
}

export interface UploadComplete {
  loginId: string | null;
  requestId?: string;
  institution?: string;
  url?: string;
}

/** How far an upload is, as your server said; later words are kept as they came. */
export interface UploadStatus {
  status: 'received' | 'processing' | 'ready' | 'needs-attention' | 'failed' | (string & {});
  /** When that became so, as your server wrote it. */
  at?: string;
}

export interface UploadError {
  code: 'invalid-attribute' | 'missing-attribute' | 'authorize-token-failed' | 'status-refused' | 'connect-silent' | 'too-many-picked' | 'load-failed';
  message: string;
  attribute?: string;
  expected?: string;
  received?: string;
}

export interface FlinksUploadEventMap {
  'connect-event': CustomEvent<ConnectMessage>;
  'upload-offer': CustomEvent<UploadOffer>;
  'upload-check': CustomEvent<Report>;
  /** Cancelable: `preventDefault()` keeps the component from going there. */
  'upload-handoff': CustomEvent<UploadHandoff>;
  'upload-complete': CustomEvent<UploadComplete>;
  /** What the event stream of `status-url` said. */
  'upload-status': CustomEvent<UploadStatus>;
  'upload-error': CustomEvent<UploadError>;
}

/** The attributes of `<flinks-upload>`. A wrong value is shown in the element, and told as `upload-error`. */
export interface FlinksUploadAttributes {
  /** The name of your Flinks instance: a DNS label such as `toolbox`. Required unless `connect-base`. */
  instance?: string | null;
  /** Stands in for `https://{instance}-iframe.private.fin.ag/v2`; https, or http on a loopback host. */
  'connect-base'?: string | null;
  /** When upload is offered; `primary` unless set. */
  mode?: Mode | null;
  /** Its name as Flinks writes it; used when Connect names none. */
  institution?: string | null;
  /** Made by your server, lives 30 minutes; better the property `getAuthorizeToken`. */
  'authorize-token'?: string | null;
  /** Unless set, that of the nearest `lang`, else English. */
  language?: Language | null;
  /** `system` unless set. */
  theme?: Theme | null;
  /** The level of its headings in the outline of your page, 1 to 6; 2 unless set. */
  'heading-level'?: 1 | 2 | 3 | 4 | 5 | 6 | `${1 | 2 | 3 | 4 | 5 | 6}` | null;
  /** Query string of further Connect parameters, kept through to the upload address. */
  params?: string | null;
  /** Opens the upload screen in the component's frame (unless set), in the page, or leaves it to you. */
  handoff?: 'frame' | 'navigate' | 'event' | null;
  /** Whether the upload screen waits for a good batch; `required` unless set. */
  check?: 'required' | 'optional' | 'off' | null;
  /** 24 unless set. */
  'max-files'?: number | string | null;
  /** Bytes; 180 MB unless set. A limit that you set is exact. */
  'max-total-size'?: number | string | null;
  /** Bytes. Unless set, files over 20 MB get a warning and no error. */
  'max-file-size'?: number | string | null;
  /** Images are JPEG, PNG, BMP and TIFF; `pdf` unless set. */
  accept?: 'pdf' | 'pdf,images' | null;
  /** Further reasons to offer upload: `not-listed`, `inactivity:SECONDS`, or both with a comma. */
  'offer-on'?: string | null;
  /** Where staff upload in dashboard mode; `https://dashboard.flinks.com` unless set. */
  'dashboard-url'?: string | null;
  'status-url'?: string | null;
}

/** `<flinks-upload>`. Each attribute is a property; `null` removes it. */
export declare class FlinksUploadElement extends HTMLElement {
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
  offerOn: string | null;
  dashboardUrl: string | null;
  statusUrl: string | null;
  /** Asked just before each address is opened; comes before `authorizeToken`. */
  getAuthorizeToken: (() => Promise<string>) | null;
  /** Texts that stand in for the component's own, in every language. What is wrong with them is shown, and told as `upload-error`. */
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
  kind: 'chequing' | 'savings' | 'additional';
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
  kind: 'chequing' | 'savings' | 'additional' | (string & {}) | null;
  currency: string | null;
  balance: { available: number | null; current: number | null; limit: number | null };
  holder: string | null;
  /** Days such as `2025-01-31`. */
  transactions: { count: number; from: string | null; to: string | null };
}

/** Loads the wasm; once, and again after a failure. */
export declare function init(options?: { wasmUrl?: string | URL; module?: WebAssembly.Module; workerUrl?: string | { toJSON(): string }; checkerWasmUrl?: string | URL; fallbackWasmUrl?: string | URL }): Promise<void>;
/** Defines the element; twice is harmless. */
export declare function defineElement(tag?: string): void;
/** The address of Connect. After `init()`. */
export declare function connectUrl(options: ConnectOptions): string;
/** The address of the upload screen. After `init()`. */
export declare function uploadUrl(options: UploadOptions): string;
/** The eight codes after which upload is offered. */
export declare const FALLBACK_CODES: readonly string[];
/** Whether upload is offered after this code. After `init()`. */
export declare function offersUpload(code: string): boolean;
/** What a message of Connect says, whatever it is. Whether to trust it is for you to check. After `init()`. */
export declare function readConnectMessage(data: unknown): ConnectMessage;
export { checkFiles } from './check.js';
/** Takes a credit union's member number apart; `null` for one without a suffix. After `init()`. */
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
