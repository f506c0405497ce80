// The fallback parser, for files in which no page was found. Its wasm is loaded with the first of them.
import init, { reparse } from '../flinks-upload-fallback.js';
import { once } from '../shared/parts.js';

const load = once((url) => init(url && { module_or_path: url }));

/**
 * `(file, report) => Promise<Uint8Array | null>`, with the wasm at this address, or beside this package's other wasm
 * files. `null` for a file that can't be read any more.
 */
export const reparseWith = (url) => async (file, report) => {
  const buffer = await file.arrayBuffer().catch(() => null);
  if (buffer === null) return null;
  await load(url);
  return reparse(new Uint8Array(buffer), report);
};
