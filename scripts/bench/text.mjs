// Time until it is known what every statement says, beside the verdicts alone, and beside the text that pdf.js extracts.
import { measure } from './measure.mjs';
import { inRounds } from './rounds.mjs';
import { mb, median, ms, table, times } from './table.mjs';

/** `page` in pages/check, each of which is a page of the check, too. */
const SUBJECTS = [
  { name: 'flinks-upload, the element: verdicts', page: 'element' },
  { name: 'flinks-upload, the element: verdicts and facts', page: 'element', query: '?facts' },
  { name: 'flinks-upload, `checkFiles`: verdicts and facts', page: 'functions' },
  { name: 'pdf.js, one worker: getTextContent of up to 24 pages', page: 'pdfjs', query: '?text' },
];

export const TEXT_NOTES = [
  'Facts: institution, account, period, kind and printed pages of each file, from the text of up to 24 of its pages. pdf.js: the text alone.',
  'First batch: what a subject needs is loaded with the first file, and counts. Next batch: the same files again on the same page.',
];

export async function text({ chrome, origin, repeat, say }, files) {
  const address = ({ page, query = '' }) => `${origin}/check/${page}.html${query}`;
  const runs = await inRounds({ subjects: SUBJECTS, repeat, say, minutes: 2 }, (subject) => measure(chrome, address(subject), files, { again: true }));
  const results = SUBJECTS.map((subject) => {
    const own = runs.get(subject);
    const of = (pick) => median(own.map(pick));
    return {
      ...subject,
      error: own.map(({ first, again }) => first.error ?? again?.error).find(Boolean) ?? null,
      first: of(({ first }) => first.time),
      again: of(({ again }) => again?.time),
      longestGap: of(({ first }) => first.longestGap),
      peak: of(({ peak }) => peak),
      rounds: own.length,
      right: own[0].first.right ?? null,
      runs: own,
    };
  });
  const [verdicts] = results;
  return results.map((result) => ({ ...result, ofVerdicts: result.first / verdicts.first, againOfVerdicts: result.again / verdicts.again }));
}

export function textTable(results, files) {
  const head = ['', 'first batch', 'of verdicts', 'next batch', 'of verdicts', 'longest gap', 'memory', 'right'];
  return table(head, results.map((result) => (result.error
    ? [result.name, result.error, ...Array(6).fill('–')]
    : [
        result.name,
        `${ms(result.first)} ms`,
        times(result.ofVerdicts),
        `${ms(result.again)} ms`,
        times(result.againOfVerdicts),
        `${ms(result.longestGap)} ms`,
        result.peak === null ? 'not known' : `${mb(result.peak)} MB`,
        `${result.right ?? '–'} of ${files.length}`,
      ])));
}
