// Has files looked into: in a worker, else in the page. Loaded with the first file; every question gets an answer.
import { urls } from './urls.js';

const VERSION = 1;
/** Longer than any file takes; a worker that is silent for so long is lost. In milliseconds. */
const PATIENCE = { start: 10_000, inspect: 20_000, hash: 60_000, checkFiles: 600_000 };

/** The worker that is asked; null before the first one, and after one was lost. */
let current = null;
let lastTicket = 0;
/** Where workers are forbidden, the checker runs in the page. */
let here = null;

/** `ask('inspect', file)`, `ask('hash', file)`, `ask('checkFiles', files, options)`. */
export const ask = (what, ...args) => put({ what, args, isSecond: false });

/** Ends the worker if it has nothing to do; the next file starts another. */
export function release() {
  current?.release();
}

async function put(question) {
  while (here === null) {
    const worker = (current ??= start());
    const isReady = await worker.ready;
    // It may have been lost, or let go, while this one waited.
    if (worker !== current) continue;
    if (isReady) return worker.answer(question);
    here ??= loadHere();
  }
  return (await here)[question.what](...question.args);
}

async function loadHere() {
  try {
    const checker = await import('./flinks-upload-worker.js');
    await checker.default(urls.wasm && { module_or_path: urls.wasm });
    return checker;
  } catch (error) {
    // Forgotten, so that the next file tries again.
    here = null;
    current = null;
    throw error;
  }
}

function start() {
  const open = new Map();
  let worker;
  let resolveReady;
  const self = { ready: new Promise((resolve) => (resolveReady = resolve)), answer, release };
  const timer = setTimeout(settle, PATIENCE.start, false);

  function settle(isReady) {
    clearTimeout(timer);
    resolveReady(isReady);
  }

  try {
    // Two literals, because bundlers look for just this form.
    worker = urls.worker
      ? new Worker(urls.worker, { type: 'module' })
      : new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  } catch {
    settle(false);
    return self;
  }

  function answer(question) {
    lastTicket += 1;
    const ticket = lastTicket;
    const patience = PATIENCE[question.what];
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => lose(ticket, `the checker was silent for ${patience / 1000} s`), patience);
      open.set(ticket, { ...question, resolve, reject, timer });
      worker.postMessage({ version: VERSION, ticket, what: question.what, args: question.args, wasm: urls.wasm });
    });
  }

  function take(ticket) {
    const question = open.get(ticket);
    open.delete(ticket);
    clearTimeout(question?.timer);
    return question;
  }

  /** Ends the worker. The question that it was lost over is refused, the others are asked once more. */
  function lose(guilty, reason) {
    worker.terminate();
    if (current === self) current = null;
    for (const ticket of [...open.keys()]) {
      const { what, args, isSecond, resolve, reject } = take(ticket);
      if (isSecond || ticket === guilty) reject(new Error(reason));
      else put({ what, args, isSecond: true }).then(resolve, reject);
    }
  }

  function release() {
    if (open.size > 0) return;
    settle(false);
    worker?.terminate();
    current = null;
  }

  worker.addEventListener('error', (event) => {
    // A script that does not load ends here, too; the page's policy may forbid it.
    event.preventDefault();
    settle(false);
    // Before it was ready nobody had asked it anything, and whoever waits finds it failed.
    if (open.size > 0) lose(undefined, 'the checker stopped');
  });
  worker.addEventListener('message', ({ data }) => {
    if (data?.version !== VERSION) return;
    if (data.ready) return settle(true);
    if (data.error?.isTrap) return lose(data.ticket, data.error.message);
    const question = take(data.ticket);
    if (data.error) question?.reject(Object.assign(new Error(data.error.message), { name: data.error.name }));
    else question?.resolve(data.answer);
  });
  return self;
}
