// The checker in the page itself, for pages that can have no worker.
import { urls } from '../shared/urls.js';

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
    const send = async (method, args) => {
      await prepare(method);
      return (await functionsOf(method))[method](...args, ...(method === 'inspect' ? [reparse] : []));
    };
    return { send };
  } catch (error) {
    const policy = error instanceof WebAssembly.CompileError ? "; does the page's policy allow 'wasm-unsafe-eval'?" : '';
    throw new Error(`flinks-upload: the checker runs neither in a worker (${failure}) nor in the page (${error.message})${policy}`, {
      cause: error,
    });
  }
}
