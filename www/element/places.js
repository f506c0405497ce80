// Generated from src/core/i18n/key.rs by: cargo run --no-default-features --features generate --example generate

/** The places that the texts of the early panel have among those of a language. */
export const PLACES = {
  'collect-title': 35,
  'collect-from': 36,
  'collect-for-staff': 37,
  'drop-pdf': 40,
  'drop-images': 41,
  'browse': 42,
  'browse-folder': 44,
  'checking': 59,
};
