// `flinks-upload/testing`: stubs of the elements, for unit tests in jsdom or happy-dom and for stories. It exports what
// `flinks-upload` and `flinks-upload/accounts` do, so that a test runner can put it in their place.
export { accounts } from '../accounts/summary.js';
export { FALLBACK_CODES } from '../element/fallback-codes.js';
export { FlinksAccountsElement, FlinksUploadElement, defineAccounts, defineElement } from './elements.js';
export { fire } from './fire.js';
export { report } from './report.js';
export { checkFiles, connectUrl, init, memberNumber, offersUpload, readConnectMessage, uploadUrl } from './functions.js';
