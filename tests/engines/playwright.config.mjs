// One project per engine. Playwright only runs the tests; its own browsers are not used.
import { defineConfig } from '@playwright/test';
import { ENGINES } from './engines.mjs';

export default defineConfig({
  testDir: '.',
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: '../../test-results/engines',
  projects: Object.keys(ENGINES).map((name) => ({ name })),
});
