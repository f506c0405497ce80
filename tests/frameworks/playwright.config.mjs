// The examples of frameworks, as scripts/test/frameworks.sh installs them into target/frameworks. One after the other: each build
// takes all cores.
import { defineConfig } from '@playwright/test';
import packaging from '../packaging/playwright.config.mjs';

export default defineConfig({
  ...packaging,
  workers: 1,
  fullyParallel: false,
  timeout: 180_000,
  outputDir: '../../test-results/frameworks',
});
