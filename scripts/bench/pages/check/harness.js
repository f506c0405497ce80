// Shared by all subjects of the check benchmark: an input for real files, and the measurement.
import { bytesRead } from '../count-bytes.js';
import { startProbe } from '../long-task-probe.js';

export { isCounting } from '../count-bytes.js';

/** Long enough to render a list after the last verdict. */
const SETTLE_MS = 150;

/**
 * `prepare` runs when the page opens and `clear` before each run, both untimed; `run(files)` returns the page count
 * of each file. What a subject loads lazily, it loads in `run`.
 */
export function subject({ prepare = () => {}, clear = () => {}, run }) {
  const input = Object.assign(document.createElement('input'), { type: 'file', multiple: true, id: 'files' });
  document.body.append(input);
  window.prepared = Promise.resolve(prepare());
  window.measure = async () => {
    const files = [...input.files];
    await clear();
    const probe = startProbe();
    // Lets the probe's timer start before the clock does.
    await wait(10);
    const began = performance.now();
    let pages = null;
    let error = null;
    try {
      pages = await run(files);
    } catch (thrown) {
      error = String(thrown?.message ?? thrown);
    }
    const time = performance.now() - began;
    await wait(SETTLE_MS);
    return { time, pages, error, bytesRead: bytesRead(), ...probe.stop() };
  };
}

export const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Passes the files to a worker that reads them itself: `(files) => page counts`. */
export function inWorker(name) {
  let worker;
  return (files) => {
    worker ??= new Worker(new URL(`./${name}${location.search}`, import.meta.url), { type: 'module' });
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data.pages));
      worker.onerror = (event) => reject(new Error(event.message ?? 'the worker did not start'));
      worker.postMessage(files);
    });
  };
}

/** The worker's side: `pagesOf(bytes)` for each file, one after another. */
export function serve(load) {
  let loading;
  self.onmessage = async ({ data: files }) => {
    try {
      const pagesOf = await (loading ??= load());
      const pages = [];
      for (const file of files) pages.push(await pagesOf(new Uint8Array(await file.arrayBuffer())));
      self.postMessage({ pages });
    } catch (error) {
      self.postMessage({ error: String(error?.message ?? error) });
    }
  };
}
