// Generated from src/core by `cargo run --no-default-features --features generate --example generate`; don't edit.

/** The events of `<flinks-upload>`. */
export const EVENTS = [
  'connect-event',
  'upload-offer',
  'upload-check',
  'upload-handoff',
  'upload-complete',
  'upload-status',
  'upload-error',
];
