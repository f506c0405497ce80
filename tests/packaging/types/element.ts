// What must compile, and what must not: an unused `@ts-expect-error` is an error.
import 'flinks-upload/define';
import {
  FALLBACK_CODES, FlinksUploadElement, accounts, checkFiles, connectUrl, defineElement, init, memberNumber, offersUpload,
  readConnectMessage, uploadUrl,
} from 'flinks-upload';
import type { FlinksUploadEventMap, FindingCode, MessageKey, Report } from 'flinks-upload';

const upload = document.querySelector('flinks-upload')!;
const element: FlinksUploadElement = document.createElement('flinks-upload');
upload.append(element);

upload.mode = 'fallback';
upload.maxFiles = 12;
upload.institution = null;
upload.getAuthorizeToken = async () => 'token';
// @ts-expect-error a promise of a text is wanted
upload.getAuthorizeToken = async () => 7;
upload.messages = { browse: 'Pick statements', 'continue-files': 'Send {files} {files|PDF|PDFs}' };
const key: MessageKey = 'load-failed';
upload.messages = { [key]: 'Not now.' };
upload.messages = null;
// @ts-expect-error no such key
upload.messages = { brows: 'Pick statements' };
// @ts-expect-error the picked files are read only
upload.files = [];
// @ts-expect-error no such attribute
upload.colour = 'red';

upload.addFiles(new Set([new File([], 'a.pdf')]));
// @ts-expect-error files, not names
upload.addFiles(['a.pdf']);
upload.removeFile(1);
// @ts-expect-error by its id, not by its name
upload.removeFile('a.pdf');
upload.offerUpload();
upload.handOff();
upload.reset();

upload.addEventListener('connect-event', ({ detail }) => {
  const kind: 'step' | 'error' | 'redirect' | 'unknown' = detail.kind;
  const code: string | undefined = detail.flinksCode;
  return [kind, code];
});
upload.addEventListener('upload-offer', ({ detail }) => {
  // @ts-expect-error no such reason
  if (detail.reason === 'because') return;
});
upload.addEventListener('upload-check', ({ detail: report }) => {
  const code: FindingCode | undefined = report.files[0]?.findings[0]?.code;
  // @ts-expect-error bytes are a number
  const bytes: string = report.totals.bytes;
  return [code, bytes];
});
upload.addEventListener('upload-handoff', function (event) {
  event.preventDefault();
  const files: File[] = event.detail.files;
  this.reset();
  return files;
}, { once: true });
upload.addEventListener('upload-complete', ({ detail: { loginId } }) => {
  // @ts-expect-error it may be missing
  const id: string = loginId;
  return id;
});
upload.addEventListener('upload-error', ({ detail }) => {
  const expected: string | undefined = detail.expected;
  // @ts-expect-error no such code
  return [expected, detail.code === 'oops'];
});
// Standard DOM events remain available.
upload.addEventListener('focusin', (event: FocusEvent) => event.relatedTarget);
const types: (keyof FlinksUploadEventMap)[] = ['connect-event', 'upload-offer', 'upload-check', 'upload-handoff', 'upload-complete', 'upload-error'];
// @ts-expect-error no such event
const wrong: keyof FlinksUploadEventMap = 'upload-started';

defineElement();
defineElement('my-upload');
await init();
await init({ wasmUrl: '/a.wasm', deferredWasmUrl: '/e.wasm', workerUrl: new URL('https://lender.example/worker.js'), checkerWasmUrl: '/b.wasm', readerWasmUrl: '/r.wasm', fallbackWasmUrl: '/c.wasm', reportWasmUrl: '/d.wasm' });
// @ts-expect-error no such option
await init({ wasm: '/a.wasm' });

const addresses: string[] = [
  connectUrl({ instance: 'toolbox', params: { demo: 'true' } }),
  uploadUrl({ connectBase: 'https://connect.lender.example/v2', institution: 'TD', params: new URLSearchParams() }),
];
// @ts-expect-error Connect itself has no institution
connectUrl({ instance: 'toolbox', institution: 'TD' });
// @ts-expect-error no such language
uploadUrl({ instance: 'toolbox', language: 'de' });

const offered: boolean = offersUpload(FALLBACK_CODES[0]!);
// @ts-expect-error the codes are Flinks's
FALLBACK_CODES.push('MY_CODE');
readConnectMessage({ step: 'REDIRECT' }).loginId?.toUpperCase();
// @ts-expect-error there may be none
memberNumber('xxxx2354-0').suffix;
accounts('{}').map(({ number, balance, transactions }) => [number?.length, balance.available?.toFixed(2), transactions.from]);
// @ts-expect-error a number is no answer
accounts(7);
const report: Report = await checkFiles([new File([], 'a.pdf')], { maxFiles: 3, accept: 'pdf,images' });
// @ts-expect-error a limit is a number
await checkFiles([], { maxFiles: '3' });

export { addresses, offered, report, types, wrong };
