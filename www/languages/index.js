// The languages of the component, loaded one at a time.
//
//   nearestLanguage(element) → 'en' | 'fr' | 'es'    the language that an element speaks; never fails (nearest.js)
//   lookup(tag) → 'en' | 'fr' | 'es' | undefined     the language that a BCP 47 tag names
//   LANGUAGES → ['en', 'fr', 'es']                   the tags of all languages
//   loadLanguage(tag) → Promise<pack>                 one of LANGUAGES, or with `-staff` what that says to staff; cached, and a
//                                                     failure is forgotten
//   format(pack, text, values) → string               puts values into a text (format.js)
//   FALLBACK[tag] → { 'load-failed', 'try-again' }    what is said where nothing could be loaded (fallback.js)
//
// A pack is { tag, locale, singular, groupFrom, group, decimal, byte, bytes, kilobyte, megabyte, texts: [text] }. Each value
// is a text. The texts are in the order of the keys, in which Rust asks for them (`LanguagePack::from_lookup`).
import { cached } from './cache.js';
import { importLanguage } from './list.js';

export { FALLBACK } from './fallback.js';
export { format } from './format.js';
export { LANGUAGES, lookup, nearestLanguage } from './nearest.js';

export const loadLanguage = cached(importLanguage);
