// `checkFiles`, without a UI.
import { checkFiles, init } from 'flinks-upload';
import { isCounting, subject } from './harness.js';

subject({
  prepare() {
    // Not awaited on purpose: `checkFiles` does not need the element's wasm.
    if (isCounting) init({ workerUrl: './counted-worker.js?count' });
  },
  run: async (files) => (await checkFiles(files, { maxFiles: 1000, maxTotalSize: 10 ** 10 })).files.map((file) => file.pages),
});
