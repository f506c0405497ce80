// Sample files for the demo and the tests: `node scripts/samples.mjs <folder>`.
// All content is fictional. Output is deterministic, and files that are up to date are left alone, so
// that a server that watches the folder does not rebuild.
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encrypted, outlines, portfolio, printed, scan, statement, truncated } from './samples/documents.mjs';
import { canvas, jpeg, png } from './samples/images.mjs';

export { encrypted, outlines, portfolio, printed, scan, statement, truncated } from './samples/documents.mjs';
export { canvas, jpeg, png } from './samples/images.mjs';
export { createPdf, padded } from './samples/pdf.mjs';

/** The password of `locked-2026-05.pdf`. */
export const LOCKED_PASSWORD = 'maple';

const ONE_BANK = { name: 'Royal Bank of Canada', site: 'www.rbcroyalbank.com' };
const OTHER_BANK = { name: 'Tangerine', site: 'www.tangerine.ca' };

/** A small image, like a photo of a statement. */
export function photo() {
  const picture = canvas(240, 150, 228);
  picture.fill(20, 12, 200, 126, 250);
  picture.fill(20, 12, 200, 24, 70);
  picture.write('Maple Sample Bank', 30, 20, 1, 245);
  picture.write('Photo of a statement', 30, 50, 1.5);
  picture.write('Invented sample', 30, 74, 1.5, 110);
  return picture;
}

const WEB_PAGE = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Maple Sample Bank - Sign in</title></head>
<body><h1>Your session has ended</h1><p>Sign in again to download your statement. (Invented sample.)</p></body>
</html>
`;

const NOT_A_PDF = 'This is a plain text file that somebody has named .pdf.\nIt is an invented sample.\n';

/** The 25 months of the folder `24-files`: one more than an upload accepts. */
function manyMonths() {
  return Array.from({ length: 25 }, (_, i) => `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`);
}

/** All samples: a `Map` from path to a function that returns the bytes. */
export const SAMPLES = new Map([
  ['statement-2026-01.pdf', () => statement({ month: '2026-01', pages: 1 })],
  ['statement-2026-02.pdf', () => statement({ month: '2026-02', pages: 2 })],
  ['statement-2026-03.pdf', () => statement({ month: '2026-03', pages: 3 })],
  ['statement-2026-01-copy.pdf', () => statement({ month: '2026-01', pages: 1 })],
  ['restricted-2026-04.pdf', () => encrypted({ month: '2026-04', pages: 2, algorithm: 'aes' })],
  ['locked-2026-05.pdf', () => encrypted({ month: '2026-05', userPassword: LOCKED_PASSWORD, algorithm: 'rc4' })],
  ['truncated-2026-06.pdf', () => truncated(statement({ month: '2026-06', pages: 3 }))],
  ['scan-2026-07.pdf', () => scan({ month: '2026-07', holder: 1 })],
  ['printed-2026-08.pdf', () => printed({ month: '2026-08' })],
  ['wrong-name.dat', () => statement({ month: '2026-09' })],
  ['outlines-2026-10.pdf', () => outlines({ month: '2026-10' })],
  ['portfolio-2026-11.pdf', () => portfolio({ month: '2026-11' })],
  ['web-page.pdf', () => Buffer.from(WEB_PAGE)],
  ['not-a-pdf.pdf', () => Buffer.from(NOT_A_PDF)],
  ['empty.pdf', () => Buffer.alloc(0)],
  ['photo.jpg', () => jpeg(photo())],
  ['photo.png', () => png(photo())],
  // A batch in which something is missing. Banks must be known by name for their statements to be told apart.
  ['missing/statement-2026-01.pdf', () => statement({ month: '2026-01', pages: 2, bank: ONE_BANK })],
  ['missing/statement-2026-03.pdf', () => statement({ month: '2026-03', pages: 3, bank: ONE_BANK, without: [2] })],
  ['missing/locked-2026-04.pdf', () => encrypted({ month: '2026-04', pages: 2, bank: ONE_BANK, userPassword: LOCKED_PASSWORD, algorithm: 'aes' })],
  ['missing/other-bank-2026-04.pdf', () => statement({ month: '2026-04', pages: 2, bank: OTHER_BANK, account: '0005520913' })],
  ...manyMonths().map((month) => [`24-files/statement-${month}.pdf`, () => statement({ month, holder: 2, account: '0003312057' })]),
]);

/** Writes missing or changed files and returns their paths. */
export function writeSamples(folder) {
  return [...SAMPLES].filter(([name, make]) => {
    const path = join(folder, name);
    const bytes = make();
    if (existsSync(path) && readFileSync(path).equals(bytes)) return false;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    return true;
  }).map(([name]) => name);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2];
  if (!folder) {
    console.error('usage: node scripts/samples.mjs <folder>');
    process.exit(2);
  }
  const written = writeSamples(folder);
  console.log(written.length ? `Wrote ${written.length} of ${SAMPLES.size} sample files to ${folder}.` : `All ${SAMPLES.size} sample files are in ${folder} already.`);
}
