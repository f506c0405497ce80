// What the element shows without its wasm: that it could not be loaded, and a way to try again.
import { FALLBACK } from '../languages/fallback.js';
import { own } from '../shared/options.js';
import { node } from './node.js';

/** `messages` are texts of the page that replace ours; or null. */
export const loadFailedText = (language, messages) => messages?.['load-failed'] ?? FALLBACK[language]['load-failed'];

export function fallbackFace(language, theme, messages, onRetry) {
  const retry = node('button', { type: 'button', class: 'secondary', part: 'retry secondary' }, messages?.['try-again'] ?? FALLBACK[language]['try-again']);
  retry.addEventListener('click', onRetry, own({ once: true }));
  const text = node('p', { class: 'alert', part: 'error', role: 'alert' }, loadFailedText(language, messages));
  return node('div', { class: 'flinks-upload', 'data-theme': theme, lang: language, dir: 'auto' }, text, retry);
}
