// The package as users get it: installed from the tarball into target/packaging by scripts/test/packaging.sh.
import { defineConfig } from '@playwright/test';
import e2e from '../e2e/playwright.config.mjs';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.mjs',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  outputDir: '../../test-results/packaging',
  use: e2e.use,
});
