// pdf.js, one worker for all files.
import { getDocument, GlobalWorkerOptions, PDFWorker } from 'pdfjs-dist/build/pdf.min.mjs';
import { subject } from './harness.js';

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
      pages.push((await task.promise).numPages);
      await task.destroy();
    }
    return pages;
  },
});
