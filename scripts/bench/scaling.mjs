// How the element scales with more and larger files: time should grow with the files, memory hardly at all.
import { measure } from './measure.mjs';
import { inRounds } from './rounds.mjs';
import { mb, median, ms, table } from './table.mjs';

const COUNTS = [1, 6, 24, 96, 300];

function cases({ many, single }) {
  return [
    ...COUNTS.map((count) => ({ name: `${count} of 1 MB each`, files: many.slice(0, count) })),
    ...single.map((file) => ({ name: `one of ${file.bytes / 1e6} MB`, files: [file] })),
  ];
}

export async function scaling({ chrome, origin, repeat, say }, sets) {
  const all = cases(sets);
  const runs = await inRounds({ subjects: all, repeat, say, minutes: 2 }, ({ files }) => measure(chrome, `${origin}/check/element.html`, files));
  return all.map(({ name, files }, at) => {
    const own = runs.get(all[at]);
    const of = (pick) => median(own.map(pick));
    return {
      name,
      files: files.length,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      error: own.map(({ first }) => first.error).find(Boolean) ?? null,
      time: of(({ first }) => first.time),
      longestTask: of(({ first }) => first.longestTask),
      longestGap: of(({ first }) => first.longestGap),
      peak: of(({ peak }) => peak),
      rounds: own.length,
      right: own[0].first.right ?? null,
      runs: own,
    };
  });
}

export function scalingTable(results) {
  const head = ['files', 'time', 'a file', 'longest task', 'longest gap', 'memory', 'right'];
  return table(head, results.map((result) => [
    result.name,
    result.error ?? `${ms(result.time)} ms`,
    `${ms(result.time / result.files)} ms`,
    result.longestTask >= 50 ? `${ms(result.longestTask)} ms` : '< 50 ms',
    `${ms(result.longestGap)} ms`,
    result.peak === null ? 'not known' : `${mb(result.peak)} MB`,
    `${result.right ?? '–'} of ${result.files}`,
  ]));
}
