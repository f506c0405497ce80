/**
 * Stubs of the elements, for unit tests in jsdom or happy-dom and for stories: the same tags, attributes, properties and
 * methods, without wasm, frame and check. It exports what `flinks-upload` and `flinks-upload/accounts` do, so that a test runner
 * can put it in their place. Functions that need the wasm throw.
 */

import type * as elements from '../accounts/element.js';
import type * as flinks from '../index.js';

export declare const FlinksUploadElement: typeof flinks.FlinksUploadElement;
export type FlinksUploadElement = flinks.FlinksUploadElement;
export declare const FlinksAccountsElement: typeof elements.FlinksAccountsElement;
export type FlinksAccountsElement = elements.FlinksAccountsElement;

/** What is known of a file. Unless given: a PDF of one page, `ready` if it has no findings. */
export type TestFile = Partial<flinks.FileReport>;

/** Each event with its `detail`. */
type Details = { [Type in keyof flinks.FlinksUploadEventMap]: flinks.FlinksUploadEventMap[Type]['detail'] };
type AccountsDetails = { [Type in keyof elements.FlinksAccountsEventMap]: elements.FlinksAccountsEventMap[Type]['detail'] };

/**
 * Fires an event of the element; without a `detail`, an example of it. `upload-check` also becomes the element's `report`.
 * Returns false if a listener called `preventDefault()`. Throws for an event that the elements don't have.
 */
export declare function fire<Type extends keyof Details>(element: flinks.FlinksUploadElement, type: Type, detail?: Details[Type]): boolean;
export declare function fire<Type extends keyof AccountsDetails>(element: elements.FlinksAccountsElement, type: Type, detail?: AccountsDetails[Type]): boolean;

/** A report as the check makes it, on files of which only what matters is given. */
export declare function report(files?: TestFile[], fields?: Partial<flinks.Report>): flinks.Report;

/** Defines the stub. If the tag is taken, nothing happens. */
export declare const defineElement: typeof flinks.defineElement;
export declare const defineAccounts: typeof elements.defineAccounts;

export declare const FALLBACK_CODES: typeof flinks.FALLBACK_CODES;
export declare const accounts: typeof flinks.accounts;
export declare const memberNumber: typeof flinks.memberNumber;
export declare const offersUpload: typeof flinks.offersUpload;
/** Resolves at once. */
export declare const init: typeof flinks.init;
/** Needs the wasm: rejects. */
export declare const checkFiles: typeof flinks.checkFiles;
/** Needs the wasm: throws. */
export declare const connectUrl: typeof flinks.connectUrl;
/** Needs the wasm: throws. */
export declare const uploadUrl: typeof flinks.uploadUrl;
/** Needs the wasm: throws. */
export declare const readConnectMessage: typeof flinks.readConnectMessage;
