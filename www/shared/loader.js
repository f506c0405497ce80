// Loads the wasm of the element once, in two parts: what a first look needs, and the rest. A failed load is forgotten, so that the
// next call tries again.
import * as glue from '../flinks-upload.js';
import { own } from './options.js';
import { addPart, once, setLoader } from './parts.js';
import { setUrls, urls } from './urls.js';

/** The address or the module that was given last. It is kept: whoever asks later, or again, gives none. */
let source;
/** The promise of the load under way or done, and what settles it. */
let loading;
/** The newest attempt; those before it change nothing any more. */
let attempt;
let isLoaded = false;

/**
 * Loads the wasm. Options: `wasmUrl`, `deferredWasmUrl`, `workerUrl`, `checkerWasmUrl`, `readerWasmUrl`, `fallbackWasmUrl` and `reportWasmUrl` for pages that host
 * the files elsewhere, `module` for a compiled WebAssembly.Module. Later calls wait for the same load; another address takes the
 * place of one whose wasm is not there yet, also for those who wait already.
 */
export function init(options) {
  const { wasmUrl, module } = own(options);
  setUrls(options);
  const given = module ?? (wasmUrl ? String(wasmUrl) : undefined);
  const isOther = given !== undefined && given !== source;
  if (isOther) source = given;
  if (loading === undefined || (isOther && !isLoaded)) load((loading ??= Promise.withResolvers()));
  return loading.promise;
}

async function load({ resolve, reject }) {
  const mine = (attempt = {});
  try {
    // `init` after `import 'flinks-upload/define'` comes a moment later, because imports are hoisted.
    await null;
    const module = mine === attempt && (await compile(source, 'wasmUrl'));
    if (mine !== attempt) return;
    // Its options have to have the usual prototype.
    glue.initSync({ module });
    isLoaded = true;
    resolve();
  } catch (error) {
    if (mine !== attempt) return;
    loading = undefined;
    reject(error);
  }
}

/** A request for the rest that is not answered is given up after so long. */
const TIMEOUT_MS = 30_000;
/** The longest pause before the next try, in seconds. */
const MAX_PAUSE = 60;

let isDeferredLoaded = false;
/** Who waits for the rest. */
const waiting = [];

/** Calls back once the rest is there. */
export const onceDeferred = (then) => (isDeferredLoaded ? then() : waiting.push(then));

/** Loads the rest. A build that is not split, as of the demo, has all in one. */
export const loadDeferred = once(async () => {
  const [part] = await Promise.all([glue.shared && compileDeferred(), init()]);
  if (part) await addPart(part, glue);
  isDeferredLoaded = true;
  for (const then of waiting.splice(0)) queueMicrotask(then);
});

async function compileDeferred() {
  // As above.
  await null;
  const source = (await urls.deferredWasm) ?? new URL('../flinks-upload-deferred_bg.wasm', import.meta.url).href;
  return typeof source === 'string' ? compile(source, 'deferredWasmUrl', AbortSignal.timeout(TIMEOUT_MS)) : WebAssembly.compile(source);
}

/** The elements that have something to show. */
let users = 0;

/** As long as somebody uses it, the rest is requested until it is there. Returns a function that ends that. */
export function useDeferred() {
  users += 1;
  return () => (users -= 1);
}

/** A pause, which ends when the network is back. */
const pause = (seconds) =>
  new Promise((resume) => {
    addEventListener('online', resume, own({ once: true }));
    setTimeout(resume, 1000 * seconds);
  });

setLoader('deferred', glue, async () => {
  for (let seconds = 1; users > 0; seconds = Math.min(2 * seconds, MAX_PAUSE)) {
    if (await loadDeferred().then(() => true, () => false)) return true;
    await pause(seconds);
  }
  return false;
});

// By a literal that bundlers understand.
async function compile(from = new URL('../flinks-upload_bg.wasm', import.meta.url).href, option, signal) {
  if (typeof from !== 'string') return from;
  let response;
  try {
    response = await fetch(from, own({ signal }));
    if (!response.ok) throw new Error(`status ${response.status}`);
    const isWasm = response.headers.get('content-type') === 'application/wasm';
    return await (isWasm ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer()));
  } catch (cause) {
    const { explain } = await import('./load-failure.js').catch(() => own());
    const { message, received } = explain?.(from, option, response, cause) ?? own({ message: cause.message });
    throw Object.assign(new Error(`flinks-upload: its wasm could not be loaded (${message})`, { cause }), own({ received }));
  }
}

/** The functions of the wasm. Throws one clear sentence before it is loaded. */
export function bindings(wanted) {
  if (!isLoaded) throw new Error(`flinks-upload: \`await init()\` comes before \`${wanted}()\``);
  return glue;
}
