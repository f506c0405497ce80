import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['vitest/*.test.js'],
    environment: 'jsdom',
    // The first definition of a tag wins: what the page imports later defines nothing.
    setupFiles: ['flinks-upload/testing/define'],
  },
});
