// The one Chromium of a run: a fresh page for each measurement, and the memory of that page's process.
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
  // Peers' requests to the world end here. Interception would switch the cache off.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export async function launch() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: FLAGS });
  const control = await browser.newBrowserCDPSession();

  const renderers = async () => (await control.send('SystemInfo.getProcessInfo')).processInfo.filter(({ type }) => type === 'renderer');

  /**
   * The process of a page. The browser tells of its processes, but not which is whose, and keeps a spare one: so it is
   * the one whose processor time fits what the page's own process says of itself, asked for in between.
   */
  async function processOf(session) {
    // Times come in steps of 10 ms, so two processes may fit; after some more work only one does.
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
 * The memory that only this process has, and that is no picture of the screen, which it shares with the compositor (and
 * which is large here, where nothing draws but the processor): heaps of the page and of its workers, wasm, and what was
 * read. Shared code is not in it. In bytes; null where there is no /proc.
 */
function privateMemory(pid) {
  try {
    return Number(/^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN) * 1024;
  } catch {
    return null;
  }
}

/** Looks every 5 ms. `stop()` gives the most that was there above the start. */
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
