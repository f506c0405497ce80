/** The check of files alone, without the element. */

import type { CheckOptions, Report } from './index.js';

export type { CheckOptions, FileReport, Finding, FindingCode, Report } from './index.js';

/**
 * Loads the checker before it is needed, in a worker, else in the page; rejects if neither can be. Not required:
 * `checkFiles` loads it, too. The addresses are for those who host the files elsewhere.
 */
export declare function init(options?: {
  workerUrl?: string | { toJSON(): string };
  checkerWasmUrl?: string | URL;
  reportWasmUrl?: string | URL;
  readerWasmUrl?: string | URL;
  fallbackWasmUrl?: string | URL;
}): Promise<void>;

/**
 * The report on files, once each has its verdict. No file's name or bytes leave the page.
 *
 * Rejects for anything but files, for a wrong option, and where the checker can run neither in a worker nor in the page.
 */
export declare function checkFiles(files: Iterable<File>, options?: CheckOptions): Promise<Report>;
