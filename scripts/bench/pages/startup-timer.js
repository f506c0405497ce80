// Runs first on every page of the startup benchmark, before its styles and scripts, and starts the clock.
import { startProbe } from './long-task-probe.js';

/** Work right after the element is visible counts for the longest task, too. */
const SETTLE_MS = 500;

const began = performance.now();
const probe = startProbe();

/** The first match in the page or in any of its shadow roots. */
function find(selector, root = document) {
  const found = root.querySelector(selector);
  if (found) return found;
  for (const element of root.querySelectorAll('*')) {
    const inside = element.shadowRoot && find(selector, element.shadowRoot);
    if (inside) return inside;
  }
  return null;
}

const isVisible = (element) => element !== null && element.checkVisibility() && element.getBoundingClientRect().width > 0;

/** `{usable, longestTask, longestGap}` in ms; `usable` is null if the element was not visible in time. */
window.startup = async (timeout) => {
  while (performance.now() - began < timeout && visibleAt === null) await wait(20);
  await wait(SETTLE_MS);
  return { usable: visibleAt, ...probe.stop() };
};

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let visibleAt = null;
const { usable } = document.currentScript.dataset;

/** Polls with a timer: an animation frame is longer than what is measured. */
function poll() {
  if (isVisible(find(usable))) visibleAt = performance.now() - began;
  else setTimeout(poll, 0);
}
poll();
