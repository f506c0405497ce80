import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [svelte()],
  // Vite 6 and 7 would move the package away from its wasm while developing; Vite 8 needs no such line.
  optimizeDeps: { exclude: ['flinks-upload'] },
});
