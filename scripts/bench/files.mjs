// The files to check: deterministic, written once to target/bench/files.
import { createHash, createCipheriv } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { statement } from '../samples/documents.mjs';
import { createPdf, padded } from '../samples/pdf.mjs';

const PAGE = '/MediaBox [0 0 612 792]';
const MB = 1_000_000;

/** Incompressible bytes, like scanned images; deterministic by seed. */
function noise(seed, length) {
  const key = createHash('md5').update(seed).digest();
  return createCipheriv('aes-128-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length));
}

function finish(pdf, tree, kids) {
  pdf.fill(tree, `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`);
  return pdf.finish({ root: pdf.add(`<< /Type /Catalog /Pages ${tree} 0 R >>`) });
}

/** Like a scanner's output: one image per page. Exactly `size` bytes, half a megabyte per page. */
function scanned(seed, size) {
  const pages = Math.max(1, Math.round(size / (MB / 2)));
  const pdf = createPdf({ seed });
  const tree = pdf.reserve();
  // Room for everything besides the images; the rest becomes a comment.
  const picture = Math.floor((size - 1000 - 600 * pages) / pages);
  const kids = Array.from({ length: pages }, (_, at) => {
    const image = pdf.add('/Type /XObject /Subtype /Image /Width 1275 /Height 1650 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode',
      noise(`${seed} ${at}`, picture), { compress: false });
    const content = pdf.add('', 'q 612 0 0 792 0 0 cm /Im0 Do Q');
    return pdf.add(`<< /Type /Page /Parent ${tree} 0 R ${PAGE} /Resources << /XObject << /Im0 ${image} 0 R >> >> /Contents ${content} 0 R >>`);
  });
  return { bytes: padded(finish(pdf, tree, kids), size), pages };
}

/** Like some report generators' output: a few dozen small objects per page. */
function manyObjects(seed, pages) {
  const pdf = createPdf({ seed });
  const tree = pdf.reserve();
  const font = pdf.add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  const kids = Array.from({ length: pages }, (_, page) => {
    const links = Array.from({ length: 38 }, (_, row) =>
      pdf.add(`<< /Type /Annot /Subtype /Link /Rect [54 ${700 - row * 16} 558 ${714 - row * 16}] /Border [0 0 0] /A << /S /URI /URI (https://bank.example/${page}/${row}) >> >>`));
    const content = pdf.add('', Array.from({ length: 38 }, (_, row) => `BT /F 9 Tf 54 ${702 - row * 16} Td (Row ${row} of page ${page} of ${seed}) Tj ET`).join('\n'));
    return pdf.add(`<< /Type /Page /Parent ${tree} 0 R ${PAGE} /Resources << /Font << /F ${font} 0 R >> >> /Contents ${content} 0 R /Annots [${links.map((link) => `${link} 0 R`).join(' ')}] >>`);
  });
  return { bytes: finish(pdf, tree, kids), pages };
}

/** 24 files that exactly fill one upload: 20 scans, and four files with 2,000 to 8,000 objects. */
function* large() {
  let left = 180 * MB;
  for (const pages of [50, 100, 150, 200]) {
    const file = manyObjects(`report ${pages}`, pages);
    left -= file.bytes.length;
    yield file;
  }
  for (let at = 0; at < 20; at++) {
    // All sizes differ, as they usually do: files of equal size would be hashed. The last file takes the rest.
    const size = at < 19 ? 4_900_013 + at * 430_007 : left;
    left -= size;
    yield scanned(`scan ${at}`, size);
  }
}

/** 24 ordinary statements of 1 to 3 pages and some KB each. */
function* small() {
  for (let at = 0; at < 24; at++) {
    const pages = 1 + (at % 3);
    yield { bytes: statement({ month: `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`, pages, holder: at % 3 }), pages };
  }
}

function* many() {
  for (let at = 0; at < 300; at++) yield scanned(`one of many ${at}`, MB + at * 37);
}

function* single() {
  for (const size of [1, 10, 100]) yield scanned(`alone ${size}`, size * MB);
}

const SETS = { large, small, many, single };

/** Writes missing files; returns `{large: [{path, bytes, pages}], …}`. */
export function benchFiles(folder) {
  // A changed generator writes new files.
  const sources = ['./files.mjs', '../samples/pdf.mjs', '../samples/documents.mjs', '../samples/layout.mjs', '../samples/draw.mjs'];
  const stamp = createHash('sha256');
  for (const source of sources) stamp.update(readFileSync(fileURLToPath(new URL(source, import.meta.url))));
  const list = join(folder, `list-${stamp.digest('hex').slice(0, 16)}.json`);
  if (!existsSync(list)) {
    rmSync(folder, { recursive: true, force: true });
    const sets = Object.entries(SETS).map(([name, make]) => [name, write(join(folder, name), make())]);
    writeFileSync(list, JSON.stringify(Object.fromEntries(sets)));
  }
  const sets = JSON.parse(readFileSync(list, 'utf8'));
  for (const files of Object.values(sets)) for (const file of files) file.path = join(folder, file.name);
  return sets;
}

function write(folder, files) {
  mkdirSync(folder, { recursive: true });
  const set = folder.split('/').at(-1);
  return [...files].map(({ bytes, pages }, at) => {
    const name = `${set}/statement-${String(at + 1).padStart(3, '0')}.pdf`;
    writeFileSync(join(folder, '..', name), bytes);
    return { name, bytes: bytes.length, pages };
  });
}
