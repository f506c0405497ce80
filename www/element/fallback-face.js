// What the element shows without its wasm: that it could not be loaded, and a way to try again.
import { FALLBACK } from '../languages/fallback.js';
import { own } from '../shared/options.js';

/** The stylesheet of the component is in the wasm. */
const FALLBACK_STYLE = 'font:1em/1.5 var(--flinks-upload-font,system-ui,sans-serif)';

/** `messages` are texts of the page that replace ours; or null. */
export const loadFailedText = (language, messages) => messages?.['load-failed'] ?? FALLBACK[language]['load-failed'];

/** The nodes of the face. */
export function fallbackFace(language, messages, onRetry) {
  const text = document.createElement('p');
  text.setAttribute('role', 'alert');
  text.style.cssText = FALLBACK_STYLE;
  text.textContent = loadFailedText(language, messages);
  const retry = document.createElement('button');
  retry.type = 'button';
  retry.part = 'retry';
  // The smallest target for a finger.
  retry.style.cssText = `${FALLBACK_STYLE};min-block-size:44px;padding:0 1.125em;border:1px solid;border-radius:8px;color:inherit;background:none`;
  retry.textContent = messages?.['try-again'] ?? FALLBACK[language]['try-again'];
  retry.addEventListener('click', onRetry, own({ once: true }));
  return [text, retry];
}
