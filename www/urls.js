// Where the worker and the checker's wasm are, for those who host them elsewhere.
export const urls = {};

export function setUrls({ workerUrl, checkerWasmUrl }) {
  if (workerUrl !== undefined) urls.worker = String(new URL(workerUrl, document.baseURI));
  if (checkerWasmUrl !== undefined) urls.wasm = String(new URL(checkerWasmUrl, document.baseURI));
}
