// Generated from src/core/i18n/key.rs by: cargo run --no-default-features --features generate --example generate

/** The places that the texts of receipts have among those of a language. */
export const PLACES = {
  'receipt-reading': 171,
  'receipt-made': 172,
  'receipt-made-without': 173,
  'receipt-failed': 174,
  'receipt-csv': 175,
  'receipt-json': 176,
};
