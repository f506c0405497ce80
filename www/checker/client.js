// Has files checked, in a worker or else in the page. Loaded when files can be picked.
//
// These small decisions are made here, since they must load apart from any wasm: how many requests are open at the same
// time, which are sent again, and what a lost checker means for a file.
import { inPageChecker } from './in-page.js';
import { createQueue } from './queue.js';
import { WorkerClient, WorkerLostError } from './worker-client.js';

/** As many as one upload takes. The same number as in `core::files::intake`. */
const MAX_CONCURRENT = 24;

const enqueue = createQueue(MAX_CONCURRENT);

/** The worker that takes requests; null before the first one, and after one has ended. */
let worker = null;
/** The checker in the page, or its promise; null while there can be workers. */
let inPage = null;
/** The end of all retries so far. */
let lastRetry = Promise.resolve();

/**
 * Calls the checker: `inspect` with `[file, key]`, `read` with `[file, key, institution]`, `hash` with `[file]`, `questions`
 * with `[files, options]`, `report` with `[files, answers, options]`. A rejection named `NotReadableError` is about the file, any other one about the checker or
 * its arguments. A request whose signal is aborted before its turn is not sent.
 */
export const request = (method, args, signal) => enqueue(() => send(method, args), signal);

/** By these the checker knows a file again that it has inspected: a message holds a copy of it. */
const keys = new WeakMap();
let lastKey = 0;

function keyOf(file) {
  if (!keys.has(file)) keys.set(file, (lastKey += 1));
  return keys.get(file);
}

/** The answer about a file as the report takes it: bytes, `null` if the file can't be read, `undefined` if the checker was lost. */
const answer = (method, args, signal) =>
  request(method, args, signal).catch((error) => (error?.name === 'NotReadableError' ? null : undefined));

/** Inspects a file. If it is to be read afterwards, the checker keeps its document until then. */
export const inspect = (file, isReadNext, signal) => answer('inspect', [file, isReadNext ? keyOf(file) : undefined], signal);

/** Reads what a file says, of which the institution is compared with the one that was selected, if any. */
export const read = (file, institution, signal) => answer('read', [file, keyOf(file), institution], signal);

export const hash = (file, signal) => answer('hash', [file], signal);

/** The end of all tries to unlock a file so far. */
let lastUnlock = Promise.resolve();

/**
 * Makes an unlocked copy of a file, one at a time, since each is held in memory whole: a `Blob`, `wrong-password`, or nothing
 * if none could be made.
 */
export function unlock(file, password, signal) {
  const copy = lastUnlock.then(() => request('unlock', [file, password], signal));
  lastUnlock = copy.catch(() => {});
  return copy;
}

/** Loads the checker before it is needed. */
export const preload = () => withWorker(() => {});

/** Ends the worker if it has nothing to do; the next file starts another one. */
export function release() {
  worker?.release();
}

async function send(method, args) {
  try {
    return await withWorker((checker) => checker.send(method, args));
  } catch (error) {
    if (!(error instanceof WorkerLostError) || error.isCulprit) throw error;
    return retry(method, args);
  }
}

/** Once more, one by one: whichever request the worker was lost over, it takes no other one with it. */
function retry(method, args) {
  const answer = lastRetry.then(() => withWorker((checker) => checker.send(method, args)));
  lastRetry = answer.catch(() => {});
  return answer;
}

/** `use` must send at once: the worker may end at any later time. */
async function withWorker(use) {
  let failure;
  while (inPage === null) {
    const current = (worker ??= new WorkerClient(() => {
      if (worker === current) worker = null;
    }));
    failure = await current.started;
    // It may have ended while this waited.
    if (current !== worker) continue;
    if (failure === undefined) return use(current);
    inPage ??= loadInPage(failure);
  }
  return use(await inPage);
}

function loadInPage(failure) {
  return inPageChecker(failure).catch((error) => {
    // Forgotten, so that the next file tries again.
    inPage = null;
    worker = null;
    throw error;
  });
}
