// Generated from src/core/i18n/key.rs by: cargo run --no-default-features --features generate --example generate

/** The places that the texts of receipts have among those of a language. */
export const PLACES = {
  'receipt-reading': 105,
  'receipt-made': 106,
  'receipt-made-without': 107,
  'receipt-failed': 108,
  'receipt-csv': 109,
  'receipt-json': 110,
};
