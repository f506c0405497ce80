// The kinds of document a user may pick, each as a function that returns the bytes of a file.
import { asOutlines, asPicture, asText } from './draw.mjs';
import { jpeg } from './images.mjs';
import { PAGE, lastDay, statementPages } from './layout.mjs';
import { createPdf } from './pdf.mjs';

const PRODUCER = 'Maple Sample Bank statement writer';

/**
 * A statement with text. Options: `month` ('2026-01'), `pages`, `without` (page numbers), `bank`, `holder` (0–2), `account`,
 * `producer`, `creator`, `title`, and `encryption` (see `encrypted`).
 */
export function statement(options = {}) {
  return document(options, (pdf, items) => ({ content: asText(items) }));
}

/**
 * An encrypted statement: with the default empty `userPassword` it opens for everyone and only restricts
 * copying, as is common with banks; otherwise it needs that password. `algorithm`: 'rc4' or 'aes', both 128 bits.
 */
export function encrypted({ userPassword = '', ownerPassword, algorithm = 'rc4', permissions, ...options } = {}) {
  return statement({ ...options, encryption: { userPassword, ownerPassword, algorithm, permissions } });
}

/** A printed and scanned statement: each page is one image, without text. */
export function scan(options = {}) {
  return document({ producer: 'Sample Scanner 1.0', ...options }, (pdf, items) => {
    const picture = asPicture(items, options.dpi);
    const image = pdf.add(
      `/Type /XObject /Subtype /Image /Width ${picture.width} /Height ${picture.height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode`,
      jpeg(picture), { compress: false });
    return { content: `q ${PAGE.width} 0 0 ${PAGE.height} 0 0 cm /Im0 Do Q`, xobject: image };
  });
}

/** A statement drawn as shapes: neither text nor images. */
export function outlines(options = {}) {
  return document(options, (pdf, items) => ({ content: asOutlines(items) }));
}

/** A statement from a print-to-PDF printer, as its Producer shows. */
export function printed(options = {}) {
  return statement({ producer: 'Microsoft: Print To PDF', ...options });
}

/** A PDF portfolio: a cover page, with the statements of `months` as embedded files. */
export function portfolio({ months = ['2026-10', '2026-11'], ...options } = {}) {
  const cover = [
    { text: 'This document is a collection of files.', x: 54, y: 120, size: 18, bold: true },
    { text: 'Open it in a PDF reader that shows collections to see the statements inside.', x: 54, y: 148, size: 12 },
  ];
  return document({ title: 'Statements (collection)', ...options, layout: [cover] }, (pdf, items) => ({ content: asText(items) }), (pdf) => {
    const names = months.map((month) => {
      const inside = statement({ month });
      const name = `statement-${month}.pdf`;
      const file = pdf.add(`/Type /EmbeddedFile /Subtype /application#2Fpdf /Params << /Size ${inside.length} >>`, inside);
      const spec = pdf.add((text) => `<< /Type /Filespec /F ${text(name)} /UF ${text(name)} /EF << /F ${file} 0 R >> >>`);
      return [name, spec];
    });
    const tree = pdf.add((text) => `<< /Names [${names.map(([name, spec]) => `${text(name)} ${spec} 0 R`).join(' ')}] >>`);
    return `/Collection << /Type /Collection /View /D >> /Names << /EmbeddedFiles ${tree} 0 R >>`;
  });
}

/** The first part of a file, as after an interrupted download. */
export const truncated = (bytes, share = 0.6) => bytes.subarray(0, Math.floor(bytes.length * share));

function document({ layout, month = '2026-01', producer = PRODUCER, creator, title, encryption, ...rest }, page, extras = () => '') {
  const pages = layout ?? statementPages({ month, ...rest });
  const pdf = createPdf({ seed: `${month} ${producer} ${JSON.stringify(rest)}`, encryption });
  const [root, tree] = [pdf.reserve(), pdf.reserve()];
  const fonts = ['Helvetica', 'Helvetica-Bold'].map((name) => pdf.add(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`));
  // Catalog and page tree come first, and each page is next to its content, so that a truncated file still has its first pages.
  const kids = pages.map((items) => {
    const kid = pdf.reserve();
    const { content, xobject } = page(pdf, items);
    const resources = xobject ? `/XObject << /Im0 ${xobject} 0 R >>` : `/Font << /F1 ${fonts[0]} 0 R /F2 ${fonts[1]} 0 R >>`;
    const stream = pdf.add('', content);
    return pdf.fill(kid, `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << ${resources} >> /Contents ${stream} 0 R >>`);
  });
  pdf.fill(tree, `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`);
  pdf.fill(root, `<< /Type /Catalog /Pages ${tree} 0 R ${extras(pdf)} >>`);
  const info = pdf.add((text) => {
    const made = `D:${month.replace('-', '')}${lastDay(month)}120000Z`;
    return `<< /Title ${text(title ?? `Statement ${month} (invented sample)`)} ${creator ? `/Creator ${text(creator)} ` : ''}` +
      `/Producer ${text(producer)} /CreationDate ${text(made)} /ModDate ${text(made)} >>`;
  });
  return pdf.finish({ root, info });
}
