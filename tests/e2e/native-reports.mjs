// Reports of the native check, and the files to compare.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const corpus = join(root, '../shared/corpus');

/** Documents written by `scripts/make-fixtures.sh` with qpdf. */
export function fixtureFiles() {
  execFileSync(join(root, 'scripts/make-fixtures.sh'));
  return firstColumn(join(root, 'target/generated/expected.tsv')).map((name) => join(root, 'target/generated', name));
}

/** An even sample of the public test files; `null` if there are none. */
export function corpusFiles(count) {
  const oracle = join(corpus, 'oracle.tsv');
  if (!existsSync(oracle)) return null;
  const all = firstColumn(oracle);
  const step = Math.max(1, all.length / count);
  const chosen = Array.from({ length: Math.min(count, all.length) }, (_, at) => all[Math.floor(at * step)]);
  return chosen.map((name) => join(corpus, name));
}

/** The first column of a TSV file, without the header. */
function firstColumn(path) {
  return readFileSync(path, 'utf8').trim().split('\n').slice(1).map((line) => line.split('\t')[0]);
}

/** The native report on each of these files. */
export function nativeReports(paths) {
  const options = ['run', '--quiet', '--locked', '--no-default-features', '--features', 'fallback-parser', '--example', 'inspect', '--'];
  const lines = execFileSync('cargo', [...options, ...paths], { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 });
  return lines.trim().split('\n').map((line) => JSON.parse(line));
}
