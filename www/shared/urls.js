// Where the worker and the wasm files of the check are, for pages that host them elsewhere.
import { own } from './options.js';

export const urls = own();

export function setUrls(options) {
  const { deferredWasmUrl, workerUrl, checkerWasmUrl, readerWasmUrl, fallbackWasmUrl, reportWasmUrl } = own(options);
  const absolute = (url) => String(new URL(url, document.baseURI));
  // Under Trusted Types the page's policy has made it; a plain text would be refused.
  const isTrusted = globalThis.trustedTypes?.isScriptURL(workerUrl);
  if (workerUrl !== undefined) urls.worker = isTrusted ? workerUrl : absolute(workerUrl);
  if (deferredWasmUrl !== undefined) urls.deferredWasm = absolute(deferredWasmUrl);
  if (checkerWasmUrl !== undefined) urls.checkerWasm = absolute(checkerWasmUrl);
  if (readerWasmUrl !== undefined) urls.readerWasm = absolute(readerWasmUrl);
  if (fallbackWasmUrl !== undefined) urls.fallbackWasm = absolute(fallbackWasmUrl);
  if (reportWasmUrl !== undefined) urls.reportWasm = absolute(reportWasmUrl);
}
