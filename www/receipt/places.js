// Generated from src/core/i18n/key.rs by: cargo run --no-default-features --features generate --example generate

/** The places that the texts of receipts have among those of a language. */
export const PLACES = {
  'receipt-reading': 145,
  'receipt-made': 146,
  'receipt-made-without': 147,
  'receipt-failed': 148,
  'receipt-csv': 149,
  'receipt-json': 150,
};
