// The worker: looks into files with the checker's wasm, away from the page's main thread.
import init, * as checker from './flinks-upload-worker.js';
import { repairFrom } from './repair.js';

/** Both sides must speak alike; another version of the page is answered by nothing but its own worker. */
const VERSION = 1;

let repair;

self.addEventListener('message', ({ data }) => {
  if (data?.version !== VERSION) return;
  if (data.urls) start(data.urls);
  else answer(data);
});

async function start(urls) {
  let failure;
  try {
    repair = repairFrom(urls.repair);
    await init(urls.wasm && { module_or_path: urls.wasm });
  } catch (error) {
    failure = String(error?.message);
  }
  self.postMessage({ version: VERSION, failure });
}

async function answer({ ticket, what, args }) {
  let trap;
  const repairOrTrap = (...file) =>
    repair(...file).catch((error) => {
      if (error instanceof WebAssembly.RuntimeError) trap = error;
      throw error;
    });
  try {
    const answer = await checker[what](...args, ...(what === 'inspect' ? [repairOrTrap] : []));
    if (trap) throw trap;
    self.postMessage({ version: VERSION, ticket, answer });
  } catch (error) {
    // A trap leaves a wasm unusable: the page ends this worker and starts another.
    const isTrap = error instanceof WebAssembly.RuntimeError;
    self.postMessage({ version: VERSION, ticket, error: { name: String(error?.name), message: String(error?.message), isTrap } });
  }
}
