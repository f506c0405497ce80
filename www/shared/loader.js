// Loads the wasm of the element once, in two parts: what a first look needs, and the rest. A failed load is forgotten, so that the
// next call tries again.
import * as glue from '../flinks-upload.js';
import { own } from './options.js';
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

/** The promise of the rest. */
let loadingDeferred;

/** Loads the rest. A build that is not split, as of the demo, has all in one. */
export const loadDeferred = () =>
  (loadingDeferred ??= fetchDeferred().catch((error) => {
    loadingDeferred = undefined;
    throw error;
  }));

async function fetchDeferred() {
  if (!glue.shared) return init();
  const compilePart = async () => compile((await urls.deferredWasm) ?? new URL('../flinks-upload-deferred_bg.wasm', import.meta.url).href, 'deferredWasmUrl');
  const [part] = await Promise.all([compilePart(), init()]);
  await WebAssembly.instantiate(part, { __wasm_split: glue.shared() });
}

/** The longest pause before the next try, in seconds. */
const MAX_PAUSE = 60;

/**
 * Called by the wasm, by the name that wasm_split_cli gives its import, once it shows something. Calls the function of this index back,
 * which takes this value and that the rest is loaded: not before, however many tries that takes.
 */
export async function __wasm_split_load_deferred(index, value) {
  for (let pause = 1; ; pause = Math.min(2 * pause, MAX_PAUSE)) {
    if (await loadDeferred().then(() => true, () => false)) break;
    await new Promise((resume) => setTimeout(resume, 1000 * pause));
  }
  glue.shared().__indirect_function_table.get(index)(value, true);
}

// By a literal that bundlers understand.
async function compile(from = new URL('../flinks-upload_bg.wasm', import.meta.url).href, option) {
  if (typeof from !== 'string') return from;
  let response;
  try {
    response = await fetch(from);
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
