// Startup: from the page's first line until files can be picked, for the element and other uploaders.
import { inRounds } from './rounds.mjs';
import { kb, median, ms, table } from './table.mjs';

/** Longer than any subject takes. */
const TIMEOUT_MS = 10_000;
/** A good mobile connection: Mbit/s, and the round trip in milliseconds. */
const MOBILE = { megabits: 10, latency: 40 };

/** `usable` selects what is clicked to pick files, or Connect's frame, in any shadow root. */
export const SUBJECTS = [
  { name: 'flinks-upload, upload mode', page: 'flinks-upload', own: true, usable: '[part~="browse"]', body: '<flinks-upload mode="upload" connect-base="http://127.0.0.1:CONNECT/v2"></flinks-upload>' },
  { name: 'the same with its wasm preloaded', page: 'flinks-upload', path: 'preload', usable: '[part~="browse"]', head: '<link rel="preload" href="../flinks-upload_bg.wasm" as="fetch" type="application/wasm" crossorigin><link rel="preload" href="../flinks-upload-deferred_bg.wasm" as="fetch" type="application/wasm" crossorigin>', body: '<flinks-upload mode="upload" connect-base="http://127.0.0.1:CONNECT/v2"></flinks-upload>' },
  { name: 'flinks-upload, Connect’s frame', page: 'flinks-upload', path: 'frame', usable: 'iframe', body: '<flinks-upload mode="primary" connect-base="http://127.0.0.1:CONNECT/v2"></flinks-upload>' },
  { name: 'Uppy Dashboard', page: 'uppy', usable: '.uppy-Dashboard-browse', body: '<div id="here"></div>' },
  { name: 'Uploadcare', page: 'uploadcare', usable: 'uc-source-btn button', body: '<uc-config ctx-name="u" pubkey="demopublickey"></uc-config><uc-file-uploader-inline ctx-name="u"></uc-file-uploader-inline>' },
  { name: 'FilePond with type and size', page: 'filepond', usable: '.filepond--label-action', body: '<input type="file" id="here" multiple>' },
  { name: 'Vaadin upload', page: 'vaadin', usable: 'vaadin-upload-button, vaadin-button[slot="add-button"]', body: '<vaadin-upload accept=".pdf" max-files="24"></vaadin-upload>' },
].map((subject) => ({ ...subject, path: `/startup/${subject.path ?? subject.page}.html` }));

/** The HTML of each subject; `styles` lists the subjects with a stylesheet. */
export function startupPages(styles, connectPort) {
  return new Map(SUBJECTS.map(({ path, page, head = '', body, usable }) => [path, `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${page}</title>
<script src="startup-timer.js" data-usable='${usable}'></script>${head}
${styles.has(page) ? `<link rel="stylesheet" href="${page}.css">` : ''}
<script type="module" src="${page}.js"></script></head><body>${body.replace('CONNECT', connectPort)}</body></html>`]));
}

export const STARTUP_NOTES = [
  'From the first line of the page\'s head, styles and scripts included, until what one clicks to pick files is visible; for Connect, until its frame is there.',
  'First visit: empty cache. Second visit: the same again in the same browser profile. Both from this machine: a network is missing.',
  `The third column is a first visit at ${MOBILE.megabits} Mbit/s with ${MOBILE.latency} ms latency.`,
  'Bytes: JavaScript, styles and wasm as sent with brotli, until 0.5 s after. Requests to other hosts lead nowhere.',
];

export async function startup({ chrome, server, repeat, say }) {
  const runs = await inRounds({ subjects: SUBJECTS, repeat, say, minutes: 2 }, (subject) => measureVisits(chrome, server, subject));
  return SUBJECTS.map((subject) => {
    const own = runs.get(subject);
    const of = (load, figure) => median(own.map((run) => run[load][figure]));
    const figures = (load) => Object.fromEntries(['usable', 'longestTask', 'longestGap', 'bytes'].map((figure) => [figure, of(load, figure)]));
    return { ...subject, cold: figures('cold'), warm: figures('warm'), mobile: figures('mobile'), foreign: own[0].cold.foreign, rounds: own.length, runs: own };
  });
}

/** A first visit, a second one, and a first one over a mobile connection. */
async function measureVisits(chrome, server, subject) {
  const visitor = await chrome.browser.newContext();
  const newVisitor = await chrome.browser.newContext();
  try {
    const cold = await load(visitor, server, subject);
    const warm = await load(visitor, server, subject);
    const mobile = await load(newVisitor, server, subject, MOBILE);
    return { cold, warm, mobile };
  } finally {
    await visitor.close();
    await newVisitor.close();
  }
}

async function load(context, server, { path }, connection) {
  const page = await context.newPage();
  const foreign = new Set();
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (hostname !== '127.0.0.1' && protocol.startsWith('http')) foreign.add(hostname);
  });
  if (connection) {
    const session = await context.newCDPSession(page);
    const throughput = (connection.megabits * 1e6) / 8;
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', { offline: false, latency: connection.latency, downloadThroughput: throughput, uploadThroughput: throughput });
  }
  server.take();
  await page.goto(`${server.origin}${path}`);
  const result = await page.evaluate((timeout) => window.startup(timeout), TIMEOUT_MS);
  // The page itself and the timer belong to the benchmark.
  const { files } = server.take();
  const bytes = files.filter(({ path }) => !/\.html$|\/startup-timer\.js$/.test(path)).reduce((sum, file) => sum + file.bytes, 0);
  await page.close();
  return { ...result, bytes, foreign: [...foreign] };
}

const time = (milliseconds) => (milliseconds === null ? `not in ${TIMEOUT_MS / 1000} s` : `${ms(milliseconds)} ms`);

export function startupTable(results) {
  const head = ['', 'first visit', 'second visit', `first, ${MOBILE.megabits} Mbit/s`, 'longest task', 'longest gap', 'bytes', 'asks elsewhere'];
  return table(head, results.map(({ name, cold, warm, mobile, foreign }) => [
    name,
    time(cold.usable),
    time(warm.usable),
    time(mobile.usable),
    cold.longestTask >= 50 ? `${ms(cold.longestTask)} ms` : '< 50 ms',
    `${ms(cold.longestGap)} ms`,
    `${kb(cold.bytes)} KB`,
    foreign.length === 0 ? 'no' : foreign.join(', '),
  ]));
}
