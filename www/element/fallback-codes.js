// Generated from src/core by `cargo run --no-default-features --features generate --example generate`; don't edit.

/** The eight codes after which upload is offered. */
export const FALLBACK_CODES = Object.freeze([
  'INVALID_USERNAME',
  'INVALID_PASSWORD',
  'INVALID_LOGIN',
  'DISABLED_LOGIN',
  'RETRY_LATER',
  'SESSION_EXPIRED',
  'INVALID_SECURITY_RESPONSE_NO_RETRY',
  'AGGREGATION_ERROR',
]);
