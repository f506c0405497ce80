// Where the worker of the checker is, and how it is started.
import { own } from '../shared/options.js';
import { urls } from '../shared/urls.js';
import { start } from './protocol.js';

/** Under Trusted Types only a policy makes the address of a worker; this one makes no other address. */
let trustedWorkerUrl;

function ownWorkerUrl() {
  // Literals like this one and those below, because bundlers look for just this form.
  const url = new URL('../worker.js', import.meta.url).href;
  try {
    trustedWorkerUrl ??= globalThis.trustedTypes?.createPolicy('flinks-upload', own({ createScriptURL: () => url })).createScriptURL(url);
  } catch {
    // The page allows no policy of this name. If it requires one, files are checked in the page.
  }
  return trustedWorkerUrl ?? url;
}

/** Throws where the page can have no worker. */
export function startWorker() {
  const worker = new Worker(urls.worker ?? ownWorkerUrl(), own({ type: 'module' }));
  const wasm = urls.checkerWasm ?? new URL('../flinks-upload-worker_bg.wasm', import.meta.url).href;
  const readerWasm = urls.readerWasm ?? new URL('../flinks-upload-reader_bg.wasm', import.meta.url).href;
  const fallbackWasm = urls.fallbackWasm ?? new URL('../flinks-upload-fallback_bg.wasm', import.meta.url).href;
  const reportWasm = urls.reportWasm ?? new URL('../flinks-upload-report_bg.wasm', import.meta.url).href;
  // Those of `flinks-upload/inline` are bytes that are being decompressed.
  Promise.all([wasm, readerWasm, fallbackWasm, reportWasm]).then((sources) => worker.postMessage(start(...sources)));
  return worker;
}
