// The package without side effects: importing it defines nothing and loads nothing, also on a server.
import { memberNumber as partsOf } from './accounts/member.js';
import { FALLBACK_CODES } from './element/fallback-codes.js';
import { bindings } from './shared/loader.js';
import { asOptions } from './shared/options.js';

export { accounts } from './accounts/summary.js';
export { checkFiles } from './check.js';
export { FALLBACK_CODES } from './element/fallback-codes.js';
export { init } from './shared/loader.js';
export { FlinksUploadElement, defineElement } from './element/element.js';

export const connectUrl = (options) => bindings('connectUrl').connectUrl(asOptions(options));
export const uploadUrl = (options) => bindings('uploadUrl').uploadUrl(asOptions(options));
export const offersUpload = (code) => FALLBACK_CODES.includes(String(code));
export const readConnectMessage = (data) => bindings('readConnectMessage').readConnectMessage(data);
export const memberNumber = (text) => partsOf(String(text));
