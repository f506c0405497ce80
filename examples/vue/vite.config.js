import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  // Vue would else look for a component of that name.
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'flinks-upload' } } })],
  // Vite 6 and 7 would move the package away from its wasm while developing; Vite 8 needs no such line.
  optimizeDeps: { exclude: ['flinks-upload'] },
});
