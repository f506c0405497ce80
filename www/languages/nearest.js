// Which language an element speaks. `core::language` has the same rule; tests/languages.json holds both.
import { FALLBACK } from './fallback.js';

/** The tags of all languages. */
export const LANGUAGES = Object.keys(FALLBACK);

/**
 * The language that a BCP 47 tag names, by lookup (RFC 4647): the tag is shortened from its end until it names one of ours.
 * `FR-CA`, `fr_CA` and ` fr ` are `fr`; `undefined` for another language, for none and for an empty tag, by which HTML says
 * that the language is unknown.
 */
export function lookup(tag) {
  const primary = String(tag ?? '').trim().split(/[-_]/)[0].toLowerCase();
  return LANGUAGES.find((language) => language === primary);
}

/**
 * The language of an element: its own `language`, if that names one of ours (a wrong one is an error that the element
 * tells); else that of the nearest `lang` above it, through the shadow roots on the way; else English. The nearest `lang`
 * decides alone: below `lang="de"` or `lang=""` it is English, whatever stands further above.
 */
export function nearestLanguage(element) {
  const own = lookup(element.getAttribute('language'));
  if (own !== undefined) return own;
  let from = element;
  // The root of a shadow tree has a host; a link that stands outside of any document has one, too, which is a text.
  while (typeof from?.closest === 'function') {
    const found = from.closest('[lang]');
    if (found !== null) return lookup(found.getAttribute('lang')) ?? 'en';
    from = from.getRootNode().host;
  }
  return 'en';
}
