// Generated from src/core/i18n/languages by: cargo run --no-default-features --features generate --example generate

/** What is said where nothing could be loaded, no language either. Its keys are the tags of all languages. */
export const FALLBACK = {
  en: { 'load-failed': 'This part of the page couldn’t be loaded. Please check your connection.', 'try-again': 'Try again' },
  fr: { 'load-failed': 'Cette partie de la page n’a pas pu être chargée. Veuillez vérifier votre connexion.', 'try-again': 'Réessayer' },
  es: { 'load-failed': 'No se pudo cargar esta parte de la página. Revise su conexión.', 'try-again': 'Intentar de nuevo' },
};
