// pdf.js with range requests, the leanest way its API allows: one worker, and slices of the file on demand.
import { getDocument, GlobalWorkerOptions, PDFDataRangeTransport, PDFWorker } from 'pdfjs-dist/build/pdf.min.mjs';
import { subject } from './harness.js';

class FileTransport extends PDFDataRangeTransport {
  #file;

  constructor(file, head) {
    super(file.size, head);
    this.#file = file;
  }

  async requestDataRange(begin, end) {
    this.onDataRange(begin, new Uint8Array(await this.#file.slice(begin, end).arrayBuffer()));
  }
}

let worker;

subject({
  prepare() {
    GlobalWorkerOptions.workerSrc = new URL('./pdf.worker.min.mjs', import.meta.url).href;
  },
  async run(files) {
    worker ??= new PDFWorker();
    const pages = [];
    for (const file of files) {
      const head = new Uint8Array(await file.slice(0, 65_536).arrayBuffer());
      const task = getDocument({ range: new FileTransport(file, head), worker, disableAutoFetch: true, disableStream: true, rangeChunkSize: 65_536 });
      pages.push((await task.promise).numPages);
      await task.destroy();
    }
    return pages;
  },
});
