// Figures and tables, on the console, as Markdown and as JSON. Medians, because shared machines have slow moments.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function median(numbers) {
  const sorted = numbers.filter((number) => typeof number === 'number' && !Number.isNaN(number)).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const shown = (format) => (number) => (number === null || number === undefined ? '–' : format(number));
export const ms = shown((number) => (number < 10 ? number.toFixed(1) : number.toFixed(0)));
export const times = shown((number) => `${number.toFixed(2)} ×`);
/** 1 MB = 10^6 bytes, 1 KB = 1000. */
export const mb = shown((bytes) => (bytes / 1e6).toFixed(1));
export const kb = shown((bytes) => (bytes / 1e3).toFixed(1));

const rule = (widths) => widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
const row = (cells, widths) => cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at])));

/** A Markdown table, which is readable on a console, too. */
export function table(head, rows) {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((cells) => cells[at].length)));
  return [row(head, widths), rule(widths), ...rows.map((cells) => row(cells, widths))].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Prints a part of the results and writes it to `folder` as NAME.md and NAME.json. */
export function publish(folder, name, { title, head, sections, notes, data }) {
  const markdown = [
    `# ${title}`,
    head,
    ...sections.map(({ heading, text }) => `## ${heading}\n\n${text}`),
    notes.map((note) => `- ${note}`).join('\n'),
  ].join('\n\n');
  console.log(`\n${markdown}\n`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.md`), `${markdown}\n`);
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(data, null, 2)}\n`);
}
