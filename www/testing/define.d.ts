/** Defines the stubs of `<flinks-upload>` and `<flinks-accounts>`, and exports what `flinks-upload/testing` does. */
export * from './index.js';
