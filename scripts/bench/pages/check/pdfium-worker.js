import '../count-bytes.js';
import { init } from '@embedpdf/pdfium';
import { serve } from './harness.js';

serve(async () => {
  const response = await fetch(new URL('./pdfium.wasm', import.meta.url));
  const pdfium = await init({ wasmBinary: await response.arrayBuffer() });
  pdfium.PDFiumExt_Init();
  const { wasmExports } = pdfium.pdfium;
  return (bytes) => {
    const at = wasmExports.malloc(bytes.length);
    if (at === 0) throw new Error('PDFium is out of memory');
    // Read anew: a growing heap replaces the array.
    pdfium.pdfium.HEAPU8.set(bytes, at);
    try {
      const document = pdfium.FPDF_LoadMemDocument(at, bytes.length, '');
      if (!document) return null;
      const pages = pdfium.FPDF_GetPageCount(document);
      pdfium.FPDF_CloseDocument(document);
      return pages;
    } finally {
      wasmExports.free(at);
    }
  };
});
