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
