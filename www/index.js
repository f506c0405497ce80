// The package without side effects: importing it defines nothing and loads nothing, also on a server.
import { bindings } from './shared/loader.js';
import { asOptions } from './shared/options.js';

export { accounts } from './accounts/summary.js';
export { checkFiles } from './check.js';
export { init } from './shared/loader.js';
export { FlinksUploadElement, defineElement } from './element/element.js';

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

export const connectUrl = (options) => bindings('connectUrl').connectUrl(asOptions(options));
export const uploadUrl = (options) => bindings('uploadUrl').uploadUrl(asOptions(options));
export const offersUpload = (code) => bindings('offersUpload').offersUpload(String(code));
export const readConnectMessage = (data) => bindings('readConnectMessage').readConnectMessage(data);
export const memberNumber = (text) => bindings('memberNumber').memberNumber(String(text));
