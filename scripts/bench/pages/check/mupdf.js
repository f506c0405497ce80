// MuPDF in one worker, which reads each file and opens it.
import { inWorker, subject } from './harness.js';

subject({ run: inWorker('mupdf-worker.js') });
