// pdf.js as in its first example: `getDocument(data)`, with a worker per document.
import { getDocument, GlobalWorkerOptions } from 'pdfjs-dist/build/pdf.min.mjs';
import { subject } from './harness.js';

subject({
  prepare() {
    GlobalWorkerOptions.workerSrc = new URL('./pdf.worker.min.mjs', import.meta.url).href;
  },
  async run(files) {
    const pages = [];
    for (const file of files) {
      const task = getDocument({ data: await file.arrayBuffer() });
      pages.push((await task.promise).numPages);
      await task.destroy();
    }
    return pages;
  },
});
