// The browser engines: how each is driven, and what is missing on this machine. Run as a program, it prints the latter.
import { spawn } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openSession } from './webdriver.mjs';

const { env } = process;
const chromeOptions = JSON.parse(readFileSync(new URL('../../webdriver.json', import.meta.url), 'utf8'))['goog:chromeOptions'];

/** `programs`: environment variables set by scripts/env.sh, with their Debian packages. */
export const ENGINES = {
  chromium: {
    programs: { CHROMIUM: 'chromium', CHROMEDRIVER: 'chromium-driver' },
    userAgent: /HeadlessChrome\//,
    driver: (port) => [env.CHROMEDRIVER, `--port=${port}`],
    capabilities: ({ dark }) => ({
      browserName: 'chrome',
      'goog:chromeOptions': { ...chromeOptions, binary: env.CHROMIUM, args: [...chromeOptions.args, ...(dark ? ['--blink-settings=preferredColorScheme=0'] : [])] },
    }),
  },
  firefox: {
    programs: { FIREFOX: 'firefox-esr', GECKODRIVER: 'none; cargo install geckodriver' },
    userAgent: /Gecko\/.+ Firefox\//,
    driver: (port) => [env.GECKODRIVER, '--port', port],
    capabilities: ({ dark, prefs }) => ({
      browserName: 'firefox',
      'moz:firefoxOptions': { binary: env.FIREFOX, args: ['-headless'], prefs: { 'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1, ...prefs } },
    }),
  },
  webkit: {
    programs: { MINIBROWSER: 'webkit2gtk-driver', WEBKITDRIVER: 'webkit2gtk-driver', XVFB: 'xvfb' },
    userAgent: /AppleWebKit\/.+ Version\/.+ Safari\//,
    driver: (port) => [env.WEBKITDRIVER, '-p', port],
    capabilities: () => ({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: env.MINIBROWSER, args: ['--automation'] } }),
    needsDisplay: true,
    // Root cannot use the sandbox.
    environment: ({ dark }) => ({
      ...(process.getuid() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
      ...(dark && { GTK_THEME: 'Adwaita:dark' }),
    }),
  },
};

/** The reason that this engine cannot be driven here, if any. */
export function missingReason(engine) {
  const missing = Object.entries(ENGINES[engine].programs).filter(([program]) => !env[program]).map(([program, name]) => `${program} (Debian: ${name})`);
  return missing.length > 0 ? `not found: ${missing.join(', ')}` : undefined;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts a virtual X server and returns its display. */
async function startXvfb() {
  const server = spawn(env.XVFB, ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const line of createInterface(server.stdout)) return { server, display: `:${line.trim()}` };
  throw new Error('Xvfb ended before it had a screen');
}

/** Starts a browser with its driver. `close()` ends both. */
export async function openBrowser(engine, options = {}) {
  const { driver, capabilities, needsDisplay, environment } = ENGINES[engine];
  const screen = needsDisplay ? await startXvfb() : undefined;
  const port = await freePort();
  const [program, ...args] = driver(port).map(String);
  const child = spawn(program, args, { stdio: 'ignore', env: { ...env, ...environment?.(options), ...(screen && { DISPLAY: screen.display }) } });
  const end = () => {
    child.kill();
    screen?.server.kill();
  };
  try {
    const address = `http://127.0.0.1:${port}`;
    while (!(await fetch(`${address}/status`).then(({ ok }) => ok, () => false))) {
      if (child.exitCode !== null) throw new Error(`${program} ended with code ${child.exitCode}`);
      await sleep(50);
    }
    const session = await openSession(address, capabilities(options));
    return { session, close: () => session.close().finally(end) };
  } catch (error) {
    end();
    throw error;
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const missing = Object.keys(ENGINES).filter(missingReason);
  for (const engine of missing) console.log(`engines: ${engine} is skipped: ${missingReason(engine)}`);
  // In CI, a missing engine would never be noticed.
  if (missing.length > 0 && env.CI) process.exit(1);
}
