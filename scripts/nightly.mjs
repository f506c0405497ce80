// `node nightly.mjs record PART SECONDS` notes in nightly.json that a part passed; `show PART…` prints when each last did;
// `audited` succeeds if the crates, and what may come with them, are those that the audit last passed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../nightly.json', import.meta.url);
const records = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trim();

/** What decides the audit of crates, apart from the lists of advisories. */
function auditInputs() {
  const hash = createHash('sha256');
  for (const name of ['Cargo.lock', 'deny.toml']) hash.update(readFileSync(new URL(`../${name}`, import.meta.url)));
  return hash.digest('hex');
}

function record(part, seconds) {
  // Its own file changes with each part.
  const changed = git('status', '--porcelain', '--untracked-files=no', '--', ':!nightly.json') !== '';
  records[part] = {
    passed: new Date().toISOString().slice(0, 10),
    commit: `${git('rev-parse', '--short=10', 'HEAD')}${changed ? ' and changes' : ''}`,
    seconds: Number(seconds),
    ...(part === 'audit' && { inputs: auditInputs() }),
  };
  const sorted = Object.fromEntries(Object.entries(records).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
}

function show(parts) {
  for (const part of parts) {
    const last = records[part];
    console.log(last ? `  ${part}: passed ${last.passed} on ${last.commit}, in ${last.seconds} s` : `  ${part}: no run on record`);
  }
}

const [command, ...rest] = process.argv.slice(2);
if (command === 'record') record(...rest);
else if (command === 'show') show(rest);
else if (command === 'audited') process.exitCode = records.audit?.inputs === auditInputs() ? 0 : 1;
else throw new Error(`unknown command '${command}'; expected one of: record, show, audited`);
