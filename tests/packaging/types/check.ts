import { checkFiles, init } from 'flinks-upload/check';
import type { FileReport, Report } from 'flinks-upload/check';

await init({ workerUrl: '/worker.js' });
// @ts-expect-error the element's wasm is of no use here
await init({ wasmUrl: '/a.wasm' });
const report: Report = await checkFiles(new Set([new File([], 'a.pdf')]));
const first: FileReport | undefined = report.files[0];
// @ts-expect-error files, not blobs
await checkFiles([new Blob()]);

export { first };
