// Runs first on every page of the startup benchmark, before its styles and scripts: the clock starts here.
import { startProbe } from './long-task-probe.js';

/** Work that follows the first sight counts for the longest task, too. In milliseconds. */
const SETTLE_MS = 500;

const began = performance.now();
const probe = startProbe();

/** The first match in the page or in any shadow root of it. */
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

/** `{usable, longestTask, longestGap, frame}` in ms; `usable` is null if the selector's element was not seen in time. */
window.startup = async (selector, timeout) => {
  const frame = () => performance.getEntriesByType('resource').find(({ initiatorType }) => initiatorType === 'iframe');
  const hasFrame = selector === 'iframe';
  while (performance.now() - began < timeout && !(hasFrame ? frame() : visibleAt !== null)) await wait(20);
  await wait(SETTLE_MS);
  return { usable: hasFrame ? (frame() ? frame().startTime - began : null) : visibleAt, ...probe.stop() };
};

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let visibleAt = null;
const { usable } = document.currentScript.dataset;

/** As often as a timer goes: a frame is longer than what is measured. */
function poll() {
  if (isVisible(find(usable))) visibleAt = performance.now() - began;
  else setTimeout(poll, 0);
}
if (usable !== 'iframe') poll();
