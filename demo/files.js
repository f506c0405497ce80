// Sample files, made by the project's own generator (scripts/samples.mjs).

const SETS = {
  good: ['statement-2026-01.pdf', 'statement-2026-02.pdf', 'statement-2026-03.pdf'],
  mixed: ['statement-2026-01.pdf', 'statement-2026-01-copy.pdf', 'restricted-2026-04.pdf', 'locked-2026-05.pdf', 'scan-2026-07.pdf', 'photo.jpg'],
  missing: ['statement-2026-01.pdf', 'statement-2026-03.pdf', 'locked-2026-04.pdf', 'other-bank-2026-04.pdf'].map((name) => `missing/${name}`),
  broken: ['empty.pdf', 'web-page.pdf', 'not-a-pdf.pdf', 'truncated-2026-06.pdf', 'photo.png'],
};

export async function samples(wanted) {
  if (wanted === 'many') return Promise.all(Array.from({ length: 25 }, (_, at) => fetched(`24-files/statement-${month(at)}.pdf`)));
  if (wanted === 'large') return large(await fetched('statement-2026-02.pdf'));
  return Promise.all(SETS[wanted].map(fetched));
}

/** The generator's 25 months begin with January 2023. */
const month = (at) => `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;

async function fetched(path) {
  const answer = await fetch(`/samples/${path}`);
  if (!answer.ok) throw new Error(`samples/${path}: ${answer.status}; write them with: node scripts/samples.mjs samples`);
  return new File([await answer.blob()], path.split('/').pop());
}

/** Ten files of 19 MB each: a good statement filled up by a comment. */
async function large(file) {
  const [end] = /startxref\s+\d+\s+%%EOF\s*$/.exec(await file.text());
  return Array.from({ length: 10 }, (_, at) => {
    const padding = new Uint8Array(19_000_000 - file.size - end.length - at).fill(0x20);
    return new File([file, '%', padding, '\n', end], `large-${at + 1}.pdf`, { type: 'application/pdf' });
  });
}
