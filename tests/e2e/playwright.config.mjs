// Two suites: the element from the unpacked package on a plain page, and the demo as served by `make demo`.
import { defineConfig } from '@playwright/test';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Chromium itself, for what its headless shell lacks; else the shell, where it is installed. */
export const CHROMIUM = process.env.CHROMIUM || '/usr/bin/chromium';
const demoPort = process.env.E2E_DEMO_PORT ?? '8180';
const relayPort = process.env.E2E_RELAY_PORT ?? '8190';
const sandboxPort = process.env.E2E_SANDBOX_PORT ?? '8181';

export default defineConfig({
  testDir: '.',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  outputDir: '../../test-results/e2e',
  snapshotPathTemplate: '{testDir}/aria-snapshots/{arg}{ext}',
  use: {
    launchOptions: { executablePath: process.env.HEADLESS_SHELL || CHROMIUM, args: flags },
    trace: 'off',
  },
  projects: [
    { name: 'element', testDir: 'element' },
    {
      name: 'demo',
      testDir: 'demo',
      use: { baseURL: `http://127.0.0.1:${demoPort}/?sandbox=${sandboxPort}&relay=${relayPort}` },
    },
  ],
  webServer: {
    command: 'make demo',
    cwd: '../..',
    url: `http://127.0.0.1:${demoPort}/`,
    timeout: 1_200_000,
    // A folder of its own, so that a demo that someone is looking at goes on undisturbed.
    env: { DEMO_PORT: demoPort, SANDBOX_PORT: sandboxPort, RELAY_PORT: relayPort, MOCK_PORT: process.env.E2E_MOCK_PORT ?? '8182', RELAY_POLL_AFTER_SECONDS: '4', TRUNK_BUILD_DIST: 'target/e2e-dist' },
    stdout: 'ignore',
  },
});
