// Where the worker and the wasm of the check are, for those who host them elsewhere.
export const urls = {};

export function setUrls({ workerUrl, checkerWasmUrl, repairWasmUrl }) {
  const absolute = (url) => String(new URL(url, document.baseURI));
  if (workerUrl !== undefined) urls.worker = absolute(workerUrl);
  if (checkerWasmUrl !== undefined) urls.wasm = absolute(checkerWasmUrl);
  if (repairWasmUrl !== undefined) urls.repair = absolute(repairWasmUrl);
}

let policy;

/** The address of the worker, where the page requires Trusted Types: its policy may allow `flinks-upload`. */
export function trusted(url) {
  if (globalThis.trustedTypes === undefined) return url;
  policy ??= trustedTypes.createPolicy('flinks-upload', { createScriptURL: (address) => address });
  return policy.createScriptURL(url);
}
