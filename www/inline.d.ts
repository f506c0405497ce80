/** The package with its wasm and worker inside. Importing it defines `<flinks-upload>`; it exports what `flinks-upload` exports. */
export * from './index.js';
