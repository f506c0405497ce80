// Loads the part of the checker's wasm that reads statements and unlocks files. A build that is not split, as of the demo, has
// all in one.
import * as glue from '../flinks-upload-worker.js';
import { own } from '../shared/options.js';
import { addPart, once, setLoader } from '../shared/parts.js';

/** A part that does not come is given up before a request for what it does runs out of time. */
const TIMEOUT_MS = 10_000;

let source;

/** Where it is: an address, or its bytes. */
export function readerFrom(given) {
  source = given;
}

/** Loads it, if it is not there yet. Whoever waits hears of a failure at the same time. */
export const loadReader = once(async () => {
  if (!glue.shared) return;
  try {
    let bytes = await source;
    if (typeof bytes === 'string') {
      const response = await fetch(bytes, own({ signal: AbortSignal.timeout(TIMEOUT_MS) }));
      if (!response.ok) throw new Error(`status ${response.status}`);
      bytes = await response.arrayBuffer();
    }
    await addPart(await WebAssembly.compile(bytes), glue);
  } catch (cause) {
    throw new Error(`flinks-upload: the part of the checker that reads statements could not be loaded (${cause.message})`, { cause });
  }
});

setLoader('reader', glue, () => loadReader().then(() => true, () => false));

/** The functions of the checker that need it. */
const NEED_READER = ['read', 'unlock'];

/** Has the reader there for functions that need it. */
export const prepare = (method) => NEED_READER.includes(method) && loadReader();
