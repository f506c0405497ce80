// Generated from src/core/i18n/key.rs by: cargo run --no-default-features --features generate --example generate

/** The places that the texts of receipts have among those of a language. */
export const PLACES = {
  'receipt-reading': 165,
  'receipt-made': 166,
  'receipt-made-without': 167,
  'receipt-failed': 168,
  'receipt-csv': 169,
  'receipt-json': 170,
};
