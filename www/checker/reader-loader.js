// Loads the part of the checker's wasm that reads statements and unlocks files. A build that is not split, as of the demo, has
// all in one.
import * as glue from '../flinks-upload-worker.js';

let source;
let loading;

/** Where it is: an address, or its bytes. */
export function readerFrom(given) {
  source = given;
}

async function load() {
  const given = await source;
  let bytes = given;
  if (typeof given === 'string') {
    const response = await fetch(given);
    if (!response.ok) throw new Error(`status ${response.status}`);
    bytes = await response.arrayBuffer();
  }
  await WebAssembly.instantiate(bytes, { __wasm_split: glue.shared() });
}

/** Loads it before it is needed. What is wrong is said when it is. */
export const preloadReader = () => glue.shared && once().catch(() => {});

const once = () =>
  (loading ??= load().catch((error) => {
    // Forgotten, so that the next file tries again.
    loading = undefined;
    throw error;
  }));

/** Called by the wasm, by the name that wasm_split_cli gives its import: calls the function of this index back, which takes this value and whether it is loaded. */
export async function __wasm_split_load_reader(index, value) {
  const isLoaded = await once().then(
    () => true,
    (error) => {
      console.error(`flinks-upload: the part of the checker that reads statements could not be loaded (${error.message})`);
      return false;
    },
  );
  glue.shared().__indirect_function_table.get(index)(value, isLoaded);
}
