import { renderToString } from 'react-dom/server';
import { defineConfig } from 'vite';
import { page } from './page.js';

export default defineConfig({
  plugins: [{ name: 'render', transformIndexHtml: (html) => html.replace('<!-- page -->', renderToString(page())) }],
});
