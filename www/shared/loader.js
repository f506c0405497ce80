// Loads the wasm of the element once. A failed load is forgotten, so that the next call tries again.
import * as glue from '../flinks-upload.js';
import { own } from './options.js';
import { setUrls } from './urls.js';

let loading;
let isLoaded = false;

/**
 * Loads the wasm. Options: `wasmUrl`, `workerUrl`, `checkerWasmUrl`, `fallbackWasmUrl` and `reportWasmUrl` for pages that host
 * the files elsewhere, `module` for a compiled WebAssembly.Module. Later calls wait for the same load.
 */
export function init(options) {
  const { wasmUrl, module } = own(options);
  setUrls(options);
  loading ??= load(module ?? wasmUrl).catch((cause) => {
    loading = undefined;
    throw new Error(`flinks-upload: its wasm could not be loaded (${cause?.message ?? cause})`, { cause });
  });
  return loading;
}

async function load(source) {
  // Without a source the glue finds the wasm beside itself, by a literal that bundlers understand.
  await glue.default(source === undefined ? undefined : { module_or_path: source });
  isLoaded = true;
}

/** The functions of the wasm. Throws one clear sentence before it is loaded. */
export function bindings(wanted) {
  if (!isLoaded) throw new Error(`flinks-upload: \`await init()\` comes before \`${wanted}()\``);
  return glue;
}
