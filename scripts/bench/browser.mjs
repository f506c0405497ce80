// One Chromium per run: a new page for each measurement, and the memory of that page's process.
import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Blocks requests to other hosts. Request interception would disable the cache.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export async function launch() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: FLAGS });
  const control = await browser.newBrowserCDPSession();

  const renderers = async () => (await control.send('SystemInfo.getProcessInfo')).processInfo.filter(({ type }) => type === 'renderer');

  /**
   * Finds the renderer process of a page. The browser lists processes without saying which page each belongs to:
   * match the CPU time that the page's process reports in between two lists.
   */
  async function processOf(session) {
    // CPU times have a resolution of 10 ms, so two processes may match; after more work only one does.
    for (let tries = 0; tries < 10; tries++) {
      const before = new Map((await renderers()).map(({ id, cpuTime }) => [id, cpuTime]));
      const { metrics } = await session.send('Performance.getMetrics');
      const { value } = metrics.find(({ name }) => name === 'ProcessTime');
      const fitting = (await renderers()).filter(({ id, cpuTime }) => before.get(id) <= value && value <= cpuTime);
      if (fitting.length === 1) return fitting[0].id;
      await session.send('Runtime.evaluate', { expression: 'for (const end = performance.now() + 15; performance.now() < end;);' });
    }
    return null;
  }

  return { browser, version: browser.version(), processOf, close: () => browser.close() };
}

/**
 * The private anonymous memory of a process: heaps of the page and its workers, wasm, and data read. Excludes
 * shared code and the pixel buffers shared with the compositor, which are large with software rendering.
 * In bytes; null without /proc.
 */
function privateMemory(pid) {
  try {
    return Number(/^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN) * 1024;
  } catch {
    return null;
  }
}

/** Samples every 5 ms. `stop()` returns the peak above the start. */
export function watchMemory(pid) {
  const start = pid === null ? null : privateMemory(pid);
  if (start === null) return { stop: () => null };
  let peak = start;
  const sample = () => {
    peak = Math.max(peak, privateMemory(pid) ?? 0);
  };
  const timer = setInterval(sample, 5);
  return {
    stop() {
      clearInterval(timer);
      sample();
      return peak - start;
    },
  };
}
