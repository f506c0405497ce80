#!/usr/bin/env node
// npx flinks-upload copy FOLDER: copies the wasm files and the worker, for bundlers that don't, and prints what to write.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FILES = ['flinks-upload_bg.wasm', 'flinks-upload-deferred_bg.wasm', 'flinks-upload-worker_bg.wasm', 'flinks-upload-reader_bg.wasm', 'flinks-upload-fallback_bg.wasm', 'flinks-upload-report_bg.wasm', 'worker.js'];

const [command, folder, ...rest] = process.argv.slice(2);
if (command !== 'copy' || !folder || folder.startsWith('-') || rest.length > 0) {
  console.error('usage: npx flinks-upload copy FOLDER');
  process.exit(2);
}
try {
  mkdirSync(folder, { recursive: true });
  for (const name of FILES) copyFileSync(fileURLToPath(new URL(name, import.meta.url)), join(folder, name));
} catch (error) {
  console.error(`error: ${folder}: ${error.message}`);
  process.exit(1);
}
console.log(`${FILES.length} files are in ${folder}. If your server has them at /flinks-upload/, write:

import { init } from 'flinks-upload';
import 'flinks-upload/define';

init({
  wasmUrl: '/flinks-upload/${FILES[0]}',
  deferredWasmUrl: '/flinks-upload/${FILES[1]}',
  checkerWasmUrl: '/flinks-upload/${FILES[2]}',
  readerWasmUrl: '/flinks-upload/${FILES[3]}',
  fallbackWasmUrl: '/flinks-upload/${FILES[4]}',
  reportWasmUrl: '/flinks-upload/${FILES[5]}',
  workerUrl: '/flinks-upload/${FILES[6]}',
});`);
