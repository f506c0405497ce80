// The functions of `flinks-upload`. Those that need its wasm say so.
import { memberNumber as partsOf } from '../accounts/member.js';
import { FALLBACK_CODES } from '../element/fallback-codes.js';

const needsWasm = (name) => () => {
  throw new Error(`flinks-upload/testing: \`${name}\` needs the wasm, which is not here; let your test stand in for it`);
};

export const connectUrl = needsWasm('connectUrl');
export const uploadUrl = needsWasm('uploadUrl');
export const readConnectMessage = needsWasm('readConnectMessage');
export const checkFiles = async () => needsWasm('checkFiles')();
export const init = async () => {};
export const offersUpload = (code) => FALLBACK_CODES.includes(String(code));
export const memberNumber = (text) => partsOf(String(text));
