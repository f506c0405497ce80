// What `checkFiles` asks about files, and the report made of the answers. Their wasm is loaded with its first call.
import init, * as functions from '../flinks-upload-report.js';
import { once } from '../shared/parts.js';

const load = once((url) =>
  init(url && { module_or_path: url }).catch((cause) => {
    throw new Error(`flinks-upload: the wasm of the report could not be loaded (${cause.message})`, { cause });
  }));

/** `() => Promise<{ questions, report }>`, with the wasm at this address, or beside this package's other wasm files. */
export const reportWith = (url) => async () => {
  await load(url);
  return functions;
};
