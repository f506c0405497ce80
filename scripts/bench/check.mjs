// Time until every file has a verdict, compared with PDF libraries in the browser and with reading alone.
import { measure } from './measure.mjs';
import { inRounds } from './rounds.mjs';
import { mb, median, ms, table, times } from './table.mjs';

/** `page` in pages/check; `peer` counts for the goal; `once` skips the second batch, which takes long and adds nothing. */
const SUBJECTS = [
  { name: 'flinks-upload, the element', page: 'element', own: true },
  { name: 'flinks-upload, `checkFiles`', page: 'functions', own: true },
  { name: 'slices only (1 + 64 KB a file)', page: 'slices' },
  { name: 'reading all bytes', page: 'read-all' },
  { name: 'PDFium in a worker', page: 'pdfium', peer: true },
  { name: 'MuPDF in a worker', page: 'mupdf', peer: true },
  { name: 'pdf-lib in the page', page: 'pdf-lib', peer: true },
  { name: 'pdf.js by ranges, one worker', page: 'pdfjs-ranges', peer: true },
  { name: 'pdf.js, one worker', page: 'pdfjs', peer: true },
  { name: 'pdf.js, a worker each', page: 'pdfjs-each', peer: true, once: true },
];

export const CHECK_NOTES = [
  'First batch: what a subject needs is loaded with the first file, and counts; but the element loads its checker when its drop zone is shown. Next batch: the same files again on the same page.',
  'Longest task: as the browser reports it, from 50 ms on. Longest gap: between two turns of a 4 ms timer, to 150 ms after the last verdict.',
  'Memory: the most that the page\'s process had above the start (RssAnon of /proc, each 5 ms): heaps of the page and its workers, wasm, what was read; not the pixels of the page.',
  'Bytes read: counted in a run of its own, in the page and in workers. Right: page counts. The files are on the disk, in the system\'s cache.',
];

export const checkPages = () => new Map(SUBJECTS.map(({ page }) => [
  `/check/${page}.html`,
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${page}</title></head><body><script type="module" src="${page}.js"></script></body></html>`,
]));

/** `counts`: also counts the bytes read, in a separate run. */
export async function check({ chrome, origin, repeat, say }, files, { counts = false } = {}) {
  const address = ({ page }) => `${origin}/check/${page}.html`;
  const runs = await inRounds({ subjects: SUBJECTS, repeat, say, minutes: 3 }, (subject) => measure(chrome, address(subject), files, { again: !subject.once }));
  if (counts) say('  bytes read');
  const results = [];
  for (const subject of SUBJECTS) {
    const counted = counts ? await measure(chrome, `${address(subject)}?count`, files) : null;
    results.push(summary(subject, runs.get(subject), counted));
  }
  return withRatios(results);
}

function summary(subject, runs, counted) {
  const of = (pick) => median(runs.map(pick));
  return {
    ...subject,
    error: runs.map(({ first, again }) => first.error ?? again?.error).find(Boolean) ?? null,
    first: of(({ first }) => first.time),
    again: of(({ again }) => again?.time),
    longestTask: of(({ first }) => first.longestTask),
    longestGap: of(({ first }) => first.longestGap),
    peak: of(({ peak }) => peak),
    right: runs[0].first.right ?? null,
    rounds: runs.length,
    bytesRead: counted?.first.bytesRead ?? null,
    runs,
  };
}

/** Adds times as multiples of reading all bytes. */
function withRatios(results) {
  const reading = results.find(({ page }) => page === 'read-all');
  return results.map((result) => ({ ...result, ofReading: result.first / reading.first, againOfReading: result.again && result.again / reading.again }));
}

export function checkTable(results, files) {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const head = ['', 'first batch', 'of reading', 'next batch', 'of reading', 'longest task', 'longest gap', 'memory', 'bytes read', 'right'];
  return table(head, results.map((result) => [
    result.name,
    ...(result.error
      ? [result.error, ...Array(6).fill('–')]
      : [
          `${ms(result.first)} ms`,
          times(result.ofReading),
          result.again === null ? '–' : `${ms(result.again)} ms`,
          result.again === null ? '–' : times(result.againOfReading),
          result.longestTask >= 50 ? `${ms(result.longestTask)} ms` : '< 50 ms',
          `${ms(result.longestGap)} ms`,
          result.peak === null ? 'not known' : `${mb(result.peak)} MB`,
        ]),
    result.bytesRead === null ? '–' : result.bytesRead >= total ? 'all' : `${mb(result.bytesRead)} MB`,
    result.right === null ? '–' : `${result.right} of ${files.length}`,
  ]));
}
