/**
 * Makes a queue that runs so many jobs at the same time: `run(job, signal)` settles as the promise of the job does. A job
 * whose signal is aborted before its turn is not begun.
 */
export function createQueue(limit) {
  const waiting = [];
  let running = 0;

  function next() {
    while (running < limit && waiting.length > 0) {
      const { job, signal, resolve, reject } = waiting.shift();
      if (signal?.aborted) {
        reject(signal.reason);
        continue;
      }
      running += 1;
      job().then(resolve, reject).finally(() => {
        running -= 1;
        next();
      });
    }
  }

  return (job, signal) =>
    new Promise((resolve, reject) => {
      waiting.push({ job, signal, resolve, reject });
      next();
    });
}
