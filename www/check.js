// The check alone, without the element: a report on files. What looks into them is loaded with the first call.
import { asOptions, filesOf } from './options.js';
import { setUrls } from './urls.js';

/** Files that are looked into at the same time. */
const AT_A_TIME = 4;

/** Loads the checker before it is needed; `workerUrl`, `checkerWasmUrl` and `repairWasmUrl` say where it is. */
export async function init(options = {}) {
  setUrls(options);
  const { load } = await import('./checker.js');
  await load();
}

export async function checkFiles(files, options = {}) {
  const list = filesOf(files, 'checkFiles');
  const limits = asOptions(options);
  const { ask } = await import('./checker.js');
  const questions = await ask('questions', list, limits);
  const answers = Array(questions.length).fill(undefined);
  let next = 0;
  const work = async () => {
    while (next < questions.length) {
      const at = next;
      next += 1;
      const { what, file } = questions[at];
      // A file that can't be read is known; a lost checker leaves a doubt.
      answers[at] = await ask(what, list[file]).catch((error) => (error.name === 'NotReadableError' ? null : undefined));
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return ask('report', list, answers, limits);
}
