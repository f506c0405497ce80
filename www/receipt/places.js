// Generated from src/core/i18n/key.rs by: cargo run --no-default-features --features generate --example generate

/** The places that the texts of receipts have among those of a language. */
export const PLACES = {
  'receipt-reading': 172,
  'receipt-made': 173,
  'receipt-made-without': 174,
  'receipt-failed': 175,
  'receipt-csv': 176,
  'receipt-json': 177,
};
