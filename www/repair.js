// The second look, into files in which no page was found. Its wasm is loaded with the first of them.
import init, { repair } from './flinks-upload-repair.js';

let loading;

/** `(file, report) => Promise<Uint8Array>`, with the wasm at this address, or beside this file. */
export const repairFrom = (url) => async (file, report) => {
  const buffer = await file.arrayBuffer();
  loading ??= init(url && { module_or_path: url }).catch((error) => {
    // Forgotten, so that the next file tries again.
    loading = undefined;
    throw error;
  });
  await loading;
  return repair(new Uint8Array(buffer), report);
};
