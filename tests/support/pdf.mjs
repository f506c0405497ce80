// Small PDFs that are made on the page, where no file of the disk can be read.

/** The parts of a valid one-page PDF that contains `name`, padded to exactly `size` bytes with a comment. */
export function pdf(name, size) {
  const content = 'BT /F 12 Tf 72 700 Td (Statement of account) Tj ET';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let text = `%PDF-1.4\n%${encodeURIComponent(name)}\n`;
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const end = `startxref\n${text.length}\n%%EOF\n`;
  text += `xref\n0 6\n0000000000 65535 f \n${rows}trailer\n<</Size 6/Root 1 0 R>>\n`;
  if (size === undefined) return [text, end];
  const room = size - text.length - end.length - 2;
  if (room < 0) throw new Error(`a good PDF has at least ${size - room} bytes`);
  return [text, '%', new Uint8Array(room).fill(0x20), '\n', end];
}

/** A page that no page tree refers to: only the fallback parser finds it. */
export const NO_PAGE_TREE = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 9 0 R>> endobj
2 0 obj <</Type/Page/MediaBox[0 0 612 792]/Contents 3 0 R>> endobj
3 0 obj <</Length 1>> stream
 
endstream endobj
trailer <</Size 4/Root 1 0 R>>
%%EOF
`;
