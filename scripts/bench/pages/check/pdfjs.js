// pdf.js, one worker for all files; with `?text`, the text of up to 24 pages of each, too.
import { getDocument, GlobalWorkerOptions, PDFWorker } from 'pdfjs-dist/build/pdf.min.mjs';
import { subject } from './harness.js';

const MAX_PAGES = new URLSearchParams(location.search).has('text') ? 24 : 0;
let worker;

subject({
  prepare() {
    GlobalWorkerOptions.workerSrc = new URL('./pdf.worker.min.mjs', import.meta.url).href;
  },
  async run(files) {
    worker ??= new PDFWorker();
    const pages = [];
    for (const file of files) {
      const task = getDocument({ data: await file.arrayBuffer(), worker });
      const document = await task.promise;
      for (let page = 1; page <= Math.min(document.numPages, MAX_PAGES); page++) await (await document.getPage(page)).getTextContent();
      pages.push(document.numPages);
      await task.destroy();
    }
    return pages;
  },
});
