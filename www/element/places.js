// Generated from src/core/i18n/key.rs by: cargo run --no-default-features --features generate --example generate

/** The places that the texts of the early panel have among those of a language. */
export const PLACES = {
  'collect-title': 34,
  'collect-from': 35,
  'collect-for-staff': 36,
  'drop-pdf': 39,
  'drop-images': 40,
  'browse': 41,
  'browse-folder': 43,
  'checking': 58,
};
