/** Longer than any request takes, in milliseconds: a checker that does not answer in time is lost. */
export const REQUEST_TIMEOUT_MS = { inspect: 20_000, read: 20_000, hash: 60_000, unlock: 60_000, questions: 20_000, report: 20_000 };

/**
 * Calls back after so many milliseconds, in two halves: after a sleep of the machine only one of them ends too soon.
 * Returns a function that cancels it.
 */
export function startTimeout(milliseconds, onTimeout) {
  let id;
  const half = (then) => (id = setTimeout(then, milliseconds / 2));
  half(() => half(onTimeout));
  return () => clearTimeout(id);
}
