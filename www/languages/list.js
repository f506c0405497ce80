// Generated from src/core/language.rs by: cargo run --no-default-features --features generate --example generate

/** The module of a language. Each address is a literal, so that bundlers make a file of each. */
export function importLanguage(tag) {
  switch (tag) {
    case 'en':
      return import('./en.js');
    case 'fr':
      return import('./fr.js');
    case 'es':
      return import('./es.js');
    case 'en-staff':
      return import('./en-staff.js');
    case 'fr-staff':
      return import('./fr-staff.js');
    case 'es-staff':
      return import('./es-staff.js');
    default:
      return Promise.reject(new RangeError('the tag is not that of a language'));
  }
}
