// node scripts/inline.mjs STAGE: writes STAGE/inline-data.js, what `flinks-upload/inline` has inside: the wasm files, deflated and
// in base64, and the script of the worker. Bytes that are deflated before they are base64 are half as many in the file, and a
// fifth fewer over a line with gzip.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';

const [stage] = process.argv.slice(2);
const deflated = (name) => deflateRawSync(readFileSync(join(stage, name)), { level: 9, memLevel: 9, strategy: constants.Z_DEFAULT_STRATEGY }).toString('base64');

const data = {
  elementWasm: deflated('flinks-upload_bg.wasm'),
  deferredWasm: deflated('flinks-upload-deferred_bg.wasm'),
  checkerWasm: deflated('flinks-upload-worker_bg.wasm'),
  readerWasm: deflated('flinks-upload-reader_bg.wasm'),
  fallbackWasm: deflated('flinks-upload-fallback_bg.wasm'),
  reportWasm: deflated('flinks-upload-report_bg.wasm'),
  workerScript: readFileSync(join(stage, 'worker.js'), 'utf8'),
};
writeFileSync(join(stage, 'inline-data.js'), Object.entries(data).map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};\n`).join(''));
