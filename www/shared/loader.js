// Loads the wasm of the element once. A failed load is forgotten, so that the next call tries again.
import * as glue from '../flinks-upload.js';
import { own } from './options.js';
import { setUrls } from './urls.js';

/** The address or the module that was given last. It is kept: whoever asks later, or again, gives none. */
let source;
/** The promise of the load under way or done, and what settles it. */
let loading;
/** The newest attempt; those before it change nothing any more. */
let attempt;
let isLoaded = false;

/**
 * Loads the wasm. Options: `wasmUrl`, `workerUrl`, `checkerWasmUrl`, `readerWasmUrl`, `fallbackWasmUrl` and `reportWasmUrl` for pages that host
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
    const module = mine === attempt && (await compile(source));
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

// By a literal that bundlers understand.
async function compile(from = new URL('../flinks-upload_bg.wasm', import.meta.url).href) {
  if (typeof from !== 'string') return from;
  let response;
  try {
    response = await fetch(from);
    if (!response.ok) throw new Error(`status ${response.status}`);
    const isWasm = response.headers.get('content-type') === 'application/wasm';
    return await (isWasm ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer()));
  } catch (cause) {
    const { explain } = await import('./load-failure.js').catch(() => own());
    const { message, received } = explain?.(from, response, cause) ?? own({ message: cause.message });
    throw Object.assign(new Error(`flinks-upload: its wasm could not be loaded (${message})`, { cause }), own({ received }));
  }
}

/** The functions of the wasm. Throws one clear sentence before it is loaded. */
export function bindings(wanted) {
  if (!isLoaded) throw new Error(`flinks-upload: \`await init()\` comes before \`${wanted}()\``);
  return glue;
}
