// Where the worker and the wasm of the check are, for those who host them elsewhere.
export const urls = {};

export function setUrls({ workerUrl, checkerWasmUrl, repairWasmUrl }) {
  const absolute = (url) => String(new URL(url, document.baseURI));
  // Under Trusted Types it is the host's policy that has made it; as a text it would be refused.
  const isTrusted = globalThis.trustedTypes?.isScriptURL(workerUrl);
  if (workerUrl !== undefined) urls.worker = isTrusted ? workerUrl : absolute(workerUrl);
  if (checkerWasmUrl !== undefined) urls.wasm = absolute(checkerWasmUrl);
  if (repairWasmUrl !== undefined) urls.repair = absolute(repairWasmUrl);
}
