// Generated from src/core/i18n/key.rs by: cargo run --no-default-features --features generate --example generate

/** The places that the texts of receipts have among those of a language. */
export const PLACES = {
  'receipt-reading': 146,
  'receipt-made': 147,
  'receipt-made-without': 148,
  'receipt-failed': 149,
  'receipt-csv': 150,
  'receipt-json': 151,
};
