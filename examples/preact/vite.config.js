import flinksUpload from 'flinks-upload/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  // Vite 6 and 7 would move the package away from its wasm while developing; Vite 8 needs no plugin.
  plugins: [flinksUpload()],
});
