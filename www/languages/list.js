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
      return Promise.all([import('./en-staff.js'), import('./en.js')]).then(([module]) => module);
    case 'fr-staff':
      return Promise.all([import('./fr-staff.js'), import('./fr.js')]).then(([module]) => module);
    case 'es-staff':
      return Promise.all([import('./es-staff.js'), import('./es.js')]).then(([module]) => module);
    default:
      return Promise.reject(new RangeError('the tag is not that of a language'));
  }
}
