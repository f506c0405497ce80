// The worker: looks into files with the checker's wasm, away from the page's main thread.
import init, * as checker from './flinks-upload-worker.js';

/** Both sides must speak alike; another version of the page is answered by nothing but its own worker. */
const VERSION = 1;

let loading;

self.addEventListener('message', async ({ data }) => {
  const { version, ticket, what, args, wasm } = data ?? {};
  if (version !== VERSION) return;
  try {
    loading ??= init(wasm === undefined ? undefined : { module_or_path: wasm });
    await loading;
    self.postMessage({ version, ticket, answer: await checker[what](...args) });
  } catch (error) {
    // A trap leaves the wasm unusable: the page ends this worker and starts another.
    const isTrap = error instanceof WebAssembly.RuntimeError;
    self.postMessage({ version, ticket, error: { name: String(error?.name), message: String(error?.message), isTrap } });
  }
});

self.postMessage({ version: VERSION, ready: true });
