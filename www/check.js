// The check alone, without the element: a report on files. The checker is loaded with the first call.
import { asOptions, filesOf } from './shared/options.js';
import { setUrls } from './shared/urls.js';

const loadChecker = () => import('./checker/client.js');

/** Loads all that each check needs; `workerUrl`, `checkerWasmUrl`, `readerWasmUrl`, `reportWasmUrl` and `fallbackWasmUrl` say where it is. */
export async function init(options) {
  setUrls(options);
  const { request } = await loadChecker();
  await request('questions', [[], {}]);
}

export async function checkFiles(files, options = {}) {
  const list = filesOf(files, 'checkFiles');
  const limits = asOptions(options);
  const checker = await loadChecker();
  const questions = await checker.request('questions', [list, limits]);
  const isRead = questions.some(({ method }) => method === 'read');
  const inspections = new Map();
  const ask = ({ method, file }) => {
    if (method === 'hash') return checker.hash(list[file]);
    // Goes on with the document that the inspection leaves.
    if (method === 'read') return inspections.get(file).then((report) => report && checker.read(list[file], limits.institution));
    inspections.set(file, checker.inspect(list[file], isRead));
    return inspections.get(file);
  };
  const answers = await Promise.all(questions.map(ask));
  return checker.request('report', [list, answers, limits]);
}
