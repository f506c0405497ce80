// The element: files in, the complete report out; with `?facts`, what each statement says, too.
import { defineElement, init } from 'flinks-upload';
import { isCounting, subject } from './harness.js';

const withFacts = new URLSearchParams(location.search).has('facts');
let element;

const next = (isIt) => new Promise((resolve) => {
  element.addEventListener('upload-check', function hear({ detail }) {
    if (!isIt(detail)) return;
    element.removeEventListener('upload-check', hear);
    resolve(detail);
  });
});

subject({
  async prepare() {
    if (isCounting) init({ workerUrl: './counted-worker.js?count' });
    defineElement();
    element = Object.assign(document.createElement('flinks-upload'), { mode: 'upload', instance: 'toolbox', maxFiles: 1000, maxTotalSize: 10 ** 10 });
    const offer = new Promise((resolve) => element.addEventListener('upload-offer', resolve, { once: true }));
    document.body.append(element);
    await offer;
  },
  /** The same files again would all be duplicates. */
  clear() {
    for (const { id } of element.report?.files ?? []) element.removeFile(id);
  },
  async run(files) {
    const complete = next((report) => report.complete && report.totals.files === files.length && (!withFacts || report.files.every((file) => file.statement)));
    element.addFiles(files);
    return (await complete).files.map((file) => file.pages);
  },
});
