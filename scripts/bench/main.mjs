// All benchmarks: `node scripts/bench/main.mjs [check] [text] [scaling] [startup] [relay]`, all but the last in one Chromium.
// BENCH_REPEAT sets the number of rounds.
import { readdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';
import { buildPages } from './build.mjs';
import { CHECK_NOTES, check, checkPages, checkTable } from './check.mjs';
import { benchFiles } from './files.mjs';
import { goalLine, goals } from './goals.mjs';
import { scaling, scalingTable } from './scaling.mjs';
import { RELAY_NOTES, relay, relayMemoryTable, relayTable } from './relay.mjs';
import { serve } from './server.mjs';
import { STARTUP_NOTES, startup, startupPages, startupTable } from './startup.mjs';
import { publish } from './table.mjs';
import { TEXT_NOTES, text, textTable } from './text.mjs';

const PAGES = ['check', 'text', 'scaling', 'startup'];
const PARTS = [...PAGES, 'relay'];
const wanted = process.argv.slice(2);
const unknown = wanted.filter((part) => !PARTS.includes(part));
const repeat = Number(process.env.BENCH_REPEAT ?? 5);
if (unknown.length > 0 || !Number.isInteger(repeat) || repeat < 1) {
  console.error(`error: the parts are ${PARTS.join(' ')}, and BENCH_REPEAT is a whole number from 1`);
  process.exit(2);
}
const wants = (part) => wanted.length === 0 || wanted.includes(part);

const began = Date.now();
const say = (text) => console.log(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${text}`);
const target = fileURLToPath(new URL('../../target/bench', import.meta.url));

const results = {};

if (PAGES.some(wants)) await inChromium();
if (wants('relay')) await onServer();

say(`done, load ${loadavg()[0].toFixed(1)}; tables and figures are in target/bench`);
for (const goal of goals(results)) console.log(goalLine(goal));

async function inChromium() {
  say('writing files and bundling pages');
  const sets = benchFiles(join(target, 'files'));
  const { site, versions } = await buildPages(target);
  const styles = new Set(readdirSync(join(site, 'startup')).filter((name) => name.endsWith('.css')).map((name) => name.slice(0, -4)));

  // Another port is another origin, as Connect's is.
  const connect = await serve(null, new Map([['/v2/', '<!DOCTYPE html><title>Connect</title>']]));
  const server = await serve(site, new Map([...checkPages(), ...startupPages(styles, connect.port)]));
  const chrome = await launch();
  const bench = { chrome, server, origin: server.origin, repeat, say };

  const head = (rows) => [
    `Chromium ${chrome.version}, ${cpus().length} × ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)}, medians of ${rows[0].rounds}.`,
    Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(' · '),
  ].join('\n\n');

  try {
    if (wants('check')) {
      for (const set of ['large', 'small']) {
        say(`check, ${set} files`);
        results[set] = await check(bench, sets[set], { counts: set === 'large' });
      }
      publish(target, 'check', {
        title: 'Check', head: head(results.large), notes: CHECK_NOTES, data: { versions, ...results },
        sections: [
          { heading: '24 files, 180 MB', text: checkTable(results.large, sets.large) },
          { heading: '24 statements, 0.1 MB', text: checkTable(results.small, sets.small) },
        ],
      });
    }
    if (wants('text')) {
      say('text');
      results.text = await text(bench, sets.small);
      publish(target, 'text', {
        title: 'What statements say', head: head(results.text), notes: TEXT_NOTES, data: { versions, text: results.text },
        sections: [{ heading: '24 statements, 0.1 MB', text: textTable(results.text, sets.small) }],
      });
    }
    if (wants('scaling')) {
      say('scaling');
      results.scaling = await scaling(bench, sets);
      publish(target, 'scaling', {
        title: 'Scaling', head: head(results.scaling), notes: CHECK_NOTES.slice(1), data: { versions, scaling: results.scaling },
        sections: [{ heading: 'The element, more files and bigger ones', text: scalingTable(results.scaling) }],
      });
    }
    if (wants('startup')) {
      say('startup');
      results.startup = await startup(bench);
      publish(target, 'startup', {
        title: 'Startup', head: head(results.startup), notes: STARTUP_NOTES, data: { versions, startup: results.startup },
        sections: [{ heading: 'Until files can be picked', text: startupTable(results.startup) }],
      });
    }
  } finally {
    await chrome.close();
    await Promise.all([server.close(), connect.close()]);
  }
}

async function onServer() {
  say('relay');
  results.relay = await relay({ target, binary: fileURLToPath(new URL('../../target/server/relay', import.meta.url)), say });
  const { BENCH_POSTGRES: postgres } = process.env;
  const pair = postgres ? await relay({ target, binary: fileURLToPath(new URL('../../target/server/relay', import.meta.url)), say, postgres }) : null;
  publish(target, 'relay', {
    title: 'The reference server',
    head: `${cpus().length} × ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)}, node ${process.versions.node}.`,
    notes: RELAY_NOTES,
    data: results.relay,
    sections: [
      { heading: `Memory of ${results.relay.streams} open streams`, text: relayMemoryTable(results.relay) },
      { heading: 'From a webhook to the event', text: relayTable(results.relay) },
      { heading: 'The same with two relays over PostgreSQL', text: pair ? `${relayTable(pair)}\n\n${pair.burst.perSecond.toFixed(0)} webhooks a second in all.` : 'Not measured: PostgreSQL is not installed.' },
    ],
  });
}
