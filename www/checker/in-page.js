// The checker in the page itself, for pages that can have no worker.
import { urls } from '../shared/urls.js';
import { REQUEST_TIMEOUT_MS, startTimeout } from './timeout.js';

/** Rejects after so many milliseconds: a file may never answer, and a wasm that ran out of memory doesn't. */
function withTimeout(milliseconds, answer) {
  return new Promise((resolve, reject) => {
    const cancel = startTimeout(milliseconds, () => reject(new Error(`the checker did not answer within ${milliseconds / 1000} s`)));
    answer.then(resolve, reject).finally(cancel);
  });
}

/** Loads the checker; an object with `send(method, args)`, as of a worker. `failure` is why there is no worker. */
export async function inPageChecker(failure) {
  try {
    const [checker, { prepare, startReader }, { reparseWith }, { reportWith }] = await Promise.all([
      import('../flinks-upload-worker.js'),
      import('./reader-loader.js'),
      import('./fallback-loader.js'),
      import('./report-loader.js'),
    ]);
    const start = checker.default(urls.checkerWasm && { module_or_path: urls.checkerWasm });
    startReader(urls.readerWasm ?? new URL('../flinks-upload-reader_bg.wasm', import.meta.url).href, start);
    await start;
    const reparse = reparseWith(urls.fallbackWasm);
    const loadReport = reportWith(urls.reportWasm);
    const functionsOf = async (method) => (method in checker ? checker : loadReport());
    const call = async (method, args) => {
      await prepare(method);
      return (await functionsOf(method))[method](...args, ...(method === 'inspect' ? [reparse] : []));
    };
    return { send: (method, args) => withTimeout(REQUEST_TIMEOUT_MS[method], call(method, args)) };
  } catch (error) {
    const policy = error instanceof WebAssembly.CompileError ? "; does the page's policy allow 'wasm-unsafe-eval'?" : '';
    throw new Error(`flinks-upload: the checker runs neither in a worker (${failure}) nor in the page (${error.message})${policy}`, {
      cause: error,
    });
  }
}
