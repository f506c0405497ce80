// The worker: checks files with the checker's wasm, away from the main thread of the page.
import init, * as checker from '../flinks-upload-worker.js';
import { reparseWith } from './fallback-loader.js';
import * as protocol from './protocol.js';

let reparse;

self.addEventListener('message', ({ data }) => {
  const message = protocol.read(data);
  if (message?.type === 'start') start(message);
  if (message?.type === 'request') answer(message);
});

async function start({ wasmUrl, fallbackWasmUrl }) {
  let failure;
  try {
    reparse = reparseWith(fallbackWasmUrl);
    await init({ module_or_path: wasmUrl });
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
    const value = await checker[method](...args, ...(method === 'inspect' ? [reparseOrTrap] : []));
    if (trap) throw trap;
    self.postMessage(protocol.answer(id, value));
  } catch (error) {
    self.postMessage(protocol.error(id, error));
  }
}
