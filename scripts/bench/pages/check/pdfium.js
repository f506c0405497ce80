// PDFium in one worker, which reads and opens each file.
import { inWorker, subject } from './harness.js';

subject({ run: inWorker('pdfium-worker.js') });
