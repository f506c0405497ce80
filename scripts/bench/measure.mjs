// Measures one subject of the check benchmark on a new page, with real files in its input.
import { watchMemory } from './browser.mjs';

/** After this, a subject counts as failed. */
const TIMEOUT_MS = 60_000;

/**
 * Opens `address` in a new context and runs the files: once including all loading and,
 * if `again`, once more. Returns `{first, peak, again}`; a failure is a result, too.
 */
export async function measure(chrome, address, files, { again = false } = {}) {
  const context = await chrome.browser.newContext();
  let memory;
  try {
    const page = await context.newPage();
    const crash = new Promise((_, reject) => page.once('crash', () => reject(new Error('the page crashed'))));
    crash.catch(() => {});
    await page.goto(address);
    await withTimeout(page.evaluate(() => window.prepared));
    await page.setInputFiles('#files', files.map(({ path }) => path));
    const process = await settle(chrome, context, page);

    const run = () => withTimeout(Promise.race([page.evaluate(() => window.measure()), crash]));
    memory = watchMemory(process);
    const first = withCorrectCount(await run(), files);
    const peak = memory.stop();
    return { first, peak, again: again && !first.error ? withCorrectCount(await run(), files) : null };
  } catch (error) {
    return { first: { error: String(error.message).split('\n')[0] }, peak: null, again: null };
  } finally {
    memory?.stop();
    await context.close();
  }
}

/** Waits for the page to settle and collects garbage. Returns its process. */
async function settle(chrome, context, page) {
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const process = await chrome.processOf(session);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  await new Promise((resolve) => setTimeout(resolve, 200));
  return process;
}

async function withTimeout(answer) {
  let timer;
  const timeout = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${TIMEOUT_MS / 1000} s`)), TIMEOUT_MS);
  });
  try {
    return await Promise.race([answer, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/** The number of correct page counts; null for subjects that return none. */
function withCorrectCount(result, files) {
  const right = result.pages && files.filter(({ pages }, at) => result.pages[at] === pages).length;
  return { ...result, right, pages: undefined };
}
