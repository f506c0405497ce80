// Generated from src/core by `cargo run --no-default-features --features generate --example generate`; don't edit.

/** The attributes of `<flinks-upload>`. */
export const ATTRIBUTES = [
  'instance',
  'connect-base',
  'mode',
  'institution',
  'authorize-token',
  'language',
  'theme',
  'heading-level',
  'params',
  'handoff',
  'check',
  'max-files',
  'max-total-size',
  'max-file-size',
  'accept',
  'offer-on',
  'dashboard-url',
  'status-url',
];

/** The properties that reflect them, in the same order. */
export const PROPERTIES = [
  'instance',
  'connectBase',
  'mode',
  'institution',
  'authorizeToken',
  'language',
  'theme',
  'headingLevel',
  'params',
  'handoff',
  'check',
  'maxFiles',
  'maxTotalSize',
  'maxFileSize',
  'accept',
  'offerOn',
  'dashboardUrl',
  'statusUrl',
];
