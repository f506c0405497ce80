// Three renderings of the same page: as text, as shapes without text, and as a scanned image.
import { dots } from './glyphs.mjs';
import { canvas, tilted } from './images.mjs';
import { PAGE } from './layout.mjs';

const n = (value) => String(Math.round(value * 100) / 100);
const color = ({ gray = 0.1, tint }, operator) =>
  tint ? `${tint.map(n).join(' ')} ${operator === 'g' ? 'rg' : 'RG'}` : `${n(gray)} ${operator}`;

/** Lines and boxes; `letters` renders the text. */
function drawing(items, letters) {
  return items.map((item) => {
    if (item.box) return `${color(item, 'g')} ${n(item.x)} ${n(PAGE.height - item.y - item.h)} ${n(item.w)} ${n(item.h)} re f`;
    if (item.line) return `0.5 w ${color(item, 'G')} ${n(item.x)} ${n(PAGE.height - item.y)} m ${n(item.to)} ${n(PAGE.height - item.y)} l S`;
    return letters(item);
  }).join('\n');
}

/** Page content with real text in the fonts /F1 (regular) and /F2 (bold). */
export function asText(items) {
  return drawing(items, (item) => {
    const x = item.right ? item.x - helveticaWidth(item) : item.x;
    const escaped = item.text.replace(/[\\()]/g, '\\$&');
    return `BT ${color(item, 'g')} /${item.bold ? 'F2' : 'F1'} ${n(item.size)} Tf ${n(x)} ${n(PAGE.height - item.y)} Td (${escaped}) Tj ET`;
  });
}

/** Page content with each letter as filled squares, like some banks' statements that consist of outlines. */
export function asOutlines(items) {
  return drawing(items, (item) => {
    const { dot, x } = place(item);
    const squares = [];
    dots(item.text, (column, row) =>
      squares.push(`${n(x + column * dot)} ${n(PAGE.height - item.y + (6 - row) * dot)} ${n(dot)} ${n(dot)} re`));
    return `${color(item, 'g')} ${squares.join(' ')} f`;
  });
}

/** The page as a slightly skewed gray image, at the given DPI. */
export function asPicture(items, dpi = 110) {
  const scale = dpi / 72;
  const paper = canvas(Math.round(PAGE.width * scale), Math.round(PAGE.height * scale), 244);
  for (const item of items) {
    const gray = Math.round((item.gray ?? 0.1) * 244);
    if (item.box) paper.fill(item.x * scale, item.y * scale, item.w * scale, item.h * scale, gray);
    else if (item.line) paper.fill(item.x * scale, item.y * scale, (item.to - item.x) * scale, 1, gray);
    else {
      const { dot, x } = place(item);
      paper.write(item.text, x * scale, (item.y - 7 * dot) * scale, dot * scale, gray);
    }
  }
  return tilted(paper);
}

/** Dot letters are wider than Helvetica's, so they are drawn smaller to keep the columns apart. */
function place(item) {
  const dot = item.size * 0.088;
  return { dot, x: item.right ? item.x - item.text.length * 6 * dot : item.x };
}

// Only right-aligned text needs measuring: amounts, headings, page numbers.
const NARROW = { ' ': 278, ',': 278, '.': 278, '-': 333, i: 222, l: 222, t: 278, f: 278, r: 333, j: 222, c: 500, y: 500, M: 833, m: 833, w: 722, J: 500 };
const NARROW_BOLD = { ...NARROW, i: 278, l: 278, t: 333, r: 389, y: 556, m: 889, w: 778, c: 556, e: 556, a: 556, n: 611, o: 611, u: 611, B: 722 };
const OTHERS = { S: 667, A: 667, B: 667, P: 667, F: 611, N: 722, D: 722, O: 778 };
function helveticaWidth({ text, size, bold }) {
  const widths = { ...OTHERS, ...(bold ? NARROW_BOLD : NARROW) };
  return [...text].reduce((sum, letter) => sum + (widths[letter] ?? 556), 0) * size / 1000;
}
