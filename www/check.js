// The check alone, without the element: a report on files. The checker is loaded with the first call.
import { asOptions, filesOf } from './shared/options.js';
import { setUrls } from './shared/urls.js';

const loadChecker = () => import('./checker/client.js');

/** Loads the checker before it is needed; `workerUrl`, `checkerWasmUrl` and `fallbackWasmUrl` say where it is. */
export async function init(options) {
  setUrls(options);
  const { preload } = await loadChecker();
  await preload();
}

export async function checkFiles(files, options = {}) {
  const list = filesOf(files, 'checkFiles');
  const limits = asOptions(options);
  const { answer, request } = await loadChecker();
  const questions = await request('questions', [list, limits]);
  const answers = await Promise.all(questions.map(({ method, file }) => answer(method, list[file])));
  return request('report', [list, answers, limits]);
}
