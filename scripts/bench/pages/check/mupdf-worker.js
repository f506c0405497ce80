import '../count-bytes.js';
import { serve } from './harness.js';

serve(async () => {
  // Not at the top level: it awaits its wasm there, and the worker's first message would be lost.
  const { Document } = await import('mupdf');
  return (bytes) => {
    const document = Document.openDocument(bytes, 'application/pdf');
    const pages = document.countPages();
    document.destroy();
    return pages;
  };
});
