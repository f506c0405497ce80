// One worker of the checker, from its start to its end: its requests with their timeouts, and when it is shut down.
import * as protocol from './protocol.js';
import { REQUEST_TIMEOUT_MS, startTimeout } from './timeout.js';
import { startWorker } from './worker-url.js';

const START_TIMEOUT_MS = 30_000;
/** A worker without requests ends after so long, since the memory of a wasm never shrinks. */
const IDLE_SHUTDOWN_MS = 60_000;

/** The worker was lost. Its requests can be sent to another one, except the culprit: the one that it was lost over. */
export class WorkerLostError extends Error {
  constructor(message, isCulprit) {
    super(message);
    this.isCulprit = isCulprit;
  }
}

let lastId = 0;

export class WorkerClient {
  /** Resolves when the worker is ready; with a text if it could not be started. */
  started;
  #worker;
  /** By their ids: `{resolve, reject, cancelTimeout}`. */
  #requests = new Map();
  #onEnd;
  #onStarted;
  #isReady = false;
  /** Whether it ends with its last answer, since nobody needs it any more. */
  #isReleasing = false;
  #idleTimer;

  /** `onEnd` is called when the worker takes no more requests. */
  constructor(onEnd) {
    this.#onEnd = onEnd;
    this.started = new Promise((resolve) => {
      const cancel = startTimeout(START_TIMEOUT_MS, () => this.#onStarted('it did not start in time'));
      this.#onStarted = (failure) => {
        cancel();
        resolve(failure);
        this.#isReady = failure === undefined;
        if (!this.#isReady) this.#worker?.terminate();
        // After those who waited for it have sent their requests.
        else queueMicrotask(() => this.#scheduleIdleShutdown());
      };
    });
    try {
      this.#worker = startWorker();
    } catch (error) {
      this.#onStarted(error.message);
      return;
    }
    this.#worker.addEventListener('error', (event) => this.#onError(event));
    this.#worker.addEventListener('message', ({ data }) => this.#onMessage(protocol.read(data)));
  }

  /** Sends a request to a worker that has started. Rejects with a `WorkerLostError`, or with what the checker threw. */
  send(method, args) {
    clearTimeout(this.#idleTimer);
    lastId += 1;
    const id = lastId;
    const timeout = REQUEST_TIMEOUT_MS[method];
    return new Promise((resolve, reject) => {
      const cancelTimeout = startTimeout(timeout, () => this.#failWorker(id, `the checker did not answer within ${timeout / 1000} s`));
      this.#requests.set(id, { resolve, reject, cancelTimeout });
      this.#worker.postMessage(protocol.request(id, method, args));
    });
  }

  /** Ends the worker, once all its requests are answered. */
  release() {
    this.#isReleasing = true;
    if (this.#requests.size > 0 || !this.#isReady) return;
    clearTimeout(this.#idleTimer);
    this.#worker.terminate();
    this.#onEnd();
  }

  #scheduleIdleShutdown() {
    if (this.#requests.size > 0) return;
    clearTimeout(this.#idleTimer);
    if (this.#isReleasing) this.release();
    else this.#idleTimer = setTimeout(() => this.release(), IDLE_SHUTDOWN_MS);
  }

  #takeRequest(id) {
    const request = this.#requests.get(id);
    this.#requests.delete(id);
    request?.cancelTimeout();
    this.#scheduleIdleShutdown();
    return request;
  }

  /** Ends the worker and rejects all its requests. */
  #failWorker(culprit, reason) {
    this.#worker.terminate();
    this.#onEnd();
    for (const id of [...this.#requests.keys()]) this.#takeRequest(id).reject(new WorkerLostError(reason, id === culprit));
    clearTimeout(this.#idleTimer);
  }

  #onError(event) {
    // A script that does not load ends here, too; the policy of the page may forbid it.
    event.preventDefault();
    if (this.#isReady) this.#failWorker(undefined, 'the checker stopped');
    // It has no requests yet; whoever waits for its start sees the failure.
    else this.#onStarted(event.message || 'its script did not load');
  }

  #onMessage(message) {
    switch (message?.type) {
      case 'started':
        return this.#onStarted(message.failure);
      case 'answer':
        return this.#takeRequest(message.id)?.resolve(message.value);
      case 'error': {
        const { id, error } = message;
        if (error.isTrap) return this.#failWorker(id, error.message);
        return this.#takeRequest(id)?.reject(Object.assign(new Error(error.message), { name: error.name }));
      }
    }
  }
}
