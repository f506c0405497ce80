// The messages between the page and the worker of the checker. Each has a version and a type:
//
// page → worker   `start`    the addresses of its wasm files, or their bytes
//                 `request`  a call of the checker: `id`, `method`, `args`
// worker → page   `started`  it is ready, or has failed: `failure`
//                 `answer`   the value of a request: `id`, `value`
//                 `error`    what a request threw: `id`, `error` as `{name, message, isTrap}`
//
// A message of another version, type or shape is ignored: another copy of the package, or the page itself, may have
// sent it. A request that nobody answers ends with its timeout.

const VERSION = 5;
/** The functions of the checker that can be called. */
const METHODS = ['inspect', 'read', 'hash', 'unlock', 'questions', 'report'];

const message = (type, fields) => ({ version: VERSION, type, ...fields });

export const start = (wasmUrl, readerWasmUrl, fallbackWasmUrl, reportWasmUrl) =>
  message('start', { wasmUrl, readerWasmUrl, fallbackWasmUrl, reportWasmUrl });
export const request = (id, method, args) => message('request', { id, method, args });
export const started = (failure) => message('started', { failure });
export const answer = (id, value) => message('answer', { id, value });
export const error = (id, thrown) => {
  // A trap leaves a wasm unusable: the page ends this worker and starts another one.
  const isTrap = thrown instanceof WebAssembly.RuntimeError;
  return message('error', { id, error: { name: String(thrown?.name), message: String(thrown?.message), isTrap } });
};

const isText = (value) => typeof value === 'string';
const isSource = (value) => isText(value) || value instanceof ArrayBuffer;

const SHAPES = {
  start: ({ wasmUrl, readerWasmUrl, fallbackWasmUrl, reportWasmUrl }) => [wasmUrl, readerWasmUrl, fallbackWasmUrl, reportWasmUrl].every(isSource),
  request: ({ id, method, args }) => Number.isInteger(id) && METHODS.includes(method) && Array.isArray(args),
  started: ({ failure }) => failure === undefined || isText(failure),
  answer: ({ id }) => Number.isInteger(id),
  error: ({ id, error }) => Number.isInteger(id) && isText(error?.name) && isText(error.message) && typeof error.isTrap === 'boolean',
};

/** The message in what was posted, or null. */
export function read(data) {
  const isOurs = data?.version === VERSION && isText(data.type) && Object.hasOwn(SHAPES, data.type);
  return isOurs && SHAPES[data.type](data) ? data : null;
}
