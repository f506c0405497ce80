/** Hands the events of `<flinks-upload>` to the native app around the page. */

import type { ConnectMessage, FindingCode, FlinksUploadElement, UploadComplete, UploadError, UploadOffer, UploadStatus } from './index.js';

/**
 * What the app gets of each event: texts of up to 256 characters, numbers and booleans. No file, no file's name, no report, no
 * address and no token.
 */
export interface WebViewDetails {
  'connect-event': Pick<ConnectMessage, 'kind' | 'step' | 'flinksCode' | 'institution' | 'requestId' | 'loginId'>;
  'upload-offer': UploadOffer;
  /** How many files were picked and how many are accepted, the bytes of all, and the codes of their findings, each once. */
  'upload-check': { files: number; ready: number; bytes: number; findings: FindingCode[]; complete: boolean; withinLimits: boolean; canContinue: boolean };
  /** The number of accepted files. */
  'upload-handoff': { institution?: string; files: number };
  'upload-complete': Partial<Pick<UploadComplete, 'requestId' | 'institution'>> & { loginId?: string };
  'upload-status': UploadStatus;
  'upload-error': Pick<UploadError, 'code' | 'attribute' | 'expected'>;
}

/** One message, which is sent as JSON. */
export type WebViewMessage = {
  [Type in keyof WebViewDetails]: { source: 'flinks-upload'; version: 1; type: Type; detail: WebViewDetails[Type] };
}[keyof WebViewDetails];

export interface WebViewOptions {
  /** The name of the handler in iOS (`webkit.messageHandlers.NAME`) or of the interface in Android (`window.NAME`); `flinksUpload` unless set. */
  name?: string;
  /** Called when the app's object throws; otherwise that is an error in the console. */
  onError?: (error: Error) => void;
}

/**
 * Hands each event of the element to `window.ReactNativeWebView`, `webkit.messageHandlers.NAME` or `window.NAME`, whichever is
 * there, by its `postMessage()`. Returns a function that ends it. Throws where the app has given none of them.
 */
export declare function forwardEvents(element: FlinksUploadElement, options?: WebViewOptions): () => void;

/** The message in a text that the page sent, for an app in JavaScript; `null` if it is none of ours. */
export declare function readMessage(text: string): WebViewMessage | null;
