import '../count-bytes.js';
import { serve } from './harness.js';

serve(async () => {
  // Not at the top: it waits for its wasm there, and a worker's first message does not wait.
  const { Document } = await import('mupdf');
  return (bytes) => {
    const document = Document.openDocument(bytes, 'application/pdf');
    const pages = document.countPages();
    document.destroy();
    return pages;
  };
});
