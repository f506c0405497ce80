// Loads the part of the checker's wasm that reads statements and unlocks files. A build that is not split, as of the demo, has
// all in one.
import * as glue from '../flinks-upload-worker.js';
import { own } from '../shared/options.js';
import { addPart, once, setLoader } from '../shared/parts.js';

/** A part that does not come is given up before a request for what it does runs out of time. */
const TIMEOUT_MS = 10_000;

let source;
let checkerStart;

/** Loads it from an address or bytes, beside the checker, whose start is this promise. What is wrong is said when it is needed. */
export function startReader(given, start) {
  source = given;
  checkerStart = start;
  loadReader().catch(() => {});
}

/** Loads it, if it is not there yet. Whoever waits hears of a failure at the same time. */
const loadReader = once(async () => {
  if (!glue.shared) return;
  try {
    let bytes = await source;
    if (typeof bytes === 'string') {
      // Verdicts come first.
      const response = await fetch(bytes, own({ signal: AbortSignal.timeout(TIMEOUT_MS), priority: 'low' }));
      if (!response.ok) throw new Error(`status ${response.status}`);
      bytes = await response.arrayBuffer();
    }
    const module = await WebAssembly.compile(bytes);
    await checkerStart;
    await addPart(module, glue);
  } catch (cause) {
    throw new Error(`flinks-upload: the part of the checker that reads statements could not be loaded (${cause.message})`, { cause });
  }
});

setLoader('reader', glue, () => loadReader().then(() => true, () => false));

/** The functions of the checker that need it. */
const NEED_READER = ['read', 'unlock'];

/** Has the reader there for functions that need it. */
export const prepare = (method) => NEED_READER.includes(method) && loadReader();
