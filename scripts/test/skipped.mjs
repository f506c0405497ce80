// `node skipped.mjs FORMAT FILE…`: one line for each test of the result files that ran in none of them, `name: reason`. FORMAT: cargo,
// tap or playwright. Several files are the same tests in several environments, such as databases.
import { readFileSync } from 'node:fs';

const [format, ...paths] = process.argv.slice(2);
const NO_REASON = 'no reason given';

/** The skipped tests of a result file, as a map of names to reasons. */
const formats = {
  // Rust's test runner can't skip while it runs: such a test passes, and has printed this (tests/native/pdf/support/skip.rs). What is ignored
  // belongs to another part, such as `make corpus`.
  cargo: (text) => [...text.matchAll(/^(?:test \S+ \.\.\. )?skipped: ([\w:]+): (.*)$/gm)].map(([, name, reason]) => [name, reason]),
  tap: (text) => [...text.matchAll(/^ *ok \d+ - (.*) # (?:SKIP|TODO)\b ?(.*)$/gm)].map(([, name, reason]) => [name, reason || NO_REASON]),
  playwright(text) {
    const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];
    // A spec has a test for each project, such as an engine.
    const skipped = JSON.parse(text).suites.flatMap(specsOf).filter(({ tests }) => tests.every(({ status }) => status === 'skipped'));
    const reasonOf = ({ annotations }) => annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description;
    return skipped.map(({ title, tests }) => [title, tests.map(reasonOf).find(Boolean) ?? NO_REASON]);
  },
};

if (!Object.hasOwn(formats, format)) throw new Error(`unknown format '${format}'; expected one of: ${Object.keys(formats).join(', ')}`);
const [first, ...others] = paths.map((path) => new Map(formats[format](readFileSync(path, 'utf8'))));
for (const [name, reason] of first) if (others.every((other) => other.has(name))) console.log(`${name}: ${reason}`);
