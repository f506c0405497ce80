// What the check says natively, and files to ask it about.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const corpus = join(root, '../shared/corpus');

/** Documents that `scripts/generated.sh` writes with qpdf. */
export function generatedFiles() {
  execFileSync(join(root, 'scripts/generated.sh'));
  return rows(join(root, 'target/generated/expected.tsv')).map((name) => join(root, 'target/generated', name));
}

/** Public test files, evenly chosen from all of them; `null` where there are none. */
export function publicFiles(count) {
  const oracle = join(corpus, 'oracle.tsv');
  if (!existsSync(oracle)) return null;
  const all = rows(oracle);
  const step = Math.max(1, all.length / count);
  const chosen = Array.from({ length: Math.min(count, all.length) }, (_, at) => all[Math.floor(at * step)]);
  return chosen.map((name) => join(corpus, name));
}

/** The first column of a table, without its head. */
function rows(path) {
  return readFileSync(path, 'utf8').trim().split('\n').slice(1).map((line) => line.split('\t')[0]);
}

/** The file's part of the report on each of these files, as Rust on this machine says it. */
export function nativeReports(paths) {
  const options = ['run', '--quiet', '--locked', '--no-default-features', '--features', 'fallback-parser', '--example', 'inspect', '--'];
  const lines = execFileSync('cargo', [...options, ...paths], { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 });
  return lines.trim().split('\n').map((line) => JSON.parse(line));
}
