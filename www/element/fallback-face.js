// What the element shows without its wasm: that it could not be loaded, and a way to try again.

const LOAD_FAILED = {
  en: 'This part of the page could not be loaded. Please check your connection.',
  fr: 'Cette partie de la page n’a pas pu être chargée. Veuillez vérifier votre connexion.',
};
const TRY_AGAIN = { en: 'Try again', fr: 'Réessayer' };
/** The stylesheet of the component is in the wasm. */
const FALLBACK_STYLE = 'font:1em/1.5 var(--flinks-upload-font,system-ui,sans-serif)';

const known = (language) => (Object.hasOwn(LOAD_FAILED, language) ? language : 'en');

export const loadFailedText = (language) => LOAD_FAILED[known(language)];

/** The nodes of the face. `messages` are texts of the page that replace ours. */
export function fallbackFace(language, messages, onRetry) {
  const text = document.createElement('p');
  text.setAttribute('role', 'alert');
  text.style.cssText = FALLBACK_STYLE;
  text.textContent = messages?.['load-failed'] ?? loadFailedText(language);
  const retry = document.createElement('button');
  retry.type = 'button';
  retry.part = 'retry';
  // The smallest target for a finger.
  retry.style.cssText = `${FALLBACK_STYLE};min-block-size:44px;padding:0 1.125em;border:1px solid;border-radius:8px;color:inherit;background:none`;
  retry.textContent = messages?.['try-again'] ?? TRY_AGAIN[known(language)];
  retry.addEventListener('click', onRetry, { once: true });
  return [text, retry];
}
