// Has files looked into: in a worker, else in the page. Loaded with the first file; every question gets an answer.
import { urls } from './urls.js';

const VERSION = 1;
/** Longer than any file takes; a worker that is silent for so long is lost. In milliseconds. */
const PATIENCE = { start: 10_000, inspect: 20_000, hash: 60_000, checkFiles: 600_000 };

/** The worker with the questions that it has not answered; null before the first, and after it was lost. */
let current = null;
let lastTicket = 0;
/** Where workers are forbidden, the checker runs in the page. */
let here = null;

/** `ask('inspect', file)`, `ask('hash', file)`, `ask('checkFiles', files, options)`. */
export async function ask(what, ...args) {
  if (here === null) {
    const worker = (current ??= start());
    if (await worker.ready) return worker.ask(what, args);
    here ??= loadHere();
  }
  const checker = await here;
  return checker[what](...args);
}

async function loadHere() {
  try {
    const checker = await import('./flinks-upload-worker.js');
    await checker.default(urls.wasm === undefined ? undefined : { module_or_path: urls.wasm });
    return checker;
  } catch (error) {
    here = null;
    current = null;
    throw error;
  }
}

function start() {
  const open = new Map();
  let worker;
  let settle;
  const ready = new Promise((resolve) => (settle = resolve));
  const self = { ready, ask: send };
  const timer = setTimeout(() => settle(false), PATIENCE.start);

  /** Ends the worker; whatever it was asked is told to whoever asked. */
  function lose(reason, guilty) {
    worker?.terminate();
    if (current === self) current = null;
    for (const [ticket, question] of open) {
      clearTimeout(question.timer);
      open.delete(ticket);
      // The file that was being looked at alone may be the reason; the others are asked anew, once.
      if (guilty === undefined || ticket === guilty || question.isSecond) question.reject(new Error(reason));
      else again(question);
    }
  }

  function again({ what, args, resolve, reject }) {
    ask.second(what, args).then(resolve, reject);
  }

  function send(what, args, isSecond = false) {
    lastTicket += 1;
    const ticket = lastTicket;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => lose(`the checker was silent for ${PATIENCE[what] / 1000} s`, ticket), PATIENCE[what]);
      open.set(ticket, { what, args, resolve, reject, isSecond, timer: late });
      worker.postMessage({ version: VERSION, ticket, what, args, wasm: urls.wasm });
    });
  }
  self.second = (what, args) => send(what, args, true);

  try {
    worker = urls.worker === undefined
      ? new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })
      : new Worker(urls.worker, { type: 'module' });
  } catch {
    settle(false);
    return self;
  }
  worker.addEventListener('error', (event) => {
    // A script that does not load ends here; the page's policy may forbid it.
    event.preventDefault();
    settle(false);
    lose('the checker stopped');
  });
  worker.addEventListener('message', ({ data }) => {
    if (data?.version !== VERSION) return;
    if (data.ready) {
      clearTimeout(timer);
      settle(true);
      return;
    }
    const question = open.get(data.ticket);
    if (question === undefined) return;
    if (data.error?.isTrap) {
      lose(data.error.message, data.ticket);
      return;
    }
    open.delete(data.ticket);
    clearTimeout(question.timer);
    if (data.error === undefined) question.resolve(data.answer);
    else question.reject(Object.assign(new Error(data.error.message), { name: data.error.name }));
  });
  return self;
}

/** A question that a lost worker left unanswered. */
ask.second = async (what, args) => {
  const worker = (current ??= start());
  if (await worker.ready) return worker.second(what, args);
  return ask(what, ...args);
};
