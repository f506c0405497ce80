// The worker: checks files with the checker's wasm, away from the main thread of the page.
import init, * as checker from '../flinks-upload-worker.js';
import { reparseWith } from './fallback-loader.js';
import * as protocol from './protocol.js';
import { prepare, startReader } from './reader-loader.js';
import { reportWith } from './report-loader.js';

let reparse;
let loadReport;

self.addEventListener('message', ({ data }) => {
  const message = protocol.read(data);
  if (message?.type === 'start') start(message);
  if (message?.type === 'request') answer(message);
});

async function start({ wasmUrl, readerWasmUrl, fallbackWasmUrl, reportWasmUrl }) {
  let failure;
  try {
    reparse = reparseWith(fallbackWasmUrl);
    loadReport = reportWith(reportWasmUrl);
    const start = init({ module_or_path: wasmUrl });
    startReader(readerWasmUrl, start);
    await start;
  } catch (error) {
    failure = String(error?.message);
  }
  self.postMessage(protocol.started(failure));
}

async function answer({ id, method, args }) {
  let trap;
  const reparseOrTrap = (...file) =>
    reparse(...file).catch((error) => {
      if (error instanceof WebAssembly.RuntimeError) trap = error;
      throw error;
    });
  try {
    const functions = method in checker ? checker : await loadReport();
    await prepare(method);
    const value = await functions[method](...args, ...(method === 'inspect' ? [reparseOrTrap] : []));
    if (trap) throw trap;
    self.postMessage(protocol.answer(id, value));
  } catch (error) {
    self.postMessage(protocol.error(id, error));
  }
}
