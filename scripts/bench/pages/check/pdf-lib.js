// pdf-lib in the page, as documented, at its fastest parse speed.
import { ParseSpeeds, PDFDocument } from 'pdf-lib';
import { subject } from './harness.js';

subject({
  async run(files) {
    const pages = [];
    for (const file of files) {
      const pdf = await PDFDocument.load(await file.arrayBuffer(), { parseSpeed: ParseSpeeds.Fastest, updateMetadata: false, ignoreEncryption: true });
      pages.push(pdf.getPageCount());
    }
    return pages;
  },
});
