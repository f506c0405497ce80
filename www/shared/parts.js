// The parts of a wasm that are loaded after the rest of it (scripts/build-wasm.sh).
import { own } from './options.js';

/** `load`, until it has succeeded once: those who wait share a try, and a failed one is forgotten. */
export function once(load) {
  let loading;
  return (...args) =>
    (loading ??= load(...args).catch((error) => {
      loading = undefined;
      throw error;
    }));
}

/** Puts a compiled part into the wasm whose glue this is. One of another build would write over its memory. */
export async function addPart(module, glue) {
  const [section] = WebAssembly.Module.customSections(module, 'build');
  if (new TextDecoder().decode(section) !== glue.build) throw new Error('it belongs to another build than the rest of the wasm');
  await WebAssembly.instantiate(module, own({ __wasm_split: glue.shared() }));
}

const loaders = own();

/** Says how a part of the wasm whose glue this is gets loaded: `load` resolves with whether it is there. */
export const setLoader = (part, glue, load) => (loaders[part] = own({ glue, load }));

/** Calls the function of this index back, which takes this value and whether the part is there. */
const asked = (part) => async (index, value) => {
  const { glue, load } = loaders[part];
  const isThere = await load();
  glue.shared().__indirect_function_table.get(index)(value, isThere);
};

// Called by the wasm, by the names that wasm_split_cli gives its imports.
export const __wasm_split_load_deferred = asked('deferred');
export const __wasm_split_load_reader = asked('reader');
