// Has files looked into: in a worker, else in the page. Loaded when files can be picked; every question gets an answer.
import { urls } from './urls.js';

const VERSION = 1;
/** Longer than anything takes; a worker that is silent for so long is lost. In milliseconds. */
const PATIENCE = { start: 30_000, inspect: 20_000, hash: 60_000, questions: 20_000, report: 20_000 };
/** A worker without work ends after so long, in milliseconds: the memory of a wasm never shrinks. */
const IDLE = 60_000;

/** Calls back after so many milliseconds, in two halves: after a sleep of the machine only one of them is over too soon. */
function wait(milliseconds, back) {
  const timer = {};
  const half = (then) => (timer.id = setTimeout(then, milliseconds / 2));
  half(() => half(back));
  return timer;
}

/** The worker that is asked; null before the first one, and after one was lost. */
let current = null;
let lastTicket = 0;
/** Where there can be no worker, the checker runs in the page. */
let here = null;
/** The end of all that is asked once more. */
let lastAgain = Promise.resolve();

/**
 * `ask('inspect', file)`, `ask('hash', file)`, `ask('questions', files, options)`, `ask('report', files, answers, options)`.
 * A rejection named `NotReadableError` is about the file, any other about the checker or what it was given.
 */
export const ask = (what, ...args) => put({ what, args, isSecond: false });

/** Loads the checker before it is needed. */
export const load = () => withAnswerer(() => {});

/** Ends the worker if it has nothing to do; the next file starts another. */
export function release() {
  current?.release();
}

const put = (question) => withAnswerer((answer) => answer(question));

/** Once more, one by one: whichever it was that the worker was lost over, it takes no other with it. */
function putAgain(question) {
  const answer = lastAgain.then(() => put({ ...question, isSecond: true }));
  lastAgain = answer.catch(() => {});
  return answer;
}

/** Whoever answers, worker or page, is used at once: a worker may be let go at any later time. */
async function withAnswerer(use) {
  let failure;
  while (here === null) {
    const worker = (current ??= start());
    failure = await worker.ready;
    // It may have been lost, or let go, while this one waited.
    if (worker !== current) continue;
    if (failure === undefined) return use(worker.answer);
    here ??= loadHere(failure);
  }
  return use(await here);
}

async function loadHere(failure) {
  try {
    const [checker, { repairFrom }] = await Promise.all([import('./flinks-upload-worker.js'), import('./repair.js')]);
    await checker.default(urls.wasm && { module_or_path: urls.wasm });
    const repair = repairFrom(urls.repair);
    return ({ what, args }) => checker[what](...args, ...(what === 'inspect' ? [repair] : []));
  } catch (error) {
    // Forgotten, so that the next file tries again.
    here = null;
    current = null;
    const policy = error instanceof WebAssembly.CompileError ? "; does the page's policy allow 'wasm-unsafe-eval'?" : '';
    throw new Error(`flinks-upload: the checker runs neither in a worker (${failure}) nor in the page (${error.message})${policy}`, {
      cause: error,
    });
  }
}

/** Under Trusted Types an address becomes a worker's through a policy only; this one can give no other address. */
let own;

function ownWorker() {
  // Like the two below a literal, because bundlers look for just this form. In the package the file has no neighbours.
  const url = new URL('./worker.js', import.meta.url).href;
  try {
    own ??= globalThis.trustedTypes?.createPolicy('flinks-upload', { createScriptURL: () => url }).createScriptURL(url);
  } catch {
    // The page allows no policy of this name. If it requires one, the check runs in the page.
  }
  return own ?? url;
}

function create() {
  const worker = new Worker(urls.worker ?? ownWorker(), { type: 'module' });
  const wasm = urls.wasm ?? new URL('./flinks-upload-worker_bg.wasm', import.meta.url).href;
  const repair = urls.repair ?? new URL('./flinks-upload-repair_bg.wasm', import.meta.url).href;
  worker.postMessage({ version: VERSION, urls: { wasm, repair } });
  return worker;
}

function start() {
  const open = new Map();
  let worker;
  let idle;
  let isReady = false;
  /** Whether whoever wanted it is gone: it ends with its last answer. */
  let isLetGo = false;
  let resolveReady;
  const self = { ready: new Promise((resolve) => (resolveReady = resolve)), answer, release };
  const timer = wait(PATIENCE.start, () => settle('it did not start in time'));

  /** Without a failure the worker is ready. */
  function settle(failure) {
    clearTimeout(timer.id);
    resolveReady(failure);
    isReady = failure === undefined;
    if (!isReady) worker?.terminate();
    // Whoever waited for it asks first.
    else queueMicrotask(rest);
  }

  function rest() {
    if (open.size > 0) return;
    clearTimeout(idle);
    if (isLetGo) release();
    else idle = setTimeout(release, IDLE);
  }

  try {
    worker = create();
  } catch (error) {
    settle(error.message);
    return self;
  }

  function answer(question) {
    clearTimeout(idle);
    lastTicket += 1;
    const ticket = lastTicket;
    const patience = PATIENCE[question.what];
    return new Promise((resolve, reject) => {
      const timer = wait(patience, () => lose(ticket, `the checker was silent for ${patience / 1000} s`));
      open.set(ticket, { ...question, resolve, reject, timer });
      worker.postMessage({ version: VERSION, ticket, what: question.what, args: question.args });
    });
  }

  function take(ticket) {
    const question = open.get(ticket);
    open.delete(ticket);
    clearTimeout(question?.timer.id);
    rest();
    return question;
  }

  /** Ends the worker. The question that it was lost over is refused, the others are asked once more. */
  function lose(guilty, reason) {
    worker.terminate();
    if (current === self) current = null;
    for (const ticket of [...open.keys()]) {
      const { what, args, isSecond, resolve, reject } = take(ticket);
      if (isSecond || ticket === guilty) reject(new Error(reason));
      else putAgain({ what, args }).then(resolve, reject);
    }
    clearTimeout(idle);
  }

  function release() {
    isLetGo = true;
    if (open.size > 0 || !isReady) return;
    clearTimeout(idle);
    worker.terminate();
    if (current === self) current = null;
  }

  worker.addEventListener('error', (event) => {
    // A script that does not load ends here, too; the page's policy may forbid it.
    event.preventDefault();
    if (isReady) lose(undefined, 'the checker stopped');
    // Nobody had asked it anything, and whoever waits finds it failed.
    else settle(event.message || 'its script did not load');
  });
  worker.addEventListener('message', ({ data }) => {
    if (data?.version !== VERSION) return;
    if (data.ticket === undefined) return settle(data.failure);
    if (data.error?.isTrap) return lose(data.ticket, data.error.message);
    const question = take(data.ticket);
    if (data.error) question?.reject(Object.assign(new Error(data.error.message), { name: data.error.name }));
    else question?.resolve(data.answer);
  });
  return self;
}
