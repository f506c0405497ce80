// The checker that all elements of the page share. Its script is loaded when files can be picked, or with the first file.

let loading;
/** The elements in the page. */
let elements = 0;

/** A failed load is forgotten, so that the next file tries again. */
export function loadChecker() {
  loading ??= import('../checker/client.js').catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Loads the checker after what is shown is drawn. If that fails, the first file reports it. */
export function preloadChecker() {
  const soon = globalThis.requestIdleCallback ?? setTimeout;
  soon(() => elements > 0 && loadChecker().then(({ preload }) => preload()).catch(() => {}));
}

export function retainChecker() {
  elements += 1;
}

/** The last element that leaves the page ends the worker. */
export function releaseChecker() {
  elements -= 1;
  if (elements === 0) loading?.then(({ release }) => release(), () => {});
}
