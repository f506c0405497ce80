import { own } from '../shared/options.js';

/**
 * Calls back when a `lang` attribute changes anywhere in the trees that an element stands in, through the shadow roots on the
 * way. Returns a function that stops it.
 */
export function observeLanguage(element, onChange) {
  const observer = new MutationObserver(onChange);
  for (let node = element; node; node = node.host) {
    node = node.getRootNode();
    observer.observe(node, own({ attributes: true, attributeFilter: ['lang'], subtree: true }));
  }
  return () => observer.disconnect();
}
